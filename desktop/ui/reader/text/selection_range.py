"""From where to where a selection reaches, as the mouse and the keyboard drive it."""

from dataclasses import dataclass
from enum import IntEnum

from desktop.domain.text_carets import PageCarets, TextPlace
from desktop.domain.text_units import line_at, page_span, paragraph_at, word_at
from desktop.ui.reader.pages.layer import PagePoint


class Unit(IntEnum):
    """What a press takes, by the number of clicks; dragging goes on in it."""

    CHARACTER = 1
    WORD = 2
    LINE = 3
    PARAGRAPH = 4


_SPANS = {Unit.WORD: word_at, Unit.LINE: line_at, Unit.PARAGRAPH: paragraph_at}


@dataclass(frozen=True, slots=True)
class SelectionRange:
    """A selection between where it began and where its moving end is. Of units that are more than a character both
    ends are taken whole."""

    anchor: TextPlace
    anchor_end: TextPlace
    """Differs from `anchor` where it began with a word, line or paragraph."""
    head: TextPlace
    """Where the keyboard goes on from."""
    unit: Unit = Unit.CHARACTER

    @property
    def start(self) -> TextPlace:
        """The first of both ends in reading order."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> TextPlace:
        """The last of both ends in reading order."""
        return max(self.anchor_end, self.head)

    @property
    def pages(self) -> range:
        """The pages that it reaches over."""
        return range(self.start.page, self.end.page + 1)

    @property
    def empty(self) -> bool:
        """Whether nothing lies between its ends."""
        return self.start == self.end


def between(one: TextPlace, other: TextPlace) -> SelectionRange:
    """From one place to another; the keyboard goes on from the second."""
    return SelectionRange(one, one, other)


def span_at(carets: PageCarets, at: PagePoint, unit: Unit) -> tuple[TextPlace, TextPlace] | None:
    """The unit that a point means; None on a page without text."""
    caret = carets.nearest(at.point) if unit is Unit.CHARACTER else carets.character(at.point)
    if caret is None:
        return None
    first, last = (caret, caret) if unit is Unit.CHARACTER else _SPANS[unit](carets.page, caret)
    return TextPlace(at.page, first), TextPlace(at.page, last)


def dragged(
    anchor: tuple[TextPlace, TextPlace], head: tuple[TextPlace, TextPlace] | None, unit: Unit
) -> SelectionRange:
    """From the unit that was pressed to the one under the mouse; only the former where no text is."""
    if head is None:
        return SelectionRange(anchor[0], anchor[1], anchor[1], unit)
    forward = head[1] >= anchor[1]
    return SelectionRange(anchor[0], anchor[1], head[1] if forward else head[0], unit)


def whole_page(carets: PageCarets, page: int) -> SelectionRange:
    """All text of a page."""
    first, last = page_span(carets.page)
    return between(TextPlace(page, first), TextPlace(page, last))
