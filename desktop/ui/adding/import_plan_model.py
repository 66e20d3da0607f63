"""The import plan as a Qt table: an array of encoded rows over the frozen plan, nothing copied."""

from array import array
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal

from desktop.domain.import_plan import PlannedRow
from desktop.domain.latex_text import readable
from desktop.ui.adding.plan_choice import PlanChoice
from desktop.ui.adding.plan_contents import NO_GROUP, PlanContents
from desktop.ui.adding.plan_rows import PlanRow, PlanRowKind, decode
from desktop.ui.adding.plan_words import (
    digest_facts,
    digest_state,
    file_name,
    listing_words,
    refusal_words,
    state_words,
)
from desktop.ui.adding.tick_model import STATE, TEXT, Index, RowLook, TickModel
from desktop.ui.library.paper_columns import one_line
from desktop.ui.tokens import Color

_ROOT = QModelIndex()
Role = Qt.ItemDataRole


class ImportPlanModel(TickModel):
    """Shows the rows it is given, and keeps what is ticked and folded."""

    folds_changed = Signal()

    def __init__(self, contents: PlanContents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contents = contents
        self._choice = PlanChoice(contents)
        self._rows: array[int] = array("q")
        self._folded: frozenset[int] = frozenset()

    @property
    def contents(self) -> PlanContents:
        """The plan that is shown."""
        return self._contents

    @property
    def choice(self) -> PlanChoice:
        """What is ticked. Change it through `toggle`."""
        return self._choice

    @property
    def folded(self) -> frozenset[int]:
        """Digests whose rows are hidden."""
        return self._folded

    def set_folded(self, digests: frozenset[int]) -> None:
        """Hide the rows of these digests, show those of all others."""
        if digests != self._folded:
            self._folded = digests
            self.folds_changed.emit()

    def fold(self, position: int, *, folded: bool) -> None:
        row = self.row(position)
        if row.kind is not PlanRowKind.REFUSED:
            self.set_folded(self._folded | {row.digest} if folded else self._folded - {row.digest})

    def set_contents(self, contents: PlanContents, rows: "array[int]") -> None:
        """Show another plan; ticks are kept where it is of the same files."""
        self.beginResetModel()
        self._contents = contents
        self._choice = self._choice.carried_to(contents)
        self._rows = rows
        self.endResetModel()
        self.ticked.emit()

    def show(self, rows: "array[int]") -> None:
        """Show these rows of the plan."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, position: int) -> PlanRow:
        """What stands at that position."""
        return decode(self._rows[position])

    def position_of(self, code: int) -> int:
        """Where the row with that number stands, -1 if it is not shown."""
        try:
            return self._rows.index(code)
        except ValueError:
            return -1

    def code(self, position: int) -> int:
        """The number of the row at that position."""
        return self._rows[position]

    def entry(self, row: PlanRow) -> PlannedRow:
        """The entry that a row of kind ENTRY shows."""
        return self._contents.plan.digests[row.digest].rows[row.number]

    def toggle(self, positions: Iterable[int]) -> None:
        rows = [self._rows[position] for position in positions]
        if rows:
            self._choice.toggle(rows)
            self.tell_ticked()

    def look(self, position: int) -> RowLook:
        row = self.row(position)
        first, second = self.texts(row)
        entry = row.kind is PlanRowKind.ENTRY
        return RowLook(
            first,
            second,
            self.state(row),
            note=self._id(self.entry(row)) if entry else "",
            tip=self._tip(row),
            tick=self._tick_state(row),
            heading=row.kind is PlanRowKind.DIGEST,
            folded=row.digest in self._folded if row.kind is PlanRowKind.DIGEST else None,
            flush=row.kind is PlanRowKind.REFUSED,
            faint=entry and row.digest in self._choice.left_out,
        )

    def _tick_state(self, row: PlanRow) -> Qt.CheckState | None:
        """The box of a row; None where there is nothing to tick."""
        choice = self._choice
        if row.kind is PlanRowKind.DIGEST and choice.can_leave_out(row.digest):
            if row.digest in choice.left_out:
                return Qt.CheckState.Unchecked
            whole = choice.wholly_ticked(row.digest)
            return Qt.CheckState.Checked if whole else Qt.CheckState.PartiallyChecked
        if row.kind is PlanRowKind.ENTRY and self._contents.groups[row.digest][row.number] != NO_GROUP:
            on = choice.ticked(row.digest, row.number)
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def texts(self, row: PlanRow) -> tuple[str, str]:
        """The two lines of a row."""
        plan = self._contents.plan
        if row.kind is PlanRowKind.DIGEST:
            planned = plan.digests[row.digest]
            return planned.name, digest_facts(planned, self._contents.counts[row.digest])
        if row.kind is PlanRowKind.ENTRY:
            entry = self.entry(row)
            second = one_line(readable(entry.entry.translated_title)) or listing_words(entry.entry.listing)
            return one_line(readable(entry.facts.title)), second
        if row.kind is PlanRowKind.LINE:
            number = plan.digests[row.digest].digest.not_understood[row.number]
            said = QCoreApplication.translate("ImportPlan", "Line {number}").format(number=number)
            return one_line(self._contents.lines[row.digest][row.number][:500]) or "␣", said
        file = plan.refused[row.number]
        return file_name(file.path), refusal_words(file).happened

    def state(self, row: PlanRow) -> tuple[str, str, Color]:
        """The state of a row in words, with the icon and its colour."""
        if row.kind is PlanRowKind.DIGEST:
            return digest_state(self._contents.plan.digests[row.digest])
        if row.kind is PlanRowKind.ENTRY:
            return state_words(self.entry(row))
        if row.kind is PlanRowKind.LINE:
            return QCoreApplication.translate("ImportPlan", "Not understood"), "warn", Color.WARN
        return QCoreApplication.translate("ImportPlan", "Cannot be imported"), "cancel", Color.BAD

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # Qt's own
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Role.DisplayRole:
            return None
        translate = QCoreApplication.translate
        names = {TEXT: translate("ImportPlan", "Paper"), STATE: translate("ImportPlan", "State")}
        return names.get(section, translate("ImportPlan", "arXiv id"))

    @staticmethod
    def _id(planned: PlannedRow) -> str:
        facts = planned.facts
        return facts.arxiv_id if facts.arxiv_version is None else f"{facts.arxiv_id}v{facts.arxiv_version}"

    def _tip(self, row: PlanRow) -> str:
        plan = self._contents.plan
        if row.kind is PlanRowKind.REFUSED:
            return refusal_words(plan.refused[row.number]).advice
        return plan.digests[row.digest].path if row.kind is PlanRowKind.DIGEST else ""
