"""Copies of PDFs are made without the library, and none is left that no paper tells of."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.adding import AddPlan, AddState, PdfMatch
from desktop.domain.errors import Cancelled, Reason, StorageError
from desktop.domain.progress import Job, Progress
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import papers_in
from tests.unit.services.pdf_files import Give, given, plain, stamped

__all__ = ["given"]


def planned(library: LibraryServices, *paths: Path) -> AddPlan:
    return library.adding.plan_files(paths, Job())


def copies(library: LibraryServices) -> list[Path]:
    return sorted((library.folder / "papers").glob("*"))


def cancelled_after(count: int) -> Job:
    """A job that is cancelled when this many files are done."""

    def report(progress: Progress) -> None:
        if progress.done == count:
            job.cancel()

    job = Job(report)
    return job


def two(given: Give) -> tuple[Path, Path]:
    return given("a.pdf", stamped()), given("b.pdf", plain("Bridges and their builders"))


@pytest.mark.parametrize("count", [0, 1])
def test_cancelling_leaves_no_copy_behind(library: LibraryServices, given: Give, count: int) -> None:
    plan = planned(library, *two(given))
    with pytest.raises(Cancelled):
        library.adding.add(plan, download=False, job=cancelled_after(count))
    assert (copies(library), papers_in(library)) == ([], [])


def test_cancelling_leaves_the_copies_of_papers_alone(library: LibraryServices, given: Give) -> None:
    first, second = two(given)
    library.adding.add(planned(library, first), download=False)
    library.undo.undo()  # the paper that was taken back may come out again
    kept = copies(library)
    with pytest.raises(Cancelled):
        library.adding.add(planned(library, first, second), download=False, job=cancelled_after(1))
    assert copies(library) == kept != []


def test_a_library_that_cannot_be_written_leaves_no_copy_behind(
    library: LibraryServices, given: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError(Reason.DISK_FULL)

    plan = planned(library, *two(given))
    copied = library.adding.copy_pdfs(plan, Job())
    assert len(copies(library)) == 2
    monkeypatch.setattr("desktop.services.add_papers.want_additions", full)
    with pytest.raises(StorageError):
        library.adding.add_copied(plan, copied, download=False)
    assert copies(library) == []


def test_a_copy_that_was_deleted_meanwhile_is_refused(library: LibraryServices, given: Give) -> None:
    plan = planned(library, *two(given))
    copied = library.adding.copy_pdfs(plan, Job())
    copies(library)[0].unlink()
    result = library.adding.add_copied(plan, copied, download=False)
    assert [refused.error.reason for refused in result.refused] == [Reason.FILE_CHANGED]
    assert len(result.added) == len(copies(library)) == 1


def test_a_file_that_changed_since_it_was_read_is_not_copied(library: LibraryServices, given: Give) -> None:
    plan = planned(library, *two(given))
    given("a.pdf", stamped(version=2))
    library.adding.add(plan, download=False)
    assert len(copies(library)) == 1


def gone(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


@pytest.mark.parametrize("harm", [gone, cut])
def test_the_same_file_puts_back_a_copy_that_is_gone(
    library: LibraryServices, given: Give, harm: Callable[[Path], None]
) -> None:
    library.adding.add(planned(library, given("a.pdf", stamped())), download=False)
    (copy,) = copies(library)
    harm(copy)
    plan = planned(library, given("b.pdf", stamped()))
    assert [(found.match, found.state) for found in plan.pdfs] == [(PdfMatch.SAME_FILE, AddState.KNOWN)]
    result = library.adding.add(plan, download=False)
    assert (result.added, result.attached, result.changes.papers_changed) == ((), 1, tuple(papers_in(library)))
    assert copy.read_bytes() == stamped()
    assert library.relinking.missing() == ()
    assert planned(library, given("b.pdf", stamped())).pdfs[0].gone == ()


def test_a_paper_comes_out_of_the_trash_with_its_copy(library: LibraryServices, given: Give) -> None:
    library.adding.add(planned(library, given("a.pdf", stamped())), download=False)
    library.organising.move_to_trash(papers_in(library))
    copies(library)[0].unlink()
    result = library.adding.add(planned(library, given("b.pdf", stamped())), download=False)
    assert (len(result.restored), result.attached, len(copies(library))) == (1, 1, 1)
