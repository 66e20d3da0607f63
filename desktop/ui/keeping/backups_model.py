"""The backups as a table knows them."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from desktop.domain.backup import Backup
from desktop.ui import wording
from desktop.ui.assets import icon
from desktop.ui.keeping import backup_words
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.tokens import Color

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BackupColumn(IntEnum):
    """From left to right."""

    WHEN = 0
    REASON = 1
    PAPERS = 2
    SIZE = 3
    STATE = 4


_HEADINGS = (
    QT_TRANSLATE_NOOP("Backups", "Made"),
    QT_TRANSLATE_NOOP("Backups", "Why"),
    QT_TRANSLATE_NOOP("Backups", "Papers"),
    QT_TRANSLATE_NOOP("Backups", "Size"),
    QT_TRANSLATE_NOOP("Backups", "State"),
)
_FIGURES = (BackupColumn.PAPERS, BackupColumn.SIZE)


class BackupsModel(QAbstractTableModel):
    """The newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.backups: list[Backup] = []
        self._checked: set[Path] = set()

    def show(self, backups: Sequence[Backup]) -> None:
        """Show these; what was checked before need not be again."""
        self.beginResetModel()
        known = {backup.path: backup for backup in self.backups if backup.path in self._checked}
        self.backups = [known.get(backup.path, backup) for backup in backups]
        self.endResetModel()

    def unchecked(self) -> Backup | None:
        """The next one of which no more is known than a look tells."""
        return next((one for one in self.backups if one.path not in self._checked and not one.complaint), None)

    def set_checked(self, backup: Backup) -> None:
        """Show what reading all of a backup told."""
        self._checked.add(backup.path)
        for row, shown in enumerate(self.backups):
            if shown.path == backup.path:
                self.backups[row] = backup
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(BackupColumn) - 1))

    def is_whole(self, row: int) -> bool:
        """Whether one can go back to it, as far as it is known."""
        return 0 <= row < len(self.backups) and not self.backups[row].complaint

    # Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.backups)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(BackupColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Backups", _HEADINGS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        backup = self.backups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(backup, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (backup.path.name, backup.complaint)))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == BackupColumn.STATE:
            if backup.complaint:
                return icon("warn", Color.BAD)
            return icon("good", Color.GOOD) if backup.path in self._checked else None
        return None

    def _text(self, backup: Backup, column: int) -> str:
        match BackupColumn(column):
            case BackupColumn.WHEN:
                return backup_words.when(backup.taken_at)
            case BackupColumn.REASON:
                return backup_words.reason(backup)
            case BackupColumn.PAPERS:
                return backup_words.holds(backup)
            case BackupColumn.SIZE:
                return wording.size(backup.size)
            case BackupColumn.STATE:
                return backup_words.state(backup, checked=backup.path in self._checked)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
