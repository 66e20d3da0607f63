"""A small frame over the window that takes the keyboard and goes when it loses it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme

_WIDTH, _HEIGHT = 440, 320
"""At 100 %."""


class Popup(QFrame):
    """Lies within its window: input methods write into it as into any field of the window. It is gone once closed."""

    def __init__(self, title: str, over: QWidget, height: int = _HEIGHT) -> None:
        super().__init__(over)
        self._back_to = QApplication.focusWidget()
        self._height = height
        self._over = over
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        look = theme()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(look.space(2),) * 4)
        self.column.setSpacing(look.space(2))
        self.title = plain_label("muted", title, wraps=True)
        self.column.addWidget(self.title)
        over.installEventFilter(self)
        look.changed.connect(self._place)

    def open(self, field: QWidget) -> None:
        """Show it, the keyboard in that field."""
        self._place()
        self.show()
        self.raise_()
        field.setFocus()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def wanted_height(self, highest: int) -> int:
        """How high it is to be, in pixels."""
        return highest

    def _place(self) -> None:
        look, over = theme(), self._over
        margin = look.space(4)
        width = min(look.scaled(_WIDTH), over.width() - 2 * margin)
        room, highest = over.height() - 2 * margin, look.scaled(self._height)
        height = min(max(self.wanted_height(highest), self.minimumSizeHint().height()), room)
        top = (over.height() - min(highest, room)) // 3  # stays where it is when it grows
        self.setGeometry((over.width() - width) // 2, top, width, height)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self._back_to = None  # a person went elsewhere
            self.close()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window is resized."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it; keys that nobody here takes are not for what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        back_to, self._back_to = self._back_to, None
        if back_to is not None and isValid(back_to):
            back_to.setFocus()
