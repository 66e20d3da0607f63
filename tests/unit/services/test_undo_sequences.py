"""Undo restores exactly: random sequences of changes, all taken back, all done again (RELIABILITY promise 14)."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.index_documents import documents
from db.stored_values import TAKEN_BACK
from desktop.domain.listing import Listing, Place
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import papers_in
from tests.unit.services.random_library import empty_library
from tests.unit.services.random_steps import STEP, Step, take

TABLES = {
    "papers": f"SELECT * FROM papers WHERE trashed_at IS NOT {TAKEN_BACK}",
    "papers merged": "SELECT id, merged_into FROM papers WHERE merged_into IS NOT NULL",
    "history": "SELECT paper_id, step, at, kind, detail FROM history",
    "files": "SELECT * FROM files",
    "texts": "SELECT * FROM texts",
} | {
    table: f"SELECT * FROM {table}"
    for table in ("tags", "paper_tags", "collections", "paper_collections", "saved_searches", "distinct_papers")
}


def dump(library: LibraryServices) -> dict[str, Any]:
    """All that a person can see: places, papers with their texts, and what the index holds of them; and each table
    that steps touch as it stands."""
    raw = library._file.connection
    places = [papers_in(library, Listing(place=place)) for place in (Place.ALL, Place.QUEUE, Place.TRASH)]
    shown = {paper for place in places for paper in place}
    index = raw.execute("SELECT term, doc, col, offset FROM words ORDER BY 1, 2, 3, 4").fetchall()
    return {
        "places": places,
        "sidebar": library.browse.sidebar(),
        "details": [library.browse.details(paper) for paper in sorted(shown)],
        "index": [word for word in index if word[1] in shown],
        **{name: sorted(raw.execute(statement).fetchall(), key=repr) for name, statement in TABLES.items()},
    }


def check(steps: list[Step]) -> None:
    with empty_library() as (library, folder):
        connection = library._file.connection
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, papers_fts, instance)")
        dumps = [dump(library)]
        for step in steps:
            before = library.undo.state().undo, connection.execute("SELECT max(id) FROM undo_steps").fetchone()
            take(library, folder, step)
            if (library.undo.state().undo, connection.execute("SELECT max(id) FROM undo_steps").fetchone()) != before:
                dumps.append(dump(library))
        for expected in reversed(dumps[:-1]):
            library.undo.undo()
            assert dump(library) == expected
        assert library.undo.state().undo is None
        for expected in dumps[1:]:
            library.undo.redo()
            assert dump(library) == expected
        papers = papers_in(library)
        assert library.checking.check(Job()).whole
        assert len(documents(connection, papers)) == len(papers)


@pytest.mark.timeout(1800)  # the whole figure takes minutes
def test_undo_and_redo_restore_every_state(full_run: bool) -> None:
    runner = settings(max_examples=2000 if full_run else 200, deadline=None, database=None)
    runner(given(st.lists(STEP, min_size=1, max_size=14))(check))()
