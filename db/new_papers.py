"""Papers that do not come from an import."""

from typing import Any

from sqlalchemy import Connection, insert

from db.index_documents import driver, reindexed
from db.rows import files, papers, texts
from db.stored_values import TAKEN_BACK, now_ms
from db.undo_log import RowsChange
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, OriginKind, PaperFile, TextKind
from desktop.domain.title_key import title_hash

_NOTHING_KNOWN: dict[str, Any] = {
    "translated_title": "",
    "doi": "",
    "link": "",
    "categories": "",
    "authors": "",
    "published": "",
    "announced": "",
    "typed_facts": "",
}


def new_paper(connection: Connection, values: dict[str, Any]) -> tuple[PaperId, RowsChange]:
    """Write a paper with these column values, as yet taken back, and return the change that brings it out.

    So undo never deletes a row that something else may point at by then. Its arXiv id comes with that change: a paper
    that is taken back must not keep it from others.
    """
    (last,) = driver(connection).execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    paper = PaperId(last + 1)
    hashed = title_hash(values["title"])
    written = {
        **_NOTHING_KNOWN,
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


def new_paper_of_file(connection: Connection, title: str, file: PaperFile) -> RowsChange | None:
    """The same for a paper of which there is a file and a title; None if the library shows a paper with that file."""
    statement = "SELECT p.id, p.trashed_at FROM files f JOIN papers p ON p.id = f.paper_id WHERE f.path = ?"
    there = driver(connection).execute(statement, (file.path,)).fetchone()
    if there is not None:
        held, trashed_at = there
        before, after = {"trashed_at": trashed_at}, {"trashed_at": None}
        return None if trashed_at is None else RowsChange("papers", ({"id": held},), before, after)
    paper, change = new_paper(connection, {"title": title})
    now = now_ms()
    with reindexed(connection, [paper]):
        connection.execute(
            insert(texts).values(
                paper_id=paper,
                kind=TextKind.TITLE.value,
                language=ORIGINAL,
                value=title,
                origin=OriginKind.PERSON.value,
                origin_name="",
                changed_at=now,
                locked=True,
            )
        )
    connection.execute(
        insert(files).values(paper_id=paper, path=file.path, sha256=file.sha256, size=file.size, added_at=now)
    )
    return change
