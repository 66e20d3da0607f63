"""The feeds that are followed, as the library keeps them. SQL text: the sidebar shows them. `feed_changes` writes."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from desktop.domain.errors import InputError, Reason
from desktop.domain.feed_filter import FeedFilter
from desktop.domain.feeds import Feed, FeedChoice, FeedDay, FeedKind, FeedState, FoundBy
from desktop.domain.ids import FeedId, PaperId

CHOSEN = ("name", "kind", "source", "filter", "every_minutes", "writes_texts", "active")
STATE = ("asked_at", "answered_at", "retry_at", "reason", "detail", "attempts", "mark")
# CROSS JOIN: nearly all papers are in use, so an index of `papers` is no way to those of feeds.
_INBOX = """
SELECT f.feed_id, count(DISTINCT f.paper_id) FROM feed_papers f CROSS JOIN papers p ON p.id = f.paper_id
WHERE p.status = 'inbox' AND p.trashed_at IS NULL GROUP BY f.feed_id
"""
_FEEDS = f"""
SELECT f.id, f.position, {", ".join(f"f.{name}" for name in CHOSEN)}, {", ".join(f"s.{name}" for name in STATE)}
FROM feeds f LEFT JOIN feed_states s ON s.feed_id = f.id WHERE f.trashed_at IS NULL ORDER BY f.position, f.id
"""
_OF_DAY = """
SELECT f.paper_id FROM feed_papers f JOIN papers p ON p.id = f.paper_id
WHERE f.feed_id = ? AND f.day = ? AND p.trashed_at IS NULL ORDER BY f.position, f.paper_id DESC
"""


def all_feeds(connection: sqlite3.Connection, *, counted: bool = True) -> tuple[Feed, ...]:
    """Those that are followed, in their order; their papers in the inbox are counted only if that is wanted."""
    inbox = dict(connection.execute(_INBOX)) if counted else {}
    return tuple(
        Feed(
            FeedId(key),
            _choice(told[: len(CHOSEN)]),
            position,
            FeedState() if told[-1] is None else _state(told[len(CHOSEN) :]),
            inbox.get(key, 0),
        )
        for key, position, *told in connection.execute(_FEEDS)
    )


def _choice(told: Sequence[Any]) -> FeedChoice:
    name, kind, source, filter, every_minutes, writes_texts, active = told
    return FeedChoice(
        name, FeedKind(kind), source, FeedFilter.read(filter), every_minutes, bool(writes_texts), bool(active)
    )


def _state(told: Sequence[Any]) -> FeedState:
    asked, answered, retry, reason, detail, attempts, mark = told
    return FeedState(asked, answered, retry, Reason(reason) if reason else None, detail, attempts, mark)


def days(connection: sqlite3.Connection, feed: FeedId) -> tuple[FeedDay, ...]:
    """What a feed brought, the newest day first."""
    statement = "SELECT day, found, added, left_out, at FROM feed_days WHERE feed_id = ? ORDER BY day DESC"
    return tuple(FeedDay(*told) for told in connection.execute(statement, (feed,)))


def found_by(connection: sqlite3.Connection, paper: PaperId) -> tuple[FoundBy, ...]:
    """The feeds that told of a paper, the newest day first; those that are followed no longer, too."""
    statement = """SELECT f.id, f.name, t.day, t.announced, t.version
        FROM feed_papers t JOIN feeds f ON f.id = t.feed_id
        WHERE t.paper_id = ? ORDER BY t.day DESC, f.position, f.id"""
    return tuple(FoundBy(*told) for told in connection.execute(statement, (paper,)))


def of_day(connection: sqlite3.Connection, feed: FeedId, day: str) -> tuple[PaperId, ...]:
    """The papers that a feed told of on a day and that are in use, in the feed's order."""
    return tuple(PaperId(paper) for (paper,) in connection.execute(_OF_DAY, (feed, day)))


def last_day(connection: sqlite3.Connection, feed: FeedId) -> str:
    """The newest day of which a feed told anything; empty for none."""
    (day,) = connection.execute("SELECT max(day) FROM feed_days WHERE feed_id = ?", (feed,)).fetchone()
    return day or ""


def state_of(connection: sqlite3.Connection, feed: FeedId) -> FeedState:
    """How the last request of a feed ended, be it followed or not."""
    statement = f"SELECT {', '.join(STATE)} FROM feed_states WHERE feed_id = ?"
    told = connection.execute(statement, (feed,)).fetchone()
    return FeedState() if told is None else _state(told)


def followed(connection: sqlite3.Connection, feed: FeedId) -> dict[str, Any]:
    """The columns of a feed beside its key. Raises InputError if it is gone."""
    row = row_of(connection, feed)
    if not row or row["trashed_at"] is not None:
        raise InputError(Reason.NO_SUCH_LABEL, detail="this feed is no longer followed")
    return row


def row_of(connection: sqlite3.Connection, feed: FeedId) -> dict[str, Any]:
    """The columns of a feed beside its key, be it deleted; empty if there is none."""
    names = (*CHOSEN, "position", "trashed_at")
    found = connection.execute(f"SELECT {', '.join(names)} FROM feeds WHERE id = ?", (feed,)).fetchone()
    return {} if found is None else dict(zip(names, found, strict=True))
