"""Which papers a table shows, and in which order."""

from array import array
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.digest import DigestFormat
from desktop.domain.ids import DigestId, FeedId, OwnDigestId
from desktop.domain.labels import Collection, SavedSearch, Tag, TagLevel


class Place(StrEnum):
    """The places of a list. TAG, COLLECTION, SEARCH, DIGEST, FEED and OWN_DIGEST are of one thing each: `item`."""

    INBOX = "inbox"
    QUEUE = "queue"
    """In the order that a person gave it."""
    DUE = "due"
    """Unfinished, and due by the end of this week or before."""
    READING = "reading"
    RECENTLY_READ = "recently-read"
    """Opened in the reader in the last 30 days, the last one first."""
    STARRED = "starred"
    ALL = "all"
    RECENT = "recent"
    """Added in the last 7 days."""
    NEW_VERSIONS = "new-versions"
    """arXiv has a newer version than the one shown."""
    COLLECTION = "collection"
    """With those below it."""
    SEARCH = "search"
    """A saved one."""
    TAG = "tag"
    """With those below it."""
    DIGEST = "digest"
    FEED = "feed"
    """The newest day first, each in the feed's order."""
    OWN_DIGEST = "own-digest"
    """In the order that a person gave it."""
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
    STATUS = "status"
    STARRED = "starred"
    PRIORITY = "priority"
    DUE = "due"
    TAGS = "tags"
    LAST_READ = "last_read"


@dataclass(frozen=True, slots=True)
class Sort:
    """A column and a direction."""

    column: Column
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What a person asked to see."""

    place: Place = Place.ALL
    item: int | None = None
    """Which tag, collection, saved search, digest, feed or digest of one's own."""
    query: str = ""
    typing: bool = True
    """The last word of the query may go on, as in a search box; False takes it as it stands."""
    sort: Sort | None = None
    """None: a digest or a feed in its own order, a search by rank, all else the newest first."""
    ranked: bool = True
    """False: a search shows the newest first, which is ready sooner (as-you-type)."""
    limit: int | None = None

    @property
    def digest(self) -> DigestId | None:
        """The digest that is shown."""
        return DigestId(self.item) if self.place is Place.DIGEST and self.item is not None else None

    @property
    def feed(self) -> FeedId | None:
        """The feed that is shown."""
        return FeedId(self.item) if self.place is Place.FEED and self.item is not None else None

    @property
    def in_queue_order(self) -> bool:
        """The whole queue is shown as a person ordered it."""
        return self.place is Place.QUEUE and self.sort is None and not self.query


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
class FeedSummary:
    """A feed as the sidebar shows it."""

    id: FeedId
    name: str
    inbox: int
    """Papers that it brought and that are in the inbox still."""
    active: bool
    failed: bool
    """It could not be read when it was asked last."""


@dataclass(frozen=True, slots=True)
class OwnDigestSummary:
    """A digest that is made here, as the sidebar shows it."""

    id: OwnDigestId
    name: str
    papers: int
    """Without those in the Trash."""
    handed_on_ms: int = 0
    """When it was handed on last (milliseconds since 1970, UTC); 0 for never."""


@dataclass(frozen=True, slots=True)
class Sidebar:
    """The places and how many papers each holds."""

    all: int
    recent: int
    trash: int
    digests: tuple[DigestSummary, ...]
    new_versions: int = 0
    inbox: int = 0
    queue: int = 0
    due: int = 0
    reading: int = 0
    recently_read: int = 0
    starred: int = 0
    collections: tuple[Collection, ...] = ()
    """Parents before children, in the order of their positions."""
    searches: tuple[SavedSearch, ...] = ()
    """In the order of their positions. How many papers each finds is asked for one by one."""
    tags: tuple[Tag, ...] = ()
    """By name. A level of the tree that is no tag of its own is not among them."""
    levels: tuple[TagLevel, ...] = ()
    """The levels of the tree that are no tags of their own."""
    feeds: tuple[FeedSummary, ...] = ()
    """In the order of their positions."""
    own_digests: tuple[OwnDigestSummary, ...] = ()
    """The one made last first."""
