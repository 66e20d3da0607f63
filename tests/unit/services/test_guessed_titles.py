"""The title that a PDF gives its paper is a guess: it yields to what anybody tells."""

import pytest

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.paper import ORIGINAL, Fact, OriginKind, PaperText, TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.db.arxiv import details, hear, record
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.pdf_files import Give, given, plain

__all__ = ["given"]

GUESS = "A studdy of subject 7"


@pytest.fixture
def paper(library: LibraryServices, given: Give) -> PaperId:
    """Made of a PDF that tells nothing but a title."""
    path = given("smith.pdf", plain(GUESS))
    library.adding.add(library.adding.plan_files([path], Job()), download=False)
    (paper,) = papers_in(library)
    return paper


def title(library: LibraryServices, paper: PaperId) -> PaperText:
    """The title, which the table, the index and the details agree on."""
    found = details(library, paper)
    (text,) = [text for text in found.texts if (text.kind, text.language) == (TextKind.TITLE, ORIGINAL)]
    assert found.row.title == text.value
    assert papers_in(library, Listing(query=f'title:"{text.value}"')) == [paper]
    assert library.checking.check(Job()).whole
    return text


def test_it_is_said_to_be_from_the_file(library: LibraryServices, paper: PaperId) -> None:
    text = title(library, paper)
    assert (text.value, text.locked) == (GUESS, False)
    assert (text.origin.kind, text.origin.name) == (OriginKind.FILE, "smith.pdf")


def test_it_yields_to_what_arxiv_tells_and_comes_back_by_undo(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.00007")
    assert title(library, paper).value == GUESS
    hear(library, paper, record("2403.00007", title="A study of subject 7"))
    assert (title(library, paper).value, title(library, paper).origin.name) == ("A study of subject 7", "v1")

    before = details(library, paper)
    library.undo.undo()
    assert title(library, paper).origin.kind is OriginKind.FILE
    library.undo.redo()
    assert details(library, paper) == before


def test_a_paper_that_has_lost_its_id_is_known_by_the_guess_again(
    library: LibraryServices, paper: PaperId, given: Give
) -> None:
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.00007")
    hear(library, paper, record("2403.00007", title="Something else"))
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "")
    assert title(library, paper).value == GUESS
    (again,) = library.adding.plan_files([given("other.pdf", plain(GUESS, body="More."))], Job()).pdfs
    assert again.paper == paper


def test_it_yields_to_what_a_digest_tells(
    library: LibraryServices, paper: PaperId, import_entries: ImportEntries
) -> None:
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.00007")
    import_entries("a.md", entry(7))
    assert papers_in(library) == [paper]
    assert title(library, paper).value == entry(7).title
    assert title(library, paper).origin.kind is OriginKind.DIGEST

    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, GUESS)
    assert title(library, paper).origin.kind is OriginKind.PERSON
    library.editing.revert_text(paper, TextKind.TITLE, ORIGINAL)
    assert title(library, paper).origin.kind is OriginKind.DIGEST


def test_what_a_person_types_over_it_stays(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "My title")
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.00007")
    hear(library, paper, record("2403.00007"))
    assert (title(library, paper).value, title(library, paper).locked) == ("My title", True)


def test_reverting_a_title_that_nobody_tells_goes_back_to_the_file(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "My title")
    library.editing.revert_text(paper, TextKind.TITLE, ORIGINAL)
    assert (title(library, paper).value, title(library, paper).origin.kind) == ("smith", OriginKind.FILE)
    library.undo.undo()
    assert title(library, paper).value == "My title"
    library.undo.undo()
    assert title(library, paper).value == GUESS
