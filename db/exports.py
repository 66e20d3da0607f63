"""Reading digests and papers for an export."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.entries import STRINGS
from db.pieces import select_in
from db.stored_values import VERSION_CHOSEN
from db.texts import texts_of
from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.derived_facts import derive
from desktop.domain.digest import Digest, DigestFormat, Entry, Span
from desktop.domain.edited_entry import with_texts
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.paper import Fact, OriginKind

_WRITERS = frozenset({OriginKind.PERSON, OriginKind.MODEL})
_CHOSEN_VERSIONS = f"""
SELECT id, shown_record FROM papers
WHERE ' ' || typed_facts || ' ' LIKE '% {VERSION_CHOSEN} %' AND shown_record IS NOT NULL AND id IN ({{}})"""
_TYPED_LINKS = f"""
SELECT id, link FROM papers WHERE ' ' || typed_facts || ' ' LIKE '% {Fact.LINK.value} %' AND id IN ({{}})"""
_SHOWN = f"""
SELECT p.id, p.entry_id, p.title, p.link, p.arxiv_id, {STRINGS}
FROM papers p LEFT JOIN entries e ON e.id = p.entry_id WHERE p.id IN ({{}})"""


@dataclass(frozen=True, slots=True)
class StoredDigest:
    """A digest as it was imported, and the paper of each entry."""

    name: str
    language: str
    digest: Digest
    papers: tuple[PaperId | None, ...]


def stored_digest(connection: sqlite3.Connection, digest: DigestId) -> StoredDigest | None:
    """The digest of that id, be it in the Trash."""
    found = connection.execute(
        "SELECT name, language, format, generation, head, original, spans, not_understood FROM digests WHERE id = ?",
        (digest,),
    ).fetchone()
    if found is None:
        return None
    name, language, form, generation, head, original, spans, not_understood = found
    statement = f"""SELECT f.paper_id, {STRINGS} FROM digest_entries f JOIN entries e ON e.id = f.entry_id
        WHERE f.digest_id = ? ORDER BY f.position"""
    records = connection.execute(statement, (digest,)).fetchall()
    return StoredDigest(
        name=name,
        language=language,
        digest=Digest(
            format=DigestFormat(form),
            entries=tuple(Entry(*strings) for _, *strings in records),
            generation=generation,
            head=head,
            original=None if original is None else zlib.decompress(original),
            spans=tuple(Span(*span) for span in json.loads(spans)),
            not_understood=tuple(json.loads(not_understood)),
        ),
        papers=tuple(paper for paper, *_ in records),
    )


def digest_ids(connection: sqlite3.Connection) -> tuple[DigestId, ...]:
    """All digests outside the Trash, in the order in which they were imported."""
    return tuple(key for (key,) in connection.execute("SELECT id FROM digests WHERE trashed_at IS NULL ORDER BY id"))


def edited(
    connection: sqlite3.Connection, entries: Sequence[Entry], papers: Sequence[PaperId | None], language: str
) -> tuple[Entry, ...]:
    """The entries of an imported digest with what persons and models wrote about their papers, and with the texts of a
    newer version that a person took from arXiv."""
    ids = list({paper for paper in papers if paper is not None})
    texts = texts_of(connection, ids)
    versions = dict(select_in(connection, _CHOSEN_VERSIONS, ids))
    links = dict(select_in(connection, _TYPED_LINKS, ids))
    changed = []
    for entry, paper in zip(entries, papers, strict=True):
        if paper is not None:
            is_newer = versions.get(paper, 0) > (derive(entry).arxiv_version or 0)
            over = _WRITERS | {OriginKind.ARXIV} if is_newer else _WRITERS
            entry = with_texts(entry, (text for text in texts[paper] if text.origin.kind in over), language)
            entry = _with_link(entry, links.get(paper))
        changed.append(entry)
    return tuple(changed)


def paper_entries(connection: sqlite3.Connection, papers: Sequence[PaperId], language: str) -> dict[PaperId, Entry]:
    """Each paper as it is shown: the entry it shows, or one made of its id and link where no digest told any, with what
    arXiv told and persons and models wrote."""
    texts = texts_of(connection, papers)
    links = dict(select_in(connection, _TYPED_LINKS, papers))
    found: dict[PaperId, Entry] = {}
    for paper, entry, title, link, arxiv_id, *strings in select_in(connection, _SHOWN, papers):
        address = link or (arxiv_link(arxiv_id) if arxiv_id else "")
        told = Entry(title, address) if entry is None else Entry(*strings)
        told = with_texts(told, (text for text in texts[paper] if text.origin.kind is not OriginKind.DIGEST), language)
        found[paper] = _with_link(told, links.get(paper, told.link or address))
    return found


def _with_link(entry: Entry, link: str | None) -> Entry:
    return entry if link is None or link == entry.link else replace(entry, link=link)
