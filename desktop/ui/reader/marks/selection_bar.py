"""The small bar beside selected text: a click marks it."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout

from desktop.domain.mark import MarkKind
from desktop.domain.mark_geometry import quad_box, united
from desktop.domain.text_selection import SelectedText
from desktop.ui.library.labels import IconButton
from desktop.ui.reader.marks.beside import under
from desktop.ui.reader.marks.color_dots import ColorDots
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.theme import theme


class SelectionBar(QFrame):
    """Follows the text as the page scrolls, until that is out of sight; never covers it while there is room."""

    highlight_wanted = Signal(int)
    """In that colour."""
    line_wanted = Signal(object)
    """MarkKind.UNDERLINE or MarkKind.STRIKE_OUT."""
    comment_wanted = Signal()
    copy_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, view: PageView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._text: SelectedText | None = None
        self.setProperty("kind", "popup")
        self.dots = ColorDots(self)
        names = ("underline", "strike-out", "note", "copy", "search")
        self._buttons = {name: IconButton(name, self) for name in names}
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.dots)
        for button in self._buttons.values():
            self._layout.addWidget(button)
        self.dots.chosen.connect(self.highlight_wanted)
        self._buttons["underline"].clicked.connect(self._underline)
        self._buttons["strike-out"].clicked.connect(self._strike_out)
        self._buttons["note"].clicked.connect(self.comment_wanted)
        self._buttons["copy"].clicked.connect(self.copy_wanted)
        self._buttons["search"].clicked.connect(self.search_wanted)
        view.moved.connect(self._place)
        theme().changed.connect(self._apply_sizes)
        self._apply_sizes()
        self._retranslate()
        self.hide()

    def offer(self, text: SelectedText, names: tuple[str, ...]) -> None:
        """Show the bar for this text."""
        self._text = text
        self.dots.set_names(names)
        self.dots.show_color(0)
        self.show()
        self.raise_()
        self._place()

    def take_keyboard(self) -> None:
        """Go on with the keyboard here."""
        self.dots.setFocus(Qt.FocusReason.TabFocusReason)

    def close_up(self) -> None:
        """Hide; the keyboard goes back to the page."""
        if self.isVisible():
            focused = QApplication.focusWidget()
            if focused is not None and self.isAncestorOf(focused):
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
        self._text = None

    def _underline(self) -> None:
        self.line_wanted.emit(MarkKind.UNDERLINE)

    def _strike_out(self) -> None:
        self.line_wanted.emit(MarkKind.STRIKE_OUT)

    def _place(self) -> None:
        if self._text is None:
            return
        self.adjustSize()
        room = self._view.viewport().rect().adjusted(2, 2, -2, -2)
        boxes = ((part.page, united(quad_box(quad) for quad in part.quads)) for part in self._text.parts)
        places = [self._view.rect_on_view(page, box).toAlignedRect() for page, box in boxes]
        seen: list[QRect] = [place for place in places if place.intersects(room)]
        if seen:
            self.move(under(seen[-1], self.size(), room, theme().space(1)))
        else:
            self.close_up()

    def _apply_sizes(self) -> None:
        space = theme().space()
        self._layout.setContentsMargins(space, space // 2, space, space // 2)
        self._layout.setSpacing(space // 2)
        self._place()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Mark the selected text"))
        words = {
            "underline": self.tr("Underline"),
            "strike-out": self.tr("Strike out"),
            "note": self.tr("Highlight and comment"),
            "copy": self.tr("Copy"),
            "search": self.tr("Search in the library"),
        }
        for name, word in words.items():
            self._buttons[name].set_name(word)

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # not a press on the page below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        else:
            event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
