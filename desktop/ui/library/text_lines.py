"""Short texts laid out once and painted often: elided to a line or two, with the words that a search found marked."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from desktop.domain.search_marks import Needles
from desktop.ui.library.found_words import found_words
from desktop.ui.theme import Theme, theme
from desktop.ui.tokens import Color, Size

Marks = tuple[tuple[int, int], ...]
"""Parts of a text that stand out, as (start, length)."""

KEPT = 1024
"""Laid-out texts that are kept: some screens of rows."""


class TextLines:
    """Lays texts out and keeps the last `KEPT` of them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._needles = Needles()
        self._laid_out: dict[tuple[str, str, int, int, str | None, Marks], QTextLayout] = {}
        self._sizes: dict[str, tuple[float, float]] = {}

    def set_needles(self, needles: Needles) -> None:
        """Mark these words from now on."""
        if needles != self._needles:
            self._needles = needles
            self.clear()

    def clear(self) -> None:
        """Forget everything: fonts or colours have changed."""
        self._laid_out.clear()

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        text: str,
        font: QFont,
        width: int,
        *,
        lines: int = 1,
        field: str | None = None,
        marks: Marks = (),
    ) -> None:
        """Paint the text in the painter's pen with its top left corner at `at`. `field` is the
        search field that it is; None is not searched, and `marks` stand out."""
        key = (text, font.key(), width, lines, field, marks)
        layout = self._laid_out.get(key)
        if layout is None:
            if len(self._laid_out) >= KEPT:
                del self._laid_out[next(iter(self._laid_out))]
            layout = self._laid_out[key] = self._lay_out(text, font, width, lines, field, marks)
        layout.draw(painter, at)

    def _lay_out(self, text: str, font: QFont, width: int, lines: int, field: str | None, given: Marks) -> QTextLayout:
        marks = given if field is None else found_words(text, self._needles, field)
        ascent, height = self._size(font)
        layout = _layout(text, font, width, lines, ascent, height, self._formats(marks, len(text)))
        start = layout.lineAt(lines - 1).textStart() if layout.lineCount() >= lines else 0
        rest = text[start:]
        elided = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        if elided != rest and layout.lineCount() >= lines:
            text = text[:start] + elided
            layout = _layout(text, font, width, lines, ascent, height, self._formats(marks, len(text)))
        return layout

    def _size(self, font: QFont) -> tuple[float, float]:
        size = self._sizes.get(font.key())
        if size is None:
            size = self._sizes[font.key()] = line_size(font)
        return size

    def _formats(self, marks: Sequence[tuple[int, int]], length: int) -> list[QTextLayout.FormatRange]:
        formats = []
        for start, size in marks:
            if start >= length:
                break
            found = QTextLayout.FormatRange()
            found.start = start
            found.length = min(size, length - start)
            look = QTextCharFormat()
            look.setBackground(QBrush(self._theme.color(Color.FOUND)))
            look.setForeground(QBrush(self._theme.color(Color.TEXT)))
            found.format = look
            formats.append(found)
        return formats


def line_height() -> int:
    """Pixels, whole ones, that a line of the body's type takes."""
    return math.ceil(line_size(theme().font(Size.BODY))[1])


def line_size(font: QFont) -> tuple[float, float]:
    """(ascent, height) of a line that holds Latin letters and Chinese characters, whichever fonts they come from."""
    layout = QTextLayout("Ág汉", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent(), line.height()


def _layout(
    text: str,
    font: QFont,
    width: int,
    lines: int,
    ascent: float,
    height: float,
    formats: list[QTextLayout.FormatRange],
) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setFormats(formats)  # before the lines: it throws them away
    option = QTextOption()
    wraps = lines > 1
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wraps else QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + ascent - line.ascent()))  # one base line, whichever fonts the line needs
        top += height
    layout.endLayout()
    return layout
