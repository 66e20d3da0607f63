"""The texts that could not be written, as rows: paper, text, why."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.latex_text import readable
from desktop.domain.model_texts import TextWish
from desktop.ui.library.labels import tool_tip
from desktop.ui.text_words import field_words, text_failure

_TITLE, _FIELD, _REASON = range(3)
Index = QModelIndex | QPersistentModelIndex


class FailuresModel(QAbstractTableModel):
    """Of the writer's last look."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[TextWish, ...] = ()

    def show(self, rows: Sequence[TextWish]) -> None:
        """Show these, if they are others."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        wish = self.rows[index.row()]
        text = {
            _TITLE: lambda: readable(wish.title),
            _FIELD: lambda: field_words(wish.field),
            _REASON: lambda: text_failure(wish.reason, wish.detail),
        }[index.column()]()
        return tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Paper"), self.tr("Text"), self.tr("Why it could not be written"))[section]
        return None
