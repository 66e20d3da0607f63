"""A key or a password: given, kept, forgotten, never shown again."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.secrets import Kept
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme


class SecretRow(QWidget):
    """Of one origin at a time (`KeepSecrets`). Only keeping and forgetting opens the keyring. Its words are those of
    whoever inherits."""

    changed = Signal()
    """Another secret is kept, or none any more."""
    known = Signal()
    """It is known by now whether there is one; also emitted with `changed`."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._personal = session.personal
        self._origin = ""
        self.where: Kept | None = None
        """Where it is kept; None if there is none, or as long as that is not known."""
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self._name())
        self._keep = QPushButton(self.tr("Keep"))
        self._forget = link_button(self._forget_words())
        self._words = plain_label("muted", wraps=True)
        for button in (self._keep, self._forget):
            button.setAutoDefault(False)
        self._lay_out()
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self.keep)
        self._keep.clicked.connect(self.keep)
        self._forget.clicked.connect(self._on_forget)

    def show_origin(self, origin: str) -> None:
        """Be about the secret of that origin; empty: about none."""
        if origin == self._origin:
            return
        self._origin, self.where = origin, None
        self.field.clear()
        self._show()
        if origin:
            self._run(lambda: self._personal.secrets.where(origin), self.known.emit)

    def keep(self) -> None:
        """Keep what is typed, if anything is."""
        self.keep_then(self._show)

    def keep_then(self, act: Callable[[], None]) -> None:
        """Keep what is typed, if anything is, and then act: what asks for it finds it."""
        typed, origin = self._typed(), self._origin
        if not (typed and origin):
            act()
            return
        self.field.clear()

        def done() -> None:
            self._tell_changed()
            act()

        self._run(lambda: self._personal.secrets.set(origin, typed), done)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme().space(2))
        line.addWidget(self.field, 1)
        line.addWidget(self._keep)
        below = QHBoxLayout()
        below.setSpacing(theme().space(2))
        below.addWidget(self._words, 1)
        below.addWidget(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space())
        column.addLayout(line)
        column.addLayout(below)

    def _on_forget(self) -> None:
        origin = self._origin

        def forget() -> None:
            self._personal.secrets.forget(origin)

        self._run(forget, self._tell_changed)

    def _run(self, work: Callable[[], Kept | None], then: Callable[[], None]) -> None:
        origin = self._origin

        def done(where: Kept | None) -> None:
            if origin == self._origin:
                self.where = where
                self._show()
            then()

        self._tasks.run(Lane.FILES, work, owner=self, done=done, failed=self._on_failed)

    def _tell_changed(self) -> None:
        self.known.emit()
        self.changed.emit()

    def _on_failed(self, error: AppError) -> None:
        self._words.setText(failure_words(error).text)

    def _show(self) -> None:
        self.field.setEnabled(bool(self._origin) and self.where is not Kept.ENVIRONMENT)
        self.field.setPlaceholderText(self._another() if self.where is not None else self._name())
        self._keep.setEnabled(bool(self._typed()))
        self._forget.setVisible(self.where in (Kept.KEYRING, Kept.SESSION))
        self._words.setText(self._state_words())

    def _typed(self) -> str:
        return self.field.text()

    def _name(self) -> str:
        raise NotImplementedError

    def _another(self) -> str:
        raise NotImplementedError

    def _forget_words(self) -> str:
        raise NotImplementedError

    def _state_words(self) -> str:
        """Where it is kept, or will be."""
        raise NotImplementedError
