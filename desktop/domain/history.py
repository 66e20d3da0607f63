"""What happened to a paper, as it is told to a person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.undo import UndoKind

MOST_ENTRIES = 200
"""Of one paper; the newest are told."""

TOLD_STEPS = frozenset(
    {
        *(UndoKind.STATUS, UndoKind.STAR, UndoKind.UNSTAR, UndoKind.PRIORITY, UndoKind.DUE),
        *(UndoKind.TAG, UndoKind.UNTAG, UndoKind.COLLECT, UndoKind.UNCOLLECT),
        *(UndoKind.EDIT_TEXT, UndoKind.EDIT_FACT, UndoKind.REVERT_TEXT, UndoKind.NEW_VERSION, UndoKind.MATCH),
        *(UndoKind.SPLIT, UndoKind.MERGE_PAPERS, UndoKind.KEEP_APART),
        *(UndoKind.TRASH, UndoKind.RESTORE, UndoKind.REMOVE_DIGEST),
    }
)
"""What a person did to a paper. That it was added, or got a PDF, is known without the step."""


class Event(StrEnum):
    """What happened beside what a person did in steps of undo."""

    ADDED = "added"
    IN_DIGEST = "in-digest"
    """`detail`: the name of the digest."""
    VERSION_TOLD = "version-told"
    """By arXiv. `detail`: such as "v2"."""
    PDF_CAME = "pdf-came"
    """`detail`: the name it came with, or the version as "v2", or empty."""
    FIRST_MARK = "first-mark"
    LAST_MARK = "last-mark"
    """Only where it is another than the first."""
    LAST_READ = "last-read"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened to a paper."""

    at: datetime
    """UTC."""
    what: UndoKind | Event
    detail: str = ""
    """See `UndoKind` and `Event`."""
