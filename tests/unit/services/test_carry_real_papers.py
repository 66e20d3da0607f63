"""Passages of real papers are found again a page later, where a title page was put in front."""

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_anchor import carried
from desktop.domain.pdf_document import PageText, PdfFile
from desktop.domain.text_carets import Caret, TextPlace
from desktop.domain.text_selection import selected
from desktop.pdf.engine import PdfEngine
from desktop.services.read_pages import ReadPages
from tests.unit.domain.typeset import Setting, typeset

PASSAGES = 40
SHARE = 0.95
"""Heads of pages and scraps of figures, which a person hardly marks, are among the passages."""


def papers(shared: Path) -> list[Path]:
    with (shared / "data" / "pdf" / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [shared / "data" / "pdf" / row["file"] for row in rows if row["special"].startswith("real arXiv paper")]


def texts_of(path: Path, pages: ReadPages) -> list[PageText]:
    file = PdfFile(str(path), "v1")
    size = len(pages.facts(file, lambda: False).pages)
    return [pages.text(file, page, lambda: False) for page in range(size)]


def passages(texts: Sequence[PageText], chance: random.Random) -> Iterator[Mark]:
    """Highlights from somewhere within a line to somewhere within one of the next three."""
    while True:
        page = chance.randrange(len(texts))
        lines = texts[page].lines
        if len(lines) < 10:
            continue
        first = chance.randrange(len(lines) - 4)
        last = first + chance.randrange(4)
        start = Caret(first, chance.randrange(len(lines[first].text) // 2 + 1))
        end = Caret(last, chance.randrange(len(lines[last].text) // 2, len(lines[last].text) + 1))
        found = selected({page: texts[page]}, TextPlace(page, start), TextPlace(page, max(start, end)))
        if found and len(found.quote) > 15:
            part = found.parts[0]
            blank = Mark(f"{page} {start} {end}", PaperId(1), "v1", page, MarkKind.HIGHLIGHT, 1, quads=part.quads)
            yield replace(blank, quote=part.quote, before=part.before, after=part.after)


def test_passages_of_real_papers_are_found_at_their_places(shared: Path, full_run: bool) -> None:
    engine = PdfEngine()
    try:
        for path in papers(shared)[: None if full_run else 2]:
            texts = texts_of(path, ReadPages(engine, {}))
            found = passages(texts, random.Random(path.name))
            marks = {mark.id: mark for mark in islice(found, PASSAGES)}
            title_page = typeset(["A title page that the publisher made"], Setting())
            step = carried([*marks.values()], [*title_page, *texts], "v2", (str(number) for number in count()))
            new = [change.after for change in step.changes if change.after]
            there = {mark.carried_from for mark in new if mark.page == marks[mark.carried_from].page + 1}
            assert all(mark.placed for mark in new), path.name
            assert len(there) >= SHARE * len(marks), path.name
    finally:
        engine.close()
