"""Feeds and one's own digests as the sidebar shows them.

How many papers a feed has in the inbox is counted as in `db/filed_papers`: all that it brought, which changes only when
it brings more, less those that are in the inbox no longer.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from db.filed_papers import Holders, in_use
from desktop.domain.ids import FeedId, OwnDigestId
from desktop.domain.listing import FeedSummary, OwnDigestSummary

_FEEDS = """
SELECT f.id, f.name, f.active, coalesce(s.reason, '') <> '' FROM feeds f LEFT JOIN feed_states s ON s.feed_id = f.id
WHERE f.trashed_at IS NULL ORDER BY f.position, f.id"""
_IN_FEEDS = "SELECT l.feed_id, count(DISTINCT l.paper_id) FROM feed_papers l GROUP BY l.feed_id"
_LOOKED_AT = """
SELECT l.feed_id, l.paper_id FROM feed_papers l WHERE l.paper_id IN (
  SELECT t.id FROM papers t WHERE t.status <> 'inbox'
  UNION ALL SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL)"""
_OWN_DIGESTS = """
SELECT d.id, d.name, coalesce((SELECT max(h.at) FROM handed_on h WHERE h.own_digest_id = d.id), 0)
FROM own_digests d WHERE d.trashed_at IS NULL ORDER BY d.created_at DESC, d.id DESC"""
_IN_OWN_DIGESTS = "SELECT o.own_digest_id, count(*) FROM own_digest_papers o GROUP BY o.own_digest_id"
_HOLDERS = Holders("own_digest_papers", "own_digest_id", lambda _: {})


def all_in_feeds(connection: sqlite3.Connection) -> dict[int, int]:
    """All papers that each feed brought."""
    return dict(connection.execute(_IN_FEEDS).fetchall())


def all_in_own_digests(connection: sqlite3.Connection) -> dict[int, int]:
    """All papers of each digest of one's own."""
    return dict(connection.execute(_IN_OWN_DIGESTS).fetchall())


def feeds(connection: sqlite3.Connection, all_papers: Mapping[int, int]) -> tuple[FeedSummary, ...]:
    """The feeds in a person's order, each with its papers that are in the inbox still."""
    looked_at: defaultdict[int, set[int]] = defaultdict(set)
    for feed, paper in connection.execute(_LOOKED_AT) if all_papers else ():
        looked_at[feed].add(paper)
    return tuple(
        FeedSummary(FeedId(key), name, all_papers.get(key, 0) - len(looked_at[key]), bool(active), bool(failed))
        for key, name, active, failed in connection.execute(_FEEDS)
    )


def own_digests(connection: sqlite3.Connection, all_papers: Mapping[int, int]) -> tuple[OwnDigestSummary, ...]:
    """One's own digests, the one made last first."""
    papers = in_use(connection, _HOLDERS, all_papers)
    return tuple(
        OwnDigestSummary(OwnDigestId(key), name, papers.get(key, 0), handed_on)
        for key, name, handed_on in connection.execute(_OWN_DIGESTS)
    )
