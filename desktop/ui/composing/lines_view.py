"""Shows lines of text in pieces, so that neither many of them nor a key that changes one makes the window wait."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser

from desktop.ui.composing.shown_lines import Line, Style, difference
from desktop.ui.theme import theme
from desktop.ui.tokens import LINE_HEIGHT, Color, Size

_LINES_AT_ONCE = 40
_CHARACTERS_AT_ONCE = 4_000
"""Some 2 ms."""
_LOOKS: dict[Style, tuple[Size, Color, bool, float]] = {
    Style.TITLE: (Size.TITLE, Color.TEXT, True, 3),
    Style.HEADING: (Size.SECTION, Color.TEXT, True, 2),
    Style.NAME: (Size.BODY, Color.TEXT, True, 1),
    Style.TEXT: (Size.BODY, Color.TEXT, False, 2),
    Style.MUTED: (Size.BODY, Color.TEXT_MUTED, False, 1),
    Style.LINK: (Size.BODY, Color.ACCENT, False, 1),
    Style.QUOTE: (Size.BODY, Color.TEXT, False, 2),
}
"""Size, colour, bold, and steps of space below."""


class LinesView(QObject):
    """Keeps the document of an editor equal to the lines that were shown last. A line is a block of the document,
    behind them stands an empty one; what is plain text stays plain text."""

    filled = Signal()
    """All lines stand."""

    def __init__(self, view: QPlainTextEdit | QTextBrowser) -> None:
        super().__init__(view)
        self._view = view
        self._document: QTextDocument = view.document()
        self._wanted: Sequence[Line] = ()
        self._shown: list[Line] = []
        self._wanted_top = -1
        self._looks: dict[Style, tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        view.setReadOnly(True)
        if isinstance(view, QTextBrowser):  # it breaks any line; a bar would come and go while lines are put in
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setUndoRedoEnabled(False)
        theme().changed.connect(self._on_theme_changed)

    @property
    def complete(self) -> bool:
        """Whether all lines stand."""
        return not self._timer.isActive()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these; what is the same stays as it is, and where it is."""
        self._wanted = lines
        self._timer.start()

    def go_to(self, number: int) -> None:
        """Bring that line to the top, once it stands."""
        self._wanted_top = number
        if self.complete:
            self._bring()

    def _bring(self) -> None:
        number, self._wanted_top = self._wanted_top, -1
        if 0 <= number < len(self._shown):
            block = self._document.findBlockByNumber(number)
            bar = self._view.verticalScrollBar()
            if isinstance(self._view, QPlainTextEdit):
                bar.setValue(number)
            else:
                bar.setValue(round(self._document.documentLayout().blockBoundingRect(block).top()))

    def _go_on(self) -> None:
        start, old_end, new_end = difference(self._shown, self._wanted)
        if start == old_end == new_end:
            self._timer.stop()
            self._bring()
            self.filled.emit()
            return
        piece: list[Line] = []
        room = _CHARACTERS_AT_ONCE
        for one in self._wanted[start : min(new_end, start + _LINES_AT_ONCE)]:
            if piece and room < len(one.text):
                break
            piece.append(one)
            room -= len(one.text)
        gone = min(old_end - start, max(len(piece), 1) if new_end > start else _LINES_AT_ONCE)
        self._replace(start, gone, piece)

    def _replace(self, start: int, gone: int, new: Sequence[Line]) -> None:
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        place = self._start_of(start)
        cursor.setPosition(place)
        if gone:
            cursor.setPosition(self._start_of(start + gone), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        for one in new:
            block, letters = self._look(one.style)
            cursor.setPosition(place)
            cursor.insertBlock()
            cursor.setPosition(place)
            cursor.setBlockFormat(block)
            cursor.insertText(one.text, letters)
            place = cursor.position() + 1
        self._shown[start : start + gone] = new
        if gone and start + len(new) < len(self._shown):  # it may have taken the look of what is gone
            cursor.setPosition(place)
            cursor.setBlockFormat(self._look(self._shown[start + len(new)].style)[0])
        cursor.endEditBlock()

    def _start_of(self, number: int) -> int:
        return self._document.findBlockByNumber(number).position()

    def _look(self, style: Style) -> tuple[QTextBlockFormat, QTextCharFormat]:
        look = self._looks.get(style)
        if look is None:
            look = self._looks[style] = _source_look() if style is Style.SOURCE else _page_look(style)
        return look

    def _on_theme_changed(self) -> None:
        self._looks.clear()
        self._shown.clear()
        self._document.clear()
        self._timer.start()


def _source_look() -> tuple[QTextBlockFormat, QTextCharFormat]:
    letters = QTextCharFormat()
    letters.setFontFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
    letters.setForeground(theme().color(Color.TEXT))
    return QTextBlockFormat(), letters


def _page_look(style: Style) -> tuple[QTextBlockFormat, QTextCharFormat]:
    size, color, bold, below = _LOOKS[style]
    look = theme()
    block, letters = QTextBlockFormat(), QTextCharFormat()
    letters.setFont(look.font(size, bold=bold))
    letters.setForeground(look.color(color))
    block.setBottomMargin(look.space(below))
    block.setLineHeight(LINE_HEIGHT * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if style in (Style.TITLE, Style.HEADING, Style.NAME):
        block.setTopMargin(look.space(4))
    if style is Style.QUOTE:
        block.setBackground(look.color(Color.WINDOW))
        block.setLeftMargin(look.space(2))
    return block, letters
