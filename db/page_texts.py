"""The words of PDFs: rows of `indexed_files` and `page_texts`, and the full-text index `pages_fts`.

A page has the same number in both, which tells its file (`search_text.PAGES`). The index holds no text of its own;
`page_texts` keeps what was indexed, compressed, for excerpts and because a contentless index takes a row out only if it
is given its old words.
"""

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence

from db.search_text import PAGES, index_text
from db.stored_values import now_ms
from desktop.domain.errors import Reason
from desktop.domain.ids import PaperId
from desktop.domain.page_index import IndexOverview, IndexState, IndexTask, ReadText, UnreadFile
from desktop.domain.pdf_document import PdfFile

_TEMPORARY = (Reason.UNREADABLE, Reason.PDF_UNREAD)
"""These say nothing of what is in a file."""

_WAITING = """
SELECT f.path, f.sha256, f.version, f.name, p.title, coalesce(i.done, 0), coalesce(i.pages, 0)
FROM files f JOIN papers p ON p.id = f.paper_id LEFT JOIN indexed_files i ON i.sha256 = f.sha256
WHERE p.trashed_at IS NULL AND (i.id IS NULL OR i.state = 'reading')
GROUP BY f.sha256 ORDER BY i.id IS NULL, max(f.id) DESC LIMIT ?
"""
_COME_AGAIN = """
SELECT i.sha256 FROM indexed_files i JOIN files f ON f.sha256 = i.sha256 WHERE i.state = 'failed' AND f.added_at > i.at
"""
_OVERVIEW = """
SELECT count(*), count(state <> 'reading' OR NULL), count(state = 'no-text' OR NULL), count(state = 'failed' OR NULL)
FROM (SELECT i.state FROM files f JOIN papers p ON p.id = f.paper_id LEFT JOIN indexed_files i ON i.sha256 = f.sha256
  WHERE p.trashed_at IS NULL GROUP BY f.sha256)
"""
_FAILED = """
SELECT p.id, p.title, i.sha256, i.reason
FROM indexed_files i JOIN files f ON f.sha256 = i.sha256 JOIN papers p ON p.id = f.paper_id
WHERE i.state = 'failed' AND p.trashed_at IS NULL GROUP BY i.sha256 ORDER BY i.at DESC, i.id
"""
_STRAY = "SELECT sha256 FROM indexed_files WHERE sha256 NOT IN (SELECT sha256 FROM files) LIMIT ?"


def waiting(connection: sqlite3.Connection, limit: int) -> tuple[IndexTask, ...]:
    """Files that are to be read, each once: those that were begun, then the newest. Paths begin in the library."""
    return tuple(
        IndexTask(PdfFile(path, sha256, version, name), title, done, pages)
        for path, sha256, version, name, title, done, pages in connection.execute(_WAITING, (limit,))
    )


def overview(connection: sqlite3.Connection) -> IndexOverview:
    """How far the index is."""
    return IndexOverview(*connection.execute(_OVERVIEW).fetchone())


def unread(connection: sqlite3.Connection) -> tuple[UnreadFile, ...]:
    """The files that could not be read, the latest first."""
    return tuple(
        UnreadFile(PaperId(paper), title, sha256, Reason(reason))
        for paper, title, sha256, reason in connection.execute(_FAILED)
    )


# What follows works in the caller's transaction


def store(connection: sqlite3.Connection, read: ReadText) -> bool:
    """Keep what was read; False where the index is not waiting for these very pages."""
    sha256 = read.task.file.sha256
    if connection.execute("SELECT 1 FROM files WHERE sha256 = ?", (sha256,)).fetchone() is None:
        return False
    begin = "INSERT OR IGNORE INTO indexed_files (sha256, state, pages, done, reason, at) VALUES (?, ?, ?, 0, '', ?)"
    connection.execute(begin, (sha256, IndexState.READING, read.pages, now_ms()))
    file, state, done, reason = connection.execute(
        "SELECT id, state, done, reason FROM indexed_files WHERE sha256 = ?", (sha256,)
    ).fetchone()
    if state != IndexState.READING or done != read.task.start:
        return False
    first = PAGES * file + read.task.start
    _add(connection, ((number, text) for number, text in enumerate(read.texts, first) if text.strip()))
    done += len(read.texts)
    reason = reason or (Reason.PDF_FAILED if read.unread else "")
    if done < read.pages:
        state = IndexState.READING
    elif reason:
        state = IndexState.FAILED
    else:
        state = IndexState.WHOLE if any(True for _ in _texts(connection, file)) else IndexState.NO_TEXT
    connection.execute(
        "UPDATE indexed_files SET state = ?, pages = ?, done = ?, reason = ?, at = ? WHERE id = ?",
        (state, read.pages, done, reason, now_ms(), file),
    )
    return True


def failed(connection: sqlite3.Connection, sha256: str, reason: Reason) -> None:
    """Note that a file could not be read, or not any further."""
    connection.execute(
        "INSERT INTO indexed_files (sha256, state, pages, done, reason, at) VALUES (?, 'failed', 0, 0, ?, ?)"
        " ON CONFLICT (sha256) DO UPDATE SET state = 'failed', reason = excluded.reason, at = excluded.at",
        (sha256, reason, now_ms()),
    )


def forget(connection: sqlite3.Connection, hashes: Iterable[str]) -> None:
    """Take these files out of the index."""
    for sha256 in hashes:
        for (file,) in connection.execute("SELECT id FROM indexed_files WHERE sha256 = ?", (sha256,)).fetchall():
            take_out = "INSERT INTO pages_fts (pages_fts, rowid, text) VALUES ('delete', ?, ?)"
            connection.executemany(take_out, ((number, index_text(text)) for number, text in _texts(connection, file)))
            connection.execute(
                "DELETE FROM page_texts WHERE id BETWEEN ? AND ?", (PAGES * file, PAGES * file + PAGES - 1)
            )
            connection.execute("DELETE FROM indexed_files WHERE id = ?", (file,))


def failures(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The sha256 of all files that could not be read."""
    return tuple(sha256 for (sha256,) in connection.execute("SELECT sha256 FROM indexed_files WHERE state = 'failed'"))


def to_try_again(connection: sqlite3.Connection, unlocked: Collection[str] = ()) -> tuple[str, ...]:
    """The sha256 of files that failed and came again since, or whose password (`unlocked`) is known by now."""
    again = {sha256 for (sha256,) in connection.execute(_COME_AGAIN)}
    locked = connection.execute("SELECT sha256 FROM indexed_files WHERE state = 'failed' AND reason = 'pdf-locked'")
    return tuple(sorted(again | {sha256 for (sha256,) in locked if sha256 in unlocked}))


def temporary_failures(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The sha256 of files that failed for reasons which say nothing of what is in them."""
    marks = ", ".join("?" * len(_TEMPORARY))
    statement = f"SELECT sha256 FROM indexed_files WHERE state = 'failed' AND reason IN ({marks})"
    return tuple(sha256 for (sha256,) in connection.execute(statement, _TEMPORARY))


def stray(connection: sqlite3.Connection, limit: int) -> tuple[str, ...]:
    """The sha256 of files in the index that no paper has any more, not even one in the Trash."""
    return tuple(sha256 for (sha256,) in connection.execute(_STRAY, (limit,)))


# Texts


def text_of(connection: sqlite3.Connection, number: int) -> str:
    """The text of the page with that number; empty if there is none."""
    found = connection.execute("SELECT text FROM page_texts WHERE id = ?", (number,)).fetchone()
    return _unpacked(found[0]) if found else ""


def index_rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    """What the index should hold of these pages."""
    marks = ", ".join("?" * len(numbers))
    for number, packed in connection.execute(f"SELECT id, text FROM page_texts WHERE id IN ({marks})", numbers):
        yield number, index_text(_unpacked(packed))


def _add(connection: sqlite3.Connection, pages: Iterable[tuple[int, str]]) -> None:
    for number, text in pages:
        packed = zlib.compress(text.encode("utf-8", "replace"))
        connection.execute("INSERT INTO page_texts (id, text) VALUES (?, ?)", (number, packed))
        connection.execute("INSERT INTO pages_fts (rowid, text) VALUES (?, ?)", (number, index_text(_unpacked(packed))))


def _texts(connection: sqlite3.Connection, file: int) -> Iterator[tuple[int, str]]:
    statement = "SELECT id, text FROM page_texts WHERE id BETWEEN ? AND ? ORDER BY id"
    for number, packed in connection.execute(statement, (PAGES * file, PAGES * file + PAGES - 1)):
        yield number, _unpacked(packed)


def _unpacked(packed: bytes) -> str:
    """Empty for a damaged text: the check then says that the index holds other words, and making it anew ends that."""
    try:
        return zlib.decompress(packed).decode("utf-8")
    except (zlib.error, UnicodeDecodeError):
        return ""
