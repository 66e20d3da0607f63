"""What stands in the place of pages: nothing for a moment, a question for the password, or why there are none."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme

PATIENCE_MS = 400
"""A file that is open sooner is not announced: the words would only flicker."""
_WIDTH = 420
"""Of the texts, in pixels at 100 %."""


class _Centred(QWidget):
    """A column in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QWidget(self)
        column.setMaximumWidth(theme().scaled(_WIDTH))
        self.column = QVBoxLayout(column)
        self.column.setSpacing(theme().space(3))
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 4)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)


class OpeningPage(_Centred):
    """Says after a while that the file is being opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = plain_label("muted", self.tr("Opening…"))
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.hide()
        self.column.addWidget(self._text)
        QTimer.singleShot(PATIENCE_MS, self._text, self._text.show)


class PasswordPage(_Centred):
    """Asks for the password of a file. It is kept in memory until the program ends."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = plain_label("section", self.tr("This PDF is locked with a password."), wraps=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password"))
        self.field.setPlaceholderText(self.tr("Password"))
        self.field.returnPressed.connect(self._give)
        self._open = QPushButton(self.tr("Open"))
        self._open.setProperty("kind", "primary")
        self._open.clicked.connect(self._give)
        self._trouble = plain_label("bad", wraps=True)
        remark = plain_label("muted", self.tr("Asked once: it is forgotten when the program ends."), wraps=True)
        line = QHBoxLayout()
        line.setSpacing(theme().space(2))
        line.addWidget(self.field, 1)
        line.addWidget(self._open)
        self.column.addWidget(words)
        self.column.addLayout(line)
        self.column.addWidget(self._trouble)
        self.column.addWidget(remark)
        self._trouble.hide()

    @property
    def trouble(self) -> str:
        """What is said of the password given last."""
        return self._trouble.text()

    def ask(self, *, wrong: bool) -> None:
        """Wait for a password; `wrong`: the one given does not fit."""
        self._trouble.setText(self.tr("This is not the password. Capital letters count.") if wrong else "")
        self._trouble.setVisible(wrong)
        self.field.setReadOnly(False)
        self.field.selectAll()

    def _give(self) -> None:
        if self.field.text() and not self.field.isReadOnly():
            self.field.setReadOnly(True)  # disabled, it would give the keyboard away
            self.given.emit(self.field.text())

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the field."""
        self.field.setFocus()


class FailurePage(_Centred):
    """Says why there are no pages, and what can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._buttons = QVBoxLayout()
        self._shown: list[QPushButton] = []
        self.column.addWidget(self._text)
        self.column.addLayout(self._buttons)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def tell(self, text: str, offers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Say that, and offer these buttons."""
        self._text.setText(text)
        self.setAccessibleName(text)
        focused = self.hasFocus() or any(button.hasFocus() for button in self._shown)
        for button in self._shown:
            button.deleteLater()
        self._shown = []
        for words, act in offers:
            button = QPushButton(words)
            button.clicked.connect(lambda _=False, act=act: act())
            self._buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            button.show()  # now, not with the next event: what is hidden takes no keyboard
            self._shown.append(button)
        if focused:
            self.setFocus()

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the first button."""
        if self._shown:
            self._shown[0].setFocus()
