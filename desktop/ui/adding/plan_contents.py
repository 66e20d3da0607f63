"""An import plan made ready to be shown and chosen from. Made beside the GUI thread; nothing of Qt in here.

A paper may stand in several rows of a plan. Each paper that the import would bring, bring back or change is one
*group*: its rows share one tick.
"""

from array import array
from dataclasses import dataclass, field, replace
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


def contents_of(plan: ImportPlan) -> PlanContents:
    """The plan with what its display needs."""
    groups = _Groups()
    numbers = tuple(array("l", (groups.of(planned, row) for row in planned.rows)) for planned in plan.digests)
    lines = tuple(_lines(planned) for planned in plan.digests)
    return PlanContents(plan, numbers, groups.kinds, lines, any(map(_lacks_year, plan.digests)))


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


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """What adding would do, as the choice stands."""

    papers_new: int = 0
    papers_changed: int = 0
    papers_back: int = 0
    digests_new: int = 0
    digests_back: int = 0

    @property
    def nothing(self) -> bool:
        """Adding would change nothing."""
        return not (self.digests_new or self.digests_back)


@dataclass(slots=True)
class PlanChoice:
    """What a person ticked. At first everything."""

    contents: PlanContents
    left_out: set[int] = field(default_factory=set)
    """Digests that are not imported at all."""
    ticks: bytearray = field(init=False)
    """Per group 1 or 0."""

    def __post_init__(self) -> None:
        self.ticks = bytearray(b"\1" * len(self.contents.kinds))

    def can_tick(self, digest: int, row: int) -> bool:
        """Whether that row has a tick of its own that can be changed now."""
        return digest not in self.left_out and self.contents.groups[digest][row] != NO_GROUP

    def can_leave_out(self, digest: int) -> bool:
        """Whether importing that digest changes anything."""
        planned = self.contents.plan.digests[digest]
        return planned.already is None or planned.in_trash

    def ticked(self, digest: int, row: int) -> bool:
        """Whether that row brings its paper."""
        group = self.contents.groups[digest][row]
        return digest not in self.left_out and group != NO_GROUP and bool(self.ticks[group])

    def tick(self, digest: int, row: int, *, on: bool) -> None:
        """Tick the paper of that row, in all its rows; does nothing where there is nothing to tick."""
        if self.can_tick(digest, row):
            self.ticks[self.contents.groups[digest][row]] = on

    def tick_digest(self, digest: int, *, on: bool) -> None:
        """Take a digest in with all its papers, or leave it out."""
        if not self.can_leave_out(digest):
            return
        if not on:
            self.left_out.add(digest)
            return
        self.left_out.discard(digest)
        for group in self.contents.groups[digest]:
            if group != NO_GROUP:
                self.ticks[group] = 1

    def wholly_ticked(self, digest: int) -> bool:
        """No row of that digest is unticked, and it is not left out."""
        if digest in self.left_out:
            return False
        ticks = self.ticks
        return all(ticks[group] for group in self.contents.groups[digest] if group != NO_GROUP)

    def outcome(self) -> PlanOutcome:
        """What adding would do now."""
        live: set[int] = set()
        digests = [0, 0]
        for number, planned in enumerate(self.contents.plan.digests):
            if number in self.left_out or not self.can_leave_out(number):
                continue
            digests[planned.in_trash] += 1
            live.update(self.contents.groups[number])
        live.discard(NO_GROUP)
        papers = [0, 0, 0]
        kinds, ticks = self.contents.kinds, self.ticks
        for group in live:
            papers[kinds[group]] += ticks[group]
        return PlanOutcome(*papers, *digests)

    def to_apply(self) -> tuple[ImportPlan, frozenset[tuple[int, int]]]:
        """The plan of the digests that are not left out, and its rows that bring no paper."""
        plan, ticks = self.contents.plan, self.ticks
        kept = [number for number in range(len(plan.digests)) if number not in self.left_out]
        unticked = frozenset(
            (position, row)
            for position, number in enumerate(kept)
            for row, group in enumerate(self.contents.groups[number])
            if group != NO_GROUP and not ticks[group]
        )
        return replace(plan, digests=tuple(plan.digests[number] for number in kept)), unticked

    def carried_to(self, contents: PlanContents) -> "PlanChoice":
        """The same choice for the same files read again with other options; a fresh one if they changed."""
        choice = PlanChoice(contents)
        if contents.groups == self.contents.groups:
            choice.left_out = self.left_out
            choice.ticks = self.ticks
        return choice
