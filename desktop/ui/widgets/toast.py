"""A short message over the window, with a button that does what helps."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui import tokens
from desktop.ui.assets import icon, icon_pixmap
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

SECONDS = 8
SECONDS_FOR_FAILURES = 20
_PAUSE_MS = 300
"""Between two messages, so that the second is seen to be another."""
_MOST_NEWS = 5
"""That wait at a time."""


class _Message(NamedTuple):
    text: str
    button: str = ""
    act: Callable[[], None] | None = None
    failure: bool = False
    news: bool = False


class Toast(QFrame):
    """Lies over the status bar at the lower edge of `parent`, where it hides little that one wants to click.

    What a person did is told at once, in place of what stood there; the pointer on a message keeps it. News, which come
    by themselves, wait until the message before them is gone, and come again if a person's own took their place.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._lift = 0
        self._message = _Message("")
        self._news: list[_Message] = []
        """Those that wait."""
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self._on_button_clicked)
        self._close = QToolButton(self)
        self._close.setIcon(icon("close", Color.TEXT_MUTED))
        self._close.clicked.connect(self.hide)
        self._over = parent
        layout = self._layout = QHBoxLayout(self)
        for widget in (self._icon, self._text, self._button, self._close):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._tell_next)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Tell what was done. The button, if there is one, calls `act` and closes the message."""
        self._tell_now(_Message(text, button, act))

    def show_failure(self, text: str, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Tell what failed; stays longer."""
        self._tell_now(_Message(text, button, act, failure=True))

    def show_news(
        self,
        text: str,
        button: str = "",
        act: Callable[[], None] | None = None,
        *,
        failure: bool = False,
        asked: bool = False,
    ) -> None:
        """Tell what came, or failed, by itself. What a person `asked` for comes before other news, and after what that
        person did since."""
        message = _Message(text, button, act, failure, news=True)
        if asked and (self.isHidden() or self._message.news):
            self._tell_now(message)
        else:
            self._news.insert(0 if asked else len(self._news), message)
            del self._news[_MOST_NEWS:]
            if self.isHidden() and not self._pause.isActive():
                self._tell_next()

    def clear(self) -> None:
        """Tell nothing more of what was: it belongs to what is shown no longer."""
        self._news.clear()
        self.hide()

    def lift(self, pixels: int) -> None:
        """Stand so much higher from now on: what is at the lower edge of the window stays in sight."""
        self._lift = pixels
        if self.isVisible():
            self._place()

    @property
    def text(self) -> str:
        """The message shown last."""
        return self._text.text()

    def _tell_now(self, message: _Message) -> None:
        if not self.isHidden() and self._message.news:
            self._news.insert(0, self._message)
        self._show(message)

    def _tell_next(self) -> None:
        if self._news and self.isHidden():
            self._show(self._news.pop(0))

    def _show(self, message: _Message) -> None:
        look = theme()
        self._message = message
        image, color = ("warn", Color.WARN) if message.failure else ("good", Color.GOOD)
        self.setAccessibleName(self.tr("Message"))
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close"))
        self._icon.setPixmap(icon_pixmap(image, look.scaled(tokens.ICON_LARGE), color, self.devicePixelRatioF()))
        self._text.setText(message.text)
        self._button.setText(message.button)
        self._button.setVisible(bool(message.button))
        space = look.space()
        self._layout.setContentsMargins(3 * space, space // 2, 2 * space, space // 2)
        self._layout.setSpacing(2 * space)
        self._place()
        self.show()
        self.raise_()
        self._timer.start((SECONDS_FOR_FAILURES if message.failure else SECONDS) * 1000)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self) -> None:
        over = self._over
        look = theme()
        metrics = self._text.fontMetrics()
        wanted = min(metrics.horizontalAdvance(self._text.text()) + look.space(2), look.scaled(480))
        self._text.setMinimumWidth(wanted)
        width = min(self.sizeHint().width(), over.width() - 2 * look.space(4))
        height = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        self.resize(width, max(height, self.minimumSizeHint().height()))
        below = self._lift + look.space(10) if self._lift else look.space() // 2
        self.move((over.width() - width) // 2, over.height() - self.height() - below)

    def _on_button_clicked(self) -> None:
        act, self._message = self._message.act, self._message._replace(act=None)
        self.hide()
        if act is not None:
            act()

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window is resized."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """What waits is told next; a window that is hidden hides nothing for good."""
        if self.isHidden():
            self._timer.stop()
            self._pause.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer rests here."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the pointer left."""
        self._timer.start(SECONDS * 1000)
