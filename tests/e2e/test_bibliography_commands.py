"""`papershelf import` and `export` for BibTeX, RIS and CSL JSON: what they print, write and come to."""

import json
from pathlib import Path

import pytest

from desktop.domain.bibliography import SUFFIXES, BibliographyFormat
from desktop.formats.bibliographies import read_bibliography
from tests.e2e.papershelf import Answer, papershelf
from tests.unit.services.bibliography_files import BROKEN, ZOTERO, written
from tests.unit.services.pdf_files import plain


def run(folder: Path, *words: str) -> Answer:
    return papershelf(*words, "--library", "library", cwd=folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Holds what Zotero wrote, with one of the PDFs that it names."""
    (tmp_path / "files" / "12").mkdir(parents=True)
    (tmp_path / "files" / "12" / "grids.pdf").write_bytes(plain("Sparse Grids"))
    written(tmp_path / "zotero.bib", ZOTERO)
    return tmp_path


def test_a_bibliography_comes_in_once_and_says_so(folder: Path) -> None:
    first, second = run(folder, "import", "zotero.bib"), run(folder, "import", "zotero.bib")
    assert (first.code, first.err) == (second.code, second.err) == (0, "")
    assert first.out.splitlines() == [
        "zotero.bib: 2 entries (2 new), 0 broken",
        "2 papers added, 0 completed, 0 restored, 1 PDF attached",
    ]
    assert second.out.splitlines() == [
        "zotero.bib: 2 entries (2 known), 0 broken",
        "0 papers added, 0 completed, 0 restored, 0 PDFs attached",
    ]


def test_broken_entries_are_named_and_the_rest_comes_in(folder: Path) -> None:
    written(folder / "broken.bib", BROKEN)
    answer = run(folder, "import", "broken.bib")
    assert answer.code == 1
    assert answer.out.splitlines()[-1].startswith("1 paper added")
    assert answer.err.splitlines() == [
        "papershelf: left out: broken.bib, line 2: a bracket or a quotation mark is missing",
        "papershelf: left out: broken.bib, line 6: something in it is not of the form name = value",
    ]


def test_an_import_can_be_told_as_one_json_document(folder: Path) -> None:
    written(folder / "broken.bib", BROKEN)
    answer = run(folder, "import", "--json", "zotero.bib", "broken.bib")
    told = json.loads(answer.out)["bibliographies"]
    assert answer.code == 1
    assert (told["papers_added"], told["attached"]) == (3, 1)
    zotero, broken = told["files"]
    assert (zotero["format"], zotero["new"], zotero["broken"]) == ("bibtex", 2, [])
    assert [(one["place"], one["fault"]) for one in broken["broken"]] == [(2, "unclosed"), (6, "bad-field")]


@pytest.mark.parametrize("form", list(BibliographyFormat))
def test_what_is_exported_comes_back_into_another_library(folder: Path, form: BibliographyFormat) -> None:
    run(folder, "import", "zotero.bib")
    out = f"out{SUFFIXES[form]}"
    answer = run(folder, "export", "--format", form.value, "--files", "copies", "-o", out, "--json")
    told = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert (told["papers"], told["files"], told["bytes"]) == (2, 1, (folder / out).stat().st_size)
    assert len(read_bibliography((folder / out).read_bytes()).references) == 2
    again = papershelf("import", out, "--library", "another", cwd=folder)
    assert (again.code, again.err) == (0, "")
    assert again.out.splitlines()[-1] == "2 papers added, 0 completed, 0 restored, 1 PDF attached"


def test_an_export_of_nothing_leaves_the_file_as_it_was(folder: Path) -> None:
    run(folder, "import", "zotero.bib")
    written(folder / "out.bib", "old")
    answer = run(folder, "export", "--format", "bibtex", "--query", "nowheretobefound", "-o", "out.bib")
    assert answer.code != 0
    assert answer.err.startswith("papershelf: ")
    assert (folder / "out.bib").read_text(encoding="utf-8") == "old"
