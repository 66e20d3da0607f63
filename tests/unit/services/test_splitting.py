"""Taking a guess by title back: what belongs to which of the two papers afterwards."""

from pathlib import Path

from desktop.domain.ids import DigestId, PaperId
from desktop.domain.paper import ORIGINAL, Fact, PaperDetails, TextKind
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, entry, papers_in

UNNAMED = entry(1, link="", abstract="Words of the first.", translated_abstract="第一篇")
NAMED = entry(2, title=UNNAMED.title)


def details(library: LibraryServices, paper: PaperId) -> PaperDetails:
    found = library.browse.details(paper)
    assert found is not None
    return found


def guessed(library: LibraryServices) -> tuple[PaperId, DigestId]:
    """The only paper, and the digest whose row was filed under it by its title."""
    (paper,) = papers_in(library)
    (seen,) = [seen for seen in details(library, paper).seen_in if seen.by_title]
    return paper, seen.digest


def split(library: LibraryServices) -> tuple[PaperDetails, PaperDetails]:
    """The paper that was there and the one that a split makes."""
    paper, digest = guessed(library)
    library.editing.split(paper, digest, 1)
    (new,) = [other for other in papers_in(library) if other != paper]
    return details(library, paper), details(library, new)


def test_what_a_wrong_guess_told_goes_with_it(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", UNNAMED)
    import_entries("b.md", NAMED)

    old, new = split(library)

    assert (old.row.arxiv_id, old.row.arxiv_version, old.link, old.row.published) == ("", None, "", "")
    assert (new.row.arxiv_id, new.row.arxiv_version, new.link) == ("2403.00002", 1, NAMED.link)
    assert old.text(TextKind.ABSTRACT, ORIGINAL) == "Words of the first."


def test_after_a_split_imports_find_the_right_paper(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", UNNAMED)
    import_entries("b.md", NAMED)
    old, new = split(library)

    import_entries("c.md", NAMED, entry(3))

    assert [seen.name for seen in details(library, new.row.id).seen_in] == ["c.md", "b.md"]
    assert [seen.name for seen in details(library, old.row.id).seen_in] == ["a.md"]


def test_a_split_is_undone_and_redone_with_all_its_facts(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", UNNAMED)
    import_entries("b.md", NAMED)
    (paper,) = papers_in(library)
    before = details(library, paper)
    after = split(library)

    library.undo.undo()
    assert details(library, paper) == before
    library.undo.redo()
    assert (details(library, paper), details(library, after[1].row.id)) == after
    library.undo.undo()
    assert split(library)[1].row.arxiv_id == "2403.00002"


def test_typed_facts_and_titles_outlive_a_split(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", UNNAMED)
    import_entries("b.md", NAMED)
    (paper,) = papers_in(library)
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "My title")
    library.editing.edit_text(paper, TextKind.TITLE, "zh", "我的标题")
    library.editing.edit_fact(paper, Fact.LINK, NAMED.link + "v7")

    old, _ = split(library)

    assert (old.row.title, old.row.translated_title, old.link) == ("My title", "我的标题", NAMED.link + "v7")


def test_a_row_whose_id_another_paper_has_is_split_without_it(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", UNNAMED)
    import_entries("b.md", NAMED)
    paper, digest = guessed(library)
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.09999")
    import_entries("c.md", entry(2, title="Quite another title"))
    (holder,) = [other for other in papers_in(library) if other != paper]

    library.editing.split(paper, digest, 1)

    (new,) = [other for other in papers_in(library) if other not in (paper, holder)]
    assert [details(library, each).row.arxiv_id for each in (paper, holder, new)] == ["2403.09999", "2403.00002", ""]


def test_a_split_that_was_undone_can_be_done_again(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", UNNAMED)
    import_entries("b.md", NAMED)
    paper, _ = guessed(library)
    library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.09999")
    split(library)
    library.undo.undo()

    _, new = split(library)

    assert new.row.arxiv_id == "2403.00002"


def test_a_pdf_that_a_digest_was_wrongly_filed_under_keeps_none_of_its_texts(
    library: LibraryServices, import_entries: ImportEntries, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    library.organising.add_pdf(tmp_path / "a.pdf", NAMED.title)
    import_entries("b.md", NAMED)

    old, _ = split(library)

    assert [(text.kind, text.value) for text in old.texts] == [(TextKind.TITLE, NAMED.title)]
    assert (old.row.title, old.row.translated_title, old.announced) == (NAMED.title, "", "")
