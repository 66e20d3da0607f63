"""What adding papers would do, before it does it, and what it did."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop.domain.arxiv_id import ArxivId
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperFile
from desktop.domain.pdf_facts import PdfIdentity
from desktop.domain.title_similarity import CLEAR


@dataclass(frozen=True, slots=True)
class Scan:
    """What was recognised in a text."""

    found: tuple[ArxivId, ...]
    """In order, each paper once, with the highest version that was named."""
    not_understood: tuple[str, ...] = ()
    """Lines that name no paper, and tokens that look like an arXiv id or link and are none; in order, each once."""


class AddState(StrEnum):
    """What a row means to the library."""

    NEW = "new"
    KNOWN = "known"
    """The paper is there; adding changes nothing (a PDF that it lacks is attached)."""
    NEWER = "newer"
    """The paper is there in an older version than the one that was named."""
    IN_TRASH = "in-trash"
    """Comes back."""


@dataclass(frozen=True, slots=True)
class PlannedId:
    """An arXiv id that was recognised."""

    id: ArxivId
    state: AddState
    paper: PaperId | None = None
    title: str = ""
    """Of the paper that is there."""
    has_pdf: bool = False


class PdfMatch(StrEnum):
    """How a PDF was recognised."""

    SAME_FILE = "same-file"
    """The library has this very file."""
    STAMP = "stamp"
    """arXiv's stamp on page 1."""
    DOI = "doi"
    TITLE = "title"
    """A guess that a person decides on."""
    NONE = "none"
    """Becomes a paper of its own."""


@dataclass(frozen=True, slots=True)
class PlannedPdf:
    """A PDF that would be copied into the library."""

    path: str
    sha256: str
    size: int
    pages: int
    match: PdfMatch
    identity: PdfIdentity
    state: AddState
    """KNOWN with SAME_FILE; with a paper that is there the PDF is attached to it."""
    paper: PaperId | None = None
    title: str = ""
    """Of the paper that is there, else the title that a new one would have."""
    similarity: float = 1.0
    """With TITLE: how alike the titles are."""
    gone: tuple[PaperFile, ...] = ()
    """With SAME_FILE: the copies that the library should have and that are put back."""


@dataclass(frozen=True, slots=True)
class RefusedInput:
    """A file that cannot be added, and why."""

    path: str
    error: AppError


@dataclass(frozen=True, slots=True)
class AddPlan:
    """What adding would do. Nothing has been written."""

    ids: tuple[PlannedId, ...] = ()
    pdfs: tuple[PlannedPdf, ...] = ()
    not_understood: tuple[str, ...] = ()
    refused: tuple[RefusedInput, ...] = ()


@dataclass(frozen=True, slots=True)
class AddResult:
    """What adding did. When it is returned, everything is on the disk."""

    added: tuple[PaperId, ...] = ()
    restored: tuple[PaperId, ...] = ()
    attached: int = 0
    """PDFs that papers of the library got, or got back."""
    refused: tuple[RefusedInput, ...] = ()
    changes: Changes = field(default_factory=Changes)


def decided_by_nobody(pdf: PlannedPdf) -> PlannedPdf:
    """A guess that is not clear becomes a paper of its own, where nobody is there to decide."""
    if pdf.match is not PdfMatch.TITLE or pdf.similarity >= CLEAR:
        return pdf
    return replace(pdf, match=PdfMatch.NONE, state=AddState.NEW, paper=None, title=pdf.identity.title)
