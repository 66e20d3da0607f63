"""The password of the mail server: given, kept, forgotten, never shown again."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.secrets import Kept
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme


class PasswordRow(QWidget):
    """Of one server and user at a time (`MailServer.origin`). Only keeping and forgetting opens the keyring."""

    changed = Signal()
    """Another password is kept, or none any more."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._origin = ""
        self.where: Kept | None = None
        """Where it is kept; None if there is none, or as long as that is not known."""
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setObjectName("mail_password")
        self.field.setAccessibleName(self.tr("Password"))
        self._forget = link_button(self.tr("Forget the password"))
        self._forget.setAutoDefault(False)
        self._words = plain_label("muted", wraps=True)
        below = QHBoxLayout()
        below.setSpacing(theme().space(2))
        below.addWidget(self._words, 1)
        below.addWidget(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space())
        column.addWidget(self.field)
        column.addLayout(below)
        self.field.editingFinished.connect(self.keep)
        self._forget.clicked.connect(self._on_forget)
        self._show()

    def show_for(self, origin: str) -> None:
        """Be about the password of that origin; empty: about none."""
        if origin == self._origin:
            return
        self._origin, self.where = origin, None
        self.field.clear()
        self._show()
        if origin:
            personal = self._session.personal
            self._run("where", lambda: personal.secrets.where(origin))

    def keep(self) -> None:
        """Keep what is typed, if anything is."""
        typed, origin, personal = self.field.text(), self._origin, self._session.personal
        if typed and origin:
            self.field.clear()
            self._run("keep", lambda: personal.secrets.set(origin, typed), told=True)

    def _on_forget(self) -> None:
        origin, personal = self._origin, self._session.personal

        def forget() -> None:
            personal.secrets.forget(origin)

        self._run("keep", forget, told=True)

    def _run(self, key: str, work: Callable[[], Kept | None], *, told: bool = False) -> None:
        def done(where: Kept | None) -> None:
            self.where = where
            self._show()
            if told:
                self.changed.emit()

        self._tasks.run_latest(key, Lane.FILES, work, owner=self, done=done, failed=self._on_failed)

    def _on_failed(self, error: AppError) -> None:
        self._words.setText(failure_words(error).text)

    def _show(self) -> None:
        kept = self.where is not None
        self.field.setEnabled(bool(self._origin) and self.where is not Kept.ENVIRONMENT)
        self.field.setPlaceholderText(self.tr("Another password") if kept else "")
        self._forget.setVisible(self.where in (Kept.KEYRING, Kept.SESSION))
        self._words.setText(self._state_words())

    def _state_words(self) -> str:
        match self.where:
            case Kept.KEYRING:
                return self.tr("Kept in this computer’s keyring, for this server and user alone.")
            case Kept.SESSION:
                return self.tr(
                    "Kept until Papershelf is closed: this computer has no keyring that takes it, or it is locked."
                )
            case Kept.ENVIRONMENT:
                return self.tr("It comes from PAPERSHELF_MAIL_PASSWORD and cannot be changed here.")
        if not self._origin:
            return self.tr("None is needed without a user name.")
        return self.tr("It will lie in this computer’s keyring. Many services want a password made for programs.")
