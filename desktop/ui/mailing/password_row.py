"""The password of the mail server."""

from PySide6.QtWidgets import QWidget

from desktop.domain.secrets import Kept
from desktop.ui.preferences.secret_row import SecretRow
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner


class PasswordRow(SecretRow):
    """Of one server and user at a time (`MailServer.origin`)."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tasks, session, parent)
        self.field.setObjectName("mail_password")
        self.field.editingFinished.connect(self.keep)
        self._show()

    def _name(self) -> str:
        return self.tr("Password")

    def _another(self) -> str:
        return self.tr("Another password")

    def _forget_words(self) -> str:
        return self.tr("Forget the password")

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
        return self.tr(
            "It goes into this computer’s keyring, if there is one. Many services want a password made for programs."
        )
