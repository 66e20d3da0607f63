"""What a person ticked of an import plan, and what adding would do. Nothing of Qt in here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.domain.import_plan import ImportPlan
from desktop.ui.adding.plan_contents import NO_GROUP, PlanContents
from desktop.ui.adding.plan_rows import DIGEST_MASK, DIGEST_SHIFT, KIND_MASK, PlanRowKind, decode


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

    def can_leave_out(self, digest: int) -> bool:
        """Whether importing that digest changes anything."""
        planned = self.contents.plan.digests[digest]
        return planned.already is None or planned.in_trash

    def ticked(self, digest: int, row: int) -> bool:
        """Whether that row brings its paper."""
        group = self.contents.groups[digest][row]
        return digest not in self.left_out and group != NO_GROUP and bool(self.ticks[group])

    def toggle(self, rows: Sequence[int]) -> None:
        """Tick these encoded rows, or untick them if all with a box are ticked. A tick is its paper's in all rows.

        A heading alone, or with all the rows of its file, means the file itself: it is taken in or left out.
        """
        digests, entries = self._split(rows)
        on = not self._all_ticked(digests, entries)
        for digest in digests:
            self._tick_digest(digest, on=on)
        groups, ticks, left_out = self.contents.groups, self.ticks, self.left_out
        for _, digest, number in map(decode, entries):
            group = groups[digest][number]
            if group != NO_GROUP and digest not in left_out:
                ticks[group] = on

    def _all_ticked(self, digests: set[int], entries: list[int]) -> bool:
        if not all(self.wholly_ticked(digest) for digest in digests if self.can_leave_out(digest)):
            return False
        groups, ticks, left_out = self.contents.groups, self.ticks, self.left_out
        for _, digest, number in map(decode, entries):
            group = groups[digest][number]
            if group != NO_GROUP and (digest in left_out or not ticks[group]):
                return False
        return True

    def _split(self, rows: Sequence[int]) -> tuple[set[int], list[int]]:
        """The digests that are meant as a whole, and the entries of all others."""
        heading, entry = int(PlanRowKind.DIGEST), int(PlanRowKind.ENTRY)
        entries = [code for code in rows if code & KIND_MASK == entry]
        chosen = Counter([code >> DIGEST_SHIFT & DIGEST_MASK for code in entries])
        digests = self.contents.plan.digests
        headings = {code >> DIGEST_SHIFT & DIGEST_MASK for code in rows if code & KIND_MASK == heading}
        whole = {digest for digest in headings if chosen[digest] in (0, len(digests[digest].rows))}
        if whole.issuperset(chosen):
            return whole, []
        return whole, [code for code in entries if code >> DIGEST_SHIFT & DIGEST_MASK not in whole]

    def _tick_digest(self, digest: int, *, on: bool) -> None:
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
