"""A library of as many papers as one likes, made of the reference data again and again.

Each round takes every paper once more, under an arXiv id of its own and with a title that tells the round. Papers are
written as an import writes them, but without its plan: all that matters here is what the library holds.
"""

import hashlib
import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from db.search import add_to_index
from db.search_text import index_row
from desktop.domain.digest import Entry
from desktop.domain.search_words import separate
from desktop.domain.title_key import title_hash, title_key
from desktop.services.library import LibraryServices

_ENTRY = """INSERT INTO entries (id, key, title, link, translated_title, summary, summary_en, translated_abstract,
    abstract, listing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')"""
_PAPER = """INSERT INTO papers (id, title, translated_title, arxiv_id, link, title_hash, categories, authors, published,
    announced, entry_id, origin_digest_id, typed_facts, added_at, doi, status, starred)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'new', ?, 1, '', ?, '', ?, ?)"""
_ROW = "INSERT INTO digest_entries VALUES (1, ?, ?, ?, 0)"
_CATEGORIES = ("cs.CV", "cs.CL", "cs.LG", "stat.ML", "math.OC")
_STATUSES = (*("inbox",) * 5, "archived", "archived", "read", "reading", "archived")
_MINUTE = 60_000
_FIRST = 1_600_000_000_000


def make_library(folder: Path, entries: Sequence[Entry], papers: int) -> None:
    """A closed library of that many papers in a new folder."""
    library = LibraryServices(folder)
    library.open()
    connection = library._file.connection
    connection.execute("PRAGMA synchronous=OFF")
    digest = {"name": "all.md", "format": "digest", "language": "zh", "sha256": "", "source_path": ""}
    connection.execute(
        f"INSERT INTO digests (id, {', '.join(digest)}, generation, head, spans, not_understood, imported_at)"
        " VALUES (1, ?, ?, ?, ?, ?, 2, '', '[]', '[]', 0)",
        tuple(digest.values()),
    )
    indexed = [
        index_row(entry.title, entry.translated_title, "", entry.summary, entry.summary_en, entry.abstract,
                  entry.translated_abstract, "")
        for entry in entries
    ]  # fmt: skip
    for start in range(0, papers, len(entries)):
        chosen = list(islice(zip(entries, indexed, strict=True), papers - start))
        connection.execute("BEGIN")
        _write_round(library, start, chosen)
        connection.execute("COMMIT")
    library.close()


def _write_round(library: LibraryServices, start: int, chosen: Sequence[tuple[Entry, tuple[str, ...]]]) -> None:
    connection = library._file.connection
    number = start // 65_538
    for place, (entry, (title, *texts)) in enumerate(chosen):
        paper = start + place + 1
        shown = f"{entry.title} ({number})"
        arxiv_id = f"{10 + number:02}{1 + place % 12:02}.{place:05}"
        link = f"http://arxiv.org/abs/{arxiv_id}v1"
        key = hashlib.sha256(json.dumps([shown, paper]).encode()).digest()
        strings = (entry.translated_title, entry.summary, entry.summary_en, entry.translated_abstract, entry.abstract)
        connection.execute(_ENTRY, (paper, key, shown, link, *strings))
        status = _STATUSES[paper % len(_STATUSES)]
        facts = (title_hash(title_key(shown)), _CATEGORIES[paper % 5], "", f"20{10 + number:02}-{1 + place % 12:02}")
        names = (shown, entry.translated_title, arxiv_id, link)
        connection.execute(_PAPER, (paper, *names, *facts, paper, _FIRST + paper * _MINUTE, status, paper % 50 == 0))
        connection.execute(_ROW, (paper, paper, paper))
        add_to_index(connection, [(paper, f"{title} {separate(f'({number})')}", *texts)])
