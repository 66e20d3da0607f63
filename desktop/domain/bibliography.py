"""References: papers as bibliographies tell of them, whatever the format of the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from desktop.domain.person_names import Name

COLLECTION_SEPARATOR = " > "
"""Stands between the levels of a group's name, as JabRef writes it."""


class BibliographyFormat(StrEnum):
    """A kind of file."""

    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


SUFFIXES: Mapping[BibliographyFormat, str] = MappingProxyType(
    {BibliographyFormat.BIBTEX: ".bib", BibliographyFormat.RIS: ".ris", BibliographyFormat.CSL_JSON: ".json"}
)


class ReferenceType(StrEnum):
    """What is referred to, by the names of CSL."""

    ARTICLE = "article"
    """A preprint."""
    JOURNAL = "article-journal"
    CONFERENCE = "paper-conference"
    MAGAZINE = "article-magazine"
    NEWSPAPER = "article-newspaper"
    BOOK = "book"
    CHAPTER = "chapter"
    THESIS = "thesis"
    REPORT = "report"
    MANUSCRIPT = "manuscript"
    WEBPAGE = "webpage"
    DATASET = "dataset"
    SOFTWARE = "software"
    PATENT = "patent"
    STANDARD = "standard"
    SPEECH = "speech"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file that a reference names."""

    path: str
    """As the file says it: absolute, or relative to the bibliography or one of the folders beside it."""
    description: str = ""
    mime: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a bibliography. Texts are Unicode without LaTeX."""

    type: ReferenceType = ReferenceType.DOCUMENT
    key: str = ""
    title: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    date: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    venue: str = ""
    """The journal or the book it stands in."""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    """Of a thesis its school, of a report its institution."""
    doi: str = ""
    arxiv_id: str = ""
    """May have a version."""
    primary_class: str = ""
    """Such as cs.CV."""
    url: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    collections: tuple[tuple[str, ...], ...] = ()
    """Of each its path from the top."""
    files: tuple[FileLink, ...] = ()
    language: str = ""
    translated_title: str = ""
    translated_abstract: str = ""
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Everything else: under names of CSL what several formats know, such as ISBN; under `bibtex:…`, `ris:…` and
    `csl:…` (JSON) what one of them told and only it can tell again."""


class Fault(StrEnum):
    """Why an entry could not be read."""

    UNCLOSED = "unclosed"
    """A bracket or a quotation mark is missing."""
    NO_KEY = "no-key"
    """What stands at the beginning is no cite key."""
    BAD_FIELD = "bad-field"
    """What stands in it is not of the form name = value."""
    NOT_AN_ENTRY = "not-an-entry"
    """Text where an entry should begin, or a value that is none."""
    NO_END = "no-end"
    """The next entry begins before this one has ended."""
    NOTHING_KNOWN = "nothing-known"
    """It has neither a title nor an id."""


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """An entry that could not be read."""

    line: int
    """Where it begins, from 1; in JSON, which entry it is."""
    fault: Fault
    text: str
    """The beginning of what stands there."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What a file holds."""

    format: BibliographyFormat
    references: tuple[Reference, ...]
    broken: tuple[BrokenEntry, ...] = ()


def usable(reference: Reference) -> bool:
    """Whether a paper can be made of it."""
    return bool(reference.title or reference.arxiv_id or reference.doi)
