"""What is exported, how, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.digest import Digest
from desktop.domain.ids import DigestId, PaperId


@dataclass(frozen=True, slots=True)
class DigestSource:
    """An imported digest, in its own format."""

    digest: DigestId
    with_edits: bool = True
    """False: the bytes as they were imported."""


@dataclass(frozen=True, slots=True)
class PapersSource:
    """These papers, in this order, as a new digest."""

    papers: tuple[PaperId, ...]
    language: str = "zh"


ExportSource = DigestSource | PapersSource


class NoticeKind(StrEnum):
    """What a person should know before handing an export on."""

    LINE_FEED_IN_TITLE = "line-feed-in-title"
    """The format allows it, other tools may choke on it."""
    NO_LINK = "no-link"
    NO_TRANSLATION = "no-translation"
    NO_SUMMARY = "no-summary"
    LINE_FEED_REPLACED = "line-feed-replaced"
    """A field that may not hold a line feed held one; a space was written instead."""
    NO_PLACE = "no-place"
    """An edited text has no place in this digest's format and is left out."""
    NO_PREFACE = "no-preface"
    """The format has no place for the preface."""
    NOT_UNDERSTOOD_KEPT = "not-understood-kept"
    """The imported file breaks the grammar; its other bytes are written as they came."""


@dataclass(frozen=True, slots=True)
class Notice:
    """How many papers a remark concerns (lines, for NOT_UNDERSTOOD_KEPT; 1, for NO_PREFACE); `titles` names the first
    few."""

    kind: NoticeKind
    count: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportDocument:
    """The bytes to be written and what is to be said about them."""

    data: bytes
    name: str
    """Proposed file name."""
    digest: Digest
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A file that was written."""

    path: str
    papers: int
    size: int
    """Bytes."""
    notices: tuple[Notice, ...] = ()
