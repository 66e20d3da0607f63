"""What importing bibliographies would do, before it does it, and what it did."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.bibliography import BibliographyFormat, BrokenEntry, Reference
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId

Row = tuple[int, int]
"""Number of the file in the plan and of the entry in the file, from 0."""


class ReferenceState(StrEnum):
    """What an entry means to the library."""

    NEW = "new"
    KNOWN = "known"
    """The paper is there, and the entry tells nothing that it lacks."""
    CHANGED = "changed"
    """The paper is there; it gets what the entry tells beyond."""


class Gain(StrEnum):
    """What a paper that is there gets from an entry."""

    FACTS = "facts"
    """Authors, date, DOI, link, or arXiv id, where it has none."""
    TEXTS = "texts"
    """An abstract or a translation, where it has none."""
    TAGS = "tags"
    COLLECTIONS = "collections"
    NOTE = "note"
    """Below the person's own."""
    FILES = "files"
    CITE_KEY = "cite-key"
    CITATION = "citation"
    """What only bibliographies tell: venue, pages, publisher and the like."""


@dataclass(frozen=True, slots=True)
class LinkedPdf:
    """A file that an entry names, and that is there."""

    path: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class PlannedReference:
    """One entry of a planned bibliography."""

    reference: Reference
    state: ReferenceState = ReferenceState.NEW
    paper: PaperId | None = None
    """The known paper; None for a new one and for one that an earlier entry of the plan brings."""
    title: str = ""
    """Of the known paper."""
    by_title: bool = False
    """Known by title and authors alone."""
    in_trash: bool = False
    """The known paper is in the Trash and comes back."""
    gains: tuple[Gain, ...] = ()
    pdfs: tuple[LinkedPdf, ...] = ()
    """That the paper does not have yet."""
    repeats: Row | None = None
    """The entry before it that is the same new paper; both are ticked as one."""
    missing: int = 0
    """How many files the entry names that are not there."""


@dataclass(frozen=True, slots=True)
class PlannedBibliography:
    """One file of an import."""

    path: str
    name: str
    format: BibliographyFormat
    rows: tuple[PlannedReference, ...]
    broken: tuple[BrokenEntry, ...]

    def count(self, state: ReferenceState) -> int:
        """How many entries are in that state."""
        return sum(row.state is state for row in self.rows)


@dataclass(frozen=True, slots=True)
class RefusedBibliography:
    """A file that cannot be imported, or a PDF that cannot be copied, and why."""

    path: str
    error: AppError


@dataclass(frozen=True, slots=True)
class BibliographyPlan:
    """What an import would do. Nothing has been written."""

    files: tuple[PlannedBibliography, ...]
    refused: tuple[RefusedBibliography, ...] = ()

    def count(self, state: ReferenceState) -> int:
        """How many entries are in that state, over all files."""
        return sum(planned.count(state) for planned in self.files)

    @property
    def broken(self) -> int:
        """How many entries could not be read."""
        return sum(len(planned.broken) for planned in self.files)

    @property
    def nothing(self) -> bool:
        """Whether importing would change nothing."""
        rows = (row for planned in self.files for row in planned.rows)
        return not any(row.state is not ReferenceState.KNOWN or row.in_trash for row in rows)


@dataclass(frozen=True, slots=True)
class BibliographyResult:
    """What an import did. When it is returned, everything is on the disk."""

    added: tuple[PaperId, ...] = ()
    changed: int = 0
    """Papers that were there and got something."""
    restored: int = 0
    attached: int = 0
    """PDFs."""
    refused: tuple[RefusedBibliography, ...] = ()
    changes: Changes = field(default_factory=Changes)
