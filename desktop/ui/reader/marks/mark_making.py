"""New marks, and changes to those that are there, as steps."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkChange, MarkKind, MarkStep
from desktop.domain.mark_geometry import points_box
from desktop.domain.pdf_document import Point, Rect
from desktop.domain.text_selection import SelectedOnPage, SelectedText


class MarkMaker:
    """Makes marks of one file."""

    def __init__(self, paper: PaperId, sha256: str) -> None:
        self._paper = paper
        self._sha256 = sha256

    def text(self, text: SelectedText, kind: MarkKind, color: int) -> MarkStep:
        """Marks over the selected text, one on each of its pages."""
        return added(
            replace(
                self._mark(part.page, kind, color),
                quads=part.quads,
                quote=part.quote,
                before=part.before,
                after=part.after,
            )
            for part in text.parts
        )

    def box(self, page: int, kind: MarkKind, color: int, box: Rect) -> Mark:
        """A note, a text box or an area."""
        return replace(self._mark(page, kind, color), box=box)

    def ink(self, page: int, color: int, strokes: Sequence[Sequence[Point]]) -> Mark:
        """Lines drawn by hand; there must be one."""
        lines = tuple(tuple(stroke) for stroke in strokes)
        box = points_box([point for stroke in lines for point in stroke])
        return replace(self._mark(page, MarkKind.INK, color), strokes=lines, box=box)

    @staticmethod
    def redrawn(mark: Mark, as_drawn: Mark) -> Mark:
        """The same mark with other lines."""
        return replace(mark, strokes=as_drawn.strokes, box=as_drawn.box, changed_at_ms=now_ms())

    def _mark(self, page: int, kind: MarkKind, color: int) -> Mark:
        now = now_ms()
        return Mark(str(uuid4()), self._paper, self._sha256, page, kind, color, created_at_ms=now, changed_at_ms=now)


def added(marks: Iterable[Mark]) -> MarkStep:
    """These marks are new."""
    return MarkStep(tuple(MarkChange(None, mark) for mark in marks))


def removed(marks: Iterable[Mark]) -> MarkStep:
    """These marks are deleted."""
    return MarkStep(tuple(MarkChange(mark, None) for mark in marks))


def edited(marks: Iterable[Mark], **values: Any) -> MarkStep:
    """Fields of these marks are others; those that are so already are left out."""
    changes = ((mark, replace(mark, **values)) for mark in marks)
    return became((before, after) for before, after in changes if before != after)


def became(pairs: Iterable[tuple[Mark, Mark]]) -> MarkStep:
    """Each mark became another, now."""
    now = now_ms()
    return MarkStep(tuple(MarkChange(before, replace(after, changed_at_ms=now)) for before, after in pairs))


def placed_at(mark: Mark, part: SelectedOnPage) -> MarkStep:
    """A text mark, or one that found no place, now lies over this text."""
    after = replace(
        mark,
        page=part.page,
        quads=part.quads,
        quote=part.quote,
        before=part.before,
        after=part.after,
        placed=True,
    )
    return became([(mark, after)])


def now_ms() -> int:
    """The time as marks keep it."""
    return int(time.time() * 1000)
