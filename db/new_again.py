"""Papers that nobody could find any more, since undo took them back or the Trash was emptied, come out as new ones."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from db.pieces import select_in
from db.stored_values import TAKEN_BACK
from db.undo_log import Change, Record, RowValues
from desktop.domain.ids import PaperId
from desktop.domain.paper import Fact, OriginKind

_NEW: dict[str, Any] = {
    **{"status": "inbox", "status_at": 0, "finished_at": None, "queue_position": None},
    **{"starred": 0, "priority": 0, "due": "", "cite_key": "", "citation": "", "typed_facts": ""},
}
_FACTS = tuple(fact.value for fact in Fact if fact not in (Fact.ARXIV_ID, Fact.CITE_KEY))
"""An id may be what the paper was found by."""
_COLUMNS = (*_NEW, *_FACTS)
_PAPERS = f"SELECT id, {', '.join(_COLUMNS)} FROM papers WHERE trashed_at = {TAKEN_BACK} AND id IN ({{}})"
_KEYS = {
    "texts": ("paper_id", "kind", "language"),
    "paper_tags": ("paper_id", "tag_id"),
    "paper_collections": ("paper_id", "collection_id"),
    "own_digest_papers": ("own_digest_id", "paper_id"),
}
_NAMES = {"texts": ("value", "origin", "origin_name", "changed_at", "locked"), "own_digest_papers": ("position",)}
"""The columns beside the keys."""


def as_new(connection: sqlite3.Connection, papers: Iterable[PaperId]) -> list[Change]:
    """What takes all off those of these papers that are as taken back, which a person said of them: they were deleted,
    and whoever finds them again in a digest is to find them in the inbox. Marks stay with the files."""
    rows = {paper: tuple(values) for paper, *values in select_in(connection, _PAPERS, papers)}
    after = {paper: _new(values) for paper, values in rows.items()}
    other = [paper for paper in rows if after[paper] != rows[paper]]
    changes: list[Change] = []
    if other:
        keys, before = [(paper,) for paper in other], [rows[paper] for paper in other]
        changes.append(RowValues("papers", ("id",), _COLUMNS, keys, before, [after[paper] for paper in other]))
    return [*changes, *(change for table in _KEYS for change in _without(connection, table, list(rows)))]


def _new(values: Record) -> Record:
    before = dict(zip(_COLUMNS, values, strict=True))
    typed = dict.fromkeys((fact for fact in before["typed_facts"].split() if fact in _FACTS), "")
    return tuple({**before, **_NEW, **typed}.values())


def _without(connection: sqlite3.Connection, table: str, papers: Sequence[PaperId]) -> list[Change]:
    key, names = _KEYS[table], _NAMES.get(table, ())
    which = f"origin = '{OriginKind.PERSON}'" if table == "texts" else "true"
    statement = f"SELECT {', '.join((*key, *names))} FROM {table} WHERE {which} AND paper_id IN ({{}})"
    rows = list(select_in(connection, statement, papers))
    keys, before = [row[: len(key)] for row in rows], [row[len(key) :] for row in rows]
    return [RowValues(table, key, names, keys, before, None)] if rows else []
