"""The table of an import plan: keeps the row that is current while rows are folded and filtered away."""

from array import array

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.adding.import_plan_model import ImportPlanModel
from desktop.ui.adding.plan_rows import DIGEST_MASK, DIGEST_SHIFT, PlanRowKind, encode
from desktop.ui.adding.tick_view import TickView

_STATE_WIDTH = 148
_LONGEST_ID = "0000.00000v00"


class ImportPlanView(TickView):
    """Shows an ImportPlanModel."""

    opened = Signal(object)
    """PlanRow that is current now; None if there is none."""

    def __init__(self, model: ImportPlanModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _STATE_WIDTH, _LONGEST_ID, parent)
        self._plan = model
        self.setAccessibleName(self.tr("What the import would do"))
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def show_rows(self, rows: "array[int]") -> None:
        """Show these rows; the current one stays current, or the heading of its file is."""
        current = self.currentIndex().row()
        kept = self._plan.code(current) if 0 <= current < self._plan.rowCount() else -1
        self._plan.show(rows)
        position = self._plan.position_of(kept)
        if position < 0 and kept >= 0:
            position = self._plan.position_of(encode(PlanRowKind.DIGEST, kept >> DIGEST_SHIFT & DIGEST_MASK))
        self.make_current(max(position, 0))
        if not self._plan.rowCount():
            self.opened.emit(None)

    def _on_current_changed(self) -> None:
        index = self.currentIndex()
        self.opened.emit(self._plan.row(index.row()) if index.isValid() else None)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("What the import would do"))
        super().changeEvent(event)
