"""A paper as it is shown: rows of the table, the details beside it, where each text came from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.ids import DigestId, EntryId, PaperId
from desktop.domain.labels import CollectionLabel, TagLabel
from desktop.domain.reading_list import Priority, Status

if TYPE_CHECKING:  # the rows of the first screen need nothing of these
    from desktop.domain.arxiv_paper import ArxivPaper
    from desktop.domain.errors import Reason
    from desktop.domain.feeds import FoundBy
    from desktop.domain.fetching import Fetch
    from desktop.domain.mark import Mark

ORIGINAL = "en"
"""The language of the original texts of arXiv papers."""


class TextKind(StrEnum):
    """Which text of a paper."""

    TITLE = "title"
    SUMMARY = "summary"
    ABSTRACT = "abstract"
    NOTE = "note"
    """The person's own; has the empty language."""


class Fact(StrEnum):
    """What is known about a paper beside its texts, as a person edits it (one line of text each)."""

    AUTHORS = "authors"
    """Names joined by "; "."""
    CATEGORIES = "categories"
    """Codes joined by spaces, the primary one first."""
    PUBLISHED = "published"
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    ARXIV_ID = "arxiv_id"
    DOI = "doi"
    LINK = "link"
    CITE_KEY = "cite_key"
    """Under which manuscripts name the paper."""


class OriginKind(StrEnum):
    """Who wrote a text."""

    FILE = "file"
    """Nobody: it was guessed from a PDF, and yields to what anybody tells."""
    DIGEST = "digest"
    ARXIV = "arxiv"
    PERSON = "person"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text came from: the file name of the PDF or the digest, arXiv's version as "v2", or the model's name;
    when (UTC)."""

    kind: OriginKind
    name: str
    at: datetime
    prompt: str = ""
    """Of a model: the version of the prompt that it wrote from."""


@dataclass(frozen=True, slots=True)
class PaperText:
    """One text of a paper in one language, clean of the feed's decoration."""

    kind: TextKind
    language: str
    value: str
    origin: Origin
    locked: bool = False
    """A person typed it: imports and models leave it alone."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """What a row of the table shows."""

    id: PaperId
    title: str
    translated_title: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    published: str
    """YYYY, YYYY-MM or YYYY-MM-DD; empty if not known."""
    added_at: datetime
    """UTC."""
    arxiv_id: str
    arxiv_version: int | None
    has_pdf: bool
    digest_count: int
    note: str
    """The beginning of the person's note."""
    trashed: bool = False
    newer_version: int | None = None
    """arXiv has this version, which the paper does not show and nobody has looked at yet."""
    marks: int = 0
    """How many a person has made on its PDFs."""
    status: Status = Status.INBOX
    starred: bool = False
    priority: Priority = Priority.NONE
    due: str = ""
    """YYYY-MM-DD; empty for none."""
    tags: tuple[TagLabel, ...] = ()
    """By name."""
    last_read: datetime | None = None
    """When it was last open in the reader (UTC)."""
    found_on: str = ""
    """In the list of a feed: the newest day on which that feed told of it (YYYY-MM-DD)."""
    found_as: str = ""
    """How the feed announced it on that day (new, cross, replace, replace-cross), if it told."""
    texts_wanted: bool = False
    """A language model is still to write texts of it."""


@dataclass(frozen=True, slots=True)
class SeenIn:
    """A digest that holds the paper."""

    digest: DigestId
    name: str
    position: int
    """Row, from 1."""
    entry: EntryId
    by_title: bool
    """The paper was recognised by its title alone: a guess that a person can undo by splitting."""
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file of a paper inside the library; `path` is relative to the library folder, with forward slashes."""

    path: str
    sha256: str
    size: int
    version: int | None = None
    """Of the paper on arXiv, if known."""
    name: str = ""
    """File name that it came with; empty for a download."""


@dataclass(frozen=True, slots=True)
class WishedText:
    """A text that a language model is to write, or could not."""

    kind: TextKind
    language: str
    failed: bool = False
    reason: "Reason | None" = None
    """Why the last answer was refused."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """All that the details pane shows of one paper."""

    row: PaperRow
    doi: str
    link: str
    announced: str
    """Announce type of the newest digest entry (new, cross, replace, replace-cross), if it told."""
    texts: tuple[PaperText, ...]
    seen_in: tuple[SeenIn, ...]
    files: tuple[PaperFile, ...]
    records: "tuple[ArxivPaper, ...]" = ()
    """The versions that arXiv told of, the newest first."""
    fetches: "tuple[Fetch, ...]" = ()
    """What is still to be fetched for it, and what could not be."""
    marks: "tuple[Mark, ...]" = ()
    """On all of its files, page by page, from top to bottom."""
    collections: tuple[CollectionLabel, ...] = ()
    """Those that the paper itself is in, by name."""
    cite_key: str = ""
    """Empty until one is needed."""
    found_by: "tuple[FoundBy, ...]" = ()
    """The feeds that told of it, the newest day first."""
    wishes: "tuple[WishedText, ...]" = ()
    """Texts that a language model is still to write, and those that it could not."""

    @property
    def withdrawn(self) -> bool:
        """The newest version that arXiv told of, or the one that is shown, takes the paper back."""
        newest = self.records[:1]
        return any(told.withdrawn for told in self.records if told in newest or told.version == self.row.arxiv_version)

    def text(self, kind: TextKind, language: str) -> str:
        """The value of that text, empty if there is none."""
        return next((text.value for text in self.texts if text.kind is kind and text.language == language), "")
