"""The figures of a plot as a table: for who hears the window read aloud, and to be copied."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from desktop.domain.plot import Plot
from desktop.ui import wording
from desktop.ui.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_ROWS = 14
"""A longer table is scrolled."""
_COLUMN = 180
"""Pixels at 100 %: wider ones are hard to read across."""


class PlotTableModel(QAbstractTableModel):
    """A row for each bar, a column for its name and for each series."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plot = Plot("", "", (), ())

    def show_plot(self, plot: Plot) -> None:
        """Show the figures of this one."""
        self.beginResetModel()
        self._plot = plot
        self.endResetModel()

    # Qt

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._plot.bars)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(self._plot.series)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # Qt's own
        if role == _Role.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != _Role.DisplayRole:
            return None
        bar = self._plot.bars[index.row()]
        return wording.number(bar.values[index.column() - 1]) if index.column() else bar.name

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # Qt's own
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != _Role.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self._plot.head, *self._plot.series)[section]


class PlotTable(QTableView):
    """Ctrl+C copies what is selected, or all, with tabs between the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PlotTableModel(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setProperty("kind", "framed")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_plot(self, plot: Plot) -> None:
        """Show the figures of this one."""
        self._model.show_plot(plot)
        self.setAccessibleName(plot.title)
        self.updateGeometry()

    def copied(self) -> str:
        """The rows that are selected, or all, below the names of the columns."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = range(self._model.columnCount())
        head = [self._model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        body = [
            [self._model.index(row, column).data() for column in columns]
            for row in rows or range(self._model.rowCount())
        ]
        return "\n".join("\t".join(line) for line in (head, *body))

    # Qt

    def sizeHint(self) -> QSize:
        look, rows = theme(), min(self._model.rowCount(), _ROWS)
        height = self.horizontalHeader().sizeHint().height() + sum(map(self.rowHeight, range(rows))) + look.space(2)
        return QSize(look.scaled(_COLUMN * self._model.columnCount()), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().space(20), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)
