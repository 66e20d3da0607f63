"""The key of an endpoint: given, kept, forgotten, never shown again."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.model_choice import needs_key
from desktop.domain.secrets import Kept, origin_of
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme


class KeyRow(QWidget):
    """Of one origin at a time. The keyring is asked when the row is shown, and not before."""

    changed = Signal()
    """Another key is kept, none any more, or it is known by now whether there is one."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._secrets = session.personal
        self._url = ""
        self.where: Kept | None = None
        """Where the key is kept; None if there is none, or as long as that is not known."""
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setObjectName("model_key")
        self.field.setAccessibleName(self.tr("Key"))
        self._keep = QPushButton(self.tr("Keep"))
        self._forget = link_button(self.tr("Forget the key"))
        self._words = plain_label("muted", wraps=True)
        for button in (self._keep, self._forget):
            button.setAutoDefault(False)
        self._lay_out()
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self.keep)
        self._keep.clicked.connect(self.keep)
        self._forget.clicked.connect(self._on_forget)
        self._show()

    def show_for(self, url: str) -> None:
        """Be about the endpoint at that address."""
        if origin(url) == origin(self._url):
            return
        self._url, self.where = url, None
        self.field.clear()
        self._look()

    @property
    def lacks(self) -> bool:
        """The endpoint usually wants a key, and none is kept or typed."""
        return bool(self._url) and needs_key(self._url) and self.where is None and not self.field.text().strip()

    def keep(self) -> None:
        """Keep what is typed, if anything is."""
        self.keep_then(self._show)

    def keep_then(self, act: Callable[[], None]) -> None:
        """Keep what is typed, if anything is, and then act: what asks for the key finds it."""
        typed, here = self.field.text().strip(), origin(self._url)
        if not (typed and here):
            act()
            return
        self.field.clear()
        secrets = self._secrets

        def done(where: Kept) -> None:
            self._on_kept(where)
            act()

        self._tasks.run(Lane.FILES, lambda: secrets.secrets.set(here, typed), owner=self, done=done, failed=self._tell)

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

    def _look(self) -> None:
        here, secrets = origin(self._url), self._secrets
        if here:
            self._tasks.run_latest(
                "where", Lane.FILES, lambda: secrets.secrets.where(here), owner=self, done=self._on_kept
            )
        self._show()

    def _on_kept(self, where: Kept | None) -> None:
        self.where = where
        self._show()
        self.changed.emit()

    def _on_forget(self) -> None:
        here, secrets = origin(self._url), self._secrets
        self._tasks.run(
            Lane.FILES,
            lambda: secrets.secrets.forget(here),
            owner=self,
            done=lambda _: self._on_kept(None),
            failed=self._tell,
        )

    def _tell(self, error: AppError) -> None:
        self._words.setText(failure_words(error).text)

    def _show(self) -> None:
        given = self.where is Kept.ENVIRONMENT
        self.field.setEnabled(bool(origin(self._url)) and not given)
        self.field.setPlaceholderText(self.tr("Another key") if self.where is not None else self.tr("Key"))
        self._keep.setEnabled(bool(self.field.text().strip()))
        self._forget.setVisible(self.where in (Kept.KEYRING, Kept.SESSION))
        self._words.setText(self._state_words())

    def _state_words(self) -> str:
        if not origin(self._url):
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
