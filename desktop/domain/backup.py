"""Backups of the library file, as they are listed and chosen."""

from dataclasses import astuple, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class BackupReason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    UPGRADE = "upgrade"
    """Before a newer Papershelf changed the library's schema."""
    BY_HAND = "by-hand"
    PUT_ASIDE = "put-aside"
    """The library itself, as it was before another backup took its place."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much a library file holds, the Trash included."""

    papers: int = 0
    digests: int = 0
    marks: int = 0
    notes: int = 0

    def is_far_more_than(self, other: "Holdings") -> bool:
        """Whether of anything there is more than twice as much here: one would want this one back."""
        return any(here > 2 * there + _FEW for here, there in zip(astuple(self), astuple(other), strict=True))


_FEW = 5
"""So few papers, marks or notes less are no loss that anybody could not mean."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A library file that can take the place of the library."""

    path: Path
    taken_at: datetime
    """UTC."""
    reason: BackupReason
    size: int
    """Bytes."""
    holdings: Holdings | None = None
    """None where the file cannot be read."""
    complaint: str = ""
    """What is wrong with the file, as far as it was looked at; empty if nothing was found."""


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """What going back to a moment would lose."""

    papers_added: int = 0
    papers_changed: int = 0
    """Of those that were there: texts, a model's among them, facts, status, tags."""
    marks: int = 0
    """Made or changed."""
    steps: int = 0
    """All that was done and could be undone, what no paper tells of among it: collections, searches, digests."""

    def __bool__(self) -> bool:
        return any(astuple(self))


@dataclass(frozen=True, slots=True)
class LibraryCopy:
    """A copy of a whole library: a folder that can be opened as a library."""

    folder: Path
    pdfs: int
    missing: tuple[str, ...] = ()
    """PDFs that the library tells of and that were gone or altered (paths in the library)."""
