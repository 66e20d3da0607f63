"""Undo of filing restores exactly: random sequences of changes to tags, collections and saved searches, all taken back,
all done again, beside a plain model of what tags there are (RELIABILITY promise 14)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import InputError
from desktop.domain.import_plan import ImportOptions
from desktop.domain.labels import label_key
from desktop.domain.listing import Listing, Place
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import digest_bytes, entry, papers_in
from tests.unit.services.random_library import empty_library

TAGS = ("a", "A/b", "a/b/c", "b", "b/a", "b / a/ C", "视觉/a", "c/c/c")
TABLES = ("tags", "paper_tags", "collections", "paper_collections", "saved_searches")

Step = tuple[str, int, int]


def dump(library: LibraryServices) -> list[Any]:
    """What is filed under what, and what a person sees of it."""
    connection = library._file.connection
    rows = [sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES]
    return [rows, library.browse.sidebar(), library.browse.rows(papers_in(library))]


@contextmanager
def filled_library() -> Iterator[LibraryServices]:
    with empty_library() as (library, folder):
        path = folder / "one.md"
        path.write_bytes(digest_bytes(*(entry(number) for number in range(4))))
        library.importing.apply(library.importing.plan([path], ImportOptions(), Job()), Job())
        yield library


def one_of(things: Sequence[Any], number: int) -> Any:
    return things[number % len(things)].id if things else 1


def tag_of(library: LibraryServices, number: int) -> Any:
    return one_of(library.labels.tags(), number)


def collection_of(library: LibraryServices, number: int) -> Any:
    return one_of(library.labels.collections(), number)


def search_of(library: LibraryServices, number: int) -> Any:
    return one_of(library.labels.searches(), number)


STEPS: dict[str, Callable[[LibraryServices, int, int], object]] = {
    "tag": lambda library, n, m: library.labels.tag(papers_in(library)[n % 3 :], [TAGS[m % 8], TAGS[n % 8]]),
    "untag": lambda library, n, m: library.labels.untag(papers_in(library)[: n % 5], [TAGS[m % 8]]),
    "edit": lambda library, n, m: library.labels.edit_tag(tag_of(library, n), TAGS[m % 8], m),
    "level": lambda library, n, m: library.labels.rename_level(TAGS[n % 8], TAGS[m % 8]),
    "merge": lambda library, n, m: library.labels.merge_tags(
        [tag_of(library, n), tag_of(library, n + 1)], tag_of(library, m)
    ),
    "delete": lambda library, n, m: library.labels.delete_tag(tag_of(library, n), below=bool(m % 2)),
    "new": lambda library, n, m: library.labels.new_collection(
        TAGS[n % 8], collection_of(library, m) if m % 3 and library.labels.collections() else None
    ),
    "collect": lambda library, n, m: library.labels.collect(papers_in(library)[m % 4 :], collection_of(library, n)),
    "uncollect": lambda library, n, m: library.labels.uncollect(papers_in(library)[m % 4 :], collection_of(library, n)),
    "move": lambda library, n, m: library.labels.move_collection(
        collection_of(library, n), collection_of(library, m) if m % 3 else None, m % 4
    ),
    "call": lambda library, n, m: library.labels.edit_collection(collection_of(library, n), TAGS[m % 8]),
    "drop": lambda library, n, m: library.labels.delete_collection(collection_of(library, n)),
    "save": lambda library, n, m: library.labels.save_search(TAGS[n % 8], f"search:{TAGS[m % 3]} tag:{TAGS[n % 4]}"),
    "change": lambda library, n, m: library.labels.edit_search(
        search_of(library, n), TAGS[m % 8], f"tag:{TAGS[n % 3]}"
    ),
    "order": lambda library, n, m: library.labels.move_search(search_of(library, n), m),
    "forget": lambda library, n, m: library.labels.delete_search(search_of(library, n)),
    "trash": lambda library, n, m: library.organising.move_to_trash(papers_in(library)[:1]),
}
SEQUENCES = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 8), st.integers(0, 8)), max_size=14)


def take(library: LibraryServices, step: Step) -> bool:
    """Whether the step did something; some are refused."""
    kind, first, second = step
    try:
        return bool(STEPS[kind](library, first, second))
    except InputError:
        return False


def check_undo(steps: list[Step]) -> None:
    """All steps taken back restore what was, and done again what came."""
    with filled_library() as library:
        seen = [dump(library)]
        seen += [dump(library) for step in steps if take(library, step)]
        for before in seen[-2::-1]:
            assert library.undo.undo()
            assert dump(library) == before
        for after in seen[1:]:
            assert library.undo.redo()
            assert dump(library) == after


def check_names_and_places(steps: list[Step]) -> None:
    """Names stay unique, trees whole; a place holds as many papers as it says."""
    with filled_library() as library:
        for step in steps:
            take(library, step)
        tags = library.labels.tags()
        assert len({label_key(tag.name) for tag in tags}) == len(tags)
        for tag in tags:
            assert len(papers_in(library, Listing(Place.TAG, tag.id))) == tag.papers
            assert len(papers_in(library, Listing(query=f'tag:"{tag.name}"', typing=False))) == tag.papers
        collections = library.labels.collections()
        (stored,) = library._file.connection.execute("SELECT count(*) FROM collections").fetchone()
        assert len(collections) == stored  # each is reached from the top
        for parent in {known.parent for known in collections}:
            places = [known.position for known in collections if known.parent == parent]
            assert places == sorted(set(places))
        for known in collections:
            assert len(papers_in(library, Listing(Place.COLLECTION, known.id))) == known.papers


@pytest.mark.timeout(1800)  # the whole figure takes minutes
@pytest.mark.parametrize("check", [check_undo, check_names_and_places])
def test_whatever_is_filed_in_any_order(check: Callable[[list[Step]], None], full_run: bool) -> None:
    settings(max_examples=1000 if full_run else 50, deadline=None, database=None)(given(SEQUENCES)(check))()
