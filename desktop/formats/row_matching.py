"""Which table row belongs to which footnote, in a digest whose numbers cannot be trusted."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from desktop.formats.digest_markdown import table_title

Place = tuple[int, int]
"""text[start:end]"""
Told = tuple[int, str | None, str]
"""Number, link and title of a footnote."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its number, and where its strings stand."""

    number: int
    title: Place
    link: Place
    summary: Place


def matched_rows(text: str, rows: Sequence[Row], footnotes: Sequence[Told]) -> list[tuple[Row | None, int | None]]:
    """Rows with the index of their footnote, in their order; a row without one follows the row before it.

    Number and link agree best, then the link, then the number if the title agrees or the footnote has no link.
    """
    links = [text[slice(*row.link)] for row in rows]
    row_of: dict[int, int] = {}
    by: tuple[Callable[[int, str | None], Hashable], ...] = (
        lambda number, link: (number, link),
        lambda number, link: link,
        lambda number, link: number,
    )
    for by_number_alone, key in zip((False, False, True), by, strict=True):
        taken = set(row_of.values())
        free: dict[Hashable, deque[int]] = defaultdict(deque)
        for index, row in enumerate(rows):
            if index not in taken:
                free[key(row.number, links[index])].append(index)
        for index, (number, link, title) in enumerate(footnotes if free else ()):
            queue = free.get(key(number, link)) if index not in row_of else None
            if queue and (not by_number_alone or link is None or _same_title(text, rows[queue[0]], title)):
                row_of[index] = queue.popleft()
    return _in_order(rows, len(footnotes), row_of)


def _same_title(text: str, row: Row, title: str) -> bool:
    return text[slice(*row.title)] == table_title(title)


def _in_order(rows: Sequence[Row], footnotes: int, row_of: dict[int, int]) -> list[tuple[Row | None, int | None]]:
    footnote_of = {row: footnote for footnote, row in row_of.items()}
    alone: dict[int, list[Row]] = defaultdict(list)
    before = -1
    for index, row in enumerate(rows):
        if index in footnote_of:
            before = footnote_of[index]
        else:
            alone[before].append(row)
    ordered: list[tuple[Row | None, int | None]] = [(row, None) for row in alone[-1]]
    for footnote in range(footnotes):
        ordered.append((rows[row_of[footnote]] if footnote in row_of else None, footnote))
        ordered += [(row, None) for row in alone[footnote]]
    return ordered
