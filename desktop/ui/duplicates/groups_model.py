"""The groups of papers that may be one, as rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.duplicates import DuplicateGroup
from desktop.domain.latex_text import readable
from desktop.domain.paper import PaperRow
from desktop.ui import wording
from desktop.ui.duplicates.duplicate_words import group_words

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MOST = 12
"""Papers that are compared side by side."""


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group, and the paper of it by whose title it is called."""

    group: DuplicateGroup
    called: PaperRow

    @property
    def title(self) -> str:
        """In text without markup."""
        return readable(self.called.title or self.called.translated_title)

    @property
    def why(self) -> str:
        """How many they are if more than two, and why they may be one."""
        count = len(self.group.papers)
        words = group_words(self.group)
        return words if count == 2 else f"{wording.papers(count)} · {words}"


def shown_groups(services: "LibraryServices", groups: Sequence[DuplicateGroup]) -> list[ShownGroup]:
    """The groups with what they are called; those of which fewer than two papers are left go. Of a very large one the
    first papers are shown; once they are decided about, the next ones come."""
    rows = {row.id: row for row in services.browse.rows([paper for group in groups for paper in group.papers])}
    shown = []
    for group in groups:
        there = [rows[paper] for paper in group.papers if paper in rows and not rows[paper].trashed]
        if len(there) > 1:
            shown.append(ShownGroup(replace(group, papers=tuple(row.id for row in there[:MOST])), there[0]))
    return shown


class GroupsModel(QAbstractListModel):
    """Shows what it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: list[ShownGroup] = []

    def show(self, groups: Sequence[ShownGroup]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.groups = list(groups)
        self.endResetModel()

    def drop(self, row: int) -> None:
        """Take that row out."""
        self.beginRemoveRows(_ROOT, row, row)
        del self.groups[row]
        self.endRemoveRows()

    def row_of(self, group: DuplicateGroup) -> int:
        """Where a group of the same papers stands; -1 if there is none."""
        return next((row for row, shown in enumerate(self.groups) if shown.group.papers == group.papers), -1)

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt declares it
        if not index.isValid():
            return None
        shown = self.groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            translate = QCoreApplication.translate
            return translate("Duplicates", "{title}. {why}").format(title=shown.title, why=shown.why)
        return None
