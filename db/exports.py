"""Reading digests and papers for an export."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.entries import STRINGS
from db.texts import texts_of
from desktop.domain.digest import Digest, DigestFormat, Entry, Span
from desktop.domain.edited_entry import with_texts
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.paper import Fact, OriginKind

_CHUNK = 500


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
    """The entries with what persons and models wrote about their papers."""
    ids = list({paper for paper in papers if paper is not None})
    texts = {
        paper: [text for text in found if text.origin.kind is not OriginKind.DIGEST]
        for paper, found in texts_of(connection, ids).items()
    }
    links = dict(_typed_links(connection, ids))
    return tuple(
        entry if paper is None else _with_link(with_texts(entry, texts[paper], language), links.get(paper))
        for entry, paper in zip(entries, papers, strict=True)
    )


def _with_link(entry: Entry, link: str | None) -> Entry:
    if link is None or link == entry.link:
        return entry
    return replace(entry, link=link)


def _typed_links(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> list[tuple[PaperId, str]]:
    found: list[tuple[PaperId, str]] = []
    for start in range(0, len(papers), _CHUNK):
        chunk = papers[start : start + _CHUNK]
        statement = f"""SELECT id, link FROM papers
            WHERE ' ' || typed_facts || ' ' LIKE '% {Fact.LINK.value} %' AND id IN ({", ".join("?" * len(chunk))})"""
        found += connection.execute(statement, list(chunk))
    return found


def paper_entries(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> dict[PaperId, Entry]:
    """The entry that each paper shows; one made of its id and link where no digest told any."""
    found: dict[PaperId, Entry] = {}
    for start in range(0, len(papers), _CHUNK):
        chunk = papers[start : start + _CHUNK]
        statement = f"""SELECT p.id, p.entry_id, p.title, p.link, p.arxiv_id, {STRINGS}
            FROM papers p LEFT JOIN entries e ON e.id = p.entry_id WHERE p.id IN ({", ".join("?" * len(chunk))})"""
        for paper, entry, title, link, arxiv_id, *strings in connection.execute(statement, list(chunk)):
            address = link or (f"https://arxiv.org/abs/{arxiv_id}" if arxiv_id else "")
            told = Entry(title, address) if entry is None else Entry(*strings)
            found[paper] = told if told.link or not address else _with_link(told, address)
    return found
