"""Papers that do not come from an import."""

from typing import Any

from sqlalchemy import Connection

from db.browse import now_ms
from db.index_documents import driver
from db.undo_log import RowsChange
from desktop.domain.ids import PaperId

EMPTY_PAPER: dict[str, Any] = {
    "title": "",
    "translated_title": "",
    "arxiv_id": None,
    "arxiv_version": None,
    "doi": "",
    "link": "",
    "title_hash": 0,
    "categories": "",
    "authors": "",
    "published": "",
    "announced": "",
    "entry_id": None,
    "origin_digest_id": None,
    "typed_facts": "",
    "trashed_at": None,
}


def new_paper(connection: Connection, values: dict[str, Any]) -> tuple[PaperId, RowsChange]:
    """The change that adds a paper with these column values, and its id."""
    (last,) = driver(connection).execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    after = {**EMPTY_PAPER, "added_at": now_ms(), **values}
    return PaperId(last + 1), RowsChange("papers", ({"id": last + 1},), None, after)
