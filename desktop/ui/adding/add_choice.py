"""What a person ticked of what was recognised, and what adding would do. Nothing of Qt in here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import NamedTuple

from desktop.domain.adding import AddPlan, AddState, PdfMatch, PlannedId, PlannedPdf
from desktop.domain.title_similarity import CLEAR

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


class AddRowKind(IntEnum):
    """What a row of the table stands for."""

    ID = 0
    PDF = 1
    REFUSED = 2
    """A file that cannot be added."""
    HEADING = 3
    """Over the lines that were not understood."""
    LINE = 4


class AddRow(NamedTuple):
    """Number `number` (from 0) of its kind in the plan."""

    kind: AddRowKind
    number: int = 0


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What adding would do, as the choice stands. A paper is counted once, however many rows bring it."""

    added: int = 0
    restored: int = 0
    newer: int = 0
    """Papers of the library of which a newer version was named."""
    attached: int = 0
    """PDFs that papers of the library get."""

    @property
    def nothing(self) -> bool:
        """Adding would change nothing."""
        return not (self.added or self.restored or self.newer or self.attached)


@dataclass(slots=True)
class AddChoice:
    """What is ticked. What a person decided stays decided while the plan is made anew: it goes by id and by file."""

    plan: AddPlan = field(default_factory=AddPlan)
    _decided: dict[str, bool] = field(default_factory=dict)
    """Ticks that a person set or took away."""
    _alone: set[str] = field(default_factory=set)
    """Files of PDFs that were recognised by their title and are papers of their own after all."""

    def rows(self, *, folded: bool) -> list[AddRow]:
        """All rows in order; `folded` leaves out the lines that were not understood."""
        plan = self.plan
        kinds: tuple[tuple[AddRowKind, Sequence[object]], ...] = (
            (AddRowKind.ID, plan.ids),
            (AddRowKind.PDF, plan.pdfs),
            (AddRowKind.REFUSED, plan.refused),
            (AddRowKind.HEADING, plan.not_understood[:1]),
            (AddRowKind.LINE, () if folded else plan.not_understood),
        )
        return [AddRow(kind, number) for kind, things in kinds for number in range(len(things))]

    def pdf(self, number: int) -> PlannedPdf:
        """That PDF as it would be added."""
        planned = self.plan.pdfs[number]
        if planned.path not in self._alone:
            return planned
        told = planned.identity
        match = PdfMatch.STAMP if told.arxiv_id else PdfMatch.NONE
        return replace(planned, match=match, state=AddState.NEW, paper=None, title=told.title)

    def is_guess(self, row: AddRow) -> bool:
        """The PDF was recognised by its title alone: the person may say that it is another paper."""
        return row.kind is AddRowKind.PDF and self.plan.pdfs[row.number].match is PdfMatch.TITLE

    def is_alone(self, row: AddRow) -> bool:
        """The person said so."""
        return self.plan.pdfs[row.number].path in self._alone

    def set_alone(self, row: AddRow, *, alone: bool) -> None:
        """Make the PDF a paper of its own, or attach it to the paper that its title is alike to. Either ticks it."""
        path = self.plan.pdfs[row.number].path
        (self._alone.add if alone else self._alone.discard)(path)
        self._decided[path] = True

    def can_tick(self, row: AddRow) -> bool:
        """Whether adding it changes anything."""
        if row.kind is AddRowKind.ID:
            return self.plan.ids[row.number].state is not AddState.KNOWN
        return row.kind is AddRowKind.PDF and not _is_there(self.pdf(row.number))

    def ticked(self, row: AddRow) -> bool:
        """Whether it will be added. At first all but unclear guesses are."""
        if not self.can_tick(row):
            return False
        return self._decided.get(self._key(row), row.kind is AddRowKind.ID or _is_sure(self.pdf(row.number)))

    def toggle(self, rows: Iterable[AddRow]) -> None:
        """Tick these rows, or untick them if all that have a box are ticked."""
        boxed = [row for row in rows if self.can_tick(row)]
        on = not all(map(self.ticked, boxed))
        for row in boxed:
            self._decided[self._key(row)] = on

    def to_add(self) -> AddPlan:
        """The plan of what is ticked alone."""
        ids, pdfs = self._ticked_ids(), self._ticked_pdfs()
        return AddPlan(tuple(ids), tuple(pdfs))

    def outcome(self) -> AddOutcome:
        """What adding would do now."""
        added: set[str] = set()
        restored: set[int] = set()
        newer = attached = 0
        for planned in self._ticked_ids():
            if planned.paper is None:
                added.add(planned.id.value)
            elif planned.state is AddState.IN_TRASH:
                restored.add(planned.paper)
            else:
                newer += 1
        for pdf in self._ticked_pdfs():
            if pdf.paper is None:
                added.add(pdf.identity.arxiv_id or pdf.sha256)
            else:
                attached += pdf.match is not PdfMatch.SAME_FILE or bool(pdf.gone)
                restored.update([pdf.paper] if pdf.state is AddState.IN_TRASH else ())
        return AddOutcome(len(added), len(restored), newer, attached)

    def _key(self, row: AddRow) -> str:
        return self.plan.ids[row.number].id.value if row.kind is AddRowKind.ID else self.plan.pdfs[row.number].path

    def _ticked_ids(self) -> list[PlannedId]:
        return [planned for n, planned in enumerate(self.plan.ids) if self.ticked(AddRow(AddRowKind.ID, n))]

    def _ticked_pdfs(self) -> list[PlannedPdf]:
        numbers = range(len(self.plan.pdfs))
        return [self.pdf(number) for number in numbers if self.ticked(AddRow(AddRowKind.PDF, number))]


def merged(text: AddPlan, files: AddPlan) -> AddPlan:
    """Both plans as one; each id once, in its higher version, each file once."""
    ids = {planned.id.value: planned for planned in text.ids}
    for planned in files.ids:
        there = ids.get(planned.id.value)
        if there is None or (planned.id.version or 0) > (there.id.version or 0):
            ids[planned.id.value] = planned
    pdfs = {pdf.sha256: pdf for pdf in (*text.pdfs, *files.pdfs)}
    refused = {file.path: file for file in (*text.refused, *files.refused)}
    lines = dict.fromkeys((*text.not_understood, *files.not_understood))
    return AddPlan(tuple(ids.values()), tuple(pdfs.values()), tuple(lines), tuple(refused.values()))


def possible_titles(lines: Iterable[str]) -> list[str]:
    """The lines that may be titles of papers on arXiv: some words in Latin letters, no address."""
    return [line for line in lines if len(_LATIN_WORD.findall(line)) > 1 and "://" not in line]


def _is_sure(pdf: PlannedPdf) -> bool:
    return pdf.match is not PdfMatch.TITLE or pdf.similarity >= CLEAR


def _is_there(pdf: PlannedPdf) -> bool:
    return pdf.match is PdfMatch.SAME_FILE and pdf.state is not AddState.IN_TRASH and not pdf.gone
