"""Bibliographies into the library."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.bibliography import Fault
from desktop.domain.bibliography_import import Gain, ReferenceState
from desktop.domain.errors import Cancelled
from desktop.domain.ids import PaperId
from desktop.domain.paper import Fact, PaperDetails, TextKind
from desktop.domain.progress import Job, Progress
from desktop.domain.undo import UndoKind
from desktop.formats.bibliographies import read_bibliography
from desktop.services.library import LibraryServices
from tests.unit.services.bibliography_files import BROKEN, ZOTERO, exported, imported, planned, written
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.pdf_files import plain


def details(library: LibraryServices, paper: PaperId) -> PaperDetails:
    found = library.browse.details(paper)
    assert found is not None
    return found


def titled(library: LibraryServices, title: str) -> PaperDetails:
    return next(told for paper in papers_in(library) if (told := details(library, paper)).row.title == title)


def dump(library: LibraryServices) -> list[str]:
    return [line for line in library._file.connection.iterdump() if "sqlite_" not in line]


def test_entries_become_papers_with_all_that_they_tell(library: LibraryServices, tmp_path: Path) -> None:
    (tmp_path / "files" / "12").mkdir(parents=True)
    (tmp_path / "files" / "12" / "grids.pdf").write_bytes(plain("Sparse Grids"))
    result = imported(library, written(tmp_path / "zotero.bib", ZOTERO))
    assert (len(result.added), result.attached, result.refused) == (2, 1, ())
    grids = titled(library, "Sparse Grids for Wave Equations: An Overview")
    assert grids.row.authors == ("Aino Aalto", "Jan van der Berg", "The Grid Group")
    assert (grids.doi, grids.row.published, grids.cite_key) == ("10.1000/grids.2021.7", "2021-05", "aalto_grids_2021")
    assert [tag.name for tag in grids.row.tags] == ["grids", "waves/linear"]
    assert grids.text(TextKind.ABSTRACT, "en") == "We study grids & waves.\nA second line with 5% more."
    assert grids.text(TextKind.NOTE, "") == "A note of one's own"
    assert [file.name for file in grids.files] == ["grids.pdf"]
    walls = titled(library, "Walls between Words")
    assert (walls.row.arxiv_id, walls.row.categories, walls.doi) == ("2403.00007", ("cs.CL",), "")
    assert [(one.name, one.papers) for one in library.labels.collections()] == [
        ("Methods", 1),
        ("Words", 1),
        ("To read", 1),
    ]


def test_an_import_is_one_step_back_and_forward(library: LibraryServices, tmp_path: Path) -> None:
    imported(library, written(tmp_path / "zotero.bib", ZOTERO))
    before = library.undo.state().undo
    assert before is not None
    assert (before.kind, before.count) == (UndoKind.IMPORT, 2)
    library.undo.undo()
    assert papers_in(library) == []
    assert library.labels.tags() == ()
    library.undo.redo()
    assert len(papers_in(library)) == 2
    assert titled(library, "Walls between Words").row.arxiv_id == "2403.00007"


def test_importing_again_changes_nothing(library: LibraryServices, tmp_path: Path) -> None:
    (tmp_path / "files" / "12").mkdir(parents=True)
    (tmp_path / "files" / "12" / "grids.pdf").write_bytes(plain("Sparse Grids"))
    source = written(tmp_path / "zotero.bib", ZOTERO)
    imported(library, source)
    before = dump(library)
    plan = planned(library, source)
    assert [row.state for row in plan.files[0].rows] == [ReferenceState.KNOWN] * 2
    assert plan.nothing
    assert not imported(library, source).changes
    assert dump(library) == before


def test_what_was_exported_is_known_when_it_comes_back(library: LibraryServices, tmp_path: Path) -> None:
    imported(library, written(tmp_path / "zotero.bib", ZOTERO))
    exported(library, tmp_path / "again.bib", papers_in(library))
    assert [row.state for row in planned(library, tmp_path / "again.bib").files[0].rows] == [ReferenceState.KNOWN] * 2


def test_every_field_of_a_file_comes_out_again(library: LibraryServices, tmp_path: Path) -> None:
    imported(library, written(tmp_path / "zotero.bib", ZOTERO))
    order = [titled(library, title).row.id for title in ("Sparse Grids for Wave Equations: An Overview",)]
    told = read_bibliography(exported(library, tmp_path / "out.bib", order).encode()).references[0]
    first = read_bibliography(ZOTERO.encode()).references[0]
    assert replace(told, extra={}) == replace(first, extra={})
    assert dict(told.extra) == dict(first.extra)


def test_a_known_paper_keeps_what_a_person_typed_and_gets_what_it_lacks(
    library: LibraryServices, import_entries: ImportEntries, tmp_path: Path
) -> None:
    import_entries("digest.md", entry(7))
    (paper,) = papers_in(library)
    library.editing.edit_text(paper, TextKind.NOTE, "", "Mine")
    library.editing.edit_fact(paper, Fact.AUTHORS, "Somebody Else")
    library.editing.edit_fact(paper, Fact.DOI, "")
    source = written(tmp_path / "z.bib", ZOTERO.replace("primaryClass", "annote = {Theirs},\n\tprimaryClass"))
    plan = planned(library, source)
    row = plan.files[0].rows[1]
    assert (row.state, row.paper, row.title) == (ReferenceState.CHANGED, paper, "A study of subject 7")
    assert set(row.gains) == {Gain.NOTE, Gain.COLLECTIONS, Gain.CITE_KEY, Gain.CITATION, Gain.FACTS}
    imported(library, source)
    told = details(library, paper)
    assert told.row.authors == ("Somebody Else",)
    assert told.row.title == "A study of subject 7"
    assert told.text(TextKind.NOTE, "") == "Mine\n\nTheirs"
    assert told.row.status.value == "inbox"


def test_papers_are_known_by_doi_and_by_title_with_authors(library: LibraryServices, tmp_path: Path) -> None:
    imported(library, written(tmp_path / "zotero.bib", ZOTERO))
    again = """
@article{a, title = {Other words}, doi = {10.1000/GRIDS.2021.7}}
@article{b, title = {walls between words!}, author = {Ada Okafor}}
@article{c, title = {Walls between Words}, author = {Nobody Known}}
"""
    rows = planned(library, written(tmp_path / "b.bib", again)).files[0].rows
    assert [(row.title, row.by_title) for row in rows] == [
        ("Sparse Grids for Wave Equations: An Overview", False),
        ("Walls between Words", True),
        ("", False),
    ]


def test_broken_entries_are_listed_and_the_rest_is_imported(library: LibraryServices, tmp_path: Path) -> None:
    source = written(tmp_path / "broken.bib", BROKEN)
    plan = planned(library, source)
    assert [(one.line, one.fault) for one in plan.files[0].broken] == [(2, Fault.UNCLOSED), (6, Fault.BAD_FIELD)]
    assert plan.files[0].broken[0].text.startswith("@article{unclosed, title")
    assert len(imported(library, source).added) == 1


def test_entries_of_one_paper_become_one(library: LibraryServices, tmp_path: Path) -> None:
    twice = "@article{{{}, title={{{}}}, author={{Doe, {}}}, keywords={{{}}}}}\n"
    twice = twice.format("a", "One", "J.", "x") + twice.format("b", "ONE", "Jane", "y")
    source = written(tmp_path / "twice.bib", twice)
    assert [row.repeats for row in planned(library, source).files[0].rows] == [None, (0, 0)]
    result = imported(library, source)
    assert len(result.added) == 1
    assert [tag.name for tag in titled(library, "One").row.tags] == ["x", "y"]


def test_cite_keys_of_files_are_kept_and_told_apart(library: LibraryServices, tmp_path: Path) -> None:
    text = "@article{same, title={One}, author={A, B}}\n@article{same, title={Two}, author={A, B}}"
    imported(library, written(tmp_path / "keys.bib", text))
    assert [titled(library, title).cite_key for title in ("One", "Two")] == ["same", "samea"]


def test_a_file_that_is_no_pdf_is_refused_and_the_paper_comes_all_the_same(
    library: LibraryServices, tmp_path: Path
) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    text = "@article{a, title={One}, file={:bad.pdf:PDF}}"
    result = imported(library, written(tmp_path / "bad.bib", text))
    assert (len(result.added), result.attached, len(result.refused)) == (1, 0, 1)
    assert not list((library.folder / "papers").glob("*.pdf"))


def test_unticked_entries_stay_out(library: LibraryServices, tmp_path: Path) -> None:
    plan = planned(library, written(tmp_path / "zotero.bib", ZOTERO))
    importing = library.bibliography.importing
    left_out = frozenset({(0, 0)})
    result = importing.apply(plan, importing.copy_pdfs(plan, Job(), left_out), left_out)
    assert [row.title for row in library.browse.rows(list(result.added))] == ["Walls between Words"]


def test_reading_can_be_cancelled_in_the_midst_of_a_file(library: LibraryServices, tmp_path: Path) -> None:
    entries = "".join(f"@article{{k{number}, title = {{Title {number}}}}}\n" for number in range(1000))
    told: list[Progress] = []

    def stop(progress: Progress) -> None:
        told.append(progress)
        if progress.done > 20:
            job.cancel()

    job = Job(stop)
    with pytest.raises(Cancelled):
        library.bibliography.importing.read([written(tmp_path / "long.bib", entries)], job)
    assert (told[-1].label, told[-1].total) == ("long.bib", 100)
    assert 20 < told[-1].done < 60


def test_names_in_chinese_are_known_again_however_they_are_written(library: LibraryServices, tmp_path: Path) -> None:
    source = tmp_path / "names.bib"
    source.write_text("@article{a, title={树的研究}, author={欧阳, 锋 and 李, 四}, year={2020}}", "utf-8")
    imported(library, source)
    assert planned(library, source).nothing
    source.write_text("@article{a, title={树的研究}, author={欧阳锋 and 李四}, year={2020}}", "utf-8")
    imported(library, source)
    assert len(papers_in(library)) == 1
