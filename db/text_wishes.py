"""Texts that a language model is asked for, and those that it wrote.

Neither is a step of undo: answers come at any moment. A wish is gone once its text is stored, in the same transaction.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from db.index_documents import driver, reindexed
from db.pieces import select_in
from db.settling import settle
from db.stored_values import now_ms
from db.text_queue import WISH, wish_of
from db.texts import texts_of
from db.undo_log import RowValues
from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.merging import TextField
from desktop.domain.model_texts import (
    MOST_ATTEMPTS,
    Refusal,
    TextAnswer,
    TextRequest,
    TextsPending,
    TextWish,
    WishedText,
    WishState,
    WrittenText,
    in_requests,
    is_possible,
)
from desktop.domain.paper import ORIGINAL, PaperText, TextKind

_KEY = ("paper_id", "kind", "language")
_VALUES = ("value", "model", "prompt", "written_at")
_WHERE = "paper_id = ? AND kind = ? AND language = ?"
_WANT = f"""
INSERT INTO text_wishes ({", ".join(_KEY)}, state, position, attempts, reason, detail, asked_at)
VALUES (?, ?, ?, '{WishState.WANTED}', ?, 0, '', '', ?)
ON CONFLICT DO UPDATE SET state = '{WishState.WANTED}', attempts = 0, reason = '', detail = ''
WHERE state = '{WishState.FAILED}'"""
_STORE = f"""
INSERT INTO model_texts ({", ".join((*_KEY, *_VALUES))}) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _VALUES)}"""
_REFUSE = f"""
UPDATE text_wishes SET attempts = attempts + 1, reason = ?, detail = ?,
  state = CASE WHEN attempts + 1 >= {MOST_ATTEMPTS} THEN '{WishState.FAILED}' ELSE '{WishState.WANTED}' END
WHERE {_WHERE}"""
_LIVING = "JOIN papers p ON p.id = w.paper_id AND p.trashed_at IS NULL"
_AMONG = "(w.paper_id, w.kind, w.language) IN (SELECT value->>0, value->>1, value->>2 FROM json_each({}))"
_NEXT = f"""
SELECT {WISH} FROM text_wishes w {_LIVING} WHERE w.state = '{WishState.WANTED}' AND w.paper_id IN (
  SELECT w.paper_id FROM text_wishes w {_LIVING} WHERE w.state = '{WishState.WANTED}'
  AND (:of IS NULL OR {_AMONG.format(":of")})
  GROUP BY w.paper_id ORDER BY min(w.position) LIMIT :papers)
AND (:of IS NULL OR {_AMONG.format(":of")}) ORDER BY w.position"""
_WAITING = f"""
SELECT count(*) FROM text_wishes w {_LIVING}
WHERE w.state = '{WishState.WANTED}' AND {_AMONG.format("?")}"""
_FAILED = f"""
SELECT {WISH}, p.title FROM text_wishes w {_LIVING} WHERE w.state = '{WishState.FAILED}' ORDER BY w.position"""
_COUNTS = f"""
SELECT count(*), count(DISTINCT w.paper_id) FROM text_wishes w {_LIVING} WHERE w.state = '{WishState.WANTED}'"""


def want(connection: Connection, wishes: Sequence[WishedText]) -> Changes:
    """Wish for these texts, behind all others; one that failed before is wished for anew."""
    raw = driver(connection)
    first = raw.execute("SELECT coalesce(max(position), 0) + 1 FROM text_wishes").fetchone()[0]
    now = now_ms()
    rows = [(paper, *field, position, now) for position, (paper, field) in enumerate(wishes, first)]
    raw.executemany(_WANT, rows)
    return _changes(paper for paper, _ in wishes)


def pending(connection: sqlite3.Connection) -> TextsPending:
    """What waits and what failed, of papers outside the Trash."""
    wanted, papers = connection.execute(_COUNTS).fetchone()
    failed = (wish_of(tuple(values), title) for *values, title in connection.execute(_FAILED))
    return TextsPending(wanted, papers, tuple(failed))


def waiting(connection: sqlite3.Connection, wishes: Iterable[WishedText]) -> int:
    """How many of these texts are wanted still."""
    return int(connection.execute(_WAITING, (_told(wishes),)).fetchone()[0])


def _told(wishes: Iterable[WishedText]) -> str:
    return json.dumps([(paper, *field) for paper, field in wishes])


def next_requests(
    connection: Connection, papers: int, of: Iterable[WishedText] | None = None
) -> tuple[TextRequest, ...]:
    """What is to be asked for so many papers (of these texts alone), in the order of the wishes. Wishes for what a
    person typed meanwhile, or what has no original any more, are given up."""
    raw = driver(connection)
    wishes: dict[PaperId, list[TextWish]] = {}
    chosen = {"papers": papers, "of": None if of is None else _told(of)}
    for values in raw.execute(_NEXT, chosen).fetchall():
        wishes.setdefault(values[0], []).append(wish_of(values, ""))
    texts = texts_of(raw, list(wishes))
    given_up = {wish for paper, of in wishes.items() for wish in _moot(of, texts[paper])}
    delete(connection, list(given_up))
    return tuple(
        request
        for paper, of in wishes.items()
        for request in _requests(paper, texts[paper], [wish for wish in of if wish not in given_up])
    )


def _moot(wishes: Sequence[TextWish], texts: Sequence[PaperText]) -> list[TextWish]:
    """Those for what a person typed, and those that there is no original for any more."""
    title, abstract = (original(texts, kind) for kind in (TextKind.TITLE, TextKind.ABSTRACT))
    typed = {TextField(text.kind, text.language) for text in texts if text.locked}
    return [wish for wish in wishes if wish.field in typed or not is_possible(wish.field, title, abstract)]


def _requests(paper: PaperId, texts: Sequence[PaperText], wishes: Sequence[TextWish]) -> list[TextRequest]:
    title, abstract = (original(texts, kind) for kind in (TextKind.TITLE, TextKind.ABSTRACT))
    by_field = {wish.field: wish for wish in wishes}
    return [
        TextRequest(
            *(paper, language, fields, title, abstract),
            attempts=max(by_field[field].attempts for field in fields),
            refused=tuple(
                Refusal(field, reason, by_field[field].detail) for field in fields if (reason := by_field[field].reason)
            ),
        )
        for language, fields in in_requests(list(by_field))
    ]


def wished(connection: Connection, answers: Sequence[TextAnswer]) -> list[TextAnswer]:
    """What of these answers is still wished for, as they were asked: about a title and an abstract that the paper has
    today. A library that was restored may have other papers under the same numbers."""
    asked_for = {(answer.request.paper, field) for answer in answers for field in answer.request.fields}
    requests = next_requests(connection, len(asked_for), asked_for)
    fields = {
        (request.paper, request.title, request.abstract, field) for request in requests for field in request.fields
    }
    return [
        replace(
            answer,
            written=tuple(text for text in answer.written if (*asked, text.field) in fields),
            refused=tuple(refusal for refusal in answer.refused if (*asked, refusal.field) in fields),
        )
        for answer in answers
        for asked in [(answer.request.paper, answer.request.title, answer.request.abstract)]
    ]


def original(texts: Iterable[PaperText], kind: TextKind) -> str:
    """The text that a model works from; empty if it is not known."""
    return next((text.value for text in texts if text.kind is kind and text.language == ORIGINAL), "")


def store(connection: Connection, answers: Sequence[TextAnswer]) -> Changes:
    """Keep what came. Papers that were deleted for good meanwhile are left out."""
    raw = driver(connection)
    asked = {answer.request.paper for answer in answers}
    there = {paper for (paper,) in select_in(raw, "SELECT id FROM papers WHERE id IN ({})", asked)}
    written = [text for answer in answers for text in answer.written if text.paper in there]
    papers = sorted({text.paper for text in written})
    with reindexed(connection, papers):
        raw.executemany(_STORE, [_row(text) for text in written])
        settle(connection, papers)
    raw.executemany(f"DELETE FROM text_wishes WHERE {_WHERE}", [(text.paper, *text.field) for text in written])
    raw.executemany(
        _REFUSE,
        [
            (refusal.reason.value, refusal.detail, answer.request.paper, *refusal.field)
            for answer in answers
            for refusal in answer.refused
        ],
    )
    return _changes(sorted(there))


def _row(text: WrittenText) -> tuple[Any, ...]:
    return (text.paper, *text.field, text.value, text.model, text.prompt, now_ms())


def delete(connection: Connection, wishes: Sequence[TextWish] | None) -> Changes:
    """Wish no longer for these; None: for nothing."""
    raw = driver(connection)
    if wishes is None:
        return _changes(paper for (paper,) in raw.execute("DELETE FROM text_wishes RETURNING paper_id").fetchall())
    raw.executemany(f"DELETE FROM text_wishes WHERE {_WHERE}", [(wish.paper, *wish.field) for wish in wishes])
    return _changes(wish.paper for wish in wishes)


def _changes(papers: Iterable[PaperId]) -> Changes:
    """The rows of these papers show that texts wait for them."""
    changed = tuple(dict.fromkeys(papers))
    return Changes(papers_changed=changed, texts_wanted=bool(changed))


def take_along(connection: Connection, keep: PaperId, others: Sequence[PaperId]) -> None:
    """What was wished for papers that were merged into another is wished for that one, where it has no such text."""
    raw = driver(connection)
    wished = select_in(raw, f"SELECT kind, language FROM text_wishes WHERE state = '{WishState.WANTED}' "
                       "AND paper_id IN ({})", others)  # fmt: skip
    fields = dict.fromkeys(TextField(TextKind(kind), language) for kind, language in wished)
    there = {(text.kind, text.language) for text in texts_of(raw, [keep])[keep]}
    want(connection, [(keep, field) for field in fields if field not in there])


def clearing(connection: Connection, papers: Sequence[PaperId]) -> list[RowValues]:
    """What takes the texts that a model wrote away from these papers."""
    statement = f"SELECT {', '.join((*_KEY, *_VALUES))} FROM model_texts WHERE paper_id IN ({{}})"
    rows = list(select_in(driver(connection), statement, papers))
    if not rows:
        return []
    split = len(_KEY)
    keys, before = [row[:split] for row in rows], [row[split:] for row in rows]
    return [RowValues("model_texts", _KEY, _VALUES, keys, before, None)]
