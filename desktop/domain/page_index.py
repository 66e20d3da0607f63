"""The index of the words of PDFs: what is to be read, what was read, and how far all of it is."""

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.errors import Reason
from desktop.domain.pdf_document import PdfFile


class IndexState(StrEnum):
    """How a file stands in the index."""

    READING = "reading"
    """Its first pages are found, the rest is still to be read."""
    WHOLE = "whole"
    NO_TEXT = "no-text"
    """It was read and holds no words: a scan."""
    FAILED = "failed"
    """Not all of its pages could be read. It is tried again when a person asks for it, or when the file is another."""


@dataclass(frozen=True, slots=True)
class IndexTask:
    """A file that is to be read."""

    file: PdfFile
    title: str
    """Of its paper."""
    start: int = 0
    """The first page that is still to be read."""
    pages: int = 0
    """All pages of the file; 0 while that is not known."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """Some pages of a file that were read."""

    task: IndexTask
    pages: int
    """All pages of the file."""
    texts: tuple[str, ...]
    """Of the pages from `task.start` on."""
    unread: bool = False
    """One of these pages could not be read; its text is empty."""

    @property
    def rest(self) -> IndexTask | None:
        """What is still to be read of the file."""
        start = self.task.start + len(self.texts)
        return replace(self.task, start=start, pages=self.pages) if start < self.pages else None


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that is not, or not wholly, in the index."""

    paper: int
    title: str
    sha256: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class IndexOverview:
    """How many PDFs of the library stand where, each file counted once, without those of the Trash."""

    files: int = 0
    done: int = 0
    """Need no reading any more: those without text and those that failed are among them."""
    without_text: int = 0
    failed: int = 0

    @property
    def waiting(self) -> int:
        """Still to be read."""
        return self.files - self.done
