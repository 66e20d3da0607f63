"""Typing over texts and facts."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import InputError, Reason
from desktop.domain.exporting import DigestSource, NoticeKind, PapersSource
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.paper import ORIGINAL, Fact, OriginKind, TextKind
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, digest_bytes, entry

F1 = entry(
    1,
    title="A study of subject 1. (arXiv:2403.00001v2 [cs.CV] UPDATED)",
    link="http://arxiv.org/abs/2403.00001",
    abstract="Plain.",
)


@pytest.fixture
def paper(library: LibraryServices, import_entries: ImportEntries) -> PaperId:
    import_entries("a.md", F1, entry(2))
    return PaperId(library.browse.list_papers(Listing()).ids[0])


def text(library: LibraryServices, paper: PaperId, kind: TextKind, language: str) -> str:
    details = library.browse.details(paper)
    assert details is not None
    return details.text(kind, language)


def hits(library: LibraryServices, query: str) -> int:
    return len(library.browse.list_papers(Listing(query=query, typing=False)).ids)


@pytest.mark.parametrize("language", [ORIGINAL, "zh"])
@pytest.mark.parametrize("kind", [TextKind.TITLE, TextKind.SUMMARY, TextKind.ABSTRACT])
def test_an_edited_text_is_shown_found_undone_and_redone(
    library: LibraryServices, paper: PaperId, kind: TextKind, language: str
) -> None:
    before = text(library, paper, kind, language)

    library.editing.edit_text(paper, kind, language, "Zebra 斑马")

    assert text(library, paper, kind, language) == "Zebra 斑马"
    assert (hits(library, "zebra"), hits(library, "斑马")) == (1, 1)
    assert library.undo.state().undo == UndoLabel(UndoKind.EDIT_TEXT, 1, kind)
    library.undo.undo()
    assert text(library, paper, kind, language) == before
    assert hits(library, "zebra") == 0
    library.undo.redo()
    assert text(library, paper, kind, language) == "Zebra 斑马"
    assert hits(library, "斑马") == 1


def test_the_table_follows_an_edited_title(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "Mine")
    library.editing.edit_text(paper, TextKind.TITLE, "zh", "我的")

    (row,) = library.browse.rows([paper])
    assert (row.title, row.translated_title) == ("Mine", "我的")


def test_a_typed_text_says_who_wrote_it_and_can_be_reverted(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.SUMMARY, "zh", "新")
    details = library.browse.details(paper)
    assert details is not None
    (written,) = [found for found in details.texts if found.kind is TextKind.SUMMARY and found.language == "zh"]
    assert (written.origin.kind, written.locked) == (OriginKind.PERSON, True)

    library.editing.revert_text(paper, TextKind.SUMMARY, "zh")

    assert text(library, paper, TextKind.SUMMARY, "zh") == "本文研究了课题1。"
    assert hits(library, "新") == 0


def test_typing_what_stands_there_is_no_step(library: LibraryServices, paper: PaperId) -> None:
    before = library.undo.state()

    assert not library.editing.edit_text(paper, TextKind.SUMMARY, "zh", "本文研究了课题1。")
    assert library.undo.state() == before


def test_a_new_edit_forgets_what_could_be_redone(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.NOTE, "", "one")
    library.undo.undo()
    library.editing.edit_text(paper, TextKind.NOTE, "", "two")

    assert library.undo.state().redo is None


def test_only_the_edited_fields_differ_in_the_exported_digest(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "A better title")
    library.editing.edit_text(paper, TextKind.SUMMARY, "zh", "更好")
    (digest,) = library.browse.sidebar().digests

    written = library.exporting.document(DigestSource(digest.id)).data
    imported = library.exporting.document(DigestSource(digest.id, with_edits=False)).data

    assert imported == digest_bytes(F1, entry(2))
    suffix = " (arXiv:2403.00001v2 [cs.CV] UPDATED)"
    expected = imported.replace(b"A study of subject 1.", b"A better title.").replace(
        "本文研究了课题1。".encode(), "更好".encode()
    )
    assert ("A better title." + suffix).encode() in written
    assert written == expected


def test_a_line_feed_where_the_format_has_no_place_is_said(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.ABSTRACT, "zh", "一\n二")
    (digest,) = library.browse.sidebar().digests

    document = library.exporting.document(DigestSource(digest.id))

    assert "一 二".encode() in document.data
    assert [(notice.kind, notice.count) for notice in document.notices] == [(NoticeKind.LINE_FEED_REPLACED, 1)]


def test_a_line_feed_in_an_edited_title_is_said(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.TITLE, ORIGINAL, "One\ntwo")
    (digest,) = library.browse.sidebar().digests

    document = library.exporting.document(DigestSource(digest.id))

    assert [(notice.kind, notice.count) for notice in document.notices] == [(NoticeKind.LINE_FEED_IN_TITLE, 1)]


def test_papers_in_any_order_make_a_new_digest(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_text(paper, TextKind.SUMMARY, ORIGINAL, "In short.")
    first, second = library.browse.list_papers(Listing()).ids

    document = library.exporting.document(PapersSource((PaperId(second), PaperId(first))))

    assert document.data == digest_bytes(entry(2), replace(F1, summary_en="In short."))


@pytest.mark.parametrize(
    ("fact", "typed", "kept"),
    [
        (Fact.AUTHORS, " Ada  Lovelace; 图灵 ;", "Ada Lovelace; 图灵"),
        (Fact.CATEGORIES, "cs.CV, math.ST", "cs.CV math.ST"),
        (Fact.PUBLISHED, "2024-02-29", "2024-02-29"),
        (Fact.DOI, "https://doi.org/10.1000/182", "10.1000/182"),
        (Fact.LINK, "https://example.org/x", "https://example.org/x"),
    ],
)
def test_a_typed_fact_is_kept_in_its_plain_form(
    library: LibraryServices, paper: PaperId, fact: Fact, typed: str, kept: str
) -> None:
    library.editing.edit_fact(paper, fact, typed)

    details = library.browse.details(paper)
    assert details is not None
    shown = {
        Fact.AUTHORS: "; ".join(details.row.authors),
        Fact.CATEGORIES: " ".join(details.row.categories),
        Fact.PUBLISHED: details.row.published,
        Fact.DOI: details.doi,
        Fact.LINK: details.link,
    }
    assert shown[fact] == kept


@pytest.mark.parametrize(
    ("fact", "typed"),
    [
        (Fact.CATEGORIES, "computer science!"),
        (Fact.PUBLISHED, "yesterday"),
        (Fact.ARXIV_ID, "../../etc"),
        (Fact.DOI, "11.1/x"),
        (Fact.LINK, "javascript:alert(1)"),
    ],
)
def test_what_cannot_be_is_refused(library: LibraryServices, paper: PaperId, fact: Fact, typed: str) -> None:
    with pytest.raises(InputError) as refused:
        library.editing.edit_fact(paper, fact, typed)
    assert refused.value.reason is Reason.BAD_VALUE


def test_two_papers_cannot_have_one_arxiv_id(library: LibraryServices, paper: PaperId) -> None:
    with pytest.raises(InputError) as refused:
        library.editing.edit_fact(paper, Fact.ARXIV_ID, "2403.00002")
    assert refused.value.reason is Reason.ID_TAKEN


def test_authors_are_found(library: LibraryServices, paper: PaperId) -> None:
    library.editing.edit_fact(paper, Fact.AUTHORS, "Ada Lovelace")

    assert (hits(library, "author:lovelace"), hits(library, "title:lovelace")) == (1, 0)


def test_a_paper_that_was_taken_back_does_not_keep_its_arxiv_id(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1))
    library.undo.undo()
    import_entries("b.md", entry(2, link="", abstract="Told elsewhere."))
    (paper,) = library.browse.list_papers(Listing()).ids

    library.editing.edit_fact(PaperId(paper), Fact.ARXIV_ID, "2403.00001")

    assert import_entries("a.md", entry(1)).papers_added == 0
    library.undo.undo()
    library.undo.undo()
    assert library.browse.rows([PaperId(paper)])[0].arxiv_id == ""


@pytest.mark.parametrize("value", ["\x00", "\ud800"])
def test_what_cannot_be_stored_is_refused(library: LibraryServices, paper: PaperId, value: str) -> None:
    with pytest.raises(InputError):
        library.editing.edit_text(paper, TextKind.NOTE, "", f"a{value}b")
    with pytest.raises(InputError):
        library.editing.edit_fact(paper, Fact.AUTHORS, f"a{value}b")


def test_a_pdf_whose_import_was_undone_can_be_added_again(library: LibraryServices, tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.4")
    library.organising.add_pdf(pdf, "Guide")
    library.undo.undo()

    assert library.organising.add_pdf(pdf, "Guide").papers_added
    assert library.organising.add_pdf(pdf, "Guide").papers_added == ()
    assert len(library.browse.list_papers(Listing(query="guide")).ids) == 1
