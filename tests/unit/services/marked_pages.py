"""Marks of all kinds at the words of a real PDF."""

import random
from collections.abc import Iterator, Sequence
from uuid import UUID

from desktop.domain.ids import PaperId
from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind
from desktop.domain.mark_geometry import NOTE_SIDE, points_box
from desktop.domain.pdf_document import PageSize, PageText, PdfFile, Quad, TextLine
from desktop.services.read_pages import ReadPages

ME = "Jané 王"
_LONGEST = 3
"""Lines of a mark over text."""


def never() -> bool:
    """Nobody cancels."""
    return False


def marks_on(pages: ReadPages, file: PdfFile, *, most: int = 4, seed: int = 0) -> tuple[Mark, ...]:
    """Marks of all kinds on up to `most` pages of a file, the same for the same seed."""
    chance = random.Random(seed)
    sizes = pages.facts(file, never).pages
    numbers = sorted(chance.sample(range(len(sizes)), min(most, len(sizes))))
    return tuple(
        mark
        for number in numbers
        for mark in _on_page(chance, file, number, sizes[number], pages.text(file, number, never))
    )


def _on_page(chance: random.Random, file: PdfFile, page: int, size: PageSize, text: PageText) -> Iterator[Mark]:
    lines = [line for line in text.lines if line.text.strip()]
    for kind in MarkKind:
        if kind in TEXT_KINDS and not lines:
            continue
        yield _mark(chance, file, page, kind, size, lines)


def _mark(
    chance: random.Random, file: PdfFile, page: int, kind: MarkKind, size: PageSize, lines: Sequence[TextLine]
) -> Mark:
    x, y = chance.uniform(0.1, 0.5) * size.width, chance.uniform(0.1, 0.5) * size.height
    corner = (x + 0.3 * size.width, y + 0.2 * size.height)
    first = chance.randrange(len(lines)) if kind in TEXT_KINDS else 0
    chosen = lines[first : first + chance.randint(1, _LONGEST)] if kind in TEXT_KINDS else ()
    strokes = (((x, y), (x + 30, y + 10), corner), ((x, corner[1]), corner)) if kind is MarkKind.INK else ()
    side = (x + NOTE_SIDE, y + NOTE_SIDE) if kind is MarkKind.NOTE else corner
    boxes = {MarkKind.NOTE: (x, y, *side), MarkKind.TEXT: (x, y, *side), MarkKind.AREA: (x, y, *side)}
    now = 1_700_000_000_000 + chance.randrange(10**9)
    return Mark(
        id=str(UUID(int=chance.getrandbits(128), version=4)),
        paper=PaperId(1),
        sha256=file.sha256,
        page=page,
        kind=kind,
        color=chance.randint(1, 8),
        quads=tuple(_part(chance, line) for line in chosen),
        box=points_box([point for stroke in strokes for point in stroke]) if strokes else boxes.get(kind),
        strokes=strokes,
        quote=" ".join(line.text.strip() for line in chosen),
        before="before" if chosen else "",
        after="后面" if chosen else "",
        comment=chance.choice(("", "A thought (of [mine]) \\ é", "想法\nsecond line")) or kind.value,
        tags=chance.choice(((), ("method",), ("方法", "to read"))),
        author=chance.choice(("", "Somebody Else")),
        created_at_ms=now,
        changed_at_ms=now + chance.randrange(10**8),
    )


def _part(chance: random.Random, line: TextLine) -> Quad:
    """From some place of the line to its end."""
    part = line.stops[chance.randrange(max(1, len(line.text) // 2))]
    a, b, c, d, e, f, g, h = line.quad
    return a + part * (c - a), b + part * (d - b), c, d, e + part * (g - e), f + part * (h - f), g, h
