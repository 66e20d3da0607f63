"""The key of an endpoint."""

from PySide6.QtWidgets import QWidget

from desktop.domain.model_choice import needs_key
from desktop.domain.secrets import Kept, origin_of
from desktop.ui.preferences.secret_row import SecretRow
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner


class KeyRow(SecretRow):
    """Of one endpoint at a time."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tasks, session, parent)
        self._url = ""
        self.field.setObjectName("model_key")
        self._show()

    def show_for(self, url: str) -> None:
        """Be about the endpoint at that address."""
        self._url = url
        self.show_origin(origin(url))

    @property
    def lacks(self) -> bool:
        """The endpoint usually wants a key, and none is kept or typed."""
        return bool(self._url) and needs_key(self._url) and self.where is None and not self._typed()

    def _typed(self) -> str:
        return self.field.text().strip()

    def _name(self) -> str:
        return self.tr("Key")

    def _another(self) -> str:
        return self.tr("Another key")

    def _forget_words(self) -> str:
        return self.tr("Forget the key")

    def _state_words(self) -> str:
        if not self._origin:
            return self.tr("First choose an address.")
        match self.where:
            case Kept.KEYRING:
                return self.tr("A key is kept in this computer’s keyring, for this address alone.")
            case Kept.SESSION:
                return self.tr("A key is kept until Papershelf is closed: no keyring of this computer takes it.")
            case Kept.ENVIRONMENT:
                return self.tr("The key comes from PAPERSHELF_MODEL_KEY and cannot be changed here.")
        if needs_key(self._url):
            return self.tr(
                "No key is kept yet. It goes into this computer’s keyring, if there is one, for this address alone."
            )
        return self.tr("None is needed by most programs on this computer or in your own network.")


def origin(url: str) -> str:
    """What a key for that address belongs to; empty where it is none."""
    try:
        return origin_of(url)
    except ValueError:
        return ""
