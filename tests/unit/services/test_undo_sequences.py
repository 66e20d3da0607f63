"""Undo restores exactly: random sequences of changes, all taken back, all done again (RELIABILITY promise 14)."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from db.index_documents import documents
from desktop.domain.digest import Entry
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import digest_bytes, entry, papers_in

Step = tuple[str, int, int]

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["import", "newer", "guess", "text", "revert", "fact", "trash", "restore", "remove", "split"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=12,
)


def dump(library: LibraryServices) -> list[Any]:
    """All that a person can see: places, papers with their texts, and what the index holds of them."""
    places = [papers_in(library, Listing(place=place)) for place in (Place.ALL, Place.TRASH)]
    sidebar = library.browse.sidebar()
    papers = [library.browse.details(paper) for place in places for paper in place]
    index = library._file.connection.execute("SELECT term, doc, col, offset FROM words ORDER BY 1, 2, 3, 4").fetchall()
    shown = {paper for place in places for paper in place}
    return [places, sidebar, papers, [word for word in index if word[1] in shown]]


def entries_of(kind: str, first: int) -> list[Entry]:
    if kind == "newer":
        text = f"arXiv:2403.{first:05}v{first + 2} Announce Type: replace  Abstract: Newer words."
        return [entry(first, title=f"Renamed {first}", abstract=text)]
    if kind == "guess":
        return [entry(first, link="", abstract=f"No id, {first}.")]
    return [entry(first), entry(first + 1)]


def take(library: LibraryServices, folder: Path, step: Step) -> None:
    kind, first, second = step
    if kind in ("import", "newer", "guess"):
        path = folder / f"{kind}{first}.md"
        path.write_bytes(digest_bytes(*entries_of(kind, first)))
        library.importing.apply(library.importing.plan([path], ImportOptions(), Job()), Job())
        return
    if kind == "remove":
        digests = library.browse.sidebar().digests
        if digests:
            library.organising.remove_digest(digests[first % len(digests)].id)
        return
    papers = papers_in(library, Listing(place=Place.TRASH if kind == "restore" else Place.ALL))
    if papers:
        PAPER_STEPS[kind](library, papers[first % len(papers)], second)


def split(library: LibraryServices, paper: Any, number: int) -> None:
    details = library.browse.details(paper)
    guesses = [seen for seen in details.seen_in if seen.by_title] if details else []
    if guesses:
        library.editing.split(paper, guesses[0].digest, guesses[0].position)


KINDS = [(TextKind.TITLE, ORIGINAL), (TextKind.TITLE, "zh"), (TextKind.ABSTRACT, "zh"), (TextKind.NOTE, "")]
PAPER_STEPS: dict[str, Callable[[LibraryServices, Any, int], Any]] = {
    "text": lambda library, paper, n: library.editing.edit_text(paper, *KINDS[n % 4], f"typed {n} 手写"),
    "revert": lambda library, paper, n: library.editing.revert_text(paper, *KINDS[n % 4]),
    "fact": lambda library, paper, n: library.editing.edit_fact(paper, Fact.AUTHORS, f"Ada {n}; Alan {n}"),
    "trash": lambda library, paper, n: library.organising.move_to_trash([paper]),
    "restore": lambda library, paper, n: library.organising.restore([paper]),
    "split": split,
}


def check(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = LibraryServices(folder / "library")
        library.open()
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
        library.close()


def test_undo_and_redo_restore_every_state(full_run: bool) -> None:
    runner = settings(max_examples=2000 if full_run else 40, deadline=None, database=None)(given(STEPS)(check))
    runner()
