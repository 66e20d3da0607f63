"""Following arXiv's categories and searches, and the Daily Papers: what they announce comes into the inbox.

What a person chooses is one step of undo; what a feed brings is none. `look` asks the network and leaves the library
free meanwhile; all else works on the library. An answer is stored in one transaction: what was asked in vain, or was
cut off, is asked again and brings nothing twice.
"""

from collections.abc import Callable, Sequence

from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.feeds import Feed, FeedAnswer, FeedChoice, FeedDay, FeedReport
from desktop.domain.ids import FeedId
from desktop.domain.network import Network
from desktop.domain.progress import Job


class FollowFeeds:
    """Raises StorageError, and InputError for a feed that is gone (NO_SUCH_LABEL)."""

    def __init__(self, library: LibraryFile, network: Callable[[], Network]) -> None:
        self._library = library
        self._network = network

    def feeds(self) -> tuple[Feed, ...]:
        """All feeds, in the order that a person gave them."""
        raise NotImplementedError

    def follow(self, choices: Sequence[FeedChoice]) -> Changes:
        """Follow these, behind the others, as one step. What is followed already (the same kind and source) is left
        out. Raises InputError for a name or a source that cannot be (BAD_NAME, BAD_VALUE)."""
        raise NotImplementedError

    def edit(self, feed: FeedId, choice: FeedChoice) -> Changes:
        """Choose anew. Its papers stay."""
        raise NotImplementedError

    def move(self, feed: FeedId, position: int) -> Changes:
        """Move a feed to a place among the others: 0 is the first."""
        raise NotImplementedError

    def delete(self, feed: FeedId) -> Changes:
        """Follow it no longer. The papers that it brought stay in the library."""
        raise NotImplementedError

    def due(self) -> tuple[Feed, ...]:
        """The active feeds that are to be asked now."""
        raise NotImplementedError

    def next_moment(self) -> int | None:
        """When a feed will be due next (milliseconds since 1970, UTC; in the past if one is due); None if none is
        active."""
        raise NotImplementedError

    def look(self, feed: Feed, job: Job, day: str = "") -> FeedAnswer:
        """Ask the network, without the library: what the feed tells today, or told on that day (YYYY-MM-DD). Raises
        NetworkError, InputError (NO_PAST_DAYS) and Cancelled."""
        raise NotImplementedError

    def store(self, feed: Feed, answer: FeedAnswer) -> FeedReport:
        """Bring what a feed told into the library."""
        raise NotImplementedError

    def failed(self, feed: Feed, error: AppError) -> FeedReport:
        """Note why `look` had no answer, and when to try again."""
        raise NotImplementedError

    def days(self, feed: FeedId) -> tuple[FeedDay, ...]:
        """What a feed brought day by day, the newest first."""
        raise NotImplementedError

    def run(
        self,
        job: Job,
        feeds: Sequence[Feed],
        day: str = "",
        watch: Callable[[Feed], None] = lambda feed: None,
    ) -> tuple[FeedReport, ...]:
        """Ask these feeds one after the other in this thread, and store what they tell. `watch` hears which one is
        asked. Raises Cancelled; what came until then stays."""
        raise NotImplementedError

    def opml_in(self, data: bytes) -> Changes:
        """Follow what an OPML file names, as one step. Raises InputError (NOT_A_FEED_LIST)."""
        raise NotImplementedError

    def opml_out(self) -> bytes:
        """All feeds as OPML 2.0, which other programs can follow, too."""
        raise NotImplementedError
