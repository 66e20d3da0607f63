"""Undo beside the answers of arXiv, which come at any moment and are no steps: nothing typed is lost, nothing stale
comes back, each step is taken back and done again exactly (RELIABILITY promises 14, 15).
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.arxiv_records import dismiss
from db.settling import settle
from desktop.domain.errors import InputError
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, adopt, answer, due, in_transaction, record, want
from tests.unit.services.conftest import digest_bytes, entry, papers_in
from tests.unit.services.merging_steps import keep_some_apart, merge_some
from tests.unit.services.random_library import empty_library

Step = tuple[str, int, int]

KINDS_OF_STEPS = (
    *("add", "add-version", "answer", "check", "adopt", "dismiss", "match", "import", "newer", "guess"),
    *("text", "revert", "fact", "id", "trash", "restore", "remove", "split", "undo", "redo"),
    *("merge", "merge", "apart"),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(KINDS_OF_STEPS), st.integers(1, 4), st.integers(0, 5)), min_size=1, max_size=15
)
KINDS = [(TextKind.TITLE, ORIGINAL), (TextKind.TITLE, "zh"), (TextKind.ABSTRACT, ORIGINAL), (TextKind.NOTE, "")]
FACTS = [(Fact.AUTHORS, "Ada; Alan"), (Fact.CATEGORIES, "math.GT"), (Fact.DOI, "10.1000/typed"), (Fact.LINK, "")]


def bring(library: LibraryServices, kind: str, first: int) -> None:
    newer = f"arXiv:2403.{first:05}v{first} Announce Type: replace  Abstract: New."
    entries = {
        "import": [entry(first), entry(first + 1, abstract="")],
        "newer": [entry(first, title=f"Renamed {first}", abstract=newer)],
        "guess": [entry(first, link="", abstract=f"No id, {first}.")],
    }
    text = (f"{kind}{first}.md", digest_bytes(*entries[kind]))
    library.importing.apply(library.importing.plan_texts([text], ImportOptions(), Job()), Job())


def tell(library: LibraryServices, version: int) -> None:
    """arXiv answers whatever is wished for; it knows every paper up to this version."""
    changing = {"authors": (f"Author {version}",), "doi": "10.1000/told" if version % 2 else ""}
    told = [record(wish.arxiv_id, wish.version or max(1, version), **changing) for wish in due(library)]
    answer(library, *told)


def on_paper(library: LibraryServices, kind: str, paper: PaperId, number: int) -> None:
    with suppress(InputError):  # an id that another paper has
        ON_PAPER[kind](library, paper, number)


def split(library: LibraryServices, paper: PaperId, _: int) -> None:
    details = library.browse.details(paper)
    for seen in details.seen_in[:1] if details else ():
        library.editing.split(paper, seen.digest, seen.position)


def remove(library: LibraryServices, number: int) -> None:
    digests = library.browse.sidebar().digests
    if digests:
        library.organising.remove_digest(digests[number % len(digests)].id)


ON_PAPER: dict[str, Callable[[LibraryServices, PaperId, int], Any]] = {
    "check": lambda library, paper, n: want(library, paper),
    "adopt": lambda library, paper, n: adopt(library, paper),
    "dismiss": lambda library, paper, n: in_transaction(library, lambda connection: dismiss(connection, [paper])),
    "match": lambda library, paper, n: library.matching.accept([(paper, record(f"2403.0000{n}"))]),
    "text": lambda library, paper, n: library.editing.edit_text(paper, *KINDS[n % 4], f"typed {n} 手写"),
    "revert": lambda library, paper, n: library.editing.revert_text(paper, *KINDS[n % 4]),
    "fact": lambda library, paper, n: library.editing.edit_fact(paper, *FACTS[n % 4]),
    "id": lambda library, paper, n: library.editing.edit_fact(paper, Fact.ARXIV_ID, f"2403.0000{n}" if n else ""),
    "trash": lambda library, paper, n: library.organising.move_to_trash([paper]),
    "restore": lambda library, paper, n: library.organising.restore([paper]),
    "split": split,
    "merge": merge_some,
    "apart": keep_some_apart,
}
WITHOUT_PAPER: dict[str, Callable[[LibraryServices, int, int], Any]] = {
    "add": lambda library, first, _: add(library, f"2403.0000{first}", f"2403.0000{first + 1}"),
    "add-version": lambda library, first, n: add(library, f"2403.0000{first}v{n + 1}"),
    "answer": lambda library, _, n: tell(library, n),
    "import": lambda library, first, _: bring(library, "import", first),
    "newer": lambda library, first, _: bring(library, "newer", first),
    "guess": lambda library, first, _: bring(library, "guess", first),
    "remove": lambda library, first, _: remove(library, first),
    "undo": lambda library, *_: library.undo.undo(),
    "redo": lambda library, *_: library.undo.redo(),
}


def take(library: LibraryServices, one: Step) -> None:
    kind, first, second = one
    if kind in WITHOUT_PAPER:
        WITHOUT_PAPER[kind](library, first, second)
        return
    papers = papers_in(library, Listing(place=Place.TRASH if kind == "restore" else Place.ALL))
    if papers:
        on_paper(library, kind, papers[first % len(papers)], second)


def seen(library: LibraryServices) -> list[Any]:
    """All that a person can see."""
    places = [papers_in(library, Listing(place=place)) for place in (Place.ALL, Place.TRASH, Place.NEW_VERSIONS)]
    return [places, library.browse.sidebar(), *(library.browse.details(paper) for place in places for paper in place)]


def rows(library: LibraryServices) -> list[Any]:
    connection = library._file.connection
    return [
        connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in ("papers", "paper_authors")
    ]


def check_library(library: LibraryServices) -> None:
    """What is typed shows, what follows from records follows, the index says what the papers do."""
    for paper in papers_in(library):
        for kind, language, value in library._file.connection.execute(
            "SELECT kind, language, value FROM texts WHERE paper_id = ?", (paper,)
        ):
            details = library.browse.details(paper)
            assert details is not None
            assert details.text(TextKind(kind), language) == value
    before = rows(library)
    everyone = [
        paper for (paper,) in library._file.connection.execute("SELECT id FROM papers WHERE trashed_at IS NOT 0")
    ]
    in_transaction(library, lambda connection: settle(connection, everyone))
    assert rows(library) == before


def last_step(library: LibraryServices) -> Any:
    (newest,) = library._file.connection.execute("SELECT max(id) FROM undo_steps").fetchone()
    return library.undo.state(), newest


def check(sequence: list[Step]) -> None:
    with empty_library() as (library, _):
        for one in sequence:
            before, was = seen(library), last_step(library)
            take(library, one)
            check_library(library)
            if one[0] not in ("undo", "redo") and last_step(library) != was:
                after = seen(library)
                library.undo.undo()
                assert seen(library) == before
                library.undo.redo()
                assert seen(library) == after
        for number in range(100):
            if library.undo.state().undo is None:
                break
            library.undo.undo()
            tell(library, number % 5)
            check_library(library)
        for _ in range(100):
            if library.undo.state().redo is None:
                break
            library.undo.redo()
            check_library(library)
        assert library.checking.check(Job()).whole


@pytest.mark.parametrize(
    "sequence",
    [
        [("add", 1, 0), ("id", 1, 5), ("add", 1, 0)],
        [("add", 1, 0), ("answer", 1, 0), ("undo", 1, 0), ("add", 2, 0), ("id", 1, 1)],
        [("add", 1, 0), ("answer", 1, 0), ("id", 1, 5), ("guess", 2, 0), ("import", 1, 0)],
    ],
    ids=["an id that comes back", "an id of a paper taken back", "a guess that gets an id"],
)
def test_sequences_that_went_wrong_once(sequence: list[Step]) -> None:
    check(sequence)


def test_steps_and_answers_in_any_order(full_run: bool) -> None:
    settings(max_examples=1000 if full_run else 60, deadline=None, database=None)(given(STEPS)(check))()
