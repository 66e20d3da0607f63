"""Marks of one version of a paper carried to another by the text they stand on.

Marks over text go where their quote is, which may be two pages. Notes, boxes, areas and lines move as far as the line
of text beside them does. What has no such place in the new version is kept as not placed, with its old page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.domain.anchor_search import AnchorSearch, Quote
from desktop.domain.anchor_text import AnchorText, Span
from desktop.domain.mark import TEXT_KINDS, Mark, MarkChange, MarkStep
from desktop.domain.mark_geometry import bounds, quad_box
from desktop.domain.mark_lineage import not_carried
from desktop.domain.pdf_document import PageText, Point, TextLine
from desktop.domain.text_selection import AROUND, SelectedOnPage, selected

_NO_PAGES: Mapping[str, Sequence[PageText]] = {}
_BESIDE = 120.0
"""Points: text farther away does not tell where a mark belongs."""
_TELLING = 60
"""Characters: a line of so many is as good as a longer one."""
_TRIED = 4
_SAME_PAGE = 0.9
"""Of the words of a page: so many in common make it the same page."""


def carried(
    marks: Sequence[Mark],
    pages: Sequence[PageText],
    sha256: str,
    ids: Iterator[str],
    old_pages: Mapping[str, Sequence[PageText]] = _NO_PAGES,
) -> MarkStep:
    """The step that carries the marks of a paper to the file with that sha256 and those pages.

    `marks` are all of the paper: those of this file, and those that were carried to it before, are left alone.
    `ids` gives the new marks theirs. `old_pages` are the texts of other files by sha256; without them notes, boxes,
    areas and lines are placed by what is stored with them alone.
    """
    carrier = _Carrier(pages, old_pages)
    found = [(mark, placed) for mark in not_carried(marks, sha256) for placed in carrier.carry(mark)]
    new = (replace(placed, id=next(ids), sha256=sha256, carried_from=mark.id) for mark, placed in found)
    return MarkStep(tuple(MarkChange(None, mark) for mark in new))


class _Carrier:
    def __init__(self, pages: Sequence[PageText], old_pages: Mapping[str, Sequence[PageText]]) -> None:
        self._pages = dict(enumerate(pages))
        self._old_pages = old_pages
        self._text = AnchorText(pages)
        self._search = AnchorSearch(self._text)

    def carry(self, mark: Mark) -> tuple[Mark, ...]:
        """The mark on the new pages, not placed if its text is not there."""
        placed = self._over_text(mark) if mark.kind in TEXT_KINDS else self._beside_text(mark)
        return placed or (replace(mark, quads=(), placed=False),)

    def _over_text(self, mark: Mark) -> tuple[Mark, ...]:
        found = self._search.find(Quote(mark.quote, mark.before, mark.after, mark.page))
        if found is None:
            return ()
        parts = [part for span in found.spans for part in self._parts(span)]
        whole = found.exact and len(parts) == 1
        return tuple(
            replace(
                mark,
                page=part.page,
                quads=part.quads,
                quote=mark.quote if whole else part.quote,
                before=part.before,
                after=part.after,
                comment="" if number else mark.comment,
                placed=True,
            )
            for number, part in enumerate(parts)
        )

    def _parts(self, span: Span) -> tuple[SelectedOnPage, ...]:
        chosen = selected(self._pages, *self._text.ends(span))
        return chosen.parts if chosen else ()

    def _beside_text(self, mark: Mark) -> tuple[Mark, ...]:
        old = self._old_pages.get(mark.sha256, ())
        page = old[mark.page] if mark.page < len(old) else None
        moved = (self._with_its_line(mark, page) if page else None) or self._at_its_words(mark)
        if moved is None and page is not None and mark.page in self._pages and _alike(page, self._pages[mark.page]):
            moved = replace(mark, placed=True)
        return () if moved is None else (moved,)

    def _with_its_line(self, mark: Mark, page: PageText) -> Mark | None:
        """Moved as far as a line near it, which the old page tells."""
        for number in _near(page, mark):
            before, after = (" ".join(line.text for line in part) for part in _around(page.lines, number))
            found = self._search.find(Quote(page.lines[number].text, before[-AROUND:], after[:AROUND], mark.page))
            if found is not None:
                left, top, _, _ = quad_box(page.lines[number].quad)
                new_page, (x, y) = self._line_at(found.spans[0].start)
                return _moved(mark, new_page, x - left, y - top)
        return None

    def _at_its_words(self, mark: Mark) -> Mark | None:
        """Beside the words that are stored with it, no farther to the side than before."""
        if found := self._search.find(Quote(mark.after, mark.before, "", mark.page)):
            place = found.spans[0].start
        elif found := self._search.find(Quote(mark.before, "", mark.after, mark.page)):
            place = found.spans[-1].end - 1
        else:
            return None
        page, (_, y) = self._line_at(place)
        return _moved(mark, page, 0.0, y - bounds(mark)[1])

    def _line_at(self, place: int) -> tuple[int, Point]:
        """Page and upper left corner of the line where a character of the text stands."""
        first, _ = self._text.ends(Span(place, place + 1))
        left, top, _, _ = quad_box(self._pages[first.page].lines[first.caret.line].quad)
        return first.page, (left, top)


def _moved(mark: Mark, page: int, dx: float, dy: float) -> Mark:
    box = mark.box and (mark.box[0] + dx, mark.box[1] + dy, mark.box[2] + dx, mark.box[3] + dy)
    strokes = tuple(tuple((x + dx, y + dy) for x, y in stroke) for stroke in mark.strokes)
    return replace(mark, page=page, box=box, strokes=strokes, placed=True)


def _near(page: PageText, mark: Mark) -> list[int]:
    """The lines that tell best where a mark belongs: near, and long."""
    left, top, right, bottom = bounds(mark)
    worth: list[tuple[float, int]] = []
    for number, line in enumerate(page.lines):
        x, y, x_end, y_end = quad_box(line.quad)
        apart = max(y - bottom, top - y_end, 0.0) + max(x - right, left - x_end, 0.0)
        if apart <= _BESIDE:
            worth.append((min(len(line.text), _TELLING) - apart, number))
    return [number for _, number in sorted(worth, reverse=True)[:_TRIED]]


def _around(lines: Sequence[TextLine], number: int) -> tuple[Sequence[TextLine], Sequence[TextLine]]:
    return lines[max(number - 2, 0) : number], lines[number + 1 : number + 3]


def _alike(old: PageText, new: PageText) -> bool:
    """Whether nearly all words of both pages are the same."""
    words, others = ({word.text for word in AnchorText([page]).words} for page in (old, new))
    return len(words & others) >= _SAME_PAGE * len(words | others)
