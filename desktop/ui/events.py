"""How the parts of the window hear of what changed in the library."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changes


class LibraryEvents(QObject):
    """Every change of the library is announced here; views refresh what concerns them."""

    changed = Signal(object)  # Changes

    def announce(self, changes: Changes) -> None:
        """Tell everyone, unless nothing changed."""
        if changes:
            self.changed.emit(changes)
