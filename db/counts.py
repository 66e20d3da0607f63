"""How many papers the places of the sidebar hold.

Counted mostly in indexes. What is in the Trash is counted apart and taken off: it is little beside the rest, and the
indexes of places do not know it.
"""

import sqlite3
from collections import Counter
from collections.abc import Mapping

from db import digest_counts
from db.filed_papers import DIGESTS, TAGS, all_in_collections, all_in_digests, all_in_tags, in_use
from db.labels import collections, levels, saved_searches, tags
from db.places import DUE_SOON, RECENTLY_READ, bounds
from db.stored_values import TAKEN_BACK
from db.table_changes import Kept
from desktop.domain.digest import DigestFormat
from desktop.domain.ids import DigestId
from desktop.domain.listing import DigestSummary, Sidebar
from desktop.domain.reading_list import Status

_EACH = """
SELECT (SELECT count(*) FROM papers),
  (SELECT count(*) FROM papers t WHERE t.trashed_at IS NULL AND t.added_at >= :added),
  (SELECT count(*) FROM papers t WHERE t.newer_version IS NOT NULL),
  (SELECT count(*) FROM papers t WHERE t.starred)"""
_STATUS = "SELECT t.status, count(*) FROM papers t WHERE t.status <> 'inbox' GROUP BY t.status"
_LOST = f"""
SELECT t.status, count(*), sum(t.trashed_at > {TAKEN_BACK}), sum(t.newer_version IS NOT NULL), sum(t.starred)
FROM papers t INDEXED BY ix_papers_trashed_at_added_at WHERE t.trashed_at IS NOT NULL GROUP BY t.status"""
"""All that is not in use: what is in the Trash, and what was taken back."""
# The plus: nearly all papers are in use, so the index of the Trash is no way to them.
_DUE = f"SELECT count(*) FROM papers t WHERE {DUE_SOON} AND +t.trashed_at IS NULL"
_READ = f"""
SELECT count(*) FROM ({RECENTLY_READ})
WHERE paper_id NOT IN (SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL)"""

_DIGESTS = """
SELECT id, name, format, imported_at, original IS NULL FROM digests
WHERE trashed_at IS NULL ORDER BY imported_at DESC, name, id"""


class Counts:
    """Of one library. What is filed where is counted again only after such a change: a status that changes, as it does
    at every key while papers are triaged, costs no more than the places that go by it."""

    def __init__(self) -> None:
        self._in_digests = Kept(all_in_digests, "digest_entries")
        self._in_tags = Kept(all_in_tags, "tags", "paper_tags")
        self._in_collections = Kept(all_in_collections, "collections", "paper_collections")
        self._in_feeds = Kept(digest_counts.all_in_feeds, "feed_papers")
        self._in_own_digests = Kept(digest_counts.all_in_own_digests, "own_digest_papers")

    def sidebar(self, connection: sqlite3.Connection) -> Sidebar:
        """The places with their counts; digests the newest first."""
        parameters = bounds()
        papers, recent, new_versions, starred = connection.execute(_EACH, parameters).fetchone()
        by_status = Counter(dict(connection.execute(_STATUS).fetchall()))
        by_status[Status.INBOX] = papers - by_status.total()
        in_tags = in_use(connection, TAGS, self._in_tags.read(connection))
        trash = 0
        for status, lost, trashed, newer, stars in connection.execute(_LOST):
            by_status[status] -= lost
            trash, new_versions, starred = trash + trashed, new_versions - newer, starred - stars
        return Sidebar(
            all=by_status.total(),
            recent=recent,
            trash=trash,
            digests=_digests(connection, self._in_digests.read(connection)),
            new_versions=new_versions,
            inbox=by_status[Status.INBOX],
            queue=by_status[Status.QUEUED],
            due=connection.execute(_DUE, parameters).fetchone()[0],
            reading=by_status[Status.READING],
            recently_read=connection.execute(_READ, parameters).fetchone()[0],
            starred=starred,
            collections=collections(connection, self._in_collections.read(connection)),
            searches=saved_searches(connection),
            tags=tags(connection, in_tags),
            levels=levels(connection, in_tags),
            feeds=digest_counts.feeds(connection, self._in_feeds.read(connection)),
            own_digests=digest_counts.own_digests(connection, self._in_own_digests.read(connection)),
        )


def _digests(connection: sqlite3.Connection, all_papers: Mapping[int, int]) -> tuple[DigestSummary, ...]:
    papers = in_use(connection, DIGESTS, all_papers)
    return tuple(
        DigestSummary(DigestId(key), name, DigestFormat(form), papers.get(key, 0), imported_at, bool(exact))
        for key, name, form, imported_at, exact in connection.execute(_DIGESTS)
    )
