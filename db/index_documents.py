"""Keeping the full-text index equal to the papers.

The index holds no text of its own, so taking a paper's old words out of it needs the old texts: whoever changes
papers does so inside `reindexed`.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from db.pieces import select_in
from db.search import add_to_index, replace_in_index
from db.search_text import index_row
from db.texts import texts_of
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, TextKind

Document = tuple[str, ...]


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's connection under SQLAlchemy's."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def documents(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> dict[PaperId, Document]:
    """What the index holds of these papers; papers that do not exist are left out."""
    found: dict[PaperId, Document] = {}
    there = list(select_in(connection, "SELECT id, authors, title FROM papers WHERE id IN ({})", papers))
    texts = texts_of(connection, [paper for paper, *_ in there])
    for paper, names, shown_title in there:
        strings = {"note": "", "title": "", "summary": "", "abstract": ""}
        translated = dict(strings)
        for text in texts[paper]:
            group = strings if text.language in (ORIGINAL, "") else translated
            group[text.kind] = f"{group[text.kind]}\n{text.value}" if group[text.kind] else text.value
        found[paper] = index_row(
            title=strings[TextKind.TITLE] or shown_title,
            translated_title=translated[TextKind.TITLE],
            authors=names,
            summary=translated[TextKind.SUMMARY],
            summary_en=strings[TextKind.SUMMARY],
            abstract=strings[TextKind.ABSTRACT],
            translated_abstract=translated[TextKind.ABSTRACT],
            note=strings[TextKind.NOTE],
        )
    return found


@contextmanager
def reindexed(connection: Connection, papers: Sequence[PaperId]) -> Iterator[None]:
    """Inside this block, in a transaction, the texts of these papers may be changed; the index follows."""
    raw = driver(connection)
    before = documents(raw, papers)
    yield
    after = documents(raw, papers)
    for paper in papers:
        old, new = before.get(paper), after.get(paper)
        if old is None and new is not None:
            add_to_index(raw, [(paper, *new)])
        elif old != new:
            replace_in_index(raw, paper, old, new)
