"""The outbox as a table knows it."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.ids import MailId
from desktop.domain.mails import Mail, MailState
from desktop.ui.assets import icon
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.library.labels import tool_tip
from desktop.ui.mailing import mail_words
from desktop.ui.tokens import Color

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MailColumn(IntEnum):
    """From left to right."""

    STATE = 0
    SUBJECT = 1
    TO = 2
    WHEN = 3


_HEADINGS = (
    QT_TRANSLATE_NOOP("Mails", "State"),
    QT_TRANSLATE_NOOP("Mails", "Subject"),
    QT_TRANSLATE_NOOP("Mails", "To"),
    QT_TRANSLATE_NOOP("Mails", "Written"),
)
_ICONS = {
    MailState.WAITING: ("due", Color.TEXT_MUTED),
    MailState.SENDING: ("work", Color.ACCENT),
    MailState.UNCERTAIN: ("help", Color.WARN),
    MailState.FAILED: ("warn", Color.BAD),
    MailState.CANCELLED: ("cancel", Color.TEXT_MUTED),
    MailState.SENT: ("good", Color.GOOD),
}


class OutboxModel(QAbstractTableModel):
    """The newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: tuple[Mail, ...] = ()

    def show(self, mails: Sequence[Mail]) -> None:
        """Show these. Rows of the same mails stay, so that what is selected stays so."""
        if [one.id for one in mails] == [one.id for one in self.mails]:
            self.mails = tuple(mails)
            if mails:
                self.dataChanged.emit(self.index(0, 0), self.index(len(mails) - 1, len(MailColumn) - 1))
            return
        self.beginResetModel()
        self.mails = tuple(mails)
        self.endResetModel()

    def row_of(self, key: MailId | None) -> int:
        """Where a mail stands; -1 if it is not there."""
        return next((row for row, one in enumerate(self.mails) if one.id == key), -1)

    # Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.mails)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(MailColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Mails", _HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        mail = self.mails[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(mail, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(mail_words.details(mail))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == MailColumn.STATE:
            name, color = _ICONS[mail.state]
            some = mail.state is MailState.SENT and mail.refused
            return icon("warn", Color.WARN) if some else icon(name, color)
        return None

    @staticmethod
    def _text(mail: Mail, column: int) -> str:
        match MailColumn(column):
            case MailColumn.STATE:
                return mail_words.state(mail)
            case MailColumn.SUBJECT:
                return mail.subject
            case MailColumn.TO:
                return mail_words.names(mail)
            case MailColumn.WHEN:
                return mail_words.moment(mail.created_at_ms)
