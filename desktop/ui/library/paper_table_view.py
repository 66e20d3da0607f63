"""The table of papers: selection and scrolling by paper, keys, columns, dragging out."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.search_marks import Needles, needles
from desktop.ui.fetching.row_state import RowState
from desktop.ui.library.drag_table import DragTable
from desktop.ui.library.kept_place import KeptPlace, select_rows, selected_papers
from desktop.ui.library.paper_columns import COLUMNS, Cell, Titles
from desktop.ui.library.paper_delegate import PaperDelegate
from desktop.ui.library.paper_header import PaperHeader
from desktop.ui.library.paper_table_model import PaperTableModel
from desktop.ui.library.row_layout import Density
from desktop.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex


class PaperTableView(DragTable):
    """Shows a PaperTableModel. Its context menu consists of the widget's actions (`addAction`)."""

    papers_selected = Signal()
    """Other papers are selected; see `selected_papers`."""
    paper_activated = Signal(object)
    """Enter or a double click on a paper (PaperId)."""
    removal_requested = Signal()
    """Delete was pressed."""
    copy_requested = Signal()
    star_toggled = Signal(object, bool)
    """The star of a paper was clicked (PaperId, whether it shall be starred)."""

    def __init__(self, model: PaperTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._place = KeptPlace(self, model)
        self._silent = False
        self._reported: list[PaperId] = []
        self._delegate = PaperDelegate(model, theme(), self)
        self._header = PaperHeader(model, self)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._delegate)
        self._set_up()
        model.modelAboutToBeReset.connect(self._place.keep)
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        model.listed.connect(self._on_listed)
        self._header.sectionMoved.connect(self._on_columns_changed)
        self._header.set_up()
        self.setSortingEnabled(True)
        theme().changed.connect(self._on_theme_changed)
        self.activated.connect(lambda index: self.paper_activated.emit(PaperId(model.ids[index.row()])))
        self._on_theme_changed()

    def _set_up(self) -> None:
        self._retranslate()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    # What is shown

    def set_titles(self, titles: Titles) -> None:
        """Choose which title stands first."""
        self._papers.set_titles(titles)

    def show_pdf_states(self, states: Mapping[PaperId, RowState]) -> None:
        """How the PDFs stand that are to come."""
        if states != self._papers.pdf_states:
            self._papers.pdf_states = states
            self.viewport().update()

    def set_density(self, density: Density) -> None:
        """Make rows tall or low; the current paper stays in sight."""
        self._delegate.set_density(density)
        self._apply_row_height()

    def mark(self, query: str) -> None:
        """Mark the words of a search."""
        found = Needles()
        if query:
            from desktop.domain.query_parser import parse  # 4 ms that the first rows need not wait for

            found = needles(parse(query, typing=True))
        self._delegate.set_needles(found)
        self.viewport().update()

    def save_state(self) -> dict[str, object]:
        """Columns, density and titles, as plain values for the settings file."""
        return {
            "columns": self._header.save_columns(),
            "density": self._delegate.density.value,
            "titles": self._papers.titles.value,
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Put back what `save_state` gave; what is not understood is passed over."""
        self._header.restore_columns(state.get("columns"))
        with suppress(ValueError):
            self.set_density(Density(str(state.get("density"))))
        with suppress(ValueError):
            self.set_titles(Titles(str(state.get("titles"))))
        self._on_columns_changed()

    # What is selected

    def selected_papers(self) -> list[PaperId]:
        """The selected papers in the order of the table."""
        return selected_papers(self, self._papers.ids)

    def current_paper(self) -> PaperId | None:
        """The paper that has the keyboard."""
        row = self.currentIndex().row()
        return PaperId(self._papers.ids[row]) if 0 <= row < len(self._papers.ids) else None

    def select_papers(self, papers: Iterable[PaperId]) -> None:
        """Select these papers and bring the first of them into sight."""
        rows = self._papers.rows_of(list(papers))
        select_rows(self, rows)
        if rows:
            index = self._papers.index(rows[0], self._header.first_shown())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(self._papers.index(rows[0], 0))
        self._report_selection()

    def step(self, rows: int) -> None:
        """Move the selection down by so many rows."""
        last = len(self._papers.ids) - 1
        if last >= 0:
            row = self.currentIndex().row() + (rows if self.selectionModel().hasSelection() else 0)
            self.selectRow(min(max(row, 0), last))

    def _on_reset(self) -> None:
        self._apply_row_height()
        self._silent = True
        try:
            self._place.restore(self._delegate.metrics.height, self._header.first_shown())
        finally:
            self._silent = False
        if not self._papers.preview:
            self._report_selection()

    def _on_listed(self) -> None:
        self._place.settle()
        self._header.show_sort()
        self._report_selection()

    def _report_selection(self) -> None:
        selected = self.selected_papers()
        if selected != self._reported:
            self._reported = selected
            self.papers_selected.emit()

    def _apply_row_height(self) -> None:
        height = self._delegate.metrics.height
        rows = self.verticalHeader()
        if rows.defaultSectionSize() != height:
            current = self.currentIndex()
            top = self.rowAt(0)
            rows.setDefaultSectionSize(height)
            self.verticalScrollBar().setValue(max(top, 0) * height)
            if current.isValid():
                self.scrollTo(current)
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self._apply_row_height()
        self._header.apply_scale()
        self.verticalScrollBar().setSingleStep(self._delegate.metrics.height)

    def _on_columns_changed(self) -> None:
        self._delegate.first_column = self._header.first_shown()
        self._delegate.title.shown = self._header.shown_cells()
        self.viewport().update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Papers"))

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._silent:
            self._report_selection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        steps = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        elif plain and key in steps:
            super().keyPressEvent(QKeyEvent(event.type(), steps[key], event.modifiers(), "", event.isAutoRepeat()))
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier  # of the list, not of the row
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters are shortcuts; looking through all rows for them would read all rows."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._is_star(index, event.position().toPoint()):
            if (paper := self._papers.paper(index.row())) is not None:
                self.star_toggled.emit(paper.id, not paper.starred)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _is_star(self, index: QModelIndex, at: QPoint) -> bool:
        cell = COLUMNS[index.column()].cell if index.isValid() else None
        if cell is Cell.TITLE and Cell.STARRED not in self._delegate.title.shown:
            return self._delegate.title.star_area(self.visualRect(index), self._delegate.metrics).contains(at)
        return cell is Cell.STARRED

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.fit_title(self.viewport().width())
