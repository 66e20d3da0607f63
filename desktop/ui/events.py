"""How the parts of the window hear of what changed in the library."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changes


class LibraryEvents(QObject):
    """Every change of the library is announced here; views refresh what concerns them."""

    changed = Signal(object)  # Changes
    stepped = Signal()
    """The change was a step that can be undone, or was taken back or done again."""

    def announce(self, changes: Changes) -> None:
        """Tell everyone of a step, unless nothing changed. Who sees what it changed can already take it back: what Undo
        would do is asked for first."""
        if changes:
            self.stepped.emit()
            self.changed.emit(changes)

    def announce_quietly(self, changes: Changes) -> None:
        """Tell of a change that undo knows nothing of, such as what came from arXiv."""
        if changes:
            self.changed.emit(changes)
