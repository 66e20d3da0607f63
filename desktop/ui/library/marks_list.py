"""The marks of a paper, in its details; a click opens the paper there."""

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.mark import Mark
from desktop.ui import wording
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import button_text, link_button, plain_label, short_text, tool_tip
from desktop.ui.mark_colors import color_name, paint_dot
from desktop.ui.mark_words import kind_name, told
from desktop.ui.theme import theme
from desktop.ui.tokens import MARK_DOT

_AT_ONCE = 8
"""Marks that are listed; the others are behind a click."""


class MarksList(QWidget):
    """One line a mark, in reading order."""

    mark_activated = Signal(str)
    """The mark of that id was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._all = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show the marks of a paper."""
        self.setVisible(bool(marks))
        if marks != self._marks:
            self._all = self._all and [mark.paper for mark in marks[:1]] == [mark.paper for mark in self._marks[:1]]
            self._marks = marks
            self._fill()

    def _fill(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for mark in self._marks if self._all else self._marks[:_AT_ONCE]:
            self._layout.addWidget(self._line(mark))
        if len(self._marks) > _AT_ONCE and not self._all:
            line = QWidget(self)
            more = link_button(self.tr("Show all: {marks}").format(marks=wording.marks(len(self._marks))), line)
            more.clicked.connect(self._show_all)
            _flow(line).addWidget(more)
            self._layout.addWidget(line)

    def _line(self, mark: Mark) -> QWidget:
        line = QWidget(self)
        layout = _flow(line)
        words = mark.quote or mark.comment or kind_name(mark.kind)
        button = link_button(button_text(words), line)
        button.setToolTip(tool_tip(told(mark)))
        button.setAccessibleName(told(mark))
        button.clicked.connect(partial(self.mark_activated.emit, mark.id))
        place = self.tr("p. {page}").format(page=mark.page + 1) if mark.placed else self.tr("without a place")
        page = plain_label("muted", place, parent=line)
        for widget in (_Dot(mark.color, line), button, page):
            layout.addWidget(widget)
        if mark.quote and mark.comment:
            layout.addWidget(plain_label("muted", short_text(mark.comment), parent=line))
        return line

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)


class _Dot(QWidget):
    """The colour of a mark."""

    def __init__(self, color: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = color
        self.setToolTip(color_name(color, ()))

    # Qt

    def sizeHint(self) -> QSize:
        side = theme().scaled(MARK_DOT)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        paint_dot(QPainter(self), QRectF(0, (self.height() - side) / 2, side, side), self._color)


def _flow(line: QWidget) -> FlowLayout:
    layout = FlowLayout(line)
    layout.setContentsMargins(theme().space(), 0, theme().space(), 0)
    layout.setSpacing(theme().space(2))
    return layout
