"""PDFs that are gone from the library's folder are found again by their content, and copied back."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.errors import Cancelled, FileError, Reason
from desktop.domain.paper import PaperFile
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.services.relink_files import MissingFile
from tests.unit.services.conftest import papers_in
from tests.unit.services.pdf_files import Give, given, stamped

__all__ = ["given"]


@pytest.fixture
def moved(library: LibraryServices, given: Give, tmp_path: Path) -> Path:
    """The folder to which somebody has moved, and renamed, the three PDFs of the library."""
    pdfs = [given(f"{number}.pdf", stamped(f"2403.0000{number}")) for number in (1, 2, 3)]
    library.adding.add(library.adding.plan_files(pdfs, Job()), download=False)
    shutil.rmtree(tmp_path / "given")
    place = tmp_path / "elsewhere" / "deep"
    place.mkdir(parents=True)
    for number, path in enumerate(sorted((library.folder / "papers").iterdir())):
        path.rename(place / f"moved {number}")
    return place.parent


def test_nothing_is_missing_from_a_whole_library(library: LibraryServices, given: Give) -> None:
    library.adding.add(library.adding.plan_files([given("a.pdf", stamped())], Job()), download=False)
    assert library.relinking.missing() == ()


def test_moved_files_are_found_by_their_content(library: LibraryServices, moved: Path) -> None:
    missing = library.relinking.missing()
    assert {one.paper for one in missing} == set(papers_in(library))
    again = library.relinking.relink(missing, moved, Job())
    assert (set(again.found), again.not_found, again.refused) == (set(missing), (), ())
    assert library.relinking.missing() == ()
    assert library.checking.check(Job()).whole
    assert len(list((moved / "deep").iterdir())) == 3


def test_what_is_not_there_stays_missing(library: LibraryServices, moved: Path) -> None:
    (moved / "deep" / "moved 0").unlink()
    altered = moved / "deep" / "moved 1"
    altered.write_bytes(altered.read_bytes()[:-1] + b"?")
    missing = library.relinking.missing()
    again = library.relinking.relink(missing, moved, Job())
    assert (len(again.found), len(again.not_found)) == (1, 2)
    assert set(library.relinking.missing()) == set(again.not_found)


def test_a_file_that_was_cut_counts_as_missing(library: LibraryServices, given: Give) -> None:
    pdf = given("a.pdf", stamped())
    library.adding.add(library.adding.plan_files([pdf], Job()), download=False)
    (stored,) = (library.folder / "papers").iterdir()
    stored.write_bytes(stored.read_bytes()[:100])
    missing = library.relinking.missing()
    assert len(library.relinking.relink(missing, pdf.parent, Job()).found) == 1
    assert stored.read_bytes() == pdf.read_bytes()


def test_nothing_is_written_outside_the_papers_folder(library: LibraryServices, moved: Path) -> None:
    (one, *_) = library.relinking.missing()
    for path in ("../evil.pdf", "evil.pdf", "/evil.pdf", "papers/../evil.pdf", "papers/deep/evil.pdf"):
        evil = MissingFile(one.paper, one.title, PaperFile(path, one.file.sha256, one.file.size))
        again = library.relinking.relink([evil], moved, Job())
        assert (again.found, [refused.error.reason for refused in again.refused]) == ((), [Reason.UNREADABLE])
    assert not list(library.folder.parent.rglob("evil.pdf"))


def test_a_folder_that_cannot_be_read_is_said(library: LibraryServices, tmp_path: Path) -> None:
    with pytest.raises(FileError):
        library.relinking.relink((), tmp_path / "nowhere", Job())


def test_looking_stops_when_asked_to(library: LibraryServices, moved: Path) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        library.relinking.relink(library.relinking.missing(), moved, job)
