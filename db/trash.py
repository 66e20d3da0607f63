"""What moving to the Trash and back changes."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from db.index_documents import driver
from db.pieces import select_in
from db.stored_values import TAKEN_BACK
from db.undo_log import RowsChange
from desktop.domain.ids import DigestId, PaperId

_ONLY_IN = f"""
SELECT p.id FROM papers p WHERE p.trashed_at IS NULL AND p.typed_facts = ''
  AND p.status = 'inbox' AND NOT p.starred AND p.priority = 0 AND p.due = '' AND p.citation = ''
  AND p.id IN (SELECT paper_id FROM digest_entries WHERE digest_id = :digest)
  AND NOT EXISTS (SELECT 1 FROM paper_tags l WHERE l.paper_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM paper_collections l WHERE l.paper_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM texts t WHERE t.paper_id = p.id AND t.origin = 'person')
  AND NOT EXISTS (SELECT 1 FROM files f WHERE f.paper_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM marks m WHERE m.paper_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM fetches f WHERE f.paper_id = p.id AND f.kind = 'pdf' AND NOT f.automatic)
  AND p.added_at >= (SELECT min(d.imported_at) FROM digest_entries e JOIN digests d ON d.id = e.digest_id
    WHERE e.paper_id = p.id AND d.trashed_at IS NOT {TAKEN_BACK})
  AND NOT EXISTS (SELECT 1 FROM digest_entries e JOIN digests d ON d.id = e.digest_id
    WHERE e.paper_id = p.id AND e.digest_id <> :digest AND d.trashed_at IS NULL)
ORDER BY p.id
"""
"""A paper that was there before any digest told of it was not brought by one."""


def trash_changes(connection: Connection, papers: Sequence[PaperId], at: int | None) -> list[RowsChange]:
    """Moving these papers to the Trash at that time or, with None, out of it. Papers that are there already are left
    out, as are those that were taken back: who asks for these saw them before they went.
    """
    since: defaultdict[int | None, list[dict[str, Any]]] = defaultdict(list)
    statement = f"SELECT id, trashed_at FROM papers WHERE trashed_at IS NOT {TAKEN_BACK} AND id IN ({{}})"
    for paper, trashed_at in select_in(driver(connection), statement, papers):
        if (trashed_at is None) != (at is None):
            since[trashed_at].append({"id": paper})
    return [RowsChange("papers", tuple(keys), {"trashed_at": was}, {"trashed_at": at}) for was, keys in since.items()]


def digest_to_trash(connection: Connection, digest: DigestId, at: int) -> list[RowsChange]:
    """Moving a digest to the Trash, with the papers that no other digest holds and nobody has worked on."""
    raw = driver(connection)
    if raw.execute("SELECT 1 FROM digests WHERE id = ? AND trashed_at IS NULL", (digest,)).fetchone() is None:
        return []
    there, gone = {"trashed_at": None}, {"trashed_at": at}
    changes = [RowsChange("digests", ({"id": digest},), there, gone)]
    papers = tuple({"id": paper} for (paper,) in raw.execute(_ONLY_IN, {"digest": digest}))
    return changes + ([RowsChange("papers", papers, there, gone)] if papers else [])
