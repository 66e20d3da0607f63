"""Papers that do not come from an import."""

from typing import Any

from sqlalchemy import Connection, insert

from db.files import HOLDER, attach_changes
from db.held_papers import known_ids
from db.index_documents import driver, reindexed
from db.rows import papers, texts
from db.stored_values import TAKEN_BACK, now_ms
from db.trash import trash_changes
from db.undo_log import RowsChange
from desktop.domain.arxiv_id import ArxivId, arxiv_link, month_of
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, OriginKind, PaperFile, TextKind
from desktop.domain.title_key import title_hash

NOTHING_KNOWN: dict[str, Any] = {
    "translated_title": "",
    "doi": "",
    "link": "",
    "categories": "",
    "authors": "",
    "published": "",
    "announced": "",
    "typed_facts": "",
}
"""The columns of a paper of which nothing is known but its title."""


def new_paper(connection: Connection, values: dict[str, Any]) -> tuple[PaperId, RowsChange]:
    """Write a paper with these column values, as yet taken back, and return the change that brings it out.

    So undo never deletes a row that something else may point at by then. Its arXiv id comes with that change: a paper
    that is taken back must not keep it from others.
    """
    (last,) = driver(connection).execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    paper = PaperId(last + 1)
    hashed = title_hash(values["title"])
    written = {
        **NOTHING_KNOWN,
        **values,
        "id": paper,
        "arxiv_id": None,
        "title_hash": hashed,
        "added_at": now_ms(),
        "trashed_at": TAKEN_BACK,
    }
    with reindexed(connection, [paper]):
        connection.execute(insert(papers).values(written))
    before: dict[str, Any] = {"trashed_at": TAKEN_BACK}
    after: dict[str, Any] = {"trashed_at": None}
    if (arxiv_id := values.get("arxiv_id")) is not None:
        before["arxiv_id"], after["arxiv_id"] = None, arxiv_id
    return paper, RowsChange("papers", ({"id": paper},), before, after)


def new_paper_of_file(
    connection: Connection,
    title: str,
    file: PaperFile,
    *,
    pages: int | None = None,
    arxiv_id: ArxivId | None = None,
    doi: str = "",
) -> list[RowsChange]:
    """The changes that bring out a paper of which there is a file; none if the library shows a paper with that file.

    The title is a guess from the file, unless there is an arXiv id, under which arXiv will tell it. The paper that has
    this id already gets the file.
    """
    there = driver(connection).execute(HOLDER, (file.path,)).fetchone()
    if there is not None and there[1] != TAKEN_BACK:
        return trash_changes(connection, [there[0]], None)
    if arxiv_id is not None and (held := known_ids(driver(connection), [arxiv_id.value])):
        paper = held[arxiv_id.value].id
        return [*trash_changes(connection, [paper], None), *attach_changes(connection, paper, file, pages)]
    values: dict[str, Any] = {"title": title, "doi": doi}
    if arxiv_id is not None:
        values |= {"arxiv_id": arxiv_id.value, "arxiv_version": arxiv_id.version, "link": arxiv_link(arxiv_id.value)}
        values["published"] = month_of(arxiv_id.value)
    paper, change = new_paper(connection, values)
    if arxiv_id is None:
        _write_title(connection, paper, title, file.name)
    return [change, *attach_changes(connection, paper, file, pages)]


def _write_title(connection: Connection, paper: PaperId, title: str, file_name: str) -> None:
    with reindexed(connection, [paper]):
        connection.execute(
            insert(texts).values(
                paper_id=paper,
                kind=TextKind.TITLE.value,
                language=ORIGINAL,
                value=title,
                origin=OriginKind.FILE.value,
                origin_name=file_name,
                changed_at=now_ms(),
                locked=False,
            )
        )
