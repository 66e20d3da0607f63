"""What a bibliography brings, as one step that can be undone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert

from db.described_papers import collection_paths
from db.edits import fact_changes, paper_with_arxiv_id, text_changes
from db.files import attach_changes
from db.index_documents import documents, driver
from db.labels_tags import PAIR, all_tags
from db.new_papers import NOTHING_KNOWN
from db.rows import papers, texts
from db.search import add_to_index
from db.settling import placeholder, settle
from db.stored_values import TAKEN_BACK, now_ms
from db.trash import trash_changes
from db.undo_log import Change, RowsChange, RowValues
from desktop.domain.arxiv_id import ArxivId, arxiv_link
from desktop.domain.ids import PaperId
from desktop.domain.labels import label_key
from desktop.domain.paper import Fact, OriginKind, PaperFile, TextKind
from desktop.domain.title_key import title_hash

Text = tuple[TextKind, str, str]
"""Kind, language, value."""


@dataclass(slots=True)
class Brought:
    """What a paper gets."""

    paper: PaperId | None
    """None for a new one."""
    columns: dict[str, Any] = field(default_factory=dict)
    """Of `papers`: authors, categories, published, doi, link, cite_key, citation."""
    arxiv_id: ArxivId | None = None
    texts: tuple[Text, ...] = ()
    note: str = ""
    """The whole note as it will be."""
    tags: tuple[str, ...] = ()
    collections: tuple[tuple[str, ...], ...] = ()
    files: tuple[PaperFile, ...] = ()
    restored: bool = False


def brought_changes(
    connection: Connection, brought: Sequence[Brought], origin: str
) -> tuple[list[Change], list[PaperId]]:
    """The changes for `steps.do`, and the papers in the order of `brought`; new papers are written, as yet taken back.
    `origin` is the name that texts say they are from."""
    known = [(one.paper, one) for one in brought if one.paper is not None]
    changes: list[Change] = _new_papers(connection, [one for one in brought if one.paper is None], origin)
    numbers = [paper for one in brought if (paper := one.paper) is not None]
    changes += trash_changes(connection, [paper for paper, one in known if one.restored], None)
    for paper, one in known:
        changes += _known_paper(connection, paper, one, origin)
    changes += _tagged(connection, zip(numbers, brought, strict=True))
    changes += _collected(connection, zip(numbers, brought, strict=True))
    for paper, one in zip(numbers, brought, strict=True):
        for file in one.files:
            changes += attach_changes(connection, paper, file)
    return changes, numbers


def store_keys(connection: Connection, keys: Mapping[PaperId, str]) -> None:
    """Keep cite keys that were made when they were first needed. It is no step of undo: nobody chose them."""
    rows = [(key, paper) for paper, key in keys.items()]
    if rows:
        connection.exec_driver_sql("UPDATE papers SET cite_key = ? WHERE id = ? AND cite_key = ''", rows)


def _new_papers(connection: Connection, brought: Sequence[Brought], origin: str) -> list[Change]:
    """Write these papers, as yet taken back, so that undo never deletes a row. The first gets the highest, newest id.

    Their arXiv ids come with the change that brings them out: a paper that is taken back must not keep its id.
    """
    if not brought:
        return []
    (last,) = driver(connection).execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    for number, one in enumerate(reversed(brought), start=1):
        one.paper = PaperId(last + number)
    connection.execute(insert(papers), [_row(one) for one in brought])
    written = [row for one in brought for row in _text_rows(one, origin)]
    if written:
        connection.execute(insert(texts), written)
    ids = [one.paper for one in brought if one.paper is not None]
    settle(connection, ids)
    add_to_index(driver(connection), ((paper, *row) for paper, row in documents(driver(connection), ids).items()))
    named = [(one.paper, one.arxiv_id.value) for one in brought if one.arxiv_id is not None]
    others = tuple({"id": one.paper} for one in brought if one.arxiv_id is None)
    changes: list[Change] = []
    if others:
        changes.append(RowsChange("papers", others, {"trashed_at": TAKEN_BACK}, {"trashed_at": None}))
    if named:
        before, after = [(TAKEN_BACK, None)] * len(named), [(None, arxiv_id) for _, arxiv_id in named]
        keys = [(paper,) for paper, _ in named]
        changes.append(RowValues("papers", ("id",), ("trashed_at", "arxiv_id"), keys, before, after))
    return changes


def _row(one: Brought) -> dict[str, Any]:
    named = one.arxiv_id
    title = next((value for kind, language, value in one.texts if (kind, language) == (TextKind.TITLE, "en")), "")
    shown = title or (placeholder(named.value) if named else "")
    return {
        **NOTHING_KNOWN,
        "cite_key": "",
        "citation": "",
        "arxiv_version": named.version if named else None,
        **one.columns,
        "link": one.columns.get("link") or (arxiv_link(named.value) if named else ""),
        "title": shown,
        "title_hash": title_hash(shown),
        "id": one.paper,
        "arxiv_id": None,
        "added_at": now_ms(),
        "trashed_at": TAKEN_BACK,
    }


def _text_rows(one: Brought, origin: str) -> Iterable[dict[str, Any]]:
    for kind, language, value in one.texts:
        key = {"paper_id": one.paper, "kind": kind.value, "language": language}
        yield {**key, **_text_values(value, OriginKind.FILE, origin)}
    if one.note:
        key = {"paper_id": one.paper, "kind": TextKind.NOTE.value, "language": ""}
        yield {**key, **_text_values(one.note, OriginKind.PERSON, "")}


def _text_values(value: str, origin: OriginKind, name: str) -> dict[str, Any]:
    locked = origin is OriginKind.PERSON
    return {"value": value, "origin": origin.value, "origin_name": name, "changed_at": now_ms(), "locked": locked}


def _known_paper(connection: Connection, paper: PaperId, one: Brought, origin: str) -> list[Change]:
    changes: list[Change] = []
    if one.arxiv_id is not None and paper_with_arxiv_id(connection, one.arxiv_id.value) is None:
        values = {"arxiv_id": one.arxiv_id.value, "arxiv_version": one.arxiv_id.version}
        changes += fact_changes(connection, paper, Fact.ARXIV_ID, values)
    if one.columns:
        statement = f"SELECT {', '.join(one.columns)} FROM papers WHERE id = ?"
        before = driver(connection).execute(statement, (paper,)).fetchone()
        was = dict(zip(one.columns, before, strict=True))
        changes.append(RowsChange("papers", ({"id": paper},), was, dict(one.columns)))
    for kind, language, value in one.texts:
        key = {"paper_id": paper, "kind": kind.value, "language": language}
        changes.append(RowsChange("texts", (key,), None, _text_values(value, OriginKind.FILE, origin)))
    if one.note:
        changes += text_changes(connection, paper, TextKind.NOTE, "", one.note)
    return changes


Each = Iterable[tuple[PaperId, Brought]]


def _tagged(connection: Connection, brought: Each) -> list[Change]:
    known = {tag.key: tag.id for tag in all_tags(connection)}
    (last,) = driver(connection).execute("SELECT coalesce(max(id), 0) FROM tags").fetchone()
    made: list[Change] = []
    pairs: dict[tuple[int, int], None] = {}
    for paper, one in brought:
        for name in one.tags:
            key = label_key(name)
            if key not in known:
                last += 1
                known[key] = last
                made.append(RowsChange("tags", ({"id": last},), None, {"name": name, "key": key, "color": 0}))
            pairs[paper, known[key]] = None
    there = set(driver(connection).execute("SELECT paper_id, tag_id FROM paper_tags")) if pairs else set()
    fresh = [pair for pair in pairs if pair not in there]
    return [*made, *([RowValues.pairs("paper_tags", PAIR, fresh, there=True)] if fresh else [])]


def _collected(connection: Connection, brought: Each) -> list[Change]:
    raw = driver(connection)
    known: dict[tuple[str, ...], int] = {}
    for key, path in collection_paths(raw).items():
        known.setdefault(path, key)
    (last,) = raw.execute("SELECT coalesce(max(id), 0) FROM collections").fetchone()
    rows = raw.execute("SELECT parent_id, max(position) + 1 FROM collections GROUP BY parent_id")
    free: defaultdict[int | None, int] = defaultdict(int, rows.fetchall())
    made: list[Change] = []
    pairs: dict[tuple[int, int], None] = {}
    for paper, one in brought:
        for path in one.collections:
            parent: int | None = None
            for depth in range(1, len(path) + 1):
                if path[:depth] not in known:
                    last += 1
                    known[path[:depth]] = last
                    values = {"parent_id": parent, "name": path[depth - 1], "position": free[parent]}
                    free[parent] += 1
                    made.append(RowsChange("collections", ({"id": last},), None, values))
                parent = known[path[:depth]]
            if parent is not None:
                pairs[parent, paper] = None
    there = set(raw.execute("SELECT collection_id, paper_id FROM paper_collections")) if pairs else set()
    fresh = [pair for pair in pairs if pair not in there]
    held = [RowValues.pairs("paper_collections", ("collection_id", "paper_id"), fresh, there=True)] if fresh else []
    return [*made, *held]
