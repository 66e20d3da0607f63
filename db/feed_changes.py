"""What following, editing, moving and deleting feeds changes, as steps that can be undone, and how requests ended."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from db import labels_searches
from db.feeds import STATE, followed, row_of
from db.index_documents import driver
from db.pieces import select_in
from db.positions import reordered
from db.stored_values import TAKEN_BACK, now_ms
from db.undo_log import Change, RowsChange, RowValues
from desktop.domain.errors import AppError, InputError, Reason
from desktop.domain.feeds import Feed, FeedChoice
from desktop.domain.ids import FeedId, PaperId
from desktop.domain.labels import label_key

_SAME = (
    "SELECT id, trashed_at FROM feeds WHERE kind = ? AND source = ? ORDER BY trashed_at IS NOT NULL, id DESC LIMIT 1"
)
_SET_STATE = f"""
INSERT OR REPLACE INTO feed_states (feed_id, {", ".join(STATE)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def following(connection: Connection, choices: Iterable[FeedChoice]) -> list[Change]:
    """These are followed, behind all others; those of the same kind and source that are followed already are left out.
    One that was deleted comes back with what it brought."""
    raw = driver(connection)
    key, position = raw.execute("SELECT coalesce(max(id), 0), coalesce(max(position) + 1, 0) FROM feeds").fetchone()
    changes: list[Change] = []
    for choice in {(choice.kind, choice.source): choice for choice in choices}.values():
        there = raw.execute(_SAME, (choice.kind.value, choice.source)).fetchone()
        if there is not None and there[1] is None:
            continue
        values = {**_values(choice), "position": position, "trashed_at": None}
        if there is None:
            key += 1
            _write(raw, key, values)
            before = {"trashed_at": TAKEN_BACK}
            changes.append(RowsChange("feeds", ({"id": key},), before, {"trashed_at": None}))
        else:
            changes.append(RowsChange("feeds", ({"id": there[0]},), row_of(raw, there[0]), values))
        position += 1
    return changes


def once(connection: Connection, choice: FeedChoice) -> FeedId:
    """The feed of that kind and source, to be asked without being followed; followed later it has what it brought."""
    raw = driver(connection)
    there = raw.execute(_SAME, (choice.kind.value, choice.source)).fetchone()
    if there is not None:
        return FeedId(there[0])
    (key,) = raw.execute("SELECT coalesce(max(id), 0) + 1 FROM feeds").fetchone()
    _write(raw, key, {**_values(choice), "position": 0})
    return FeedId(key)


def _write(connection: sqlite3.Connection, key: int, values: dict[str, Any]) -> None:
    """A feed, as yet taken back: so undo deletes no row that others may point at by then."""
    row = {"id": key, **values, "trashed_at": TAKEN_BACK}
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(f"INSERT INTO feeds ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def editing(connection: Connection, feed: FeedId, choice: FeedChoice) -> list[Change]:
    """The feed is as chosen. Raises InputError if it is gone, or another one is followed that is of the same kind and
    source."""
    raw = driver(connection)
    before = followed(raw, feed)
    other = raw.execute(_SAME, (choice.kind.value, choice.source)).fetchone()
    if other is not None and other[1] is None and other[0] != feed:
        raise InputError(Reason.NAME_TAKEN, choice.source or choice.name, "this is followed already")
    values = _values(choice)
    changed = [name for name, value in values.items() if value != before[name]]
    if not changed:
        return []
    was, now = ({name: of[name] for name in changed} for of in (before, values))
    changes: list[Change] = [RowsChange("feeds", ({"id": feed},), was, now)]
    old, kept = label_key(before["name"]), (label_key(choice.name), label_key(choice.source))
    if old not in kept:
        changes += labels_searches.following(
            connection, "feed", lambda name: choice.name if label_key(name) == old else None
        )
    return changes


def moving(connection: Connection, feed: FeedId, position: int) -> list[Change]:
    """The feed goes to that place among the others. Raises InputError if it is gone."""
    raw = driver(connection)
    followed(raw, feed)
    rows = raw.execute("SELECT id, position FROM feeds WHERE trashed_at IS NULL ORDER BY position, id")
    return reordered("feeds", dict(rows.fetchall()), feed, position)


def deleting(connection: Connection, feed: FeedId) -> list[Change]:
    """The feed is followed no longer. Raises InputError if it is gone."""
    followed(driver(connection), feed)
    return [RowsChange("feeds", ({"id": feed},), {"trashed_at": None}, {"trashed_at": TAKEN_BACK})]


def _values(choice: FeedChoice) -> dict[str, Any]:
    return {
        "name": choice.name,
        "kind": choice.kind.value,
        "source": choice.source,
        "filter": choice.filter.stored(),
        "every_minutes": choice.every_minutes,
        "writes_texts": int(choice.writes_texts),
        "active": int(choice.active),
    }


def in_feeds(connection: sqlite3.Connection, keep: PaperId, others: Iterable[PaperId]) -> list[Change]:
    """The paper that is kept was told of by the feeds that told of those which are merged into it."""
    key, names = ("feed_id", "day", "paper_id"), ("position", "announced", "version", "found_at")
    statement = f"SELECT feed_id, day, {', '.join(names)} FROM feed_papers WHERE paper_id IN ({{}})"
    own = {(feed, day) for feed, day, *_ in select_in(connection, statement, [keep])}
    theirs = {(feed, day): values for feed, day, *values in select_in(connection, statement, others)}
    new = {place: tuple(values) for place, values in theirs.items() if place not in own}
    keys = [(*place, keep) for place in new]
    return [RowValues("feed_papers", key, names, keys, None, list(new.values()))] if new else []


# How the last request ended: no step of undo


def answered(connection: Connection, feed: FeedId, mark: str) -> None:
    """An answer came, which the server calls `mark`."""
    now = now_ms()
    driver(connection).execute(_SET_STATE, (feed, now, now, 0, "", "", 0, mark))


def failed(connection: Connection, feed: Feed, error: AppError, retry_ms: int) -> None:
    """No answer came; it is tried again at that moment, or with 0 at its usual time."""
    state = feed.state
    values = (state.answered_ms, retry_ms, error.reason.value, error.detail[:1000], state.attempts + 1, state.mark)
    driver(connection).execute(_SET_STATE, (feed.id, now_ms(), *values))


def hasten(connection: Connection, ids: Iterable[FeedId]) -> None:
    """Make these due at once."""
    raw = driver(connection)
    raw.executemany("UPDATE feed_states SET retry_at = ? WHERE feed_id = ?", [(now_ms(), feed) for feed in ids])
