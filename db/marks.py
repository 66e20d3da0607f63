"""Reading marks on PDFs, and what `marks_fts` holds of them. They are written by `mark_store`.

What a damaged row tells is taken as far as it makes sense: geometry that is none counts as absent.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from db.pieces import select_in
from desktop.domain.ids import PaperId
from desktop.domain.mark import COLORS, Mark, MarkKind
from desktop.domain.mark_bounds import FARTHEST
from desktop.domain.mark_geometry import reading_order
from desktop.domain.search_words import separate

FIELDS = (
    *("id", "paper_id", "sha256", "page", "kind", "color", "quads", "box", "strokes", "quote", "before", "after"),
    *("comment", "tags", "author", "created_at", "changed_at", "carried_from", "placed"),
)
_KINDS = {kind.value: kind for kind in MarkKind}
_OF_IDS = f"SELECT {', '.join(FIELDS)} FROM marks WHERE id IN ({{}})"
_OF_PAPER = f"SELECT {', '.join(FIELDS)} FROM marks WHERE paper_id IN ({{}})"
_WORDS = "SELECT number, quote, comment, tags FROM marks WHERE number IN ({})"


def marks_of(connection: sqlite3.Connection, papers: Iterable[PaperId]) -> dict[PaperId, tuple[Mark, ...]]:
    """The marks of these papers on all their files, page by page, from top to bottom. Papers without any are left
    out."""
    found: dict[PaperId, list[Mark]] = {}
    for record in select_in(connection, _OF_PAPER, papers):
        if (mark := _mark(record)) is not None:
            found.setdefault(mark.paper, []).append(mark)
    return {paper: tuple(sorted(of_it, key=reading_order)) for paper, of_it in found.items()}


def marks_by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Mark]:
    """The marks with these ids; those that are gone are left out."""
    found = (_mark(record) for record in select_in(connection, _OF_IDS, ids))
    return {mark.id: mark for mark in found if mark is not None}


def picture(connection: sqlite3.Connection, mark: str) -> bytes | None:
    """The picture of a mark as PNG."""
    found = connection.execute("SELECT png FROM mark_pictures WHERE mark_id = ?", (mark,)).fetchone()
    return None if found is None else bytes(found[0])


def mark_words(quote: str, comment: str, tags: str) -> tuple[str, str, str]:
    """What the index holds of a mark, of the columns as they are stored."""
    return separate(quote), separate(comment), separate("\n".join(_texts(tags)))


def index_rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int | str, ...]]:
    """What the index should hold of these marks: number, then words."""
    for number, quote, comment, tags in select_in(connection, _WORDS, numbers):
        yield number, *mark_words(quote, comment, tags)


def _mark(record: tuple[Any, ...]) -> Mark | None:
    """None for a kind of mark that nobody knows."""
    told = dict(zip(FIELDS, record, strict=True))
    kind = _KINDS.get(told["kind"])
    if kind is None:
        return None
    box = _places([_list(told["box"])], 4)
    return Mark(
        id=told["id"],
        paper=PaperId(told["paper_id"]),
        sha256=told["sha256"],
        page=max(told["page"], 0),
        kind=kind,
        color=told["color"] if told["color"] in COLORS else COLORS[0],
        quads=_places(_list(told["quads"]), 8),
        box=box[0] if box else None,
        strokes=tuple(_places(stroke, 2) for stroke in _list(told["strokes"]) if isinstance(stroke, list)),
        quote=told["quote"],
        before=told["before"],
        after=told["after"],
        comment=told["comment"],
        tags=_texts(told["tags"]),
        author=told["author"],
        created_at_ms=told["created_at"],
        changed_at_ms=told["changed_at"],
        carried_from=told["carried_from"],
        placed=bool(told["placed"]),
    )


def _list(text: str) -> list[Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return value if isinstance(value, list) else []


def _places(values: Sequence[Any], count: int) -> Any:  # a tuple of tuples of that many floats
    return tuple(tuple(map(float, numbers)) for numbers in values if _are_numbers(numbers, count))


def _are_numbers(value: Any, count: int) -> bool:
    return (
        isinstance(value, list)
        and len(value) == count
        and all(isinstance(number, int | float) and abs(number) <= FARTHEST for number in value)
    )


def _texts(text: str) -> tuple[str, ...]:
    return tuple(value for value in _list(text) if isinstance(value, str))
