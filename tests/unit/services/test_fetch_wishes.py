"""What a person orders of the downloads, and what an unclean end leaves of them."""

import shutil
from pathlib import Path

from desktop.domain.errors import Reason
from desktop.domain.fetching import FetchKind, FetchState, Move
from desktop.domain.ids import FetchId
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.system.part_file import PartFile
from tests.arxiv_server import ArxivServer, Kind
from tests.unit.services.arxiv_reader import Reader, reader, server

__all__ = ["reader", "server"]


def pdfs(reader: Reader) -> dict[str, FetchId]:
    """The wishes for PDFs by their ids, in their order."""
    return {fetch.arxiv_id: fetch.id for fetch in reader.library.wishes.queue().fetches}


def test_the_order_of_downloads_can_be_changed(reader: Reader) -> None:
    a, b, c, d = reader.with_pdf()[:4]
    reader.add(a, b, c, d)
    wishes = reader.library.wishes
    wishes.move([pdfs(reader)[c]], Move.UP)
    assert list(pdfs(reader)) == [a, c, b, d]
    wishes.move([pdfs(reader)[a], pdfs(reader)[c]], Move.BOTTOM)
    assert list(pdfs(reader)) == [b, d, a, c]
    next_one = reader.library.fetching.next_pdf()
    assert next_one is not None
    assert next_one.arxiv_id == b


def test_metadata_to_come_is_counted_and_can_be_cancelled_as_a_whole(reader: Reader) -> None:
    ids = reader.with_pdf()[:3]
    reader.add(*ids)
    wishes = reader.library.wishes
    assert wishes.queue().papers_waiting == 3
    assert wishes.cancel_metadata().papers_changed == tuple(reader.papers.values())
    assert wishes.queue().papers_waiting == 0
    assert not reader.library.fetching.next_metadata()
    assert list(pdfs(reader)) == ids


def test_what_failed_for_good_is_tried_again_when_a_person_asks(reader: Reader) -> None:
    reader.add("2501.99999", pdfs=False)
    reader.run()
    assert not reader.library.fetching.next_metadata()
    (failed,) = reader.library.wishes.queue().fetches
    assert failed.state is FetchState.FAILED
    assert reader.library.wishes.retry([failed.id]).papers_changed == (failed.paper,)
    assert [fetch.attempts for fetch in reader.library.fetching.next_metadata()] == [0]


def test_who_wants_the_pdf_of_what_arxiv_did_not_know_has_it_asked_again(reader: Reader, server: ArxivServer) -> None:
    reader.add("2501.99999")
    reader.run()
    assert reader.library.wishes.want_pdfs(list(reader.papers.values()))
    (outcome,) = reader.run()
    assert outcome.error is not None
    assert outcome.error.reason is Reason.NOT_ON_ARXIV
    assert (len(server.asked(Kind.API)), len(server.asked(Kind.PDF))) == (2, 0)


def test_nothing_is_fetched_for_papers_in_the_trash(reader: Reader) -> None:
    kept, thrown = reader.with_pdf()[:2]
    reader.add(kept, thrown)
    reader.library.organising.move_to_trash([reader.papers[thrown]])
    assert {outcome.fetch.arxiv_id for outcome in reader.run()} == {kept}
    reader.library.organising.restore([reader.papers[thrown]])
    assert {outcome.fetch.arxiv_id for outcome in reader.run()} == {thrown}


def test_a_newer_version_is_marked_adopted_or_left(reader: Reader, server: ArxivServer) -> None:
    adopted, left = [name for name, versions in server.papers.items() if len(versions) > 1][:2]
    for arxiv_id in (adopted, left):
        server.papers.hold_back(arxiv_id, 1)
    reader.add(adopted, left, pdfs=False)
    reader.run()
    for arxiv_id in (adopted, left):
        server.papers.publish(arxiv_id)
    reader.library.wishes.want_metadata(list(reader.papers.values()))
    reader.run()
    newest = server.papers[adopted][-1]
    assert reader.details(adopted).row.newer_version == newest.version
    versions = reader.library.versions
    versions.adopt([reader.papers[adopted]])
    versions.dismiss([reader.papers[left]])
    row = reader.details(adopted).row
    assert (row.title, row.arxiv_version, row.newer_version) == (newest.title, newest.version, None)
    row = reader.details(left).row
    assert (row.title, row.arxiv_version, row.newer_version) == (server.papers[left][0].title, 1, None)
    reader.library.undo.undo()
    assert reader.details(adopted).row.title == server.papers[adopted][0].title


def test_after_an_unclean_end_only_downloads_that_are_wished_for_are_kept(reader: Reader, tmp_path: Path) -> None:
    wanted, cancelled = reader.with_pdf()[:2]
    reader.add(wanted, cancelled)
    for arxiv_id in (wanted, cancelled):
        part = PartFile(reader.library.folder, arxiv_id)
        part.begin('"mark"')
        part.append(b"%PDF-1.7 and so on")
        part.pause()
    (reader.library.folder / "papers" / ".papershelf-0123.part").write_bytes(b"half a copy")
    with_wishes = [fetch.id for fetch in reader.left() if fetch.arxiv_id == cancelled and fetch.kind is FetchKind.PDF]
    part.path.rename(kept_aside := tmp_path / "part")
    reader.library.wishes.cancel(with_wishes)
    kept_aside.rename(part.path)  # as if the program had ended between cancelling and deleting
    after_power_loss = tmp_path / "again"
    shutil.copytree(reader.library.folder, after_power_loss)  # with a write-ahead log, as it is open
    library = LibraryServices(after_power_loss)
    library.open()
    try:
        assert library.ended_badly
        assert PartFile(after_power_loss, wanted).size == 18
        assert {path.name for path in (after_power_loss / "papers").iterdir()} == {
            f"{wanted}.part",
            f"{wanted}.resume.part",
        }
    finally:
        library.close()


def test_a_download_that_nobody_wishes_for_is_deleted_when_the_library_is_opened(reader: Reader) -> None:
    wanted, cancelled = reader.with_pdf()[:2]
    reader.add(wanted)
    for arxiv_id in (wanted, cancelled):
        part = PartFile(reader.library.folder, arxiv_id)
        part.begin('"mark"')
        part.append(b"%PDF-1.7 and so on")
        part.pause()
    reader.library.close()
    library = LibraryServices(reader.library.folder)
    library.open()
    assert not library.ended_badly
    assert [path.name for path in reader.stored()] == [f"{wanted}.part", f"{wanted}.resume.part"]
    library.close()


def test_a_pdf_whose_file_was_deleted_by_hand_can_be_downloaded_again(reader: Reader) -> None:
    arxiv_id = reader.with_pdf()[0]
    reader.add(arxiv_id)
    reader.run()
    paper, wishes = reader.papers[arxiv_id], reader.library.wishes
    (file,) = reader.details(arxiv_id).files
    assert not wishes.want_pdfs([paper])

    (reader.library.folder / file.path).unlink()
    assert wishes.want_pdfs([paper]).papers_changed == (paper,)
    (outcome,) = reader.run()
    assert (outcome.error, reader.details(arxiv_id).files) == (None, (file,))
    assert not reader.left()
    assert reader.library.checking.check(Job()).whole


def test_another_copy_of_a_version_takes_the_place_of_the_one_that_is_gone(reader: Reader) -> None:
    arxiv_id = reader.with_pdf()[0]
    reader.add(arxiv_id)
    reader.run()
    (file,) = reader.details(arxiv_id).files
    (reader.library.folder / file.path).unlink()
    given = "papers/given.pdf"
    reader.library._file.connection.execute("UPDATE files SET path = ?, sha256 = ?", (given, "0" * 64))

    assert reader.library.wishes.want_pdfs([reader.papers[arxiv_id]])
    reader.run()
    assert reader.details(arxiv_id).files == (file,)
    assert reader.library.checking.check(Job()).whole
