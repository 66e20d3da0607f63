"""An import plan made ready to be shown and chosen from. Made beside the GUI thread; nothing of Qt in here.

A paper may stand in several rows of a plan. Each paper that the import would bring, bring back or change is one
*group*: its rows share one tick.
"""

from array import array
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from desktop.domain.derived_facts import derive
from desktop.domain.import_plan import ImportPlan, PlannedDigest, PlannedRow, RowState

NO_GROUP = -1
"""Of a row that has nothing to tick: the paper is there with these very strings."""


class GroupKind(IntEnum):
    """What the import does with a paper."""

    NEW = 0
    CHANGED = 1
    BACK = 2
    """It comes back from the Trash."""


@dataclass(frozen=True, slots=True)
class PlanContents:
    """A plan, and what is worked out from it once."""

    plan: ImportPlan
    groups: tuple["array[int]", ...]
    """Per digest and row the number of the group, or NO_GROUP."""
    kinds: "array[int]"
    """Per group its GroupKind."""
    lines: tuple[tuple[str, ...], ...]
    """Per digest the text of each line that was not understood."""
    needs_year: bool
    """Dates without a year stand in it."""
    counts: tuple[Counter[RowState], ...]
    """Per digest how many rows are in each state."""


def contents_of(plan: ImportPlan) -> PlanContents:
    """The plan with what its display needs."""
    groups = _Groups()
    numbers = tuple(array("l", (groups.of(planned, row) for row in planned.rows)) for planned in plan.digests)
    lines = tuple(_lines(planned) for planned in plan.digests)
    counts = tuple(Counter(row.state for row in planned.rows) for planned in plan.digests)
    return PlanContents(plan, numbers, groups.kinds, lines, any(map(_lacks_year, plan.digests)), counts)


class _Groups:
    """Files the rows of a plan under papers, as the import itself will: by id, else by title."""

    def __init__(self) -> None:
        self.kinds = array("b")
        self._by_paper: dict[int, int] = {}
        self._by_id: dict[str, int] = {}
        self._by_title: dict[int, int] = {}

    def of(self, planned: PlannedDigest, row: PlannedRow) -> int:
        if planned.already is not None:
            return NO_GROUP
        if row.paper is None:
            return self._of_new(row)
        if row.state is RowState.KNOWN and not row.in_trash:
            return NO_GROUP
        group = self._by_paper.get(row.paper)
        if group is None:
            group = self._by_paper[row.paper] = self._add(GroupKind.BACK if row.in_trash else GroupKind.CHANGED)
        return group

    def _of_new(self, row: PlannedRow) -> int:
        arxiv_id = row.facts.arxiv_id
        group = self._by_id.get(arxiv_id) if arxiv_id else None
        if group is None and row.state is not RowState.NEW:
            group = self._by_title.get(row.title_hash)
        if group is None:
            group = self._add(GroupKind.NEW)
        if arxiv_id:
            self._by_id[arxiv_id] = group
        self._by_title.setdefault(row.title_hash, group)
        return group

    def _add(self, kind: GroupKind) -> int:
        self.kinds.append(kind)
        return len(self.kinds) - 1


def _lines(planned: PlannedDigest) -> tuple[str, ...]:
    digest = planned.digest
    if digest.original is None or not digest.not_understood:
        return ()
    lines = digest.original.decode("utf-8", "replace").split("\n")
    return tuple(lines[number - 1].rstrip("\r") if number <= len(lines) else "" for number in digest.not_understood)


def _lacks_year(planned: PlannedDigest) -> bool:
    return any(row.entry.listing and not derive(row.entry).published for row in planned.rows)
