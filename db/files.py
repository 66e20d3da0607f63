"""PDFs of papers: rows of `files`."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import starmap
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, update

from db.fetches import done
from db.index_documents import driver
from db.pieces import select_in
from db.rows import files
from db.stored_values import TAKEN_BACK, now_ms
from db.undo_log import RowsChange
from desktop.domain.arxiv_id import plain_id
from desktop.domain.changes import Changes
from desktop.domain.errors import PdfError, Reason
from desktop.domain.fetching import Downloaded, Fetch
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperFile

_COLUMNS = "f.path, f.sha256, f.size, f.version, f.name"
_ALL = f"SELECT p.id, p.title, {_COLUMNS} FROM files f JOIN papers p ON p.id = f.paper_id ORDER BY f.path"
_OF = f"SELECT {_COLUMNS} FROM files f WHERE f.paper_id IN ({{}}) ORDER BY f.id"
_SAME = f"SELECT {_COLUMNS} FROM files f WHERE f.sha256 IN ({{}})"
HOLDER = "SELECT p.id, p.trashed_at FROM files f JOIN papers p ON p.id = f.paper_id WHERE f.path = ?"
_STILL_WANTED = "SELECT p.arxiv_id FROM fetches f JOIN papers p ON p.id = f.paper_id WHERE f.id = ? AND p.id = ?"


class HeldFile(NamedTuple):
    """A file that the library says it holds, and its paper."""

    paper: PaperId
    title: str
    file: PaperFile


def held_files(connection: sqlite3.Connection) -> tuple[HeldFile, ...]:
    """All files, be their papers in the Trash."""
    return tuple(HeldFile(paper, title, PaperFile(*file)) for paper, title, *file in connection.execute(_ALL))


def files_of(connection: sqlite3.Connection, papers: Iterable[PaperId]) -> tuple[PaperFile, ...]:
    """The files of these papers."""
    return tuple(starmap(PaperFile, select_in(connection, _OF, dict.fromkeys(papers))))


def files_by_sha256(connection: sqlite3.Connection, hashes: Iterable[str]) -> dict[str, tuple[PaperFile, ...]]:
    """The files with these contents, per sha256, be their papers in the Trash."""
    found: defaultdict[str, tuple[PaperFile, ...]] = defaultdict(tuple)
    for held in starmap(PaperFile, select_in(connection, _SAME, set(hashes))):
        found[held.sha256] += (held,)
    return dict(found)


def is_told_of(connection: sqlite3.Connection, path: str) -> bool:
    """Whether any paper, be it taken back, has the file at this path."""
    return connection.execute(HOLDER, (path,)).fetchone() is not None


def attach_changes(
    connection: Connection, paper: PaperId, file: PaperFile, pages: int | None = None
) -> list[RowsChange]:
    """A paper gets a file that lies in the library's folder. None if a paper of the library has it already."""
    holder = driver(connection).execute(HOLDER, (file.path,)).fetchone()
    if holder is not None and holder[1] != TAKEN_BACK:
        return []
    key = {"path": file.path}
    if holder is not None:
        return [RowsChange("files", (key,), {"paper_id": holder[0]}, {"paper_id": paper})]
    return [RowsChange("files", (key,), None, {"paper_id": paper, **_values(file, pages)})]


def _values(file: PaperFile, pages: int | None) -> dict[str, Any]:
    """A file as columns of `files`, but for its paper and its path."""
    return {
        "sha256": file.sha256,
        "size": file.size,
        "version": file.version,
        "name": file.name,
        "pages": pages,
        "added_at": now_ms(),
    }


def store_file(connection: Connection, fetch: Fetch, file: Downloaded, gone: Collection[str] = frozenset()) -> Changes:
    """Keep a PDF that was fetched; the wish is fulfilled. It is no step of undo.

    A file of the paper in the same version, or of the same content, that is `gone` from its path is this one from now.

    Changes nothing (and the caller may delete the file) if the wish was cancelled or the paper has got another id
    meanwhile. Raises PdfError(WRONG_PAPER) if another paper has a file of the same content and name.
    """
    wanted = driver(connection).execute(_STILL_WANTED, (fetch.id, fetch.paper)).fetchone()
    if wanted is None or plain_id(wanted[0] or "") != plain_id(fetch.arxiv_id):
        return Changes()
    told = PaperFile(file.path, file.sha256, file.size, file.version or fetch.version)
    values = {"paper_id": fetch.paper, **_values(told, file.pages)}
    holder = driver(connection).execute(HOLDER, (file.path,)).fetchone()
    if holder is not None and holder[0] != fetch.paper and holder[1] != TAKEN_BACK:
        raise PdfError(Reason.WRONG_PAPER, file.path, "another paper of the library has this very file")
    held = files_of(driver(connection), [fetch.paper])
    same = file.path if holder else next((old.path for old in held if old.path in gone and _is(old, told)), None)
    if same is None:
        connection.execute(insert(files).values(path=file.path, **values))
    else:
        connection.execute(update(files).where(files.c.path == same).values(path=file.path, **values))
    done(connection, [fetch.id])
    return Changes(papers_changed=(fetch.paper,))


def _is(old: PaperFile, told: PaperFile) -> bool:
    """Whether both stand for the same PDF of a paper. Two that a person gave and that tell no version do not."""
    same_version = old.version == told.version and (old.version is not None or not old.name)
    return same_version or old.sha256 == told.sha256
