"""What is written into a bibliography, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.bibliography import BibliographyFormat
from desktop.domain.cite_keys import USUAL
from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId


class FilesChoice(StrEnum):
    """What becomes of PDFs."""

    NONE = "none"
    LINKS = "links"
    """Where the library has them."""
    COPIES = "copies"
    """In a folder beside the bibliography, which names them by their places in it."""


class TitleChoice(StrEnum):
    """Where translated titles go."""

    NONE = "none"
    FIELD = "field"
    """`title_zh`, or what the format has for it."""
    NOTE = "note"


class AbstractChoice(StrEnum):
    """Which abstracts are written."""

    NONE = "none"
    ORIGINAL = "original"
    TRANSLATED = "translated"
    """In place of the original; papers without a translation keep theirs."""
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class BibliographyChoice:
    """What a person wants."""

    papers: tuple[PaperId, ...]
    """In this order."""
    format: BibliographyFormat = BibliographyFormat.BIBTEX
    notes: bool = True
    labels: bool = True
    """Tags and collections."""
    files: FilesChoice = FilesChoice.NONE
    titles: TitleChoice = TitleChoice.FIELD
    abstracts: AbstractChoice = AbstractChoice.ORIGINAL
    language: str = "zh"
    """Of the translations."""
    key_template: str = USUAL
    """For papers that have no cite key yet (`cite_keys`)."""


@dataclass(frozen=True, slots=True)
class BibliographyWritten:
    """A file that was written."""

    path: str
    papers: int
    size: int
    """Bytes."""
    files: int = 0
    """PDFs that were copied."""
    refused: tuple[tuple[str, AppError], ...] = ()
    """PDFs that could not be copied: names, and why."""
