"""Which papers a table shows, and in which order."""

from array import array
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.digest import DigestFormat
from desktop.domain.ids import DigestId


class Place(StrEnum):
    """The places of the sidebar."""

    ALL = "all"
    RECENT = "recent"
    """Added in the last 7 days."""
    NEW_VERSIONS = "new-versions"
    """arXiv has a newer version than the one shown."""
    DIGEST = "digest"
    TRASH = "trash"


class Column(StrEnum):
    """What a table can be sorted by."""

    TITLE = "title"
    TRANSLATED_TITLE = "translated_title"
    AUTHORS = "authors"
    PUBLISHED = "published"
    ADDED = "added"
    ARXIV_ID = "arxiv_id"
    CATEGORIES = "categories"
    DIGESTS = "digests"
    PDF = "pdf"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Sort:
    """A column and a direction."""

    column: Column
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What a person asked to see."""

    place: Place = Place.ALL
    digest: DigestId | None = None
    """With Place.DIGEST."""
    query: str = ""
    typing: bool = True
    """The last word of the query may go on, as in a search box; False takes it as it stands."""
    sort: Sort | None = None
    """None: a digest in its own order, a search by rank, all else the newest first."""
    ranked: bool = True
    """False: a search shows the newest first, which is ready sooner (as-you-type)."""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class PaperList:
    """The ids that a listing gave, in order."""

    ids: "array[int]"
    ranked: bool = False
    """Ordered by how well they fit the words."""


@dataclass(frozen=True, slots=True)
class DigestSummary:
    """A digest as the sidebar shows it."""

    id: DigestId
    name: str
    format: DigestFormat
    papers: int
    imported_at_ms: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Sidebar:
    """The places and how many papers each holds."""

    all: int
    recent: int
    trash: int
    digests: tuple[DigestSummary, ...]
    new_versions: int = 0
