"""The plan of a bibliography's import as a Qt table: what is ticked, and which part is shown."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt

from desktop.domain.bibliography_import import BibliographyPlan, PlannedReference, ReferenceState, Row
from desktop.ui.adding.bibliography_words import facts_of, fault_words, file_facts, place_words, state_words
from desktop.ui.adding.tick_model import Index, RowLook, TickModel
from desktop.ui.library.paper_columns import one_line
from desktop.ui.tokens import Color

_ROOT = QModelIndex()
_LONGEST_LINE = 500
"""Characters of a line that are shown."""


class Part(StrEnum):
    """What of a plan is shown."""

    ALL = "all"
    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    BROKEN = "broken"


class RowKind(StrEnum):
    """What stands in a row of the table."""

    FILE = "file"
    ENTRY = "entry"
    BROKEN = "broken"
    REFUSED = "refused"


class PlanRow(NamedTuple):
    """A row of the table: numbers of the file and of what stands in it, from 0."""

    kind: RowKind
    file: int
    number: int = 0


class BibliographyModel(TickModel):
    """Everything that brings something is ticked at first."""

    def __init__(self, plan: BibliographyPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.unticked: frozenset[Row] = frozenset()
        self._part = Part.ALL
        self._wanted = ""
        self._rows: list[PlanRow] = []
        self._show()

    def show_part(self, part: Part, wanted: str) -> None:
        """Show that part alone, as far as titles, people, keys and texts of broken entries hold `wanted`."""
        self._part, self._wanted = part, wanted.casefold()
        self.beginResetModel()
        self._show()
        self.endResetModel()

    def count(self, part: Part) -> int:
        """How many entries that part has."""
        if part is Part.BROKEN:
            return self.plan.broken + len(self.plan.refused)
        if part is Part.ALL:
            return sum(len(planned.rows) for planned in self.plan.files)
        return self.plan.count(ReferenceState(part.value))

    def row(self, position: int) -> PlanRow:
        """What stands at that position."""
        return self._rows[position]

    def entry(self, row: PlanRow) -> PlannedReference:
        """The entry of a row."""
        return self.plan.files[row.file].rows[row.number]

    def ticked_entries(self) -> list[PlannedReference]:
        """The entries that bring something and are ticked."""
        return [
            entry
            for file, planned in enumerate(self.plan.files)
            for number, entry in enumerate(planned.rows)
            if brings(entry) and (file, number) not in self.unticked
        ]

    def _show(self) -> None:
        refused = len(self.plan.refused) if self._has_broken() else 0
        self._rows = [PlanRow(RowKind.REFUSED, number) for number in range(refused)]
        for file, planned in enumerate(self.plan.files):
            rows = [PlanRow(RowKind.ENTRY, file, number) for number in range(len(planned.rows))]
            rows += [PlanRow(RowKind.BROKEN, file, number) for number in range(len(planned.broken))]
            shown = [row for row in rows if self._fits(row)]
            if len(self.plan.files) > 1 and shown:
                self._rows.append(PlanRow(RowKind.FILE, file))
            self._rows += shown

    def _has_broken(self) -> bool:
        return self._part in (Part.ALL, Part.BROKEN)

    def _fits(self, row: PlanRow) -> bool:
        if row.kind is RowKind.BROKEN:
            broken = self.plan.files[row.file].broken[row.number]
            return self._has_broken() and self._wanted in broken.text.casefold()
        entry = self.entry(row)
        told = entry.reference
        words = "\n".join((told.title, told.key, told.venue, *(name.shown for name in told.authors)))
        return self._part in (Part.ALL, entry.state.value) and self._wanted in words.casefold()

    # Rows

    def look(self, position: int) -> RowLook:
        row = self._rows[position]
        if row.kind is RowKind.FILE:
            planned = self.plan.files[row.file]
            return RowLook(planned.name, file_facts(planned), heading=True, flush=True, tip=planned.path)
        if row.kind is RowKind.REFUSED:
            words = QCoreApplication.translate("Bibliography", "Cannot be imported"), "cancel", Color.BAD
            return RowLook(self.plan.refused[row.file].path, state=words)
        if row.kind is RowKind.BROKEN:
            planned = self.plan.files[row.file]
            broken = planned.broken[row.number]
            words = QCoreApplication.translate("Bibliography", "Broken"), "warn", Color.WARN
            second = f"{place_words(planned, broken)} · {fault_words(broken)}"
            return RowLook(one_line(broken.text[:_LONGEST_LINE]), second, words)
        entry = self.entry(row)
        told = entry.reference
        title = one_line((told.title or told.doi or told.arxiv_id)[:_LONGEST_LINE])
        return RowLook(title, facts_of(entry), state_words(entry), tick=self._tick(row), faint=not brings(entry))

    def toggle(self, positions: Iterable[int]) -> None:
        places = {
            (row.file, row.number)
            for position in positions
            if (row := self._rows[position]).kind is RowKind.ENTRY and brings(self.entry(row))
        }
        self.unticked = self.unticked - places if places & self.unticked else self.unticked | places
        self.tell_ticked()

    def _tick(self, row: PlanRow) -> Qt.CheckState | None:
        if not brings(self.entry(row)):
            return None
        unticked = (row.file, row.number) in self.unticked
        return Qt.CheckState.Unchecked if unticked else Qt.CheckState.Checked

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)


def brings(entry: PlannedReference) -> bool:
    """Whether importing the entry changes anything."""
    return entry.state is not ReferenceState.KNOWN or entry.in_trash
