"""What a person selected on the pages of a PDF: where it lies, and its text for copying, quoting and marking."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.page_words import one_line, running_text, words
from desktop.domain.pdf_document import PageText, Quad
from desktop.domain.text_carets import START, Caret, TextPlace, clamped, last_caret, quads_between

AROUND = 40
"""Characters before and after a quote that are kept with it."""

_Lines = list[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class SelectedOnPage:
    """The part of a selection on one page."""

    page: int
    quads: tuple[Quad, ...]
    """One a line."""
    quote: str
    """The text in one line, hyphens at line ends repaired."""
    before: str
    """At most `AROUND` characters that stand before it on its page, in one line."""
    after: str


@dataclass(frozen=True, slots=True)
class SelectedText:
    """A selection over one or more pages."""

    parts: tuple[SelectedOnPage, ...]
    """In the order of pages; at least one."""
    text: str
    """For copying: lines joined, hyphens at line ends repaired, an empty line between paragraphs."""

    @property
    def quote(self) -> str:
        """All of it in one line."""
        return one_line(self.text)

    @property
    def before(self) -> str:
        """What stands before it."""
        return self.parts[0].before

    @property
    def after(self) -> str:
        """What stands after it."""
        return self.parts[-1].after


def selected(pages: Mapping[int, PageText], one: TextPlace, other: TextPlace) -> SelectedText | None:
    """What lies between two places, in either order; None if there is no text between them. Pages that `pages` does
    not hold are passed over."""
    start, end = min(one, other), max(one, other)
    parts: list[SelectedOnPage] = []
    lines: _Lines = []
    known: set[str] = set()
    for number in sorted(page for page in pages if start.page <= page <= end.page):
        page = pages[number]
        first = clamped(page, start.caret) if number == start.page else START
        last = clamped(page, end.caret) if number == end.page else last_caret(page)
        quads = quads_between(page, first, last)
        if not quads:
            continue
        own_words = words(line.text for line in page.lines)
        parts.append(_part(page, number, first, last, quads, own_words))
        lines += [(text, (number, block)) for text, block in _lines(page, first, last)]
        known |= own_words
    text = running_text(lines, known)
    return SelectedText(tuple(parts), text) if parts and text.strip() else None


def before(page: PageText, caret: Caret, known: frozenset[str]) -> str:
    """At most `AROUND` characters before the caret, in one line."""
    start = caret.line
    room = caret.index
    while start > 0 and room < 2 * AROUND:
        start -= 1
        room += len(page.lines[start].text)
    return one_line(running_text(_lines(page, Caret(start, 0), caret), known))[-AROUND:].lstrip()


def after(page: PageText, caret: Caret, known: frozenset[str]) -> str:
    """At most `AROUND` characters after the caret, in one line."""
    end = caret.line
    room = len(page.lines[end].text) - caret.index if page.lines else 0
    while end < len(page.lines) - 1 and room < 2 * AROUND:
        end += 1
        room += len(page.lines[end].text)
    last = clamped(page, Caret(end, 1 << 30))
    return one_line(running_text(_lines(page, caret, last), known))[:AROUND].rstrip()


def _part(
    page: PageText, number: int, first: Caret, last: Caret, quads: tuple[Quad, ...], known: frozenset[str]
) -> SelectedOnPage:
    quote = one_line(running_text(_lines(page, first, last), known))
    return SelectedOnPage(number, quads, quote, before(page, first, known), after(page, last, known))


def _lines(page: PageText, first: Caret, last: Caret) -> _Lines:
    """The lines between two carets, the outer ones cut, each with its block."""
    found: _Lines = []
    for number in range(first.line, min(last.line + 1, len(page.lines))):
        line = page.lines[number]
        start = first.index if number == first.line else 0
        end = last.index if number == last.line else len(line.text)
        found.append((line.text[start:end], line.block))
    return found
