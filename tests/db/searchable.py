"""A library file to search in, and papers for it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.connection import connect
from db.migrations.versions import (
    r0001_first_schema,
    r0002_arxiv,
    r0003_reading,
    r0004_reading_list,
    r0005_own_digests,
)
from db.search import add_to_index
from db.search_text import IndexRow, index_row

FIELDS = ("title", "translated_title", "authors", "summary", "summary_en", "abstract", "translated_abstract", "note")


def row(**texts: str) -> IndexRow:
    """What the index holds of a paper with these texts."""
    return index_row(**{name: texts.get(name, "") for name in FIELDS})


@contextmanager
def new_library(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty library, as the migrations make it."""
    connection = connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    for migration in (r0001_first_schema, r0002_arxiv, r0003_reading, r0004_reading_list, r0005_own_digests):
        for statement in migration.STATEMENTS:
            connection.execute(statement)
    try:
        yield connection
    finally:
        connection.close()


def add_paper(
    connection: sqlite3.Connection, paper: int, *, published: str = "", arxiv_id: str | None = None, **texts: str
) -> None:
    """A paper whose texts all stand in its entry; a note stands in `texts`."""
    strings = {name: texts.get(name, "") for name in FIELDS}
    names = ("title", "translated_title", "summary", "summary_en", "abstract", "translated_abstract")
    connection.execute(
        f"INSERT INTO entries (id, key, link, listing, {', '.join(names)}) VALUES (?, ?, '', '', ?, ?, ?, ?, ?, ?)",
        (paper, str(paper).encode(), *(strings[name] for name in names)),
    )
    connection.execute(
        "INSERT INTO papers (id, title, translated_title, authors, published, arxiv_id, entry_id, doi, link,"
        " title_hash, categories, announced, typed_facts, added_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, '', '', 0, '', '', '', 0)",
        (paper, strings["title"], strings["translated_title"], strings["authors"], published, arxiv_id, paper),
    )
    if strings["note"]:
        connection.execute(
            "INSERT INTO texts (paper_id, kind, language, value, origin, origin_name, changed_at, locked)"
            " VALUES (?, 'note', '', ?, 'person', '', 0, 1)",
            (paper, strings["note"]),
        )
    add_to_index(connection, [(paper, *row(**texts))])
