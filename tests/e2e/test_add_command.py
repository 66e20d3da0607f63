"""`papershelf add`, `fetch` and `versions`, against an arXiv of our own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.arxiv_server import ArxivServer, Kind, faults
from tests.e2e.digests import numbered
from tests.e2e.papershelf import PROGRAM, Answer, environment, papershelf
from tests.unit.services.pdf_files import Give, given, plain, stamped

__all__ = ["given"]

Run = Callable[..., Answer]


@pytest.fixture
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        yield server


@pytest.fixture
def run(server: ArxivServer, tmp_path: Path) -> Run:
    """Runs the program with a library of its own, the server in the place of arXiv."""
    env = {"PAPERSHELF_ARXIV": server.base_url, "PAPERSHELF_ARXIV_PACE": "0.002"}

    def run(command: str, *words: str | Path) -> Answer:
        return papershelf(command, *words, "--library", tmp_path / "library", cwd=tmp_path, env=env)

    return run


def some(server: ArxivServer, count: int, *, versions: int = 1) -> list[str]:
    """Ids of papers that are not withdrawn and have at least so many versions."""
    wanted = (name for name, all_of in server.papers.items() if len(all_of) >= versions and not all_of[-1].withdrawn)
    return [name for name, _ in zip(wanted, range(count), strict=False)]


def fields(answer: Answer) -> list[list[str]]:
    return [line.split("\t") for line in answer.out.splitlines() if "\t" in line]


def test_papers_and_pdfs_come_with_one_command(run: Run, server: ArxivServer, tmp_path: Path) -> None:
    first, second = some(server, 2)
    answer = run("add", f"https://arxiv.org/abs/{first}", f"see arXiv:{second} [cs.CL]")
    assert (answer.code, answer.err) == (0, "")
    titles = [server.papers[name][-1].title for name in (first, second)]
    assert [line[:2] for line in fields(answer)] == [[name, "added, PDF fetched"] for name in (first, second)]
    assert answer.out.splitlines()[-1].startswith("2 papers added, 0 restored, 0 PDFs attached; 2 papers described")
    papers = json.loads(run("list", "--json").out)
    assert {(paper["arxiv_id"], paper["title"], paper["pdf"]) for paper in papers} == {
        (name, title, True) for name, title in zip((first, second), titles, strict=True)
    }
    assert len(list((tmp_path / "library" / "papers").glob("*.pdf"))) == 2


def test_adding_again_changes_nothing_and_asks_nobody(run: Run, server: ArxivServer) -> None:
    (paper,) = some(server, 1)
    run("add", paper)
    asked = len(server.log)
    answer = run("add", paper)
    assert (answer.code, [line[:2] for line in fields(answer)]) == (0, [[paper, "already there"]])
    assert len(server.log) == asked


def test_missing_withdrawn_and_misspelt_ids_are_told_one_by_one(run: Run, server: ArxivServer) -> None:
    withdrawn = next(name for name, versions in server.papers.items() if versions[-1].withdrawn)
    (good,) = some(server, 1)
    answer = run("add", "2501.99999", withdrawn, good, "2413.12345", "no paper at all")
    assert answer.code == 1
    assert [line[:2] for line in fields(answer)] == [
        ["2501.99999", "added, missing"],
        [withdrawn, "added, withdrawn"],
        [good, "added, PDF fetched"],
    ]
    complaints = answer.err.splitlines()
    assert complaints[:2] == [
        "papershelf: not understood: 2413.12345",
        "papershelf: not understood: no paper at all",
    ]
    assert "2501.99999" in complaints[2]
    assert len(complaints) == 3


def test_later_and_no_download_leave_it_to_fetch(run: Run, server: ArxivServer) -> None:
    first, second = some(server, 2)
    assert run("add", first, "--later").code == 0
    assert server.log == ()
    assert run("add", second, "--no-download", "--later").code == 0
    answer = run("fetch")
    assert (answer.code, answer.err) == (0, "")
    assert {tuple(line[:3]) for line in fields(answer)} == {
        (first, "metadata", "fetched"),
        (second, "metadata", "fetched"),
        (first, "pdf", "fetched"),
    }
    assert run("fetch").out == "0 papers described, 0 PDFs fetched\n"


def test_without_a_network_papers_are_added_all_the_same(run: Run, server: ArxivServer, tmp_path: Path) -> None:
    (paper,) = some(server, 1)
    nowhere = {"PAPERSHELF_ARXIV": "http://127.0.0.1:1", "PAPERSHELF_ARXIV_PACE": "0.002"}
    answer = papershelf("add", paper, "--library", tmp_path / "library", env=nowhere)
    assert answer.code == 1
    assert [line[:2] for line in fields(answer)] == [[paper, "added"]]
    assert "papershelf fetch" in answer.err
    assert answer.out.splitlines()[-1].endswith(", 2 waiting")
    found = json.loads(run("fetch", "--json").out)
    while not found:  # what waited for the network has a pause before its next try
        found = json.loads(run("fetch", "--json").out)
    assert {(one["arxiv_id"], one["state"]) for one in found} == {(paper, "fetched")}


def test_who_waits_for_arxiv_hears_why(run: Run, server: ArxivServer) -> None:
    (paper,) = some(server, 1)
    server.faults.next(faults.busy(429, retry_after=1))
    answer = run("add", paper)
    assert (answer.code, answer.err) == (0, "papershelf: arXiv asks to wait: next try in 1 s\n")


def test_standard_input_is_read_where_a_hyphen_says_so(server: ArxivServer, tmp_path: Path) -> None:
    first, second = some(server, 2)
    text = f"@misc{{a, eprint = {{{first}}}}}\nand 墙 {second}\n".encode()
    command = [*PROGRAM, "add", "-", "--later", "--json", "--library", str(tmp_path / "library")]
    done = subprocess.run(command, input=text, env=environment(), capture_output=True)
    assert done.returncode == 0
    assert [paper["name"] for paper in json.loads(done.stdout)["papers"]] == [first, second]


def test_files_are_read_and_digests_left_to_import(run: Run, server: ArxivServer, given: Give) -> None:
    first, second, third = some(server, 3)
    given("a.pdf", stamped(first))
    given("notes/references.bib", f"@misc{{a, eprint={{{second}}}}}")
    given("notes/letter.txt", "Dear Sir or Madam")
    digest = given("cs.CL.md", numbered(1, 3))
    answer = run("add", digest.parent, third, "--later", "--json")
    found = json.loads(answer.out)
    assert answer.code == 1
    assert {Path(paper["name"]).name: paper["states"] for paper in found["papers"]} == {
        "a.pdf": ["added"],
        second: ["added"],
        third: ["added"],
    }
    assert {Path(one["path"]).name for one in found["refused"]} == {"letter.txt", "cs.CL.md"}
    assert "papershelf import" in answer.err
    assert (found["added"], found["attached"]) == (3, 0)


def test_a_title_that_is_only_alike_makes_a_paper_of_its_own(run: Run, given: Give) -> None:
    run("add", given("a.pdf", plain("On the permeability of medieval walls")), "--later")
    same = given("b.pdf", plain("On the Permeability of Medieval Walls", body="again"))
    assert fields(run("add", same, "--later"))[0][1] == "PDF attached"
    alike = run("add", given("c.pdf", plain("On the permeability of medieval doors")), "--later")
    assert fields(alike)[0][1] == "added"
    assert "own" in alike.err
    assert len(run("list").out.splitlines()) == 2


def test_new_versions_are_found_and_listed(run: Run, server: ArxivServer) -> None:
    (paper,) = some(server, 1, versions=2)
    newest = server.papers[paper][-1].version
    server.papers.hold_back(paper, 1)
    run("add", paper, *some(server, 2), "--no-download")
    assert run("versions").out == ""
    server.papers.publish(paper)
    answer = run("versions", "--query", f"id:{paper}")
    assert (answer.code, fields(answer)[0][:2]) == (0, [paper, f"v1 -> v{newest}"])
    assert [request.query["id_list"] for request in server.asked(Kind.API)][-1] == paper
    found = json.loads(run("versions", "--json").out)
    assert [(one["arxiv_id"], one["version"], one["newer_version"]) for one in found["newer"]] == [(paper, 1, newest)]


@pytest.mark.parametrize("command", [("add", "2403.02774", "--later"), ("fetch",), ("versions",)])
def test_no_command_loads_qt(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    answer = papershelf(*command, "--library", tmp_path / "library", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert answer.code == 0
    loaded = {line.rsplit("|", 1)[-1].strip() for line in answer.err.splitlines()}
    assert "desktop.app.command_line" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6", "pymupdf"))]


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are Unicode there")
def test_words_that_are_not_utf_8_are_no_bug(run: Run) -> None:
    answer = run("add", "caf\udce9", "/no/such/caf\udce9.pdf", "2403.02774", "x" * 5000, "--later")
    assert answer.code == 1
    assert fields(answer)[0][:2] == ["2403.02774", "added"]
