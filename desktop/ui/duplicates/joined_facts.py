"""What a merged paper has of all: files, marks, tags, notes, digests, how far a person is."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.domain.paper import PaperDetails, TextKind
from desktop.domain.reading_list import Status
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.library.origin_words import day
from desktop.ui.reading_words import status_name


class Joined(Enum):
    """What is put together rather than chosen."""

    NOTE = auto()
    PDFS = auto()
    TAGS = auto()
    DIGESTS = auto()
    STATUS = auto()
    ADDED = auto()


JOINED = tuple(Joined)
_NAMES = {
    Joined.NOTE: QT_TRANSLATE_NOOP("Duplicates", "Notes, joined"),
    Joined.PDFS: QT_TRANSLATE_NOOP("Duplicates", "PDFs, all kept"),
    Joined.TAGS: QT_TRANSLATE_NOOP("Duplicates", "Tags, all kept"),
    Joined.DIGESTS: QT_TRANSLATE_NOOP("Duplicates", "Digests, all kept"),
    Joined.STATUS: QT_TRANSLATE_NOOP("Duplicates", "Status, the furthest"),
    Joined.ADDED: QT_TRANSLATE_NOOP("Duplicates", "Added, the first day"),
}
_FEW = 4
"""Digests that are named."""


def joined_name(kind: Joined) -> str:
    """What it is called, and what becomes of it."""
    return QCoreApplication.translate("Duplicates", _NAMES[kind])


def joined_value(kind: Joined, paper: PaperDetails) -> str:
    """What a paper has of it, empty if nothing."""
    match kind:
        case Joined.NOTE:
            return paper.text(TextKind.NOTE, "")
        case Joined.PDFS:
            return _pdfs(paper)
        case Joined.TAGS:
            return wording.listed(tag.name for tag in paper.row.tags)
        case Joined.DIGESTS:
            return _digests(paper)
        case Joined.STATUS:
            return "" if paper.row.status is Status.INBOX else status_name(paper.row.status)
        case Joined.ADDED:
            return day(paper.row.added_at)


def _pdfs(paper: PaperDetails) -> str:
    parts = [wording.pdfs(len(paper.files))] if paper.files else []
    if paper.marks:
        parts.append(wording.marks(len(paper.marks)))
    return wording.listed(parts)


def _digests(paper: PaperDetails) -> str:
    names = list(dict.fromkeys(seen.name for seen in paper.seen_in))
    more = [wording.digests(len(names) - _FEW)] if len(names) > _FEW else []
    return "\n".join([*names[:_FEW], *more])
