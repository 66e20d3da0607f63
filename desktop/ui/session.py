"""What the window remembers from one start to the next."""

from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, Signal

from desktop.domain.settings import Settings
from desktop.services.personal import Personal
from desktop.ui.resources import resource_path
from desktop.ui.tasks import Lane, TaskRunner


class SettingsStore(Protocol):
    """Where the settings are kept; `desktop.system.settings.SettingsFile` is one."""

    @property
    def path(self) -> Path:
        """The file that they are written into."""

    @property
    def values(self) -> Settings:
        """The present settings."""

    def change(self, **values: object) -> Settings:
        """Set fields."""

    def save(self) -> None:
        """Write them. Raises FileError."""


class Session(QObject):
    """The settings in the window's hands: read at once, written behind its back."""

    changed = Signal()
    """Other settings count now."""

    def __init__(self, store: SettingsStore, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks

    @property
    def values(self) -> Settings:
        """The present settings."""
        return self._store.values

    @cached_property
    def personal(self) -> Personal:
        """This person's keys and prompts; not for the GUI thread."""
        return Personal(self._store.path.parent, resource_path("prompts"))

    def change(self, **values: object) -> None:
        """Set fields and write them soon."""
        self._store.change(**values)
        self.changed.emit()
        self.save()

    def save(self) -> None:
        """Write the settings; a failure is told like any other."""
        self._tasks.run_latest("settings", Lane.FILES, self._store.save, owner=self)

    def recall(self, key: str) -> str:
        """What a part of the window remembered under that key; empty if nothing."""
        return self.values.remembered.get(key, "")

    def remember(self, key: str, value: str) -> None:
        """Keep the text under that key. Written with the next `save`, at the latest when the window closes."""
        self._store.change(remembered={**self.values.remembered, key: value})

    def recall_bytes(self, key: str) -> QByteArray:
        """A state of Qt's kept by `remember_bytes`."""
        return QByteArray.fromBase64(self.recall(key).encode("ascii", "ignore"))

    def remember_bytes(self, key: str, value: QByteArray) -> None:
        """Keep a state of Qt's, such as a geometry."""
        self.remember(key, bytes(value.toBase64().data()).decode("ascii"))
