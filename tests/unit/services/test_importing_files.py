"""Files and folders that are imported: what is refused, cancelled, kept."""

from pathlib import Path

import pytest

from desktop.domain.digest import Entry
from desktop.domain.errors import Cancelled, InputError, Reason
from desktop.domain.exporting import DigestSource
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing
from desktop.domain.paper import ORIGINAL
from desktop.domain.progress import Job, Progress
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import ImportEntries, digest_bytes, entry, papers_in


def titles(library: LibraryServices, listing: Listing | None = None) -> list[str]:
    return [row.title for row in library.browse.rows(papers_in(library, listing))]


def test_a_binary_file_is_refused_and_the_rest_goes_on(library: LibraryServices, tmp_path: Path) -> None:
    folder = library.folder.parent  # which holds the library too: its own files are no digests
    (folder / "good.md").write_bytes(digest_bytes(entry(1)))
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "chinese.txt").write_bytes("# 摘要与详细的内容".encode("gb18030"))

    plan = library.importing.plan([folder, tmp_path / "nowhere.md"], ImportOptions(), Job())

    assert [planned.name for planned in plan.digests] == ["good.md"]
    reasons = {Path(refused.path).name: refused.error.reason for refused in plan.refused}
    assert reasons == {
        "picture.md": Reason.NOT_TEXT,
        "chinese.txt": Reason.NOT_UTF8,
        "nowhere.md": Reason.UNREADABLE,
    }


def test_cancelling_leaves_the_library_as_it_was(library: LibraryServices, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(digest_bytes(*(entry(number) for number in range(1, 3000))))
    plan = library.importing.plan([path], ImportOptions(), Job())

    def stop_half_way(progress: Progress) -> None:
        if progress.done > progress.total / 2:
            job.cancel()

    job = Job(stop_half_way)
    with pytest.raises(Cancelled):
        library.importing.apply(plan, job)

    assert titles(library) == []
    assert library.browse.list_papers(Listing(query="subject")).ids.tolist() == []
    assert library.checking.check(Job()).whole


def test_the_digest_in_another_format_keeps_every_byte(library: LibraryServices, tmp_path: Path) -> None:
    broken = b"\xef\xbb\xbf" + digest_bytes(entry(1), entry(2)).replace(b"\n", b"\r\n") + b"PS: mine\r\n"
    path = tmp_path / "mine.md"
    path.write_bytes(broken)

    result = library.importing.apply(library.importing.plan([path], ImportOptions(), Job()), Job())

    assert result.papers_added == 2
    assert library.exporting.document(DigestSource(result.changes.digests[0])).data == broken


def test_an_id_told_by_a_poorer_entry_of_the_same_import_is_kept(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    named = Entry(entry(1).title, entry(1).link)

    import_entries("a.md", entry(1, link="", abstract="Without id."), named)

    (row,) = library.browse.rows(papers_in(library))
    assert row.arxiv_id == "2403.00001"
    assert import_entries("b.md", named).papers_added == 0


def test_a_row_that_was_unticked_can_be_ticked_when_its_digest_comes_back_from_the_trash(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    (digest,) = import_entries("a.md", entry(1), entry(2), unticked=frozenset({(0, 1)})).changes.digests
    library.organising.remove_digest(digest)

    again = import_entries("a.md", entry(1), entry(2))

    assert (again.digests_added, again.papers_added) == (1, 2)
    assert sorted(titles(library)) == ["A study of subject 1", "A study of subject 2"]
    assert import_entries("a.md", entry(1), entry(2)).digests_already == 1
    library.undo.undo()
    assert titles(library) == []


def test_the_language_of_the_originals_is_refused_for_translations(library: LibraryServices) -> None:
    with pytest.raises(InputError) as error:
        library.importing.plan([], ImportOptions(language=ORIGINAL), Job())
    assert error.value.reason is Reason.BAD_VALUE


def test_thousands_of_files_are_planned_in_time_that_grows_with_their_number(
    library: LibraryServices, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.md" for number in range(4000)]
    compared = 0

    class CountedPath(type(tmp_path)):  # type: ignore[misc]  # the class of paths depends on the system
        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return bool(super().__eq__(other))

        __hash__ = type(tmp_path).__hash__

    plan = library.importing.plan([CountedPath(path) for path in paths], ImportOptions(), Job())

    assert len(plan.refused) == 4000
    assert compared <= 4000
