"""One line of the comparison: what each paper has for a field. Lines are made once and show group after group."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from desktop.domain.ids import PaperId
from desktop.domain.merging import MergeField
from desktop.domain.paper import Fact, TextKind
from desktop.ui.duplicates.duplicate_words import field_name
from desktop.ui.duplicates.marked_comparison import MarkedComparison, ShownField
from desktop.ui.duplicates.offer_cell import OfferCell
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme

LABEL_WIDTH = 96
"""Pixels at 100 %."""


def row_label(text: str) -> QLabel:
    """What stands before a line."""
    label = plain_label("muted", text, wraps=True)
    label.setContentsMargins(0, theme().space(1), 0, 0)
    label.setFixedWidth(theme().scaled(LABEL_WIDTH))
    return label


class FieldRow(QObject):
    """Puts its cells into row `place` of the grid."""

    chosen = Signal(object, object)
    """MergeField, PaperId whose value is taken."""

    def __init__(self, field: MergeField, grid: QGridLayout, place: int, parent: QObject) -> None:
        super().__init__(parent)
        self.field = field
        self._grid = grid
        self._place = place
        self._label = row_label(field_name(field))
        self._cells: list[OfferCell] = []
        self._papers: tuple[PaperId, ...] = ()
        grid.addWidget(self._label, place, 0, Qt.AlignmentFlag.AlignTop)

    def show_field(self, shown: ShownField | None, compared: MarkedComparison) -> None:
        """Show what the papers have; None where no paper has any."""
        self._papers = compared.papers if shown is not None else ()
        self._label.setVisible(shown is not None)
        while len(self._cells) < len(self._papers):
            self._cells.append(self._cell(len(self._cells)))
        for number, cell in enumerate(self._cells):
            cell.setVisible(number < len(self._papers))
        if shown is not None:
            self._fill(shown)

    def show_choice(self, paper: PaperId | None, left_out: frozenset[PaperId]) -> None:
        """Whose value is taken, and which papers have no say."""
        for key, cell in zip(self._papers, self._cells, strict=False):
            cell.show_chosen(key == paper)
            cell.setEnabled(key not in left_out)

    def mark_again(self) -> None:
        """Mark what differs, in the colours of the present theme."""
        for cell in self._cells:
            cell.mark_again()

    def _fill(self, shown: ShownField) -> None:
        translate = QCoreApplication.translate
        first = next(iter(shown.offers))
        for number, (paper, cell) in enumerate(zip(self._papers, self._cells, strict=False), 1):
            if paper not in shown.offers:
                cell.show_aside("–")
            elif not shown.differs and paper != first:
                cell.show_aside(translate("Duplicates", "The same"))
            else:
                told = translate("Duplicates", "{field} of paper {number}")
                name = told.format(field=field_name(self.field), number=number)
                cell.show_offer(name, shown.offers[paper], shown.parts.get(paper, ()), to_choose=shown.differs)

    def _cell(self, number: int) -> OfferCell:
        is_title = not isinstance(self.field, Fact) and self.field.kind is TextKind.TITLE
        cell = OfferCell("heading" if is_title else "body")
        cell.chosen.connect(partial(self._on_chosen, number))
        self._grid.addWidget(cell, self._place, 1 + number)
        return cell

    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(self.field, self._papers[number])
