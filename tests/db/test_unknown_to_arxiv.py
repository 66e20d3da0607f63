"""What becomes of wishes for what arXiv does not know."""

from collections.abc import Callable

import pytest

from db import fetches
from desktop.domain.errors import Reason
from desktop.domain.fetching import FetchKind
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, answer, details, in_transaction, record, want
from tests.unit.services.conftest import ImportEntries, entry, papers_in

Describe = Callable[[LibraryServices, ImportEntries], PaperId]


def by_digest(library: LibraryServices, import_entries: ImportEntries) -> PaperId:
    import_entries("a.md", entry(7))
    return papers_in(library)[0]


def by_arxiv(library: LibraryServices, import_entries: ImportEntries) -> PaperId:
    (paper,) = add(library, "2403.00007v1")
    answer(library, record("2403.00007", 1))
    return paper


def by_a_person(library: LibraryServices, import_entries: ImportEntries) -> PaperId:
    (paper,) = add(library, "2403.00007")
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "My title")
    return paper


DESCRIBED = pytest.mark.parametrize("described", [by_digest, by_arxiv, by_a_person])


def want_version(library: LibraryServices, paper: PaperId, version: int, kind: FetchKind) -> None:
    in_transaction(library, lambda connection: fetches.want(connection, [paper], kind, version))


@DESCRIBED
def test_a_described_paper_that_arxiv_does_not_know_is_no_failure(
    library: LibraryServices, import_entries: ImportEntries, described: Describe
) -> None:
    paper = described(library, import_entries)
    want(library, paper)
    title = details(library, paper).row.title

    assert answer(library, missing=("2403.00007",)).papers_changed == (paper,)
    found = details(library, paper)
    assert (found.row.title, found.fetches) == (title, ())
    assert library.wishes.queue().fetches == ()


@DESCRIBED
def test_the_pdf_of_a_version_that_is_not_there_is_given_up_with_it(
    library: LibraryServices, import_entries: ImportEntries, described: Describe
) -> None:
    paper = described(library, import_entries)
    for version, kind in ((9, FetchKind.METADATA), (9, FetchKind.PDF), (1, FetchKind.PDF)):
        want_version(library, paper, version, kind)

    answer(library, missing=("2403.00007v9",))
    assert [(wish.kind, wish.version) for wish in details(library, paper).fetches] == [(FetchKind.PDF, 1)]


def test_an_unknown_version_of_a_paper_that_is_nothing_but_its_id_is_a_failure(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00007v9")
    want_version(library, paper, 9, FetchKind.PDF)
    answer(library, missing=("2403.00007v9",))

    (failed,) = library.wishes.queue().fetches
    assert (failed.version, failed.reason) == (9, Reason.NOT_ON_ARXIV)
