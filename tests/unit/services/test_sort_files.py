"""Digests are told from everything else that a person drops."""

from pathlib import Path

import pytest

from desktop.domain.errors import Cancelled
from desktop.domain.progress import Job, Progress
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import digest_bytes, entry
from tests.unit.services.pdf_files import Give, given, stamped

__all__ = ["given"]


def test_digests_go_one_way_and_everything_else_the_other(library: LibraryServices, given: Give) -> None:
    digests = {given("cs.CL.md", digest_bytes(entry(1))), given("deep/cs.LG.md", digest_bytes(entry(2)))}
    others = {
        given("a.pdf", stamped()),
        given("links.txt", "https://arxiv.org/abs/2403.02774"),
        given("list.md", "# Papers\n\n- [Walls](https://arxiv.org/abs/2403.02774)[^1]\n\n[^1]: Read it.\n"),
        given("picture.png", b"\x89PNG\r\n\x1a\n"),
        given("deep/no.json", "{}"),
    }
    bibliographies = {
        given("deep/old.bib", "@misc{a, eprint={2403.02774}}"),
        given("deep/old.ris", "TY  - JOUR\nTI  - Old\nER  - \n"),
    }
    given(".hidden/cs.AI.md", digest_bytes(entry(3)))
    found = library.adding.sort_files([given("empty.txt", "").parent], Job())
    assert set(found.digests) == digests
    assert set(found.bibliographies) == bibliographies
    assert set(found.others) == others | {given("empty.txt", "")}


def test_the_seeds_are_digests(library: LibraryServices, shared: Path) -> None:
    seeds = sorted((shared / "seeds").iterdir())
    assert library.adding.sort_files(seeds).digests == tuple(seeds)


def test_what_cannot_be_read_is_left_to_be_refused(library: LibraryServices, given: Give) -> None:
    missing = Path("/no/such.md")
    assert library.adding.sort_files([missing]).others == (missing,)


def test_the_librarys_own_files_are_left_out(library: LibraryServices, given: Give) -> None:
    library.adding.add(library.adding.plan_files([given("a.pdf", stamped())], Job()), download=False)
    around = library.folder.parent
    assert not [path for path in library.adding.sort_files([around]).others if library.folder in path.parents]


def test_sorting_a_large_folder_tells_how_far_it_is_and_stops(library: LibraryServices, given: Give) -> None:
    for number in range(5):
        given(f"{number}.txt", "x")
    folder = given("5.txt", "x").parent
    seen: list[Progress] = []

    def report(progress: Progress) -> None:
        seen.append(progress)
        if progress.done == 3:
            job.cancel()

    job = Job(report)
    with pytest.raises(Cancelled):
        library.adding.sort_files([folder], job)
    assert [(progress.done, progress.total) for progress in seen] == [(number, 6) for number in range(4)]
