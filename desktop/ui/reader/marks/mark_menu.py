"""What a right click on a mark offers, and in the list of marks."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.domain.mark import COLORS, TEXT_KINDS
from desktop.ui.assets import icon
from desktop.ui.mark_colors import color_name, dot_icon
from desktop.ui.reader.marks.mark_acts import MarkActs
from desktop.ui.reader.marks.mark_parts import MarkParts
from desktop.ui.reader.pages.layer import PagePoint


class MarkMenu(QObject):
    """Its actions are about the marks that are chosen when one is triggered."""

    def __init__(self, parts: MarkParts, acts: MarkActs, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._acts = acts
        self._colors = QMenu(parts.view)
        self._comment = QAction(icon("edit"), self.tr("Comment"), self)
        self._tags = QAction(icon("tag"), self.tr("Tags…"), self)
        self._place = QAction(icon("highlight"), self.tr("Place at selected text"), self)
        self._copy = QAction(icon("copy"), self.tr("Copy text"), self)
        self._delete = QAction(icon("trash"), self.tr("Delete"), self)
        self._comment.triggered.connect(lambda: acts.comment())
        self._tags.triggered.connect(lambda: acts.comment(tags=True))
        self._place.triggered.connect(acts.lay_over_selection)
        self._copy.triggered.connect(acts.copy_quotes)
        self._delete.triggered.connect(acts.delete)
        self._names = QAction(self.tr("Names of the colours…"), self)
        self._names.triggered.connect(acts.name_colors)
        self._colors.aboutToShow.connect(self._fill_colors)

    @property
    def actions(self) -> list[QAction]:
        """For any menu; what makes no sense for the chosen marks is left out when it opens."""
        marks = self._acts.targets()
        self._colors.setTitle(self.tr("Colour"))
        self._place.setVisible(self._parts.selection.quote() is not None and any(m.kind in TEXT_KINDS for m in marks))
        self._copy.setVisible(any(mark.quote or mark.comment for mark in marks))
        return [self._comment, self._tags, self._colors.menuAction(), self._copy, self._place, self._delete]

    def at(self, point: PagePoint) -> list[QAction]:
        """What a right click there offers: it chooses the mark."""
        mark = self._parts.editing.mark_at(point)
        if mark is None:
            return []
        self._parts.choice.choose(mark.id)
        return self.actions

    def popup(self, at: QPoint) -> None:
        """Show the menu at that place of the screen."""
        menu = QMenu(self._parts.view)
        menu.addActions(self.actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _fill_colors(self) -> None:
        self._colors.clear()
        for color in COLORS:
            name = color_name(color, self._parts.names.names).replace("&", "&&")
            action = self._colors.addAction(dot_icon(color), f"{name}\t{color}")
            action.triggered.connect(partial(self._recolor, color))
        self._colors.addSeparator()
        self._colors.addAction(self._names)

    def _recolor(self, color: int) -> None:
        self._parts.desk.recolor(self._acts.targets(), color)
