"""What an import would do, before it does it, and what it did."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.changes import Changes
from desktop.domain.derived_facts import DerivedFacts
from desktop.domain.digest import Digest, Entry
from desktop.domain.errors import AppError
from desktop.domain.ids import DigestId, PaperId


class RowState(StrEnum):
    """What an entry means to the library."""

    NEW = "new"
    """No paper of this id or title is there: one will be added."""
    KNOWN = "known"
    """The paper is there with these very strings."""
    CHANGED = "changed"
    """The paper is there; the digest tells other strings (a new version, another translation)."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One entry of a planned digest."""

    state: RowState
    entry: Entry
    facts: DerivedFacts
    key: bytes
    """Of the entry's strings (`entry_key`)."""
    title_hash: int
    paper: PaperId | None = None
    """The known paper; None for a new one and for one that an earlier row of the plan brings."""
    by_title: bool = False
    """Known by its title alone: a guess."""
    in_trash: bool = False
    """The known paper is in the Trash and comes back with the import."""


@dataclass(frozen=True, slots=True)
class PlannedDigest:
    """One file of an import."""

    path: str
    name: str
    """File name, under which the digest is known and exported again."""
    digest: Digest
    sha256: str
    rows: tuple[PlannedRow, ...]
    already: DigestId | None = None
    """The library holds a digest with these very bytes under this name: importing changes nothing."""
    in_trash: bool = False
    """That digest is in the Trash and comes back."""

    def count(self, state: RowState) -> int:
        """How many rows are in that state."""
        return sum(row.state is state for row in self.rows)


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that cannot be imported, and why."""

    path: str
    error: AppError


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person chose."""

    year: int | None = None
    """Year of the dates that a Daily Papers page gives without one."""
    language: str = "zh"
    """Language of the translations in the digests; never `paper.ORIGINAL`."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do. Nothing has been written."""

    digests: tuple[PlannedDigest, ...]
    refused: tuple[RefusedFile, ...] = ()
    options: ImportOptions = field(default_factory=ImportOptions)

    def count(self, state: RowState) -> int:
        """How many rows are in that state, over all files that are not there already."""
        return sum(planned.count(state) for planned in self.digests if planned.already is None or planned.in_trash)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did."""

    digests_added: int
    digests_already: int
    papers_added: int
    papers_changed: int
    refused: tuple[RefusedFile, ...]
    changes: Changes
