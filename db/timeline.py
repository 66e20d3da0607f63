"""Digests with what each brought and how far a person is with it, for the timeline."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.stored_values import TAKEN_BACK
from desktop.domain.digest import DigestFormat
from desktop.domain.ids import DigestId

_DIGESTS = f"""
WITH held AS (SELECT DISTINCT e.digest_id, e.paper_id FROM digest_entries e JOIN digests d ON d.id = e.digest_id
    WHERE d.trashed_at IS NOT {TAKEN_BACK}),
  firsts AS (SELECT paper_id, min(digest_id) AS digest_id FROM held GROUP BY paper_id),
  counted AS (SELECT h.digest_id, count(*) AS papers,
    sum(f.digest_id = h.digest_id AND p.added_at >= d.imported_at) AS brought, sum(p.status = 'inbox') AS inbox,
    sum(p.status = 'read') AS read, sum(p.starred) AS starred,
    max(CASE WHEN p.arxiv_id GLOB '[0-9][0-9][0-9][0-9].*' THEN substr(p.arxiv_id, 1, 4) END) AS newest
    FROM held h JOIN firsts f ON f.paper_id = h.paper_id JOIN digests d ON d.id = h.digest_id
      JOIN papers p ON p.id = h.paper_id AND p.trashed_at IS NULL
    GROUP BY h.digest_id)
SELECT d.id, d.name, d.language, d.format, d.head, d.year, d.imported_at, coalesce(c.papers, 0),
  coalesce(c.brought, 0), coalesce(c.inbox, 0), coalesce(c.read, 0), coalesce(c.starred, 0), coalesce(c.newest, '')
FROM digests d LEFT JOIN counted c ON c.digest_id = d.id WHERE d.trashed_at IS NULL ORDER BY d.id
"""
"""A paper was brought by the first digest that holds it, unless it was there before: digests are numbered as they are
imported, and papers come with the first of them."""
_CATEGORIES = """
SELECT h.digest_id, substr(p.categories, 1, instr(p.categories || ' ', ' ') - 1) AS category, count(*) AS papers
FROM (SELECT DISTINCT digest_id, paper_id FROM digest_entries
  WHERE digest_id IN (SELECT value FROM json_each(?))) h JOIN papers p ON p.id = h.paper_id
WHERE p.trashed_at IS NULL GROUP BY h.digest_id, category ORDER BY papers
"""


@dataclass(frozen=True, slots=True)
class StoredDigest:
    """A digest as it is counted in the library."""

    id: DigestId
    name: str
    language: str
    format: DigestFormat
    head: str
    year: int | None
    imported_ms: int
    papers: int
    brought: int
    inbox: int
    read: int
    starred: int
    newest_ids: str
    """The digits before the point of the newest arXiv id, as 2401; empty without one."""


def digests(connection: sqlite3.Connection) -> Iterator[StoredDigest]:
    """All digests that are in no Trash."""
    for key, name, language, form, *rest in connection.execute(_DIGESTS):
        yield StoredDigest(DigestId(key), name, language, DigestFormat(form), *rest)


def common_categories(connection: sqlite3.Connection, digests: Sequence[DigestId]) -> dict[DigestId, str]:
    """The primary category that at least half of a digest's papers have, for those of the digests that have one."""
    papers: dict[DigestId, int] = {}
    most: dict[DigestId, tuple[str, int]] = {}
    for digest, category, count in connection.execute(_CATEGORIES, (json.dumps(digests),)):
        papers[digest] = papers.get(digest, 0) + count
        most[digest] = (category, count)
    return {digest: category for digest, (category, count) in most.items() if category and 2 * count >= papers[digest]}
