"""The Trash is emptied, by hand or after some time, and what was emptied is deleted for good in the end."""

from collections.abc import Sequence

from db import purging, steps
from db.index_documents import driver
from db.library_file import LibraryFile
from db.purging import Held
from db.stored_values import now_ms
from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.trash import DAY_MS, DAYS_IN_TRASH
from desktop.domain.undo import UndoKind
from desktop.system.paper_files import PaperFiles


class EmptyTrash:
    """Every method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library
        self._held: tuple[int, Held] | None = None
        """What steps hold, and after how many changes of the library that was found out."""

    def empty(self) -> Changes:
        """Empty the Trash. Until what was in it is deleted, this can be undone."""
        return self._empty(None)

    def delete_for_good(self, papers: Sequence[PaperId]) -> Changes:
        """The same with these papers of the Trash; others are left alone."""
        return self._empty(papers)

    def _empty(self, papers: Sequence[PaperId] | None) -> Changes:
        with self._library.transaction() as connection:
            return steps.do(connection, UndoKind.EMPTY_TRASH, purging.emptied(driver(connection), papers))

    def empty_old(self) -> Changes:
        """Empty what has been in the Trash for `DAYS_IN_TRASH`, which is no step of undo, and let go of emptyings that
        are as old."""
        before = now_ms() - DAYS_IN_TRASH * DAY_MS
        with self._library.transaction() as connection:
            raw = driver(connection)
            purging.let_go(raw, before)
            return purging.empty_old(raw, before)

    def purge(self) -> bool:
        """Delete for good a piece of what no step of undo can bring back, its files with it. True if there may be more:
        call it again, other work may come in between.

        A file is deleted after nothing tells of it any more; where the program ends in between, the check finds it.
        """
        raw = self._library.connection
        if not purging.is_due(raw):
            return False
        with self._library.transaction() as connection:
            purged = purging.purge(connection, self._held_now())
        if self._held is not None:
            self._held = (raw.total_changes, self._held[1])  # what was deleted is in no step
        stored = PaperFiles(self._library.folder)
        for path in purged.files:
            stored.remove(path)
        return purged.rows > 0

    def _held_now(self) -> Held:
        changes = self._library.connection.total_changes
        if self._held is None or self._held[0] != changes:
            self._held = (changes, purging.held_by_steps(self._library.connection))
        return self._held[1]
