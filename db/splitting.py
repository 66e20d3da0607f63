"""Taking a wrong guess back: a digest's row that was filed under a paper by its title becomes a paper of its own."""

from sqlalchemy import Connection

from db.entries import STRINGS, entry
from db.index_documents import driver
from db.new_papers import new_paper
from db.undo_log import RowsChange
from desktop.domain.arxiv_id import month_of
from desktop.domain.derived_facts import derive
from desktop.domain.digest import Entry
from desktop.domain.ids import DigestId, EntryId, PaperId
from desktop.domain.links import web_link

_ROW = f"""
SELECT f.entry_id, d.year, p.arxiv_id, {STRINGS}
FROM digest_entries f JOIN digests d ON d.id = f.digest_id JOIN entries e ON e.id = f.entry_id
  JOIN papers p ON p.id = f.paper_id
WHERE f.paper_id = ? AND f.digest_id = ? AND f.position = ?
"""
_SAME_ENTRY = "SELECT digest_id, position, by_title FROM digest_entries WHERE paper_id = ? AND entry_id = ?"
_OTHER_ENTRY = """
SELECT entry_id, digest_id FROM digest_entries WHERE paper_id = ? AND entry_id <> ? ORDER BY digest_id, position LIMIT 1
"""


def split_changes(connection: Connection, paper: PaperId, digest: DigestId, position: int) -> list[RowsChange]:
    """The changes that file this row, and all rows with the same strings, under a new paper. None if the row is not
    the paper's.
    """
    raw = driver(connection)
    found = raw.execute(_ROW, (paper, digest, position)).fetchone()
    if found is None:
        return []
    entry_id, year, taken_id, *strings = found
    told = Entry(*strings)
    facts = derive(told, year)
    arxiv_id = facts.arxiv_id if facts.arxiv_id != taken_id else ""
    new, added = new_paper(
        connection,
        {
            "title": facts.title,
            "translated_title": told.translated_title,
            "arxiv_id": arxiv_id or None,
            "arxiv_version": facts.arxiv_version if arxiv_id else None,
            "link": web_link(told.link),
            "categories": facts.category,
            "published": facts.published or (month_of(arxiv_id) if arxiv_id else ""),
            "announced": facts.announced,
            "entry_id": entry_id,
            "origin_digest_id": digest,
        },
    )
    changes = [added]
    for holder, row, by_title in raw.execute(_SAME_ENTRY, (paper, entry_id)):
        key = {"digest_id": holder, "position": row}
        was = {"paper_id": paper, "by_title": bool(by_title)}
        changes.append(RowsChange("digest_entries", (key,), was, {"paper_id": new, "by_title": False}))
    return changes + _shown_before(connection, paper, entry_id)


def _shown_before(connection: Connection, paper: PaperId, entry_id: int) -> list[RowsChange]:
    """If the old paper showed the strings that leave it, it shows those of another digest."""
    raw = driver(connection)
    shown, title, translated = raw.execute(
        "SELECT entry_id, title, translated_title FROM papers WHERE id = ?", (paper,)
    ).fetchone()
    other = raw.execute(_OTHER_ENTRY, (paper, entry_id)).fetchone()
    if shown != entry_id or other is None:
        return []
    told = entry(raw, EntryId(other[0]))
    (origin,) = raw.execute("SELECT origin_digest_id FROM papers WHERE id = ?", (paper,)).fetchone()
    before = {"entry_id": shown, "origin_digest_id": origin, "title": title, "translated_title": translated}
    after = {
        "entry_id": other[0],
        "origin_digest_id": other[1],
        "title": derive(told).title,
        "translated_title": told.translated_title,
    }
    return [RowsChange("papers", ({"id": paper},), before, after)]
