"""What is followed, and what it brings: arXiv's categories and searches, and the Daily Papers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Reason
from desktop.domain.feed_filter import FeedFilter
from desktop.domain.found_paper import FoundPaper
from desktop.domain.ids import FeedId, PaperId
from desktop.domain.labels import label_key

ANNOUNCE_TYPES = ("new", "cross", "replace", "replace-cross")
"""How arXiv announces a paper in a category: it is new, comes from another one, or has a new version."""
EVERY_MINUTES = 360
"""How often a feed is asked where nobody said. arXiv announces once a day, at midnight in New York."""
LEAST_MINUTES = 15
MOST_MINUTES = 7 * 24 * 60
MOST_CATEGORIES = 30
"""In one feed, joined by "+"."""
MOST_SOURCE = 2_000
"""Characters of a search: it is part of an address."""

_CATEGORY = re.compile(r"[a-z]{1,10}(?:-[a-z]{2,6}){0,2}(?:\.(?:[A-Z]{2}|[a-z]{2,6}(?:-[a-z]{2,6}){0,2}))?")
_MINUTE_MS = 60_000


class FeedKind(StrEnum):
    """Where a feed comes from, and what its source says."""

    ARXIV_CATEGORY = "arxiv-category"
    """What arXiv announced today in the categories of the source, joined by "+": cs.CV or cs.CV+cs.LG."""
    ARXIV_SEARCH = "arxiv-search"
    """The newest papers that arXiv's API finds for the source: https://info.arxiv.org/help/api/user-manual.html"""
    DAILY_PAPERS = "daily-papers"
    """The Daily Papers of Hugging Face; the source is empty."""


@dataclass(frozen=True, slots=True)
class FeedChoice:
    """What a person chooses about a feed."""

    name: str
    kind: FeedKind
    source: str = ""
    """See `FeedKind`."""
    filter: FeedFilter = field(default_factory=FeedFilter)
    every_minutes: int = EVERY_MINUTES
    writes_texts: bool = False
    """A language model writes the texts of what it brings, without being asked each time."""
    active: bool = True
    """It is asked by itself and by `papershelf fetch`."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """How the last request ended. Moments are milliseconds since 1970 (UTC), 0 for never."""

    asked_ms: int = 0
    answered_ms: int = 0
    retry_ms: int = 0
    """After a failure that passes: when to try again."""
    reason: Reason | None = None
    """Why the last request failed; None if it did not."""
    detail: str = ""
    attempts: int = 0
    """Failures since the last answer."""
    mark: str = ""
    """What the server calls the answer that was stored last (its ETag), with what was asked for then."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed."""

    id: FeedId
    choice: FeedChoice
    position: int = 0
    state: FeedState = field(default_factory=FeedState)
    inbox: int = 0
    """Papers that it brought and that are in the inbox still."""
    followed: bool = True
    """Otherwise it is asked just once."""

    @property
    def name(self) -> str:
        """As a person calls it."""
        return self.choice.name

    @property
    def next_ms(self) -> int:
        """When it is to be asked again (milliseconds since 1970, UTC); in the past if it is due."""
        return self.state.retry_ms or self.state.asked_ms + self.choice.every_minutes * _MINUTE_MS * bool(
            self.state.asked_ms
        )

    def due_ms(self, now_ms: int) -> int:
        """The same, but at once if it was asked in what is still to come: the computer's clock was set back."""
        return now_ms if self.state.asked_ms > now_ms else self.next_ms


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What a feed told."""

    day: str
    """YYYY-MM-DD, of the feed itself: arXiv's days begin at midnight in New York."""
    papers: tuple[FoundPaper, ...] = ()
    """In the feed's order, each once."""
    unchanged: bool = False
    """It is what was stored last; nothing came."""
    mark: str = ""
    """See `FeedState`."""
    past: bool = False
    """Of a day that a person named: it says nothing of when the feed is to be asked again."""
    before: "FeedAnswer | None" = None
    """Of the day before, where that went on after it was asked for last."""


@dataclass(frozen=True, slots=True)
class FeedReport:
    """What became of a feed that was asked."""

    feed: FeedId
    name: str
    day: str = ""
    """Of the answer; empty if none came."""
    found: int = 0
    """Papers that the feed told of."""
    added: int = 0
    """Of these: new in the library."""
    known: int = 0
    """Of these: there already, also where they are in the Trash."""
    repeated: int = 0
    """Of those that are known: this feed told the very same on an earlier day. All of them: it is not today's yet."""
    left_out: int = 0
    """Of these: the filter left them out."""
    papers: tuple[PaperId, ...] = ()
    """Those of that day that are in the library, in the feed's order."""
    unchanged: bool = False
    """The feed is as it was when it was asked last."""
    changes: Changes = field(default_factory=Changes)
    error: AppError | None = None
    """Why no answer came."""
    retry_ms: int = 0
    """With an error: when it is tried again (milliseconds since 1970, UTC); 0 at its usual time."""


@dataclass(frozen=True, slots=True)
class FeedListReport:
    """What became of a list of feeds (OPML)."""

    followed: int
    """So many are followed now that were not."""
    known: int
    """So many were followed already."""
    left_out: tuple[str, ...] = ()
    """Names of those that cannot be followed here."""
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class FeedDay:
    """What a feed brought on one day."""

    day: str
    """YYYY-MM-DD."""
    found: int
    added: int
    left_out: int
    at_ms: int
    """When it was asked last for that day (milliseconds since 1970, UTC)."""


@dataclass(frozen=True, slots=True)
class FoundBy:
    """A feed told of the paper, on that day."""

    feed: FeedId
    name: str
    day: str
    announced: str
    """See `FoundPaper`."""
    version: int | None


def named(feeds: Iterable[Feed], text: str) -> tuple[Feed, ...]:
    """Those that a person means by a name or a source."""
    key = label_key(text)
    return tuple(feed for feed in feeds if key and key in (label_key(feed.name), label_key(feed.choice.source)))


def categories_of(source: str) -> tuple[str, ...]:
    """The categories that a person typed for a feed, each once: codes joined by "+", commas or spaces. Raises
    ValueError for what cannot be one, for none, and for more than 30."""
    codes = tuple(dict.fromkeys(code for code in re.split(r"[+,;\s]+", source.strip()) if code))
    if not 0 < len(codes) <= MOST_CATEGORIES:
        raise ValueError(f"{len(codes)} categories")
    for code in codes:
        if not _CATEGORY.fullmatch(code):
            raise ValueError(f"no category of arXiv: {code[:50]}")
    return codes
