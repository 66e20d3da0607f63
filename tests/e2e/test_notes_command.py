"""Notes and marks leave the library by the command line."""

import json
from pathlib import Path

import pytest

from tests.e2e.digests import digest
from tests.e2e.papershelf import papershelf

TWO = digest([("2401.00001", "Attention and Fourier"), ("2401.00002", "Tables | and [brackets](x)")])


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two papers of one digest."""
    (tmp_path / "two.md").write_bytes(TWO)
    answer = papershelf("import", tmp_path / "two.md", "--library", tmp_path / "library")
    assert answer.code == 0, answer
    return tmp_path / "library"


def test_notes_are_written_into_what_a_person_wrote(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    target.write_text("Mine\n", encoding="utf-8")
    answer = papershelf(
        "notes", "2401.00001", "papershelf://paper/1", "papershelf://paper/2", "--to", target, "--library", library
    )
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"{target}: 2 papers, 0 marks, 1 file\n"
    text = target.read_text("utf-8")
    assert text.startswith("Mine\n")
    assert "# Attention and Fourier" in text


def test_papers_without_notes_are_left_out_unless_they_are_named(library: Path, tmp_path: Path) -> None:
    for words in (["--all"], ["--query", "Attention"], ["--digest", "two.md"]):
        answer = papershelf("notes", *words, "--to", tmp_path / "notes.md", "--library", library)
        assert (answer.code, answer.out) == (4, "")
        assert "nothing to export" in answer.err
    folder = tmp_path / "notes"
    answer = papershelf("notes", "2401.00001", "--json", "--to", f"{folder}/", "--library", library)
    assert json.loads(answer.out)["papers"] == 1
    assert [path.suffix for path in folder.iterdir()] == [".md"]


def test_notes_of_a_paper_that_is_not_there_are_refused(library: Path, tmp_path: Path) -> None:
    for word in ("2401.99999", "papershelf://paper/99", "nonsense"):
        answer = papershelf("notes", word, "--to", tmp_path / "notes.md", "--library", library)
        assert (answer.code, answer.out) == (4, "")
        assert "no such paper" in answer.err
    assert papershelf("notes", "--to", tmp_path / "notes.md", "--library", library).code == 2
