"""`papershelf duplicates` tells which papers may be one, and why."""

import json
from pathlib import Path

import pytest

from tests.e2e.digests import digest
from tests.e2e.papershelf import papershelf

SAME = "Diffusion Models in Language: A Survey"
TITLES = [("2401.00001", SAME), ("2401.00002", "Another paper"), ("2401.00003", SAME)]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two papers of one title."""
    (tmp_path / "all.md").write_bytes(digest(TITLES))
    answer = papershelf("import", tmp_path / "all.md", "--library", tmp_path / "library")
    assert answer.code == 0, answer
    return tmp_path / "library"


def test_groups_are_listed_with_why(library: Path) -> None:
    answer = papershelf("duplicates", "--library", library)
    assert (answer.code, answer.err) == (0, "")
    head, *papers = answer.out.splitlines()
    assert head == "weak: same title but other arXiv ids"
    assert [line.split("\t")[2:4] for line in papers] == [["2401.00003", SAME], ["2401.00001", SAME]]


def test_json_tells_pairs(library: Path) -> None:
    (group,) = json.loads(papershelf("duplicates", "--json", "--library", library).out)
    assert [paper["arxiv_id"] for paper in group["papers"]] == ["2401.00003", "2401.00001"]
    assert group["why"] == [
        {
            "papers": [paper["id"] for paper in group["papers"]],
            "by": "title",
            "strength": "weak",
            "said": SAME,
            "other_authors": False,
            "other_arxiv_ids": True,
        }
    ]


def test_nothing_alike_prints_nothing(tmp_path: Path) -> None:
    answer = papershelf("duplicates", "--library", tmp_path / "library")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
