"""Answers of a language model on their way into the library.

They were paid for, and the library may be busy for seconds: each is written into a file beside it before anything else
is done with it, so that a killed program has lost none of them. What was stored is taken out again, and the file is
gone when nothing waits.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from desktop.domain.errors import Reason
from desktop.domain.ids import PaperId
from desktop.domain.merging import TextField
from desktop.domain.model_texts import Refusal, TextAnswer, TextRequest, WrittenText
from desktop.domain.paper import TextKind

_NAME = "model-answers.jsonl"
_MOST_BYTES = 64 << 20
"""Of what is read. A run asks for 500 papers before it looks again, with some kilobytes for each answer."""


class KeptAnswers:
    """Callable from any thread. No method raises: what cannot be kept here is stored from memory all the same."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _NAME
        self._lock = Lock()
        self._under_way: dict[int, TextAnswer] = {}
        """By identity: two answers may be equal."""
        self._earlier: tuple[TextAnswer, ...] | None = None

    def keep(self, answer: TextAnswer) -> None:
        """Keep an answer until it is `stored`."""
        record = b"\n" + json.dumps(_told(answer), ensure_ascii=False).encode()
        with self._lock:
            self._load()
            self._under_way[id(answer)] = answer
            with suppress(OSError):  # no space: it is still in memory
                # A record begins with the line break, so that one that was cut off spoils no other. The system has it
                # once it is written, whatever becomes of this program; no answer waits for a disk.
                handle = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                try:
                    os.write(handle, record)
                finally:
                    os.close(handle)

    def earlier(self) -> tuple[TextAnswer, ...]:
        """What a program that was killed had not stored, in the order it came."""
        with self._lock:
            return self._load()

    def fields(self) -> set[tuple[PaperId, TextField]]:
        """The texts that were answered, well or badly, and are not stored yet."""
        with self._lock:
            answers = (*self._load(), *self._under_way.values())
            return {(answer.request.paper, field) for answer in answers for field in answer.request.fields}

    def stored(self, answers: Sequence[TextAnswer]) -> None:
        """Keep these no longer."""
        with self._lock:
            for answer in answers:
                self._under_way.pop(id(answer), None)
            self._drop_file()

    def stored_earlier(self) -> None:
        """Keep what is of an earlier program no longer."""
        with self._lock:
            self._earlier = ()
            self._drop_file()

    def _load(self) -> tuple[TextAnswer, ...]:
        """Before anything of this program gets into the file."""
        if self._earlier is None:
            self._earlier = tuple(_read(self._file))
        return self._earlier

    def _drop_file(self) -> None:
        if not self._load() and not self._under_way:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)


def _read(file: Path) -> Iterator[TextAnswer]:
    try:
        with file.open("rb") as source:
            data = source.read(_MOST_BYTES)
    except OSError:
        return
    for line in data.split(b"\n"):
        with suppress(ValueError, KeyError, TypeError, RecursionError):
            yield _answer(json.loads(line))


def _told(answer: TextAnswer) -> dict[str, Any]:
    request = answer.request
    return {
        "paper": request.paper,
        "language": request.language,
        "fields": request.fields,
        "title": request.title,
        "abstract": request.abstract,
        "written": [(text.field, text.value, text.model, text.prompt) for text in answer.written],
        "refused": [(refusal.field, refusal.reason, refusal.detail) for refusal in answer.refused],
    }


def _answer(told: dict[str, Any]) -> TextAnswer:
    paper = PaperId(int(told["paper"]))
    fields = tuple(_field(field) for field in told["fields"])
    return TextAnswer(
        TextRequest(paper, str(told["language"]), fields, str(told["title"]), str(told["abstract"])),
        tuple(WrittenText(paper, _field(field), *map(str, texts)) for field, *texts in told["written"]),
        tuple(Refusal(_field(field), Reason(reason), str(detail)) for field, reason, detail in told["refused"]),
    )


def _field(told: Sequence[str]) -> TextField:
    kind, language = told
    return TextField(TextKind(kind), str(language))
