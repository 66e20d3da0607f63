"""`papershelf tag` and `papershelf status`."""

import json
from pathlib import Path

import pytest

from tests.e2e.digests import digest
from tests.e2e.papershelf import Answer, papershelf

TITLES = [("2401.00001", "Deep nets"), ("2401.00002", "Deep walls"), ("2401.00003", "Shallow nets")]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of three papers."""
    (tmp_path / "all.md").write_bytes(digest(TITLES))
    answer = papershelf("import", tmp_path / "all.md", "--library", tmp_path / "library")
    assert answer.code == 0, answer
    return tmp_path / "library"


def found(library: Path, query: str) -> list[str]:
    answer = papershelf("list", f"--query={query}", "--library", library)
    assert answer.code == 0, answer
    return sorted(line.split("\t")[0][:10] for line in answer.out.splitlines())


def test_papers_are_tagged_by_id_and_by_search(library: Path) -> None:
    answer = papershelf("tag", "2401.00003", "2401.00001v2", "--add", "ml / nets", "--library", library)
    assert answer == Answer(0, "2 papers, 2 changed\n", "")
    assert found(library, "tag:ml") == ["2401.00001", "2401.00003"]
    answer = papershelf(
        *("tag", "--query", "deep", "--add", "deep", "--remove", "ML/nets", "--json", "--library"), library
    )
    assert (answer.code, json.loads(answer.out)) == (0, {"papers": 2, "changed": 2})
    assert [found(library, query) for query in ("tag:ml", "tag:deep", "-has:tags")] == [
        ["2401.00003"],
        ["2401.00001", "2401.00002"],
        [],
    ]


def test_a_status_is_set(library: Path) -> None:
    answer = papershelf("status", "read", "--query", "nets", "--library", library)
    assert answer == Answer(0, "2 papers, 2 changed\n", "")
    assert papershelf("status", "read", "2401.00001", "--library", library).out == "1 paper, 0 changed\n"
    assert found(library, "status:unread") == ["2401.00002"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("tag", "2401.00009", "--add", "x"), 4, "2401.00009: no such paper"),
        (("tag", "--query", "search:none", "--add", "x"), 4, "there is no saved search: none"),
        (("tag", "2401.00001", "--add", " / "), 4, "a name has between 1 and 200 characters"),
        (("tag", "2401.00001"), 2, "say which tags"),
        (("tag", "--add", "x"), 2, "say which papers"),
        (("status", "read", "2401.00001", "--query", "x"), 2, "say which papers"),
        (("status", "finished", "2401.00001"), 2, "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_told(library: Path, words: tuple[str, ...], code: int, told: str) -> None:
    answer = papershelf(*words, "--library", library)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert found(library, "has:tags OR status:read") == []
