"""Plain text that is as tall as it needs to be, set for reading: measure, line height, marks."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop.domain.search_marks import Needles
from desktop.ui.library.found_words import as_qt_counts, found_words
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, LINE_HEIGHT, MEASURE, TYPE, Color, Size

_TITLE_LINE_HEIGHT = 1.3
_WIDE_MEASURE = 40
"""Chinese characters in a line of prose, at most."""

_SIZES = {"title": Size.TITLE, "heading": Size.SECTION, "subtitle": Size.SECTION, "small": Size.BADGE}


class GrowingText(QTextEdit):
    """Shows plain text only. `look` is title, heading, subtitle, body, muted or small; the style sheet knows them."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._size = _SIZES.get(look, Size.BODY)
        self._language = ""
        self._least_lines = 1
        self._marked = (Needles(), "")
        self.setProperty("kind", "inplace")
        self.setProperty("look", look)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        theme().changed.connect(self._on_theme_changed)

    def set_language(self, language: str) -> None:
        """The language of the text decides how wide its lines may be."""
        self._language = language
        self._apply_measure()

    def set_least_lines(self, lines: int) -> None:
        """How tall the text is while it is short."""
        self._least_lines = lines
        self._fit_height()

    def set_plain(self, text: str) -> None:
        """Show this text; nothing of it is read as markup."""
        self.setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._apply_line_height()
        self.setUndoRedoEnabled(True)
        self._fit_height()

    def mark(self, needles: Needles, field: str) -> None:
        """Mark the words that a search found."""
        self._marked = (needles, field)
        self._show_marks(found_words(self.toPlainText(), needles, field))

    def mark_part(self, part: tuple[int, int]) -> None:
        """Mark (start, end) of the text instead, until another text is shown or marked."""
        start, end = part
        self.mark_parts([part] if end > start else [])

    def mark_parts(self, parts: Sequence[tuple[int, int]]) -> None:
        """The same for several parts, in order."""
        self._show_marks(list(as_qt_counts(self.toPlainText(), parts)))

    def _show_marks(self, marks: list[tuple[int, int]]) -> None:
        selections = []
        for start, length in marks:
            found = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(theme().color(Color.FOUND))
            look.setForeground(theme().color(Color.TEXT))
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            found.format, found.cursor = look, cursor
            selections.append(found)
        self.setExtraSelections(selections)

    def _line_height(self) -> int:
        factor = _TITLE_LINE_HEIGHT if self._size in (Size.TITLE, Size.SECTION) else LINE_HEIGHT
        return math.ceil(theme().scaled(TYPE[self._size]) * factor)

    def _apply_line_height(self) -> None:
        look = QTextBlockFormat()
        look.setLineHeight(self._line_height(), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(look)

    def _apply_measure(self) -> None:
        metrics = QFontMetricsF(theme().font(self._size))
        wide = self._language in ("zh", "ja", "ko")
        room = metrics.horizontalAdvance("汉") * _WIDE_MEASURE if wide else metrics.averageCharWidth() * MEASURE
        self.setMaximumWidth(math.ceil(room) + self._frame())

    def _frame(self) -> int:
        """Border and padding, both sides together."""
        return 2 * (FOCUS_WIDTH + theme().space())

    def _fit_height(self) -> None:
        height = math.ceil(self.document().size().height())
        self.setFixedHeight(max(height, self._line_height() * self._least_lines) + 2 * FOCUS_WIDTH + theme().space())

    def _on_theme_changed(self) -> None:
        self._apply_line_height()
        if self._language:
            self._apply_measure()
        self._fit_height()
        if self.extraSelections():
            self.mark(*self._marked)

    # Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().space(16), self.height())

    def sizeHint(self) -> QSize:
        return QSize(theme().space(60), self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the text

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """No to files: those are dropped to be imported, so they go on to the window."""
        return super().canInsertFromMimeData(source) and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())
