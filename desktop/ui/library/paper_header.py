"""The heading of the table: a click sorts, a right click chooses columns, widths and order are kept."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from desktop.ui.library.paper_columns import COLUMNS, TITLE_COLUMN, Cell, column_name
from desktop.ui.library.paper_table_model import PaperTableModel
from desktop.ui.theme import theme
from desktop.ui.widgets.own_viewport import give_viewport


class PaperHeader(QHeaderView):
    """Widths are kept at a scale of 100 % and shown at the person's."""

    def __init__(self, model: PaperTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        give_viewport(self)
        self._papers = model
        self._scale = theme().scale
        self._chosen = {section for section, column in enumerate(COLUMNS) if column.shown}
        self._yielding = self._chosen - {TITLE_COLUMN}
        """Columns that nobody asked for: they step aside where the titles would have too little room."""
        self._aside: dict[int, int] = {}
        """Those that do so now, and their widths at 100 %."""

    def set_up(self) -> None:
        """Once the view has its model."""
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        # With the selection of the view, the heading would look at every row to find out whether a column is selected.
        self.setSelectionModel(QItemSelectionModel(self._papers, self))
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setMinimumSectionSize(theme().space(8))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        for section, column in enumerate(COLUMNS):
            self.setSectionHidden(section, not column.shown)
            self.resizeSection(section, theme().scaled(column.width))
        self.setSectionResizeMode(TITLE_COLUMN, QHeaderView.ResizeMode.Stretch)

    def first_shown(self) -> int:
        """The column at the left."""
        shown = (self.logicalIndex(place) for place in range(len(COLUMNS)))
        return next((section for section in shown if not self.isSectionHidden(section)), TITLE_COLUMN)

    def shown_cells(self) -> frozenset[Cell]:
        """What has a column that is seen."""
        return frozenset(column.cell for place, column in enumerate(COLUMNS) if not self.isSectionHidden(place))

    def show_sort(self) -> None:
        """Let the arrow tell by what the table is sorted."""
        sort = self._papers.listing.sort
        section = next((place for place, column in enumerate(COLUMNS) if sort and column.sort is sort.column), -1)
        order = Qt.SortOrder.DescendingOrder if sort and sort.descending else Qt.SortOrder.AscendingOrder
        self.blockSignals(True)
        self.setSortIndicator(section, order)
        self.blockSignals(False)
        self.viewport().update()

    def choose_column(self, section: int, *, shown: bool) -> None:
        """Show or hide a column. One that is asked for does not step aside any more."""
        (self._chosen.add if shown else self._chosen.discard)(section)
        self._aside.pop(section, None)
        self._yielding.discard(section)
        self.setSectionHidden(section, not shown)
        if shown and self.sectionSize(section) < self.minimumSectionSize():
            self.resizeSection(section, theme().scaled(COLUMNS[section].width))
        self.fit_title(self.viewport().width())
        self.sectionMoved.emit(section, 0, 0)

    def fit_title(self, width: int) -> None:
        """Let the title take the room that is left, but never less than it needs: other columns make way."""
        least = theme().scaled(COLUMNS[TITLE_COLUMN].width)
        sizes = {section: self._size(section) for section in sorted(self._chosen - {TITLE_COLUMN})}
        for section in sorted(self._yielding & sizes.keys(), reverse=True):
            self._step_aside(section, width - sum(sizes.values()) < least)
            if section in self._aside:
                del sizes[section]
        if width - sum(sizes.values()) >= least:
            self.setSectionResizeMode(TITLE_COLUMN, QHeaderView.ResizeMode.Stretch)
        else:
            self.setSectionResizeMode(TITLE_COLUMN, QHeaderView.ResizeMode.Interactive)
            self.resizeSection(TITLE_COLUMN, least)

    def _size(self, section: int) -> int:
        if section in self._aside:
            return round(self._aside[section] * self._scale / 100)
        return self.sectionSize(section)

    def _step_aside(self, section: int, aside: bool) -> None:
        if aside and section not in self._aside:
            self._aside[section] = round(self.sectionSize(section) * 100 / self._scale)
            self.setSectionHidden(section, True)
        elif not aside and section in self._aside:
            width = self._size(section)
            del self._aside[section]
            self.setSectionHidden(section, False)
            self.resizeSection(section, width)
        else:
            return
        self.sectionMoved.emit(section, 0, 0)

    def apply_scale(self) -> None:
        """Widen or narrow the columns with the type."""
        before, self._scale = self._scale, theme().scale
        if before != self._scale:
            for section in range(len(COLUMNS)):
                if section != TITLE_COLUMN and not self.isSectionHidden(section):
                    self.resizeSection(section, round(self.sectionSize(section) * self._scale / before))
        self.setMinimumSectionSize(theme().space(8))
        self.fit_title(self.viewport().width())

    def save_columns(self) -> list[dict[str, object]]:
        """Name, visibility and width at 100 % of the columns, from left to right."""
        return [self._saved(self.logicalIndex(place)) for place in range(len(COLUMNS))]

    def _saved(self, section: int) -> dict[str, object]:
        shown = section in self._chosen
        saved: dict[str, object] = {"name": COLUMNS[section].cell.value, "shown": shown}
        if shown and section != TITLE_COLUMN:
            saved["width"] = self._aside.get(section, round(self.sectionSize(section) * 100 / self._scale))
        return saved

    def restore_columns(self, saved: object) -> None:
        """Put back what `save_columns` gave; columns it does not name stay where they are."""
        if not isinstance(saved, list):
            return
        sections = {column.cell.value: section for section, column in enumerate(COLUMNS)}
        place = 0
        self._aside.clear()
        for entry in saved:
            if not isinstance(entry, dict) or entry.get("name") not in sections:
                continue
            section = sections.pop(entry["name"])
            self.moveSection(self.visualIndex(section), place)
            place += 1
            shown = entry.get("shown") is not False or section == TITLE_COLUMN
            (self._chosen.add if shown else self._chosen.discard)(section)
            self.setSectionHidden(section, not shown)
            width = entry.get("width")
            if isinstance(width, int) and 0 < width < 4000:
                self.resizeSection(section, theme().scaled(width))
        self.fit_title(self.viewport().width())

    def _on_menu_requested(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at))

    def columns_menu(self) -> QMenu:
        """A menu that chooses columns; the title always stays."""
        menu = QMenu(self)
        for section, column in enumerate(COLUMNS):
            if section == TITLE_COLUMN:
                continue
            action = QAction(column_name(column.cell), menu, checkable=True)
            action.setChecked(not self.isSectionHidden(section))
            action.toggled.connect(lambda shown, section=section: self.choose_column(section, shown=shown))
            menu.addAction(action)
        return menu
