"""Text set in lines, columns and pages, as the PDF process would tell it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.pdf_document import PageText, Quad, TextLine

LETTER_WIDTH = 5.0
LINE_HEIGHT = 12.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set. Words that do not fit are divided where `divide` is true."""

    width: int = 60
    """Characters a line."""
    lines: int = 40
    """Of a column."""
    columns: int = 1
    divide: bool = False
    head: str = ""
    """Stands on top of each page."""


def typeset(paragraphs: Sequence[str], setting: Setting) -> tuple[PageText, ...]:
    """The pages of a text; blocks are paragraphs."""
    rows = [(row, block) for block, text in enumerate(paragraphs) for row in _rows(text, setting)]
    room = setting.lines * setting.columns
    return tuple(_page(rows[start : start + room], setting) for start in range(0, max(len(rows), 1), room))


def _rows(text: str, setting: Setting) -> Iterator[str]:
    row = ""
    for word in text.split():
        while row and len(row) + 1 + len(word) > setting.width:
            left = setting.width - len(row) - 2
            if setting.divide and left >= 3 and len(word) - left >= 3 and word[: left + 1].isalpha():
                yield f"{row} {word[:left]}-"
                row, word = "", word[left:]
            else:
                yield row
                row = ""
        row = f"{row} {word}" if row else word
    if row:
        yield row


def _page(rows: Sequence[tuple[str, int]], setting: Setting) -> PageText:
    lines = [_line(setting.head, (50.0, 20.0), -1)] if setting.head else []
    for number, (row, block) in enumerate(rows):
        column, place = divmod(number, setting.lines)
        at = (50.0 + column * (setting.width + 4) * LETTER_WIDTH, 60.0 + place * LINE_HEIGHT)
        lines.append(_line(row, at, block))
    return PageText(tuple(lines))


def _line(text: str, at: tuple[float, float], block: int) -> TextLine:
    (x, y), right = at, at[0] + len(text) * LETTER_WIDTH
    quad: Quad = (x, y, right, y, x, y + LINE_HEIGHT, right, y + LINE_HEIGHT)
    return TextLine(text, quad, tuple(index / len(text) for index in range(len(text) + 1)), block)
