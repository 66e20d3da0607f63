"""What tables of things to tick have in common: how a row looks, and the Qt model that tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.ui.tokens import Color

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Role = Qt.ItemDataRole
TEXT, STATE, NOTE = range(3)
"""The columns: two lines of text with their box, the state, and a short remark that a narrow table leaves out."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """A row as it is painted and read out."""

    first: str
    second: str = ""
    state: tuple[str, str, Color] = ("", "", Color.TEXT)
    """Words, the icon's name, its colour."""
    note: str = ""
    tip: str = ""
    """What a tool tip says beyond the two lines."""
    tick: Qt.CheckState | None = None
    """None where there is nothing to tick."""
    round: bool = False
    """At most one of its group can be ticked."""
    heading: bool = False
    folded: bool | None = None
    """Whether the rows of a heading are hidden; None where there are none."""
    flush: bool = False
    """Its text begins at the edge, where other rows have their box."""
    faint: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    """Parts of the first line that stand out, as (start, length)."""


class TickModel(QAbstractTableModel):
    """Rows that can be ticked. A subclass says how they look and what a tick means."""

    ticked = Signal()
    """The choice changed."""

    def look(self, position: int) -> RowLook:
        """How that row looks now."""
        raise NotImplementedError

    def toggle(self, positions: Iterable[int]) -> None:
        """Tick these rows, or untick them if all that have a box are ticked."""
        raise NotImplementedError

    def fold(self, position: int, *, folded: bool) -> None:
        """Hide or show the rows of the heading that this row belongs to."""

    def tell_ticked(self) -> None:
        """Have every box painted anew, and everybody told."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, TEXT), [Role.CheckStateRole])
        self.ticked.emit()

    # Qt

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # Qt's own
        if not index.isValid():
            return None
        if role == Role.CheckStateRole and index.column() == TEXT:
            return self.look(index.row()).tick
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        look = self.look(index.row())
        if index.column() == STATE:
            return look.state[0]
        if index.column() == NOTE:
            return look.note
        if role == Role.DisplayRole:
            return look.first
        return "\n".join(filter(None, (look.first, look.second, look.tip)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemNeverHasChildren
