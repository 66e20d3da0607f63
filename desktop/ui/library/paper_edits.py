"""Saves what a person typed, and keeps what could not be saved until it can."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.paper import Fact, TextKind
from desktop.services.library import LibraryServices
from desktop.ui.tasks import Lane, TaskRunner


@dataclass(frozen=True, slots=True)
class TextKey:
    """A text of a paper."""

    paper: PaperId
    kind: TextKind
    language: str


@dataclass(frozen=True, slots=True)
class FactKey:
    """A fact about a paper."""

    paper: PaperId
    fact: Fact


Key = TextKey | FactKey


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and is not stored yet; `error` says why it was refused, None while it is being stored."""

    value: str
    error: AppError | None = None


class PaperEdits(QObject):
    """Edits go to the lane of the database one after the other."""

    changed = Signal(object)
    """Stored; with the Changes."""
    refused = Signal(object)
    """Not stored; with the Key. What was typed is in `draft(key)`."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._drafts: dict[Key, Draft] = {}

    def draft(self, key: Key) -> Draft | None:
        """What was typed there and is not stored, if anything."""
        return self._drafts.get(key)

    def discard(self, key: Key) -> None:
        """The person gave an edit up."""
        self._drafts.pop(key, None)

    def save_text(self, key: TextKey, value: str) -> None:
        """Store a text."""
        services = self._services
        self._save(key, value, lambda: services.editing.edit_text(key.paper, key.kind, key.language, value))

    def save_fact(self, key: FactKey, value: str) -> None:
        """Store a fact."""
        services = self._services
        self._save(key, value, lambda: services.editing.edit_fact(key.paper, key.fact, value))

    def revert_text(self, key: TextKey) -> None:
        """Go back to the digest's text."""
        services = self._services
        self._drafts.pop(key, None)
        self._run(lambda: services.editing.revert_text(key.paper, key.kind, key.language))

    def split(self, paper: PaperId, digest: DigestId, position: int) -> None:
        """Make a paper of its own of an entry that was recognised by its title."""
        services = self._services
        self._run(lambda: services.editing.split(paper, digest, position))

    def _run(self, work: Callable[[], Changes]) -> None:
        self._tasks.run(Lane.DB, work, owner=self, done=self.changed.emit)

    def _save(self, key: Key, value: str, work: Callable[[], Changes]) -> None:
        draft = self._drafts[key] = Draft(value)

        def done(changes: Changes) -> None:
            if self._drafts.get(key) is draft:
                del self._drafts[key]
            self.changed.emit(changes)

        def failed(error: AppError) -> None:
            if self._drafts.get(key) is draft:
                self._drafts[key] = Draft(value, error)
                self.refused.emit(key)

        self._tasks.run(Lane.DB, work, owner=self, done=done, failed=failed)
