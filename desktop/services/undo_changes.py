"""Steps back and forward through what was changed in the library."""

from db import steps, undo_log
from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.undo import UndoState


class UndoChanges:
    """Undo and redo of the last 100 steps, also after a restart. Every method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def state(self) -> UndoState:
        """What `undo` and `redo` would do now."""
        with self._library.transaction() as connection:
            return undo_log.state(connection)

    def undo(self) -> Changes:
        """Take back the last step. Empty changes if there is none."""
        with self._library.transaction() as connection:
            return steps.step(connection, undone=False)

    def redo(self) -> Changes:
        """Do the last step that was taken back again. Empty changes if there is none."""
        with self._library.transaction() as connection:
            return steps.step(connection, undone=True)
