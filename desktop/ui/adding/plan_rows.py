"""Which rows of an import plan are shown: a heading for each file, its entries, its lines that were not understood,
and the files that were refused. A row is one number, so that a plan of any size is an array."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from desktop.domain.import_plan import PlannedRow, RowState
from desktop.ui.adding.plan_contents import PlanContents


class PlanRowKind(IntEnum):
    """What a row of the table stands for."""

    DIGEST = 0
    ENTRY = 1
    LINE = 2
    """A line of the file that was not understood."""
    REFUSED = 3
    """A file that cannot be imported."""


class PlanRow(NamedTuple):
    """A row of the table: number `number` (from 0) of its kind in digest number `digest` (from 0)."""

    kind: PlanRowKind
    digest: int
    number: int


KIND_MASK = 3
DIGEST_SHIFT = 2
DIGEST_MASK = 0xFFFFFFFF
_NUMBER_SHIFT = 34
_KINDS = tuple(PlanRowKind)


def encode(kind: PlanRowKind, digest: int, number: int = 0) -> int:
    """The row as a number."""
    return number << _NUMBER_SHIFT | digest << DIGEST_SHIFT | kind


def decode(code: int) -> PlanRow:
    """The row that `encode` made the number of."""
    return PlanRow(_KINDS[code & KIND_MASK], code >> DIGEST_SHIFT & DIGEST_MASK, code >> _NUMBER_SHIFT)


class PlanPart(StrEnum):
    """What of a plan is shown."""

    ALL = "all"
    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"
    NOT_UNDERSTOOD = "not-understood"
    """Lines that no rule explains, and refused files."""


_STATES = {PlanPart.NEW: RowState.NEW, PlanPart.KNOWN: RowState.KNOWN, PlanPart.CHANGED: RowState.CHANGED}


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """What a person asked to see. All words of `search` must occur in a row, in any case."""

    part: PlanPart = PlanPart.ALL
    search: str = ""
    folded: frozenset[int] = frozenset()
    """Digests whose rows are hidden."""


def shown_rows(contents: PlanContents, wanted: PlanFilter) -> "array[int]":
    """The rows to show, encoded, in order. A heading is left out if a filter leaves nothing under it."""
    words = wanted.search.casefold().split()
    whole = wanted.part is PlanPart.ALL and not words
    shown = array("q")
    for digest, planned in enumerate(contents.plan.digests):
        if whole and digest in wanted.folded:
            shown.append(encode(PlanRowKind.DIGEST, digest))
            continue
        found = [*_entries(planned.rows, digest, wanted.part, words), *_lines(contents, digest, wanted.part, words)]
        if found or whole:
            shown.append(encode(PlanRowKind.DIGEST, digest))
        if digest not in wanted.folded:
            shown.extend(found)
    if wanted.part in (PlanPart.ALL, PlanPart.NOT_UNDERSTOOD):
        refused = contents.plan.refused
        shown.extend(encode(PlanRowKind.REFUSED, 0, i) for i, file in enumerate(refused) if _has(file.path, words))
    return shown


def part_counts(contents: PlanContents) -> dict[PlanPart, int]:
    """How many rows each part has, headings left out."""
    counts = {part: sum(count[state] for count in contents.counts) for part, state in _STATES.items()}
    counts[PlanPart.NOT_UNDERSTOOD] = sum(map(len, contents.lines)) + len(contents.plan.refused)
    counts[PlanPart.ALL] = sum(counts.values())
    return counts


def _entries(rows: tuple[PlannedRow, ...], digest: int, part: PlanPart, words: list[str]) -> Iterator[int]:
    if part is PlanPart.NOT_UNDERSTOOD:
        return
    state = _STATES.get(part)
    for number, row in enumerate(rows):
        if state is not None and row.state is not state:
            continue
        if not words or _has(f"{row.entry.title}\n{row.entry.translated_title}\n{row.entry.link}", words):
            yield encode(PlanRowKind.ENTRY, digest, number)


def _lines(contents: PlanContents, digest: int, part: PlanPart, words: list[str]) -> Iterator[int]:
    if part in (PlanPart.ALL, PlanPart.NOT_UNDERSTOOD):
        for number, line in enumerate(contents.lines[digest]):
            if _has(line, words):
                yield encode(PlanRowKind.LINE, digest, number)


def _has(text: str, words: list[str]) -> bool:
    text = text.casefold()
    return all(word in text for word in words)
