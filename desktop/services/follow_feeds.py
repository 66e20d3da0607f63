"""Following arXiv's categories and searches, and the Daily Papers: what they announce comes into the inbox.

What a person chooses is one step of undo. What feeds bring: `bring_feeds`.
"""

from collections.abc import Sequence
from dataclasses import replace

from db import feed_changes, feeds, steps
from db.errors import storage_errors
from db.index_documents import driver
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.feeds import (
    LEAST_MINUTES,
    MOST_MINUTES,
    MOST_SOURCE,
    Feed,
    FeedChoice,
    FeedDay,
    FeedKind,
    FeedListReport,
    categories_of,
)
from desktop.domain.ids import FeedId
from desktop.domain.storable_text import require_storable
from desktop.domain.undo import UndoKind
from desktop.formats.opml import opml_bytes, read_opml
from desktop.services.bring_feeds import BringFeeds
from desktop.services.keep_collections import label_name


class FollowFeeds(BringFeeds):
    """Raises StorageError, and InputError for a feed that is gone (NO_SUCH_LABEL)."""

    def feeds(self) -> tuple[Feed, ...]:
        """All feeds, in the order that a person gave them."""
        with storage_errors(self._library.path):
            return feeds.all_feeds(self._library.connection)

    def follow(self, choices: Sequence[FeedChoice]) -> Changes:
        """Follow these, behind the others, as one step. What is followed already (the same kind and source) is left
        out. Raises InputError for a name or a source that cannot be (BAD_NAME, BAD_VALUE)."""
        tidy = [_tidy(choice) for choice in choices]
        with self._library.transaction() as connection:
            changes = feed_changes.following(connection, tidy)
            detail = tidy[0].name if len(tidy) == 1 else ""
            return steps.do(connection, UndoKind.FOLLOW_FEED, changes, count=len(changes), detail=detail)

    def edit(self, feed: FeedId, choice: FeedChoice) -> Changes:
        """Choose anew. Its papers stay. Raises InputError as `follow`, and NAME_TAKEN if another feed is this one."""
        tidy = _tidy(choice)
        with self._library.transaction() as connection:
            changes = feed_changes.editing(connection, feed, tidy)
            return steps.do(connection, UndoKind.EDIT_FEED, changes, detail=tidy.name)

    def move(self, feed: FeedId, position: int) -> Changes:
        """Move a feed to a place among the others: 0 is the first."""
        with self._library.transaction() as connection:
            name = feeds.followed(driver(connection), feed)["name"]
            return steps.do(
                connection, UndoKind.EDIT_FEED, feed_changes.moving(connection, feed, position), detail=name
            )

    def delete(self, feed: FeedId) -> Changes:
        """Follow it no longer. The papers that it brought stay in the library."""
        with self._library.transaction() as connection:
            name = feeds.followed(driver(connection), feed)["name"]
            return steps.do(connection, UndoKind.DELETE_FEED, feed_changes.deleting(connection, feed), detail=name)

    def once(self, choice: FeedChoice) -> Feed:
        """A feed that is asked without being followed: no step of undo, and nothing in the list of feeds. Raises
        InputError as `follow`."""
        tidy = _tidy(choice)
        with self._library.transaction() as connection:
            feed = feed_changes.once(connection, tidy)
            return Feed(feed, tidy, state=feeds.state_of(driver(connection), feed), followed=False)

    def days(self, feed: FeedId) -> tuple[FeedDay, ...]:
        """What a feed brought day by day, the newest first."""
        with storage_errors(self._library.path):
            return feeds.days(self._library.connection, feed)

    def opml_in(self, data: bytes) -> FeedListReport:
        """Follow what an OPML file names, as one step. Raises InputError (NOT_A_FEED_LIST)."""
        told = read_opml(data)
        if not told.choices:
            raise InputError(Reason.NOT_A_FEED_LIST, detail="it names no feed of arXiv, and not the Daily Papers")
        before = len(self.feeds())
        changes = self.follow(told.choices)
        followed = len(self.feeds()) - before
        return FeedListReport(followed, len(told.choices) - followed, told.left_out, changes)

    def opml_out(self) -> bytes:
        """All feeds as OPML 2.0, which other programs can follow, too."""
        return opml_bytes(feed.choice for feed in self.feeds())


def _tidy(choice: FeedChoice) -> FeedChoice:
    """As it is stored. Raises InputError for what cannot be."""
    source = _tidy_source(choice)
    if not LEAST_MINUTES <= choice.every_minutes <= MOST_MINUTES:
        raise InputError(Reason.BAD_VALUE, "every", f"{LEAST_MINUTES} minutes at least, a week at most")
    require_storable("filter", choice.filter.stored())
    return replace(choice, name=label_name(choice.name), source=source)


def _tidy_source(choice: FeedChoice) -> str:
    if choice.kind is FeedKind.DAILY_PAPERS:
        return ""
    require_storable("source", choice.source)
    if choice.kind is FeedKind.ARXIV_CATEGORY:
        try:
            return "+".join(categories_of(choice.source))
        except ValueError as error:
            raise InputError(Reason.BAD_VALUE, "source", str(error)) from error
    query = " ".join(choice.source.split())
    if not 0 < len(query) <= MOST_SOURCE:
        raise InputError(Reason.BAD_VALUE, "source", f"a search has 1 to {MOST_SOURCE} characters")
    return query
