"""A mark as JSON: how it travels to the PDF process, and how an annotated copy keeps what PDF has no place for."""

import json
import re
from typing import Any

from desktop.domain.ids import PaperId
from desktop.domain.mark import COLORS, Mark, MarkKind
from desktop.domain.mark_bounds import LAST_MS
from desktop.domain.pdf_document import Point, Quad, Rect

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def to_text(mark: Mark) -> str:
    """All of the mark but the paper and the file it belongs to."""
    fields = {
        name: getattr(mark, name)
        for name in (*_TEXTS, *_NUMBERS, "kind", "quads", "box", "strokes", "tags", "placed")
        if getattr(mark, name) not in ("", (), None)
    }
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":"))


_TEXTS = ("id", "quote", "before", "after", "comment", "author", "carried_from")
_NUMBERS = ("page", "color", "created_at_ms", "changed_at_ms")


def from_text(text: str, paper: PaperId, sha256: str) -> Mark:
    """The mark that `to_text` wrote. Raises ValueError if it is none."""
    try:
        told = json.loads(text)
        plain: dict[str, Any] = {name: _text(told.get(name, "")) for name in _TEXTS}
        plain |= {name: _whole(told.get(name, 0)) for name in _NUMBERS}
        box = told.get("box")
        mark = Mark(
            paper=paper,
            sha256=sha256,
            kind=MarkKind(told["kind"]),
            quads=tuple(_quad(quad) for quad in told.get("quads", ())),
            box=None if box is None else _rect(box),
            strokes=tuple(tuple(_point(point) for point in stroke) for stroke in told.get("strokes", ())),
            tags=tuple(_text(tag) for tag in told.get("tags", ())),
            placed=bool(told.get("placed", True)),
            **plain,
        )
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(f"not a mark: {error!r}") from error
    if mark.color not in COLORS or mark.page < 0 or not _ID.fullmatch(mark.id):
        raise ValueError("not a mark: its colour, its page or its id is none")
    if not all(0 <= moment < LAST_MS for moment in (mark.created_at_ms, mark.changed_at_ms)):
        raise ValueError("not a mark: it was made at no time")
    return mark


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value.encode("utf-8", "replace").decode("utf-8")


def _whole(value: Any) -> int:
    if type(value) is not int or abs(value) >= 1 << 53:
        raise TypeError(f"{value!r} is no number")
    return value


def _numbers(value: Any, count: int) -> tuple[float, ...]:
    numbers = tuple(float(part) for part in value)
    if len(numbers) != count or not all(abs(number) < 1e6 for number in numbers):
        raise ValueError(f"{value!r} is no place")
    return numbers


def _point(value: Any) -> Point:
    x, y = _numbers(value, 2)
    return x, y


def _rect(value: Any) -> Rect:
    left, top, right, bottom = _numbers(value, 4)
    return left, top, right, bottom


def _quad(value: Any) -> Quad:
    a, b, c, d, e, f, g, h = _numbers(value, 8)
    return a, b, c, d, e, f, g, h
