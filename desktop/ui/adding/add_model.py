"""What was recognised as a Qt table: the rows of a choice, nothing copied."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from desktop.domain.adding import AddPlan
from desktop.domain.ids import PaperId
from desktop.ui.adding.add_choice import AddChoice, AddRow, AddRowKind
from desktop.ui.adding.add_words import heading, id_state, id_texts, pdf_state, pdf_texts, refused_texts
from desktop.ui.adding.tick_model import Index, RowLook, TickModel
from desktop.ui.library.paper_columns import one_line
from desktop.ui.tokens import Color

_ROOT = QModelIndex()
_LONGEST_LINE = 500
"""Characters of a line that are shown."""


class AddModel(TickModel):
    """Shows a plan, and keeps what is ticked and folded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = AddChoice()
        self.folded = True
        """The lines that were not understood are hidden."""
        self._unknown: frozenset[str] = frozenset()
        self._rows: list[AddRow] = []

    def show(self, plan: AddPlan, unknown: frozenset[str] = frozenset()) -> None:
        """Show this plan; ticks stay. What the library knows of the ids in `unknown` is not known yet."""
        self._unknown = unknown
        self.choice.plan = plan
        self._reset()

    def row(self, position: int) -> AddRow:
        """What stands at that position."""
        return self._rows[position]

    def position_of(self, row: AddRow) -> int:
        """Where that row stands, -1 if it is not shown."""
        return self._rows.index(row) if row in self._rows else -1

    def forget(self) -> None:
        """Show nothing, and forget all ticks."""
        self.choice = AddChoice()
        self.folded = True
        self.show(AddPlan())
        self.ticked.emit()

    def decide(self, row: AddRow, *, alone: bool) -> None:
        """Say whether a PDF is the paper that its title is alike to."""
        self.choice.set_alone(row, alone=alone)
        self.tell_ticked()

    def known_papers(self) -> list[PaperId]:
        """The papers of the plan that the library has, in order."""
        plan = self.choice.plan
        papers = [*(planned.paper for planned in plan.ids), *(planned.paper for planned in plan.pdfs)]
        return list(dict.fromkeys(paper for paper in papers if paper is not None))

    # Rows

    def look(self, position: int) -> RowLook:
        row = self._rows[position]
        plan = self.choice.plan
        if row.kind is AddRowKind.HEADING:
            text = QCoreApplication.translate("Adding", "No arXiv paper is named there.")
            return RowLook(heading(len(plan.not_understood)), text, heading=True, folded=self.folded)
        if row.kind is AddRowKind.LINE:
            line = one_line(plan.not_understood[row.number][:_LONGEST_LINE])
            return RowLook(line, state=(QCoreApplication.translate("Adding", "Not understood"), "warn", Color.WARN))
        if row.kind is AddRowKind.REFUSED:
            refused = (QCoreApplication.translate("Adding", "Cannot be added"), "cancel", Color.BAD)
            return RowLook(*refused_texts(plan.refused[row.number]), refused, tip=plan.refused[row.number].path)
        if row.kind is AddRowKind.PDF:
            pdf = self.choice.pdf(row.number)
            return RowLook(*pdf_texts(pdf), pdf_state(pdf), tip=pdf.path, tick=self._tick(row))
        planned = plan.ids[row.number]
        if planned.id.value in self._unknown:
            return RowLook(*id_texts(planned), ("…", "", Color.TEXT_MUTED), tick=self._tick(row))
        return RowLook(*id_texts(planned), id_state(planned), tick=self._tick(row))

    def toggle(self, positions: Iterable[int]) -> None:
        self.choice.toggle([self._rows[position] for position in positions])
        self.tell_ticked()

    def fold(self, position: int, *, folded: bool) -> None:
        if self._rows[position].kind in (AddRowKind.HEADING, AddRowKind.LINE) and folded != self.folded:
            self.folded = folded
            self._reset()

    def _tick(self, row: AddRow) -> Qt.CheckState | None:
        if not self.choice.can_tick(row):
            return None
        return Qt.CheckState.Checked if self.choice.ticked(row) else Qt.CheckState.Unchecked

    def _reset(self) -> None:
        self.beginResetModel()
        self._rows = self.choice.rows(folded=self.folded)
        self.endResetModel()
        self.ticked.emit()

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        translate = QCoreApplication.translate
        names: Sequence[str] = (translate("Adding", "Recognised"), translate("Adding", "State"), "")
        return names[section]
