"""What would have to be asked of a language model for some papers, and how much that is."""

from collections.abc import Sequence

from desktop.domain.ids import PaperId
from desktop.domain.merging import TextField
from desktop.domain.model_messages import messages
from desktop.domain.model_texts import Prompts, TextOptions, TextPlan, TextRequest, in_requests, is_possible
from desktop.domain.paper import ORIGINAL, OriginKind, PaperText, TextKind
from desktop.domain.token_count import tokens, tokens_written

_FOR_A_MESSAGE = 8
"""Tokens around each message."""
_FOR_THE_MARKS = 60
"""Tokens of what stands around title and abstract."""


class Planning:
    """Takes papers one by one, so that a plan of many can be made in pieces."""

    def __init__(self, options: TextOptions, prompts: Prompts) -> None:
        self._options = options
        self._prompts = prompts
        self._papers: list[PaperId] = []
        self._wishes: list[tuple[PaperId, TextField]] = []
        self._requests = self._tokens_in = self._tokens_out = 0
        self._there = self._locked = self._without_original = 0
        self._system: dict[tuple[str, tuple[TextField, ...]], int] = {}

    def add(self, paper: PaperId, texts: Sequence[PaperText]) -> None:
        """A paper with the texts that it shows."""
        told = {TextField(text.kind, text.language): text for text in texts}
        title, abstract = (_original(told, kind) for kind in (TextKind.TITLE, TextKind.ABSTRACT))
        if not title and not abstract:
            self._without_original += 1
            return
        possible = [field for field in self._options.fields() if is_possible(field, title, abstract)]
        missing = [field for field in possible if self._is_missing(told.get(field))]
        if not missing:
            return
        self._papers.append(paper)
        self._wishes.extend((paper, field) for field in missing)
        for language, fields in in_requests(missing):
            self._count(TextRequest(paper, language, fields, title, abstract))

    def _is_missing(self, text: PaperText | None) -> bool:
        if text is not None and text.locked:
            self._locked += 1
            self._there += 1
            return False
        if text is not None and text.value.strip() and not self._options.again:
            self._there += 1
            return False
        return True

    def _count(self, request: TextRequest) -> None:
        kind = (request.language, request.fields)
        if kind not in self._system:
            self._system[kind] = tokens(messages(request, self._prompts)[0].text) + 2 * _FOR_A_MESSAGE
        self._requests += 1
        self._tokens_in += self._system[kind] + tokens(request.title) + tokens(request.abstract) + _FOR_THE_MARKS
        self._tokens_out += tokens_written(request.fields, request.title, request.abstract)

    def plan(self) -> TextPlan:
        """All of it."""
        return TextPlan(
            tuple(self._papers),
            tuple(self._wishes),
            self._requests,
            self._tokens_in,
            self._tokens_out,
            self._there,
            self._locked,
            self._without_original,
        )


def _original(told: dict[TextField, PaperText], kind: TextKind) -> str:
    text = told.get(TextField(kind, ORIGINAL))
    return "" if text is None or (text.origin.kind is OriginKind.FILE and kind is not TextKind.TITLE) else text.value
