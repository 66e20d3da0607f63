"""What follows in `papers` from what arXiv told.

Answers of arXiv come at any time and are no steps of undo, so a step that is taken back or done again may bring values
from before an answer: whoever changes papers settles them afterwards. Settling twice is settling once.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from db.index_documents import driver
from db.pieces import pieces, select_in
from db.records import SEPARATOR, records_of
from db.rows import paper_authors, papers
from db.texts import NO_DIGEST_LANGUAGE, texts_of
from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.derived_facts import derive
from desktop.domain.digest import Entry
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, Fact, OriginKind, PaperText, TextKind
from desktop.domain.title_key import title_hash, title_key

_FROM_RECORDS = (
    *("arxiv_version", "shown_record", "newer_version"),
    *(fact.value for fact in (Fact.AUTHORS, Fact.CATEGORIES, Fact.PUBLISHED, Fact.DOI, Fact.LINK)),
)
_FROM_TEXTS = ("title", "translated_title", "title_hash")
"""The hash is that of the title that was told, whatever a person typed over it."""
FOLLOWING = (*_FROM_RECORDS, "title", "title_hash")
"""The columns that settling may change when a paper gets or loses an arXiv id or an entry. A step that does either
holds them all, with the values of before for undo."""
_COLUMNS = ("id", "arxiv_id", "typed_facts", *_FROM_RECORDS, *_FROM_TEXTS)
_PAPERS = f"""
SELECT {", ".join(f"p.{column}" for column in _COLUMNS)}, coalesce(d.language, '{NO_DIGEST_LANGUAGE}'),
  e.title, e.abstract
FROM papers p LEFT JOIN entries e ON e.id = p.entry_id LEFT JOIN digests d ON d.id = p.origin_digest_id
WHERE p.id IN ({{}})
"""
_RECORDED = """
SELECT p.id FROM papers p
WHERE p.id IN ({}) AND EXISTS (SELECT 1 FROM arxiv_records r WHERE r.arxiv_id = p.arxiv_id)"""
_MARKED = """
SELECT arxiv_id, newer_version FROM papers
WHERE newer_version IS NOT NULL AND arxiv_id IS NOT NULL AND id IN ({})"""
_AUTHORS = "SELECT id, authors FROM papers WHERE id IN ({})"
_AUTHOR_ROWS = "SELECT paper_id, position, name FROM paper_authors WHERE paper_id IN ({})"


def placeholder(arxiv_id: str) -> str:
    """What stands for the title of a paper of which nothing but its id is known."""
    return f"arXiv:{arxiv_id}"


def is_placeholder(title: str) -> bool:
    """Whether that is what stands for a title which is not known."""
    return title.startswith(placeholder(""))


def nothing_known(connection: sqlite3.Connection, ids: Iterable[PaperId]) -> set[PaperId]:
    """The papers of these of which nothing but their ids is known."""
    bare = f"entry_id IS NULL AND title = '{placeholder('')}' || arxiv_id"
    return {paper for (paper,) in select_in(connection, f"SELECT id FROM papers WHERE {bare} AND id IN ({{}})", ids)}


def marked_newer(connection: sqlite3.Connection, ids: Sequence[PaperId]) -> dict[str, int]:
    """The arXiv ids of those of these papers that are marked as having a newer version, with that version."""
    return dict(select_in(connection, _MARKED, ids))


def recorded(connection: sqlite3.Connection, ids: Iterable[PaperId]) -> list[PaperId]:
    """The papers of these that arXiv told of."""
    return [paper for (paper,) in select_in(connection, _RECORDED, ids)]


def settle(connection: Connection, ids: Sequence[PaperId], marked: Mapping[str, int] | None = None) -> None:
    """Bring these papers to what follows from records and texts, inside of `reindexed`: versions and facts that no
    person typed, titles, authors. `marked` tells arXiv ids with newer versions to be marked beside those that are."""
    raw = driver(connection)
    found = [_Paper.of(record) for record in select_in(raw, _PAPERS, ids)]
    records = records_of(raw, (paper.arxiv_id for paper in found if paper.arxiv_id))
    for paper in found:
        arxiv_id = paper.arxiv_id or ""
        _take_records(paper, records.get(arxiv_id, ()), (marked or {}).get(arxiv_id, 0))
    _write(connection, found, _FROM_RECORDS)
    texts = texts_of(raw, [paper.id for paper in found])
    for paper in found:
        _take_texts(paper, texts[paper.id])
    _write(connection, found, _FROM_TEXTS)
    _write_authors(connection, ids)


@dataclass(slots=True)
class _Paper:
    id: PaperId
    arxiv_id: str | None
    typed: frozenset[str]
    language: str
    """Of the translations in its entry."""
    told: Entry | None
    """Title and abstract of its entry, clean."""
    before: dict[str, Any]
    now: dict[str, Any]

    @classmethod
    def of(cls, record: tuple[Any, ...]) -> "_Paper":
        *values, language, title, abstract = record
        columns = dict(zip(_COLUMNS, values, strict=True))
        told = None
        if title is not None:
            facts = derive(Entry(title, abstract=abstract))
            told = Entry(facts.title, abstract=facts.abstract)
        typed = frozenset(columns["typed_facts"].split())
        return cls(columns["id"], columns["arxiv_id"], typed, language, told, columns, dict(columns))


def _take_records(paper: _Paper, records: Sequence[ArxivPaper], marked: int) -> None:
    """Which version the paper shows, and facts. `records`: the newest first."""
    by_version = {record.version: record for record in records}
    newest = records[0] if records else None
    now = paper.now
    version = now["arxiv_version"]
    if paper.told is None or not paper.told.abstract:  # there is nothing that a record would hide
        version = version or (newest.version if newest else None)
        now["shown_record"] = version if version in by_version else None
    else:
        if now["shown_record"] not in by_version:
            now["shown_record"] = None
        if version is None and newest is not None and (newest.version == 1 or _tells_the_same(newest, paper.told)):
            version = newest.version
    now["arxiv_version"] = version
    newer = max(now["newer_version"] or 0, marked)
    now["newer_version"] = newest.version if newest and newer and newest.version > (version or 0) else None
    if now["shown_record"] is not None:
        now["title_hash"] = title_hash(by_version[now["shown_record"]].title)
    if newest is not None:
        now.update(_facts(paper, by_version.get(version or 0, newest), newest))


def _facts(paper: _Paper, record: ArxivPaper, newest: ArxivPaper) -> dict[str, str]:
    """What the version that is shown tells, or else the newest one; a DOI may come later than the last version."""
    told = {
        Fact.AUTHORS: SEPARATOR.join(record.authors),
        Fact.CATEGORIES: " ".join(record.categories),
        Fact.PUBLISHED: record.published,
        Fact.DOI: newest.doi or record.doi,
        Fact.LINK: paper.now["link"] or arxiv_link(paper.arxiv_id or ""),
    }
    return {fact.value: value for fact, value in told.items() if value and fact not in paper.typed}


def _tells_the_same(record: ArxivPaper, told: Entry) -> bool:
    return title_key(record.title) == title_key(told.title) and title_key(record.abstract) == title_key(told.abstract)


def _take_texts(paper: _Paper, texts: Sequence[PaperText]) -> None:
    """The table's copies of the titles. A paper whose title nobody told keeps what stands for it."""
    titles = {text.language: text.value for text in texts if text.kind is TextKind.TITLE}
    now = paper.now
    others = (title for language, title in titles.items() if language != ORIGINAL)
    now["translated_title"] = titles[paper.language] if paper.language in titles else next(others, "")
    if ORIGINAL in titles:
        now["title"] = titles[ORIGINAL]
        if any(text.kind is TextKind.TITLE and text.origin.kind is OriginKind.FILE for text in texts):
            now["title_hash"] = title_hash(now["title"])
    elif paper.arxiv_id and paper.told is None and (not now["title"] or is_placeholder(now["title"])):
        now["title"] = placeholder(paper.arxiv_id)
        now["title_hash"] = title_hash(now["title"])


def _write(connection: Connection, found: Iterable[_Paper], columns: Sequence[str]) -> None:
    changed = [paper for paper in found if any(paper.now[column] != paper.before[column] for column in columns)]
    if not changed:
        return
    statement = update(papers).where(papers.c.id == bindparam("key"))
    connection.execute(
        statement.values({column: bindparam(f"new_{column}") for column in columns}),
        [{"key": paper.id, **{f"new_{column}": paper.now[column] for column in columns}} for paper in changed],
    )


def _write_authors(connection: Connection, ids: Sequence[PaperId]) -> None:
    """The rows of authors follow the line of authors."""
    raw = driver(connection)
    rows: dict[PaperId, list[str]] = {}
    for paper, _, name in sorted(select_in(raw, _AUTHOR_ROWS, ids)):
        rows.setdefault(paper, []).append(name)
    wanted = {paper: line.split(SEPARATOR) if line else [] for paper, line in select_in(raw, _AUTHORS, ids)}
    stale = [paper for paper, names in wanted.items() if names != rows.get(paper, [])]
    for chunk in pieces(stale):
        connection.execute(delete(paper_authors).where(paper_authors.c.paper_id.in_(chunk)))
    fresh = [
        {"paper_id": paper, "position": position, "name": name}
        for paper in stale
        for position, name in enumerate(wanted[paper], start=1)
    ]
    if fresh:
        connection.execute(insert(paper_authors), fresh)
