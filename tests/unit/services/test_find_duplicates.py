"""Which papers are said to be alike, why, and how surely."""

import shutil

import pytest

from db import steps
from db.files import attach_changes
from desktop.domain.duplicates import Alike, DuplicateGroup, Likeness, Strength
from desktop.domain.errors import Cancelled, InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.paper import ORIGINAL, Fact, PaperFile, TextKind
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from tests.db.arxiv import in_transaction
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.marked_papers import attach
from tests.unit.services.pdf_files import Give, given

__all__ = ["given"]


def bring(import_entries: ImportEntries, number: int, **texts: str) -> PaperId:
    """A paper that nothing but a person could tell to be another one: no id, a title of its own."""
    told = {"link": "", "abstract": "Plain.", "title": f"Other subject {number}", "translated_title": f"别的{number}"}
    return import_entries(f"{number}.md", entry(number, **{**told, **texts})).changes.papers_added[0]


def found(library: LibraryServices) -> tuple[DuplicateGroup, ...]:
    return library.duplicates.find(Job())


def only_reason(library: LibraryServices) -> Likeness:
    ((reason,),) = [group.why for group in found(library)]
    return reason


def type_fact(library: LibraryServices, paper: PaperId, fact: Fact, value: str) -> None:
    library.editing.edit_fact(paper, fact, value)


@pytest.fixture
def two(import_entries: ImportEntries) -> tuple[PaperId, PaperId]:
    return bring(import_entries, 1), bring(import_entries, 2)


@pytest.mark.parametrize(
    "link",
    [
        "https://arxiv.org/abs/2403.00009",
        "http://arxiv.org/pdf/2403.00009v3.pdf",
        "https://doi.org/10.48550/arXiv.2403.00009",
        "https://huggingface.co/papers/2403.00009",
    ],
)
def test_a_link_names_the_id_of_another(library: LibraryServices, import_entries: ImportEntries, link: str) -> None:
    with_id = import_entries("with.md", entry(9)).changes.papers_added[0]
    linking = bring(import_entries, 1)
    type_fact(library, linking, Fact.LINK, link)
    reason = only_reason(library)
    assert (reason.first, reason.second) == (with_id, linking)
    assert (reason.by, reason.strength, reason.said) == (Alike.ARXIV_ID, Strength.SURE, "2403.00009")


def test_a_doi_of_arxiv_names_an_id(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("with.md", entry(9))
    type_fact(library, bring(import_entries, 1), Fact.DOI, "10.48550/ARXIV.2403.00009")
    assert only_reason(library).by is Alike.ARXIV_ID


def test_a_doi_is_the_same_in_any_case(library: LibraryServices, two: tuple[PaperId, PaperId]) -> None:
    for paper, doi in zip(two, ("10.1000/AbC", "10.1000/aBc"), strict=True):
        type_fact(library, paper, Fact.DOI, doi)
    assert only_reason(library) == Likeness(*two, Alike.DOI, Strength.SURE, "10.1000/abc")


def test_a_pdf_of_the_same_content(library: LibraryServices, two: tuple[PaperId, PaperId], given: Give) -> None:
    sha256 = attach(library, two[0], given("one.pdf", made_pdf("")), None)
    (there,) = (library.folder / "papers").rglob("*.pdf")
    shutil.copy(there, there.with_name("another.pdf"))
    path = there.with_name("another.pdf").relative_to(library.folder).as_posix()
    again = PaperFile(path, sha256, there.stat().st_size)
    in_transaction(
        library,
        lambda connection: steps.do(connection, UndoKind.ATTACH, attach_changes(connection, two[1], again)),
    )
    assert only_reason(library) == Likeness(*two, Alike.FILE, Strength.SURE, sha256)
    assert library.duplicates.like([two[1]]) == found(library)


SAME_TITLES = [
    ("Attention Is All You Need: A Study", "Attention is all you need – a study"),
    ("A Proof of Poincaré's Conjecture", "A proof of Poincar\\'e's conjecture"),
    ("On the $\\alpha$-Divergence of Models", "On the $\\alpha$-divergence of models."),
]


@pytest.mark.parametrize("titles", SAME_TITLES)
def test_titles_are_the_same_but_for_their_spelling(
    library: LibraryServices, import_entries: ImportEntries, titles: tuple[str, str]
) -> None:
    # Two digests that tell no id would be filed under one paper: the ids are taken away afterwards.
    papers: list[PaperId] = []
    for number, title in enumerate(titles, 1):
        papers += import_entries(f"{number}.md", entry(number, title=title, translated_title="")).changes.papers_added
    type_fact(library, papers[1], Fact.ARXIV_ID, "")
    type_fact(library, papers[1], Fact.LINK, "")
    reason = only_reason(library)
    assert (reason.by, reason.strength) == (Alike.TITLE, Strength.LIKELY)
    type_fact(library, papers[0], Fact.AUTHORS, "Lovelace, Ada; Alan Turing")
    type_fact(library, papers[1], Fact.AUTHORS, "A. Lovelace; A. M. Turing; Grace Hopper")
    reason = only_reason(library)
    assert (reason.by, reason.strength) == (Alike.TITLE_AND_AUTHORS, Strength.LIKELY)


def test_a_title_with_other_authors_is_a_weaker_reason(library: LibraryServices, import_entries: ImportEntries) -> None:
    same = {"title": "A Survey of Everything There Is", "translated_title": ""}
    papers = [import_entries(f"{n}.md", entry(n, **same)).changes.papers_added[0] for n in (1, 2)]
    reason = only_reason(library)
    assert (reason.strength, reason.other_arxiv_ids, reason.other_authors) == (Strength.WEAK, True, False)
    type_fact(library, papers[1], Fact.ARXIV_ID, "")
    type_fact(library, papers[1], Fact.LINK, "")
    for paper, names in zip(papers, ("Ada Lovelace", "Grace Hopper; Alan Turing"), strict=True):
        type_fact(library, paper, Fact.AUTHORS, names)
    reason = only_reason(library)
    assert (reason.by, reason.strength, reason.other_authors) == (Alike.TITLE, Strength.WEAK, True)
    assert library.duplicates.like(papers) == ()


def test_a_title_in_chinese_is_the_translation_of_another(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    told = import_entries("with.md", entry(9, translated_title="关于城墙的研究：一个综述")).changes.papers_added[0]
    chinese = bring(import_entries, 1, title="关于城墙的研究:一个综述", translated_title="")
    reason = only_reason(library)
    assert (reason.first, reason.second, reason.by) == (told, chinese, Alike.TRANSLATED_TITLE)
    assert library.duplicates.like([told]) == library.duplicates.like([chinese]) == found(library)


@pytest.mark.parametrize(
    "titles",
    [
        ("Learning to Walk, Part I", "Learning to Walk, Part II"),
        ("GPT-3 and Its Limits", "GPT-4 and Its Limits"),
        ("On $\\alpha$-stable Processes", "On $\\beta$-stable Processes"),
        ("Vision with C", "Vision with C and D"),
    ],
)
def test_titles_that_are_nearly_the_same_are_of_two_papers(
    library: LibraryServices, import_entries: ImportEntries, titles: tuple[str, str]
) -> None:
    for number, title in enumerate(titles, 1):
        bring(import_entries, number, title=title)
    assert found(library) == ()


def test_translations_may_be_alike_by_chance(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("two.md", entry(1, translated_title="综述"), entry(2, translated_title="综述"))
    assert found(library) == ()


def test_versions_of_an_id_are_one_paper_to_begin_with(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("1.md", entry(1))
    import_entries("2.md", entry(1, link="https://arxiv.org/abs/2403.00001v2", title="Renamed"))
    assert (len(papers_in(library)), found(library)) == (1, ())


def test_papers_in_the_trash_are_left_out(library: LibraryServices, two: tuple[PaperId, PaperId]) -> None:
    for paper in two:
        type_fact(library, paper, Fact.DOI, "10.1000/1")
    library.organising.move_to_trash([two[0]])
    assert found(library) == library.duplicates.like(two) == ()
    assert library.duplicates.compare(two) is None


def test_what_is_different_is_remembered_and_can_be_taken_back(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    papers = [bring(import_entries, number) for number in (1, 2, 3)]
    for paper in papers:
        type_fact(library, paper, Fact.DOI, "10.1000/1")
    assert [group.papers for group in found(library)] == [tuple(papers)]
    library.duplicates.keep_apart(papers[:2])
    assert [group.papers for group in found(library)] == [(papers[0], papers[2])]
    state = library.undo.state().undo
    assert state is not None
    assert (state.kind, state.count) == (UndoKind.KEEP_APART, 2)
    library.duplicates.keep_apart(papers)
    assert found(library) == library.duplicates.like(papers) == ()
    library.undo.undo()
    library.undo.undo()
    assert [group.papers for group in found(library)] == [tuple(papers)]


def test_what_differs_from_a_merged_paper_differs_from_what_it_was_merged_into(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    kept, merged, other = (bring(import_entries, number) for number in (1, 2, 3))
    for paper in (kept, merged, other):
        type_fact(library, paper, Fact.DOI, "10.1000/1")
    library.duplicates.keep_apart([merged, other])
    library.duplicates.merge(kept, [merged], {})
    assert found(library) == ()
    library.undo.undo()
    assert [group.papers for group in found(library)] == [(kept, merged)]


def test_what_is_not_there_cannot_be_kept_apart(library: LibraryServices, two: tuple[PaperId, PaperId]) -> None:
    with pytest.raises(InputError) as refused:
        library.duplicates.keep_apart([*two, PaperId(99)])
    assert refused.value.reason is Reason.NO_SUCH_PAPER


def test_only_what_was_just_added_is_asked_about(library: LibraryServices, import_entries: ImportEntries) -> None:
    old = [bring(import_entries, number) for number in (1, 2)]
    for paper in old:
        type_fact(library, paper, Fact.DOI, "10.1000/1")
    new = bring(import_entries, 3)
    assert library.duplicates.like([new]) == ()
    type_fact(library, new, Fact.DOI, "10.1000/1")
    assert [group.papers for group in library.duplicates.like([new])] == [(*old, new)]


def test_looking_can_be_stopped(library: LibraryServices, two: tuple[PaperId, PaperId]) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        library.duplicates.find(job)


def test_a_typed_title_shows_side_by_side(library: LibraryServices, two: tuple[PaperId, PaperId]) -> None:
    library.editing.edit_text(two[1], TextKind.TITLE, ORIGINAL, "Typed")
    comparison = library.duplicates.compare(two)
    assert comparison is not None
    (title,) = (field for field in comparison.fields if field.field == (TextKind.TITLE, ORIGINAL))
    assert title.offers == {two[0]: "Other subject 1", two[1]: "Typed"}
    assert (title.typed, title.preselected(two[0])) == (frozenset({two[1]}), two[1])
