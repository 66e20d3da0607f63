"""Which papers are triaged, where one is among them, and what was decided."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from desktop.domain.ids import PaperId


class Decision(StrEnum):
    """What became of a paper; values of `Status` mean the same."""

    KEPT = "inbox"
    """Left in the inbox on purpose."""
    QUEUED = "queued"
    READING = "reading"
    READ = "read"
    ARCHIVED = "archived"
    TRASHED = "trashed"


class TriageRun:
    """One pass through papers. Papers that come later join at the end; those that are gone are left out."""

    def __init__(self, papers: Sequence[PaperId], at: PaperId | None = None) -> None:
        self._papers = list(papers)
        self._decisions: dict[PaperId, Decision] = {}
        self._at = self._papers.index(at) if at in self._papers else 0

    @property
    def current(self) -> PaperId | None:
        """The paper in front; None where there is none left."""
        return self._papers[self._at] if self._at < len(self._papers) else None

    @property
    def place(self) -> int:
        """Which one that is, from 1."""
        return self._at + 1

    def __len__(self) -> int:
        return len(self._papers)

    @property
    def counts(self) -> Counter[Decision]:
        """How many papers became what."""
        return Counter(self._decisions.values())

    @property
    def left(self) -> int:
        """How many nobody has decided about."""
        return len(self._papers) - len(self._decisions)

    def decision(self, paper: PaperId) -> Decision | None:
        """What was decided about that paper."""
        return self._decisions.get(paper)

    def around(self, ahead: int) -> list[PaperId]:
        """The current paper, the next ones and the one before: what a key may bring to the front."""
        at = self._at
        return [*self._papers[at : at + 1 + ahead], *self._papers[max(at - 1, 0) : at]]

    def decide(self, decision: Decision) -> None:
        """Decide about the current paper, and go on to the next that is not decided."""
        if (paper := self.current) is not None:
            self._decisions[paper] = decision
            self._at += 1
            self._pass_decided()

    def step(self, papers: int) -> None:
        """Go so many papers on or back, decided or not; behind the last is the end."""
        self._at = min(max(self._at + papers, 0), len(self._papers))

    def go_through_left(self) -> None:
        """Go to the first paper that is not decided."""
        self._at = 0
        self._pass_decided()

    def join(self, papers: Iterable[PaperId]) -> None:
        """These papers come at the end."""
        if new := list(papers):
            known = set(self._papers)
            self._papers += [paper for paper in new if paper not in known]

    def leave_out(self, papers: Iterable[PaperId]) -> None:
        """These papers are gone, but for those that were thrown away here."""
        gone = {paper for paper in papers if self._decisions.get(paper) is not Decision.TRASHED}
        if not gone:
            return
        before = sum(paper in gone for paper in self._papers[: self._at])
        self._papers = [paper for paper in self._papers if paper not in gone]
        for paper in gone:
            self._decisions.pop(paper, None)
        self._at -= before

    def take_back(self, papers: Iterable[PaperId]) -> bool:
        """What was decided about these papers is undone: go to the first of them. False if it was about none."""
        back = [paper for paper in papers if self._decisions.pop(paper, None) is not None]
        if back:
            self._at = self._papers.index(back[0])
        return bool(back)

    def _pass_decided(self) -> None:
        while self.current is not None and self.current in self._decisions:
            self._at += 1
