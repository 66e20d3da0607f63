"""PDFs of a library as the index of their words holds them."""

import sqlite3

from db import page_texts
from desktop.domain.page_index import IndexTask, ReadText
from desktop.domain.pdf_document import PdfFile


def add_file(connection: sqlite3.Connection, paper: int, sha256: str, version: int | None = None) -> None:
    """The paper has a PDF of that content."""
    connection.execute(
        "INSERT INTO files (paper_id, path, sha256, size, added_at, version) VALUES (?, ?, ?, 1, 0, ?)",
        (paper, f"papers/{paper}-{sha256}.pdf", sha256, version),
    )


def read(sha256: str, *texts: str, start: int = 0, pages: int | None = None, unread: bool = False) -> ReadText:
    """Pages of a file that were read."""
    task = IndexTask(PdfFile("", sha256), "", start)
    return ReadText(task, start + len(texts) if pages is None else pages, texts, unread)


def index_file(
    connection: sqlite3.Connection, paper: int, sha256: str, *texts: str, version: int | None = None
) -> None:
    """The paper has a PDF with these pages, and they are in the index."""
    add_file(connection, paper, sha256, version)
    assert page_texts.store(connection, read(sha256, *texts))
