"""Importing again changes nothing that a person typed and adds nothing twice (RELIABILITY promise 15)."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.digest import Entry
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.progress import Job
from desktop.domain.reading_list import Priority, Status
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import digest_bytes, entry, papers_in
from tests.unit.services.random_library import empty_library

NUMBERS = st.lists(st.integers(1, 8), min_size=1, max_size=8, unique=True)
VERSIONS = st.integers(1, 4)
AGAIN = st.lists(st.tuples(NUMBERS, VERSIONS, st.sampled_from(["same", "plain", "first feed", "no id"])), max_size=5)
TYPED = [
    (TextKind.TITLE, ORIGINAL),
    (TextKind.TITLE, "zh"),
    (TextKind.SUMMARY, "zh"),
    (TextKind.SUMMARY, ORIGINAL),
    (TextKind.ABSTRACT, ORIGINAL),
    (TextKind.ABSTRACT, "zh"),
    (TextKind.NOTE, ""),
]


def told(number: int, version: int, manner: str) -> Entry:
    """The same paper as other digests tell it."""
    identifier = f"2403.{number:05}"
    abstract = f"arXiv:{identifier}v{version} Announce Type: replace  Abstract: Version {version}. "
    match manner:
        case "plain":
            return entry(number, abstract="As the second feed tells it.", translated_title=f"别的译名{version}")
        case "first feed":
            title = f"A study of subject {number}. (arXiv:{identifier}v{version} [cs.CV] UPDATED)"
            return entry(number, title=title, abstract="Plain.")
        case "no id":
            return entry(number, link="", abstract="A page without identifiers.", summary="")
    return entry(number, abstract=abstract)


def bring(library: LibraryServices, folder: Path, name: str, entries: list[Entry]) -> None:
    path = folder / name
    path.write_bytes(digest_bytes(*entries))
    library.importing.apply(library.importing.plan([path], ImportOptions(), Job()), Job())


def file_away(library: LibraryServices, papers: list[PaperId]) -> None:
    """What a person says of papers beside their texts."""
    library.reading_list.set_status(papers, Status.READ)
    library.reading_list.set_status(papers[::2], Status.QUEUED)
    library.reading_list.move_in_queue(papers[2:3], papers[0] if papers else None)
    library.reading_list.set_starred(papers, True)
    library.reading_list.set_priority(papers, Priority.HIGH)
    library.reading_list.set_due(papers, "2999-12-31")
    library.labels.tag(papers, ["ml/vision"])
    library.labels.new_collection("Thesis")
    library.labels.collect(papers, library.labels.collections()[0].id)


def filed_so(library: LibraryServices, paper: PaperId) -> tuple[object, ...]:
    """What stands of that in the library."""
    (row,) = library.browse.rows([paper])
    collections = frozenset(library.labels.collections_of([paper]))
    return row.status, row.starred, row.priority, row.due, row.tags, collections


def check(first: list[int], edited: list[int], again: list[tuple[list[int], int, str]]) -> None:
    with empty_library() as (library, folder):
        bring(library, folder, "first.md", [entry(number) for number in first])
        papers = papers_in(library)
        typed = [papers[number % len(papers)] for number in edited]
        for paper in typed:
            for kind, language in TYPED:
                library.editing.edit_text(paper, kind, language, f"typed 手写 {kind} {language}")
            library.editing.edit_fact(paper, Fact.AUTHORS, "Ada Lovelace")
            library.editing.edit_fact(paper, Fact.PUBLISHED, "1843")
        file_away(library, typed)
        filed = {paper: filed_so(library, paper) for paper in papers}
        queue = papers_in(library, Listing(Place.QUEUE))
        for number, (numbers, version, manner) in enumerate(again):
            bring(library, folder, f"{number}.md", [told(paper, version, manner) for paper in numbers])
            bring(library, folder, f"{number} again.md", [told(paper, version, manner) for paper in reversed(numbers)])
        for paper in typed:
            details = library.browse.details(paper)
            assert details is not None
            assert all(details.text(kind, lang) == f"typed 手写 {kind} {lang}" for kind, lang in TYPED)
            assert (details.row.authors, details.row.published) == (("Ada Lovelace",), "1843")
            assert details.row.title == f"typed 手写 title {ORIGINAL}"
        assert {paper: filed_so(library, paper) for paper in papers} == filed
        assert papers_in(library, Listing(Place.QUEUE)) == queue
        everyone = {*first, *(number for numbers, *_ in again for number in numbers)}
        assert len(papers_in(library)) == len(everyone)


def test_what_was_typed_stays_and_no_paper_comes_twice(full_run: bool) -> None:
    runner = settings(max_examples=5000 if full_run else 40, deadline=None, database=None)
    runner(given(NUMBERS, st.lists(st.integers(0, 7), max_size=4), AGAIN)(check))()
