"""All that is known of one paper."""

import sqlite3

from db.feeds import found_by
from db.fetch_queue import fetches_of
from db.marks import marks_of
from db.paper_rows import rows
from db.records import records_of
from db.stored_values import moment
from db.text_queue import wishes_of
from db.texts import texts_of
from desktop.domain.ids import CollectionId, DigestId, EntryId, PaperId
from desktop.domain.labels import CollectionLabel
from desktop.domain.mark_lineage import each_once
from desktop.domain.paper import PaperDetails, PaperFile, SeenIn

_SEEN_IN = """
SELECT d.id, d.name, e.position, e.entry_id, e.by_title, d.imported_at
FROM digest_entries e JOIN digests d ON d.id = e.digest_id
WHERE e.paper_id = ? AND d.trashed_at IS NULL ORDER BY d.imported_at DESC, d.name, e.position
"""
_COLLECTIONS = """
SELECT c.id, c.name FROM paper_collections p JOIN collections c ON c.id = p.collection_id
WHERE p.paper_id = ? ORDER BY c.name, c.id
"""


def details(connection: sqlite3.Connection, paper: PaperId) -> PaperDetails | None:
    """The details of a paper; None if there is no such paper."""
    found = rows(connection, [paper])
    if not found:
        return None
    doi, link, announced, cite_key = connection.execute(
        "SELECT doi, link, announced, cite_key FROM papers WHERE id = ?", (paper,)
    ).fetchone()
    seen_in = tuple(
        SeenIn(DigestId(digest), name, position, EntryId(entry), bool(by_title), moment(at))
        for digest, name, position, entry, by_title, at in connection.execute(_SEEN_IN, (paper,))
    )
    files = connection.execute(
        "SELECT path, sha256, size, version, name FROM files WHERE paper_id = ? ORDER BY id", (paper,)
    )
    collections = connection.execute(_COLLECTIONS, (paper,))
    arxiv_id = found[0].arxiv_id
    return PaperDetails(
        row=found[0],
        doi=doi,
        link=link,
        announced=announced,
        texts=texts_of(connection, [paper])[paper],
        seen_in=seen_in,
        files=tuple(PaperFile(*file) for file in files),
        records=records_of(connection, [arxiv_id]).get(arxiv_id, ()),
        fetches=fetches_of(connection, paper),
        marks=each_once(marks_of(connection, [paper]).get(paper, ())),
        cite_key=cite_key,
        collections=tuple(CollectionLabel(CollectionId(key), name) for key, name in collections),
        found_by=found_by(connection, paper),
        wishes=wishes_of(connection, paper),
    )
