"""What each command prints, writes and comes to."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.exit_codes import MEANINGS
from tests.e2e.digests import digest, numbered
from tests.e2e.papershelf import PROGRAM, environment, papershelf

TWO = digest([("2401.00001", "Attention and Fourier"), ("2401.00002", "Tables | and [brackets](x)")])


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two papers of one digest."""
    (tmp_path / "two.md").write_bytes(TWO)
    answer = papershelf("import", tmp_path / "two.md", "--library", tmp_path / "library")
    assert answer.code == 0, answer
    return tmp_path / "library"


def test_import_says_what_it_did_and_twice_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "two.md").write_bytes(TWO)
    first = papershelf("import", "two.md", "--library", "new/library", cwd=tmp_path)
    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines() == [
        "two.md: 2 papers (2 new)",
        "1 digest imported, 0 already there, 0 refused; 2 papers added, 0 changed",
    ]
    second = papershelf("import", "two.md", "--library", "new/library", cwd=tmp_path)
    assert second.out.splitlines() == [
        "two.md: already in the library",
        "0 digests imported, 1 already there, 0 refused; 0 papers added, 0 changed",
    ]


def test_import_prints_one_json_document(tmp_path: Path) -> None:
    (tmp_path / "two.md").write_bytes(TWO)
    (tmp_path / "bad.md").write_bytes(b"\x00\x01\x02")
    answer = papershelf("import", "--json", "bad.md", "two.md", "--library", "l", cwd=tmp_path)
    found = json.loads(answer.out)
    assert answer.code == 1
    assert (found["digests_added"], found["papers_added"]) == (1, 2)
    assert [(digest["name"], digest["new"]) for digest in found["digests"]] == [("two.md", 2)]
    assert [(Path(file["path"]).name, file["reason"]) for file in found["refused"]] == [("bad.md", "not-text")]


def test_a_file_that_cannot_be_imported_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.md").write_bytes(numbered(1, 3))
    (folder / "b.bin").write_bytes(bytes(range(256)) * 10)
    (folder / "c.txt").write_bytes("Überschrift\n".encode("utf-16"))
    (folder / "d.md").write_bytes("# 摘要\n".encode("gbk"))
    (folder / "e.md").write_bytes(numbered(4, 3))
    answer = papershelf("import", folder, tmp_path / "nowhere.md", "--library", tmp_path / "library")
    assert answer.code == 1
    assert "2 digests imported, 0 already there, 4 refused; 6 papers added" in answer.out
    for name in ("b.bin", "c.txt", "d.md", "nowhere.md"):
        assert f"{name}: " in answer.err
    assert len(answer.err.splitlines()) == 4


def test_list_and_search_print_a_line_for_each_paper(library: Path) -> None:
    listed = papershelf("list", "--library", library, "--sort", "arxiv_id")
    assert (listed.code, listed.err) == (0, "")
    assert listed.out.splitlines() == [
        "2401.00001\tAttention and Fourier\t译名 1",
        "2401.00002\tTables | and [brackets](x)\t译名 2",
    ]
    assert papershelf("search", "fourier", "--library", library).out.splitlines() == listed.out.splitlines()[:1]
    assert (
        papershelf("search", "译", "id:2401.00002", "--library", library).out.splitlines()
        == listed.out.splitlines()[1:]
    )
    assert papershelf("list", "--query", "nothing of the kind", "--library", library).out == ""
    reverse = papershelf("list", "--sort", "arxiv_id", "--reverse", "--limit", "1", "--library", library)
    assert reverse.out.splitlines() == listed.out.splitlines()[1:]


def test_lists_are_also_json(library: Path) -> None:
    papers = json.loads(papershelf("list", "--json", "--sort", "arxiv_id", "--library", library).out)
    assert [(paper["arxiv_id"], paper["title"], paper["digests"], paper["pdf"]) for paper in papers] == [
        ("2401.00001", "Attention and Fourier", 1, False),
        ("2401.00002", "Tables | and [brackets](x)", 1, False),
    ]
    assert json.loads(papershelf("search", "nothing of the kind", "--json", "--library", library).out) == []
    (found,) = json.loads(papershelf("digests", "--json", "--library", library).out)
    assert (found["name"], found["papers"], found["exact"]) == ("two.md", 2, True)


def test_more_papers_than_a_page_make_one_json_document(tmp_path: Path) -> None:
    (tmp_path / "many.md").write_bytes(numbered(0, 1025))
    papershelf("import", "many.md", "--library", "l", cwd=tmp_path)
    papers = json.loads(papershelf("list", "--json", "--library", "l", cwd=tmp_path).out)
    assert len({paper["id"] for paper in papers}) == 1025


def test_wrong_search_syntax_searches_the_words(library: Path) -> None:
    for query in ('fourier"', "(fourier", "fourier OR", "title:", "fourier AND AND"):
        assert papershelf("search", query, "--library", library).code == 0


def test_export_writes_the_same_bytes_to_a_file_or_a_folder(library: Path, tmp_path: Path) -> None:
    answer = papershelf("export", "--digest", "two.md", "-o", tmp_path / "copy.md", "--library", library)
    assert (answer.code, answer.out) == (0, f"{tmp_path / 'copy.md'}: 2 papers, {len(TWO)} bytes\n")
    papershelf("export", "--digest", "#1", "-o", f"{tmp_path / 'new'}/", "--library", library)
    papershelf("export", "--all-digests", "-o", "all/deep", "--library", library, cwd=tmp_path)
    for name in ("copy.md", "new/two.md", "all/deep/two.md"):
        assert (tmp_path / name).read_bytes() == TWO


def test_digests_of_one_name_get_numbers(tmp_path: Path) -> None:
    contents = [numbered(1, 2), numbered(3, 2), numbered(5, 2)]
    for number, content in enumerate(contents):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "cs.md").write_bytes(content)
        papershelf("import", tmp_path / str(number), "--library", tmp_path / "library")
    answer = papershelf("export", "--all-digests", "-o", tmp_path / "all", "--library", tmp_path / "library")
    assert answer.code == 0
    assert {path.name for path in (tmp_path / "all").iterdir()} == {"cs.md", "cs (2).md", "cs (3).md"}
    assert {path.read_bytes() for path in (tmp_path / "all").iterdir()} == set(contents)
    unclear = papershelf("export", "--digest", "cs.md", "-o", tmp_path / "x", "--library", tmp_path / "library")
    assert unclear.code == 4
    assert "#1" in unclear.err


def test_a_search_is_exported_as_a_new_digest(library: Path, tmp_path: Path) -> None:
    answer = papershelf("export", "--query", "fourier", "-o", tmp_path / "new.md", "--json", "--library", library)
    (result,) = json.loads(answer.out)
    assert (answer.code, result["papers"]) == (0, 1)
    text = (tmp_path / "new.md").read_text("utf-8")
    assert "| [^1] | [Attention and Fourier](https://arxiv.org/abs/2401.00001) | 摘要 1 |" in text
    assert "2401.00002" not in text


@pytest.mark.parametrize("words", [("--digest", "nothing.md"), ("--digest", "#77"), ("--query", "nothing of the kind")])
def test_nothing_to_export_writes_nothing(library: Path, tmp_path: Path, words: tuple[str, str]) -> None:
    answer = papershelf("export", *words, "-o", tmp_path / "x.md", "--library", library)
    assert (answer.code, answer.out) == (4, "")
    assert words[1] in answer.err
    assert not (tmp_path / "x.md").exists()


def test_a_place_that_cannot_be_written_is_named(library: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place in ("file/x.md", "missing/x.md"):
        answer = papershelf("export", "--digest", "two.md", "-o", tmp_path / place, "--library", library)
        assert answer.code == 4
        assert str(tmp_path / place) in answer.err
    assert papershelf("export", "--all-digests", "-o", tmp_path / "file", "--library", library).code == 4


def test_check_finds_nothing_wrong_with_a_sound_library(library: Path) -> None:
    answer = papershelf("check", "--library", library)
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(papershelf("check", "--json", "--library", library).out)["whole"] is True


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("import",),
        ("export", "-o", "x"),
        ("export", "--all-digests"),
        ("export", "--digest", "a", "--query", "b", "-o", "x"),
        ("list", "--limit", "0"),
        ("list", "--limit", "-3"),
        ("list", "--sort", "colour"),
        ("import", "--year", "24", "x"),
        ("list", "--library", "a", "--sample"),
        ("--lib", "x", "list"),
        ("--tour", "x", "list"),
    ],
)
def test_misuse_is_explained_and_touches_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    answer = papershelf(*words, cwd=tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("usage: papershelf")
    assert list(tmp_path.iterdir()) == []


def test_help_lists_commands_examples_and_exit_codes() -> None:
    answer = papershelf("--help")
    assert answer.code == 0
    for word in ("add", "fetch", "versions", "import", "export", "list", "search", "digests", "check", "examples:"):
        assert word in answer.out
    for code, meaning in MEANINGS.items():
        assert f"{int(code):3}  {meaning}" in answer.out
    for command in ("add", "fetch", "versions", "import", "export", "list", "search", "digests", "check"):
        assert "--library" in papershelf(command, "--help").out


def test_version_is_printed() -> None:
    answer = papershelf("--version")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("papershelf 0.")


def test_the_library_may_be_named_before_or_after_the_command(library: Path) -> None:
    before = papershelf("--library", library, "list")
    assert before.out == papershelf("list", "--library", library).out
    assert len(before.out.splitlines()) == 2


def test_the_default_library_is_in_the_persons_data(home: Path) -> None:
    assert papershelf("list").code == 0
    if sys.platform.startswith("linux"):
        assert (home / ".local/share/papershelf/library/library.sqlite").is_file()


def test_the_sample_library_is_made_once_and_is_not_the_persons_own(home: Path) -> None:
    first = papershelf("--sample", "list")
    assert (first.code, first.err) == (0, "")
    assert "1706.03762" in first.out
    assert papershelf("--sample", "list").out == first.out
    assert papershelf("list").out == ""
    assert list(home.rglob("papers/*.pdf"))


def test_daily_papers_take_the_year_that_is_given(shared: Path, tmp_path: Path) -> None:
    seed = shared / "seeds" / "003_43210fb357603718.txt"
    answer = papershelf("import", seed, "--year", "2024", "--json", "--library", tmp_path / "library")
    (found,) = json.loads(answer.out)["digests"]
    assert (found["format"], found["papers"]) == ("daily-papers", 38)
    papers = json.loads(papershelf("list", "--json", "--library", tmp_path / "library").out)
    assert [paper["title"] for paper in papers if paper["published"] is None] == [
        "Robust Layerwise Scaling Rules by Proper Weight Decay Tuning"  # the text gives it no date
    ]


@pytest.mark.parametrize(
    "command", [("list",), ("digests",), ("search", "x"), ("check",), ("export", "--all-digests", "-o", "out")]
)
def test_no_command_loads_qt(tmp_path: Path, command: tuple[str, ...]) -> None:
    answer = papershelf(*command, cwd=tmp_path, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert answer.code == 0
    loaded = {line.rsplit("|", 1)[-1].strip() for line in answer.err.splitlines()}
    assert "desktop.app.command_line" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6"))]


def test_list_does_not_load_sqlalchemy_once_the_library_is_there(library: Path) -> None:
    answer = papershelf("list", "--library", library, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert answer.code == 0
    loaded = {line.rsplit("|", 1)[-1].strip() for line in answer.err.splitlines()}
    assert not [name for name in loaded if name.startswith(("sqlalchemy", "alembic"))]


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are Unicode there")
def test_words_that_are_not_utf_8_find_nothing_and_are_no_bug(library: Path, tmp_path: Path) -> None:
    odd = "caf\udce9"
    for query in (odd, f"title:{odd}", f"in:{odd}", f"id:{odd}", f'"{odd}"', f"-{odd}"):
        answer = papershelf("search", "--library", library, "--", query)
        assert (answer.code, answer.err) == (0, ""), query
    assert papershelf("export", "--digest", odd, "-o", tmp_path / "x", "--library", library).code == 4
    assert papershelf("export", "--query", odd, "-o", tmp_path / "x", "--library", library).code in (0, 4)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be deleted there")
def test_a_folder_that_was_deleted_meanwhile_is_no_matter_for_absolute_paths(library: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = [*PROGRAM, "digests", "--library", str(library)]
    script = 'cd "$1" && rmdir "$1" && shift && exec "$@"'
    done = subprocess.run(["/bin/sh", "-c", script, "sh", gone, *command], env=environment(), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_query_of_the_command_line_is_complete(library: Path, tmp_path: Path) -> None:
    assert papershelf("search", "atten", "--library", library).out == ""
    assert len(papershelf("search", "atten*", "--library", library).out.splitlines()) == 1
    assert papershelf("export", "--query", "atten", "-o", tmp_path / "x", "--library", library).code == 4
