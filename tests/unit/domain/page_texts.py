"""Pages of text for tests: such as a person would see, and any that could be."""

from hypothesis import strategies as st

from desktop.domain.pdf_document import PageText, Quad, TextLine
from desktop.domain.text_carets import Caret

WIDE = 5.0
"""Points of a character in `line`."""
HIGH = 10.0


def line(text: str, x: float = 0.0, y: float = 0.0, block: int = 0) -> TextLine:
    """An upright line whose upper left corner is at (x, y)."""
    width = WIDE * len(text)
    quad = (x, y, x + width, y, x, y + HIGH, x + width, y + HIGH)
    return TextLine(text, quad, tuple(i / max(len(text), 1) for i in range(len(text) + 1)), block)


def page(*lines: str | TextLine) -> PageText:
    """A paragraph: a line below the other, 12 points apart, but for lines that have their own place."""
    return PageText(tuple(line(one, y=12.0 * i) if isinstance(one, str) else one for i, one in enumerate(lines)))


def two_columns(left: list[str], right: list[str]) -> PageText:
    """Two columns, the right one 200 points from the left edge."""
    lines = [line(text, 0.0, 12.0 * i, 0) for i, text in enumerate(left)]
    return PageText((*lines, *(line(text, 200.0, 12.0 * i, 1) for i, text in enumerate(right))))


_NUMBER = st.floats(-1e4, 1e4, allow_nan=False)
_TEXT = st.text(st.one_of(st.sampled_from("ab-Z9 ‐\u00adﬁé深度，。\x00'."), st.characters(codec="utf-8")), max_size=12)


@st.composite
def _lines(draw: st.DrawFn) -> TextLine:
    text = draw(_TEXT)
    count = len(text) + 1
    stops = sorted(draw(st.lists(st.floats(0, 1), min_size=count, max_size=count)), reverse=draw(st.booleans()))
    corners: Quad = draw(st.tuples(*[_NUMBER] * 8))
    x, y = draw(_NUMBER), draw(_NUMBER)
    width, height = draw(st.floats(0, 200)), draw(st.floats(0, 20))
    upright = (x, y, x + width, y, x, y + height, x + width, y + height)
    quad = draw(st.sampled_from((upright, corners)))
    return TextLine(text, quad, tuple(stops), draw(st.integers(0, 3)))


pages = st.builds(PageText, st.lists(_lines(), max_size=6).map(tuple))
carets = st.builds(Caret, st.integers(-1, 7), st.integers(-1, 14))
points = st.tuples(_NUMBER, _NUMBER)
