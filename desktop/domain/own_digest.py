"""A digest that is made here: of which papers, what it tells of them, and what was handed on."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from desktop.domain.digest import Entry
from desktop.domain.exporting import Notice
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.mark import Mark

WEEK_DAYS = 7
"""What a person read "this week" was read in so many days."""
LONGEST_PREFACE = 20_000
"""Characters."""


class Template(StrEnum):
    """What a digest looks like."""

    SOURCE = "source"
    """As the source documents are (generation 2)."""
    NOTES = "notes"
    """The same with the person's note and marks below each paper."""
    ENGLISH = "english"
    """The original texts and the English summary alone."""


class DigestField(StrEnum):
    """What a digest tells of each paper beside its title and link, and can do without."""

    TRANSLATED_TITLE = "translated_title"
    SUMMARY = "summary"
    SUMMARY_EN = "summary_en"
    TRANSLATED_ABSTRACT = "translated_abstract"
    ABSTRACT = "abstract"
    AUTHORS = "authors"
    """On the page and in the RSS twin: the Markdown has no place for them."""


TRANSLATIONS = frozenset({DigestField.TRANSLATED_TITLE, DigestField.SUMMARY, DigestField.TRANSLATED_ABSTRACT})


class Way(StrEnum):
    """How a digest is handed on."""

    MARKDOWN = "markdown"
    PAGE = "page"
    RSS = "rss"
    FOLDER = "folder"
    """All three, in a folder of folders by day."""
    MAIL = "mail"


class MadeOfKind(StrEnum):
    """Where the papers of a digest came from."""

    SELECTION = "selection"
    LISTING = "listing"
    """A place of the sidebar, or what a search finds in it."""
    FEED_DAY = "feed-day"
    READ_LATELY = "read-lately"
    """What was finished or open in the reader in the last days."""


@dataclass(frozen=True, slots=True)
class MadeOf:
    """Where the papers of a digest came from. `of_listing`, `of_feed_day` and `of_reading` make the usual ones."""

    kind: MadeOfKind = MadeOfKind.SELECTION
    name: str = ""
    """What a person calls the place, the search or the feed."""
    place: str = ""
    """LISTING: a `Place`."""
    item: int | None = None
    """Which collection, feed, … it is."""
    query: str = ""
    day: str = ""
    """FEED_DAY: YYYY-MM-DD; empty for the newest one."""
    days: int = 0
    """READ_LATELY: how many."""

    @property
    def listing(self) -> Listing:
        """What LISTING stands for."""
        return Listing(Place(self.place), self.item, self.query, typing=False, ranked=False)

    def stored(self) -> str:
        """As JSON, without what says nothing."""
        return json.dumps({name: value for name, value in asdict(self).items() if value}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "MadeOf":
        """What `stored` made."""
        told: dict[str, Any] = json.loads(text)
        return cls(MadeOfKind(told.pop("kind")), **told)


def of_listing(listing: Listing, name: str = "") -> MadeOf:
    """All that this list shows."""
    return MadeOf(MadeOfKind.LISTING, name, listing.place.value, listing.item, listing.query)


def of_feed_day(feed: int, day: str = "", name: str = "") -> MadeOf:
    """What a feed brought on a day; on the newest one if none is told."""
    return MadeOf(MadeOfKind.FEED_DAY, name, item=feed, day=day)


def of_reading(days: int = WEEK_DAYS) -> MadeOf:
    """What a person read in the last days."""
    return MadeOf(MadeOfKind.READ_LATELY, days=days)


@dataclass(frozen=True, slots=True)
class DigestChoice:
    """What a person chooses about a digest."""

    name: str = ""
    preface: str = ""
    """Stands before the papers: paragraphs parted by empty lines, plain text."""
    language: str = "zh"
    """Of the translations (`domain.languages`)."""
    template: Template = Template.SOURCE
    left_out: frozenset[DigestField] = frozenset()


@dataclass(frozen=True, slots=True)
class OwnDigest:
    """A digest that is made here."""

    id: OwnDigestId
    choice: DigestChoice
    made_of: MadeOf
    papers: tuple[PaperId, ...]
    """In the order that a person gave them, without those in the Trash."""
    created_ms: int
    changed_ms: int
    """When it was changed last (milliseconds since 1970, UTC); its papers may have other texts since."""

    @property
    def name(self) -> str:
        """As a person calls it."""
        return self.choice.name

    @property
    def leaves_out(self) -> frozenset[DigestField]:
        """The fields that stay empty, be it by choice or by its template."""
        return self.choice.left_out | (TRANSLATIONS if self.choice.template is Template.ENGLISH else frozenset())


@dataclass(frozen=True, slots=True)
class NewDigest:
    """A digest that was made, and which papers it holds."""

    id: OwnDigestId
    name: str
    papers: int


@dataclass(frozen=True, slots=True)
class DigestMark:
    """A mark below a paper; the picture (PNG) of an area, empty for others."""

    mark: Mark
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class DigestPaper:
    """What a digest can tell of a paper."""

    id: PaperId
    entry: Entry
    """As the Markdown tells it, with the feed's decoration."""
    title: str
    """Without it, as is the abstract."""
    abstract: str
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    published: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD; empty if not known."""
    arxiv_id: str = ""
    note: str = ""
    """Empty but with the NOTES template, as are the marks."""
    marks: tuple[DigestMark, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestContent:
    """All that is written of a digest: its fields as they are shown, so that what is left out is empty."""

    digest: OwnDigest
    papers: tuple[DigestPaper, ...]
    day: str
    """YYYY-MM-DD, where the person is: that of the feed, else when the digest was made."""


@dataclass(frozen=True, slots=True)
class DigestDocument:
    """The bytes to be handed on and what is to be said about them. The same content gives the same bytes."""

    way: Way
    data: bytes
    name: str
    """Proposed file name."""
    papers: int
    notices: tuple[Notice, ...] = ()

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal digits."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What was handed on."""

    at_ms: int
    """Milliseconds since 1970 (UTC)."""
    way: Way
    target: str
    """Path of the file or folder; addresses of a mail."""
    papers: int
    changed: bool
    """Handing it on in the same way would give other bytes now."""
