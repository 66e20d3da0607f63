"""All that the library knows of papers as bibliographies tell it.

SQL text over the driver's connection: an export reads every paper of the library.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from db.pieces import select_in
from db.records import SEPARATOR, records_of
from db.stored_values import TAKEN_BACK
from db.texts import texts_of
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import CollectionId, PaperId
from desktop.domain.paper import PaperFile, PaperText, TextKind

_PAPERS = f"""
SELECT id, coalesce(arxiv_id, ''), title, authors, categories, published, doi, link, typed_facts,
  cite_key, citation, trashed_at IS NOT NULL
FROM papers WHERE trashed_at IS NOT {TAKEN_BACK} AND id IN ({{}})"""
_TAGS = "SELECT l.paper_id, t.name FROM paper_tags l JOIN tags t ON t.id = l.tag_id WHERE l.paper_id IN ({})"
_COLLECTED = "SELECT paper_id, collection_id FROM paper_collections WHERE paper_id IN ({})"
_TYPED_OVER = f"""
SELECT id FROM papers p WHERE citation <> '' AND trashed_at IS NOT {TAKEN_BACK}
  AND (instr(' ' || typed_facts || ' ', ' doi ') OR EXISTS (
    SELECT 1 FROM texts t WHERE t.paper_id = p.id AND t.kind = 'title' AND t.language = 'en' AND t.locked))"""
_FILES = "SELECT paper_id, path, sha256, size, version, name FROM files WHERE paper_id IN ({}) ORDER BY id"
_CITE_KEYS = f"""
SELECT lower(cite_key), id FROM papers WHERE cite_key <> '' AND trashed_at IS NOT {TAKEN_BACK} ORDER BY id DESC"""


@dataclass(frozen=True, slots=True)
class DescribedPaper:
    """A paper, with texts as they are shown."""

    id: PaperId
    arxiv_id: str
    title: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    published: str
    doi: str
    link: str
    typed: frozenset[str]
    """The facts that a person typed."""
    cite_key: str
    citation: str
    """An object of CSL JSON; empty if no bibliography told of the paper."""
    in_trash: bool
    texts: tuple[PaperText, ...]
    tags: tuple[str, ...]
    collections: tuple[tuple[str, ...], ...]
    """Of each its path from the top."""
    files: tuple[PaperFile, ...]
    journal_ref: str
    """As arXiv tells it."""

    def with_key(self, key: str) -> "DescribedPaper":
        """The same with that cite key."""
        return replace(self, cite_key=key)

    def text(self, kind: TextKind, language: str) -> str:
        """The value of that text, empty if there is none."""
        return next((text.value for text in self.texts if text.kind is kind and text.language == language), "")


def described(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> dict[PaperId, DescribedPaper]:
    """Those of these papers that there are, be it in the Trash."""
    rows = list(select_in(connection, _PAPERS, dict.fromkeys(papers)))
    ids = [row[0] for row in rows]
    texts = texts_of(connection, ids)
    records = records_of(connection, (row[1] for row in rows if row[1]))
    tags: defaultdict[PaperId, list[str]] = defaultdict(list)
    for paper, name in select_in(connection, _TAGS, ids):
        tags[paper].append(name)
    paths = collection_paths(connection)
    collections: defaultdict[PaperId, list[tuple[str, ...]]] = defaultdict(list)
    for paper, collection in select_in(connection, _COLLECTED, ids):
        collections[paper].append(paths[collection])
    files: defaultdict[PaperId, list[PaperFile]] = defaultdict(list)
    for paper, *file in select_in(connection, _FILES, ids):
        files[paper].append(PaperFile(*file))
    found = {}
    for paper, arxiv_id, title, authors, categories, published, doi, link, typed, cite_key, citation, in_trash in rows:
        told = records.get(arxiv_id, ())
        found[paper] = DescribedPaper(
            id=paper,
            arxiv_id=arxiv_id,
            title=title,
            authors=tuple(authors.split(SEPARATOR)) if authors else (),
            categories=tuple(categories.split()),
            published=published,
            doi=doi,
            link=link,
            typed=frozenset(typed.split()),
            cite_key=cite_key,
            citation=citation,
            in_trash=bool(in_trash),
            texts=texts[paper],
            tags=tuple(sorted(tags[paper], key=str.casefold)),
            collections=tuple(sorted(collections[paper])),
            files=tuple(files[paper]),
            journal_ref=next((record.journal_ref for record in told if record.journal_ref), ""),
        )
    return found


def typed_over(connection: sqlite3.Connection) -> list[PaperId]:
    """Papers that a bibliography told of and whose title or DOI a person has typed since."""
    return [paper for (paper,) in connection.execute(_TYPED_OVER)]


def collection_paths(connection: sqlite3.Connection) -> dict[CollectionId, tuple[str, ...]]:
    """The names of each collection and of those it lies in, from the top."""
    rows = {
        key: (parent, name) for key, parent, name in connection.execute("SELECT id, parent_id, name FROM collections")
    }
    found: dict[CollectionId, tuple[str, ...]] = {}
    for key in rows:
        path: list[str] = []
        above = key
        while above in rows and len(path) <= len(rows):
            parent, name = rows[above]
            path.insert(0, name)
            above = parent
        found[key] = tuple(path)
    return found


def cite_keys(connection: sqlite3.Connection) -> dict[str, PaperId]:
    """Every cite key that is given, in lower case, and its paper. Papers that undo took back have none."""
    return dict(connection.execute(_CITE_KEYS))


def require_free(keys: Mapping[str, PaperId], paper: PaperId, key: str) -> None:
    """Raises InputError(NAME_TAKEN) if another paper has the cite key. `keys`: those that are given."""
    if keys.get(key.lower(), paper) != paper:
        raise InputError(Reason.NAME_TAKEN, key, "another paper has this cite key")
