"""PDFs that a person gives: recognised by content, stamp, DOI and title, attached or added, never merged silently."""

import hashlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop.domain.adding import AddPlan, AddState, PdfMatch
from desktop.domain.errors import Reason
from desktop.domain.fetching import FetchKind
from desktop.domain.ids import PaperId
from desktop.domain.paper import Fact, PaperDetails
from desktop.domain.pdf_facts import PdfFacts
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.pdf.engine import PdfEngine
from desktop.services.library import LibraryServices
from desktop.services.read_files import read_files
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.pdf_files import WALLS, Give, given, plain, stamped

__all__ = ["given"]

TITLE = "A study of subject 7"
"""Of the paper that `entry(7)` tells of."""


def planned(library: LibraryServices, *paths: Path) -> AddPlan:
    return library.adding.plan_files(paths, Job())


def only(library: LibraryServices) -> PaperDetails:
    """The only paper of the library."""
    (paper,) = papers_in(library)
    details = library.browse.details(paper)
    assert details is not None
    return details


def without_id(import_entries: ImportEntries) -> PaperId:
    """A paper of which nothing but the title is known."""
    return import_entries("walls.md", entry(7, link="", abstract="We study.")).changes.papers_added[0]


def test_a_stamped_pdf_becomes_its_paper(library: LibraryServices, given: Give) -> None:
    pdf = stamped(version=2)
    plan = planned(library, given("download.pdf", pdf))
    (found,) = plan.pdfs
    assert (found.match, found.state, found.identity.arxiv_id) == (PdfMatch.STAMP, AddState.NEW, WALLS.arxiv_id)
    result = library.adding.add(plan, download=True)
    paper = only(library)
    (file,) = paper.files
    assert (result.added, result.attached, result.refused) == ((paper.row.id,), 0, ())
    assert (paper.row.title, paper.row.arxiv_id, paper.row.arxiv_version) == (WALLS.title, WALLS.arxiv_id, 2)
    assert (file.sha256, file.version, file.name) == (hashlib.sha256(pdf).hexdigest(), 2, "download.pdf")
    assert (library.folder / file.path).read_bytes() == pdf
    assert [(fetch.kind, fetch.version) for fetch in paper.fetches] == [(FetchKind.METADATA, 2)]


def test_a_stamped_pdf_goes_to_the_paper_that_is_there(
    library: LibraryServices, import_entries: ImportEntries, given: Give
) -> None:
    import_entries("cs.CL.md", entry(2774))
    plan = planned(library, given("a.pdf", stamped()))
    (found,) = plan.pdfs
    assert (found.match, found.state, found.title) == (PdfMatch.STAMP, AddState.KNOWN, "A study of subject 2774")
    result = library.adding.add(plan, download=True)
    assert (result.added, result.attached) == ((), 1)
    assert len(only(library).files) == 1
    assert library.undo.state().undo == UndoLabel(UndoKind.ATTACH, 1)
    library.undo.undo()
    assert only(library).files == ()


def test_the_pdf_of_a_newer_version_lies_beside_the_old_one(library: LibraryServices, given: Give) -> None:
    library.adding.add(planned(library, given("v1.pdf", stamped())), download=False)
    plan = planned(library, given("v2.pdf", stamped(version=2)))
    assert [found.state for found in plan.pdfs] == [AddState.NEWER]
    library.adding.add(plan, download=False)
    paper = only(library)
    assert sorted(file.version or 0 for file in paper.files) == [1, 2]
    assert {fetch.version for fetch in paper.fetches} == {1, 2}


def test_the_same_file_changes_nothing(library: LibraryServices, given: Give) -> None:
    library.adding.add(planned(library, given("a.pdf", stamped())), download=False)
    plan = planned(library, given("b.pdf", stamped()), given("c.pdf", stamped()))
    assert [(found.match, found.state) for found in plan.pdfs] == [(PdfMatch.SAME_FILE, AddState.KNOWN)]
    assert not library.adding.add(plan, download=False).changes
    library.organising.move_to_trash(papers_in(library))
    plan = planned(library, given("b.pdf", stamped()))
    assert [(found.match, found.state) for found in plan.pdfs] == [(PdfMatch.SAME_FILE, AddState.IN_TRASH)]
    result = library.adding.add(plan, download=False)
    assert (len(result.restored), len(only(library).files)) == (1, 1)


def test_a_pdf_is_recognised_by_its_doi(library: LibraryServices, import_entries: ImportEntries, given: Give) -> None:
    import_entries("cs.CL.md", entry(7), entry(8))
    paper = papers_in(library)[0]
    library.editing.edit_fact(paper, Fact.DOI, "10.1000/Walls")
    (found,) = planned(library, given("a.pdf", plain("Something else altogether", doi="10.1000/walls"))).pdfs
    assert (found.match, found.paper) == (PdfMatch.DOI, paper)


def test_a_title_is_a_guess(library: LibraryServices, import_entries: ImportEntries, given: Give) -> None:
    paper = without_id(import_entries)
    exact, alike, other = (
        planned(library, given("a.pdf", plain(title))).pdfs[0]
        for title in (TITLE.upper(), "A first study of subject 7", "Bridges and their builders")
    )
    assert (exact.match, exact.paper, exact.similarity) == (PdfMatch.TITLE, paper, 1.0)
    assert (alike.match, alike.paper, alike.similarity < 1.0) == (PdfMatch.TITLE, paper, True)
    assert (other.match, other.paper, other.state) == (PdfMatch.NONE, None, AddState.NEW)


def test_a_guess_that_a_person_takes_gives_the_paper_its_id(
    library: LibraryServices, import_entries: ImportEntries, given: Give
) -> None:
    paper = without_id(import_entries)
    plan = planned(library, given("a.pdf", stamped(title=TITLE)))
    assert [(found.match, found.paper) for found in plan.pdfs] == [(PdfMatch.TITLE, paper)]
    library.adding.add(plan, download=False)
    told = only(library)
    assert (told.row.arxiv_id, len(told.files)) == (WALLS.arxiv_id, 1)
    assert [fetch.kind for fetch in told.fetches] == [FetchKind.METADATA]
    library.undo.undo()
    assert (only(library).row.arxiv_id, only(library).files) == ("", ())


def test_two_papers_with_ids_are_never_taken_for_one(
    library: LibraryServices, import_entries: ImportEntries, given: Give
) -> None:
    import_entries("cs.CL.md", entry(7))
    (found,) = planned(library, given("a.pdf", stamped(title=TITLE))).pdfs
    assert (found.match, found.state, found.paper) == (PdfMatch.STAMP, AddState.NEW, None)


def test_a_pdf_without_a_title_is_named_after_its_file(library: LibraryServices, given: Give) -> None:
    library.adding.add(planned(library, given("Walls (2nd draft).pdf", made_pdf(""))), download=True)
    paper = only(library)
    assert (paper.row.title, paper.row.arxiv_id, len(paper.files)) == ("Walls (2nd draft)", "", 1)
    assert paper.fetches == ()


def test_two_versions_of_a_new_paper_are_one_paper(library: LibraryServices, given: Give) -> None:
    plan = planned(
        library, given("v1.pdf", stamped()), given("v2.pdf", stamped(version=2)), given("ids.txt", WALLS.arxiv_id)
    )
    result = library.adding.add(plan, download=False)
    assert result.added == (only(library).row.id,)
    assert len(only(library).files) == 2


def test_the_same_doi_makes_one_paper(library: LibraryServices, given: Give) -> None:
    twice = [given(f"{number}.pdf", plain("Walls", doi="10.1000/walls", body=str(number))) for number in range(2)]
    library.adding.add(planned(library, *twice), download=False)
    assert len(only(library).files) == 2
    assert only(library).doi == "10.1000/walls"


def test_what_is_no_pdf_is_refused_and_the_rest_goes_on(library: LibraryServices, given: Give) -> None:
    given("page.pdf", "<!DOCTYPE html><p>%PDF-1.4 Are you a robot?")
    given("cut.pdf", b"%PDF-1.4\nnothing more")
    given("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
    given("letter.txt", "Dear Sir or Madam")
    given("good.pdf", stamped())
    plan = planned(library, given("notes/ids.bib", "@misc{a, eprint={2403.02775}}").parent.parent, Path("/no/such.pdf"))
    assert {Path(refused.path).name: refused.error.reason for refused in plan.refused} == {
        "page.pdf": Reason.NOT_A_PDF,
        "cut.pdf": Reason.PDF_FAILED,
        "picture.png": Reason.NOT_TEXT,
        "letter.txt": Reason.NOT_A_DIGEST,
        "such.pdf": Reason.UNREADABLE,
    }
    assert [one.id.value for one in plan.ids] == ["2403.02775"]
    result = library.adding.add(plan, download=False)
    assert len(result.added) == len(papers_in(library)) == 2


def test_a_file_that_changed_since_it_was_read_is_refused(library: LibraryServices, given: Give) -> None:
    plan = planned(library, given("a.pdf", stamped()), given("ids.txt", "2403.02775"))
    given("a.pdf", stamped(version=2))
    result = library.adding.add(plan, download=False)
    assert [refused.error.reason for refused in result.refused] == [Reason.FILE_CHANGED]
    assert only(library).row.arxiv_id == "2403.02775"


def test_a_file_that_goes_while_it_is_read_is_refused(library: LibraryServices, given: Give) -> None:
    class Sweeper(PdfEngine):
        def inspect(self, path: Path, cancelled: Callable[[], bool] = lambda: False) -> PdfFacts:
            facts = super().inspect(path, cancelled)
            path.unlink()
            return facts

    with closing(Sweeper()) as engine:
        read = read_files([given("a.pdf", stamped())], library.folder, engine, Job())
    assert [refused.error.reason for refused in read.refused] == [Reason.UNREADABLE]
