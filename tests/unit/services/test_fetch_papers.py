"""What the library wishes for comes from arXiv: metadata in batches, PDFs checked, each once."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import Cancelled, Reason
from desktop.domain.fetching import FetchKind, FetchState, FetchStep
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.arxiv_server import ArxivServer, Kind, faults
from tests.arxiv_server.atom import error_feed
from tests.unit.services.arxiv_reader import Reader, reader, server

__all__ = ["reader", "server"]


def test_papers_get_what_arxiv_tells_of_them(reader: Reader, server: ArxivServer) -> None:
    ids = list(server.papers)[:120]
    reader.add(*ids, pdfs=False)
    outcomes = reader.run()
    assert {outcome.fetch.arxiv_id for outcome in outcomes} == set(ids)
    for outcome in outcomes:
        newest = server.papers[outcome.fetch.arxiv_id][-1]
        assert outcome.record == newest
        row = reader.details(newest.arxiv_id).row
        assert (row.title, row.authors, row.categories) == (newest.title, newest.authors, newest.categories)
        assert row.arxiv_version == newest.version
    assert not reader.left()


def test_fifty_papers_take_one_request(reader: Reader, server: ArxivServer) -> None:
    reader.add(*list(server.papers)[:120], pdfs=False)
    reader.run()
    sizes = [len(request.query["id_list"].split(",")) for request in server.asked(Kind.API)]
    assert sizes == [50, 50, 20]


def test_a_pdf_comes_while_arxiv_is_still_to_be_asked_about_many_papers(reader: Reader, server: ArxivServer) -> None:
    ids = reader.with_pdf()[:120]
    reader.add(*ids, pdfs=False)
    reader.library.wishes.want_pdfs([reader.papers[arxiv_id] for arxiv_id in ids[:2]])
    reader.run()
    assert [request.kind for request in server.log] == [Kind.API, Kind.PDF, Kind.API, Kind.PDF, Kind.API]


def test_versions_and_newest_versions_are_not_asked_for_together(reader: Reader, server: ArxivServer) -> None:
    first, second = [name for name, versions in server.papers.items() if len(versions) > 1][:2]
    reader.add(first, f"{second}v1", pdfs=False)
    assert [outcome.record for outcome in reader.run()] == [server.papers[first][-1], server.papers[second][0]]
    assert [request.query["id_list"] for request in server.asked(Kind.API)] == [first, f"{second}v1"]


def test_a_missing_id_is_said_and_keeps_nothing_from_the_others(reader: Reader, server: ArxivServer) -> None:
    ids = list(server.papers)[:5]
    reader.add(*ids[:3], "2501.99999", *ids[3:], pdfs=False)
    outcomes = {outcome.fetch.arxiv_id: outcome for outcome in reader.run()}
    missing = outcomes.pop("2501.99999")
    assert missing.error is not None
    assert missing.error.reason is Reason.NOT_ON_ARXIV
    assert missing.retry_at_ms is None
    assert all(outcome.record is not None for outcome in outcomes.values())
    assert [(fetch.arxiv_id, fetch.state, fetch.reason) for fetch in reader.left()] == [
        ("2501.99999", FetchState.FAILED, Reason.NOT_ON_ARXIV)
    ]


def test_an_id_that_arxiv_refuses_does_not_poison_its_batch(reader: Reader, server: ArxivServer) -> None:
    ids = list(server.papers)[:5]
    refusal = error_feed(f"incorrect id format for {ids[2]}")
    server.faults.always(faults.instead(refusal, "application/atom+xml", 400), about=ids[2])
    reader.add(*ids, pdfs=False)
    outcomes = {outcome.fetch.arxiv_id: outcome for outcome in reader.run()}
    refused = outcomes.pop(ids[2])
    assert refused.error is not None
    assert refused.error.reason is Reason.NOT_ON_ARXIV
    assert all(outcome.record is not None for outcome in outcomes.values())


def test_a_paper_that_arxiv_cannot_answer_for_does_not_poison_its_batch(reader: Reader, server: ArxivServer) -> None:
    ids = list(server.papers)[:60]
    server.faults.always(faults.status(500), about=ids[7])
    reader.add(*ids, pdfs=False)
    outcomes = {outcome.fetch.arxiv_id: outcome for outcome in reader.run()}
    broken = outcomes.pop(ids[7])
    assert broken.error is not None
    assert broken.error.reason is Reason.SERVER_FAILED
    assert broken.retry_at_ms is None
    assert all(outcome.record is not None for outcome in outcomes.values())


def test_a_withdrawn_paper_is_said_and_has_no_pdf(reader: Reader, server: ArxivServer) -> None:
    withdrawn = next(name for name, versions in server.papers.items() if versions[-1].withdrawn)
    reader.add(withdrawn)
    metadata, pdf = reader.run()
    assert metadata.record is not None
    assert metadata.record.withdrawn
    assert pdf.error is not None
    assert pdf.error.reason is Reason.NO_PDF
    assert not reader.stored()


def test_a_pdf_comes_whole_and_is_told_of(reader: Reader, server: ArxivServer) -> None:
    arxiv_id = reader.with_pdf()[0]
    reader.add(arxiv_id)
    reader.run()
    content = server.pdf_bytes(arxiv_id)
    (file,) = reader.details(arxiv_id).files
    (path,) = reader.stored()
    assert path == reader.library.folder / file.path
    assert path.read_bytes() == content
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert file.size == len(content)
    assert file.version == server.papers[arxiv_id][-1].version  # the stamp tells: the newest was asked for
    assert reader.details(arxiv_id).row.has_pdf
    assert not reader.left()


def test_an_older_version_comes_beside_the_newest(reader: Reader, server: ArxivServer) -> None:
    arxiv_id = next(
        name for name, versions in server.papers.items() if len(versions) > 1 and not versions[-1].withdrawn
    )
    reader.add(arxiv_id)
    reader.run()
    reader.library.wishes.want_pdfs([reader.papers[arxiv_id]], 1)
    reader.run()
    newest = server.papers[arxiv_id][-1].version
    assert {file.version for file in reader.details(arxiv_id).files} == {1, newest}
    contents = {path.read_bytes() for path in reader.stored()}
    assert contents == {server.pdf_bytes(arxiv_id, 1), server.pdf_bytes(arxiv_id)}


def test_a_pdf_that_is_there_is_not_wished_for_again(reader: Reader) -> None:
    arxiv_id = reader.with_pdf()[0]
    reader.add(arxiv_id)
    reader.run()
    assert not reader.library.wishes.want_pdfs([reader.papers[arxiv_id]])
    assert not reader.left()


def test_what_a_person_asks_for_comes_first(reader: Reader, server: ArxivServer) -> None:
    ids = reader.with_pdf()[:4]
    reader.add(*ids, metadata=False)
    reader.library.wishes.want_pdfs([reader.papers[ids[3]]])
    reader.run()
    assert [request.path for request in server.asked(Kind.PDF)] == [f"/pdf/{ids[i]}" for i in (3, 0, 1, 2)]


def test_at_the_limit_of_space_only_what_a_person_asks_for_comes(reader: Reader) -> None:
    ids = reader.with_pdf()[:3]
    reader.add(*ids, metadata=False)
    assert [outcome.fetch.arxiv_id for outcome in reader.run(limit_bytes=1)] == ids[:1]
    assert reader.library.fetching.next_pdf(limit_bytes=1) is None
    assert reader.library.fetching.next_moment(limit_bytes=1) is None
    reader.library.wishes.want_pdfs([reader.papers[ids[2]]])
    assert [outcome.fetch.arxiv_id for outcome in reader.run(limit_bytes=1)] == ids[2:]
    assert [outcome.fetch.arxiv_id for outcome in reader.run()] == ids[1:2]


def test_what_was_downloaded_before_a_crash_comes_to_no_second_file(reader: Reader, library: LibraryServices) -> None:
    arxiv_id = reader.with_pdf()[0]
    reader.add(arxiv_id, metadata=False)
    fetch = library.fetching.next_pdf()
    assert fetch is not None
    unstored = library.fetching.get_pdf(fetch, Job())  # and here the program was killed
    reader.run()
    assert [file.path for file in reader.details(arxiv_id).files] == [unstored.path]
    assert [path.name for path in reader.stored()] == [unstored.path.rpartition("/")[2]]


def test_a_pdf_that_nobody_wishes_for_any_more_leaves_no_file(reader: Reader, library: LibraryServices) -> None:
    reader.add(reader.with_pdf()[0], metadata=False)
    fetch = library.fetching.next_pdf()
    assert fetch is not None
    file = library.fetching.get_pdf(fetch, Job())
    library.wishes.cancel([fetch.id])
    assert not library.fetching.store_pdf(fetch, file)
    assert not reader.stored()


def test_the_very_file_of_another_paper_is_refused(reader: Reader, server: ArxivServer) -> None:
    first, second = reader.with_pdf()[:2]
    reader.add(first, metadata=False)
    reader.run()
    (held,) = reader.details(first).files
    reader.add(second, metadata=False)
    fetch = reader.library.fetching.next_pdf()
    assert fetch is not None
    file = reader.library.fetching.get_pdf(fetch, Job())
    assert reader.library.fetching.store_pdf(fetch, replace(file, path=held.path))
    assert [(fetch.kind, fetch.reason) for fetch in reader.left()] == [(FetchKind.PDF, Reason.WRONG_PAPER)]


def test_a_run_tells_what_it_does_and_how_much_still_waits(reader: Reader, server: ArxivServer) -> None:
    first, second = reader.with_pdf()[:2]
    server.faults.next(faults.busy(429), kind=Kind.PDF)
    reader.add(first, second)
    steps: list[FetchStep] = []
    assert reader.library.fetching.run(Job(), 0, steps.append).waiting == 0
    assert [step.papers for step in steps if step.papers] == [2]
    assert [step.reason for step in steps if step.wait_s] == [Reason.BUSY]
    begun = [(step.pdf, step.number, step.total) for step in steps if step.pdf and not step.bytes_here]
    assert begun == [(first, 1, 2), (first, 1, 2), (second, 2, 2)]
    assert steps[-1].bytes_here == steps[-1].bytes_announced == len(server.pdf_bytes(second))


def test_all_that_waits_is_counted_where_there_is_no_network(reader: Reader, tmp_path: Path) -> None:
    reader.library.network = Network(tmp_path / "pace", "http://127.0.0.1:1/", "http://127.0.0.1:1/", pace_s=0.002)
    reader.add(*reader.with_pdf()[:2])
    assert reader.library.fetching.run(Job()).waiting == 4


def test_a_run_that_waits_can_be_cancelled(reader: Reader, server: ArxivServer) -> None:
    server.faults.always(faults.status(500))
    reader.library.network = replace(reader.library.network, pace_s=2.0)
    reader.add(*reader.with_pdf()[:2], pdfs=False)

    class _Stopped(Job):
        @property
        def cancelled(self) -> bool:
            return reader.library.fetching.next_moment() is not None

    with pytest.raises(Cancelled):
        reader.library.fetching.run(_Stopped())
    assert {fetch.state for fetch in reader.left()} == {FetchState.WANTED}


def test_a_version_that_arxiv_lacks_of_a_known_paper_is_said_once_and_leaves_nothing(reader: Reader) -> None:
    known = reader.with_pdf()[0]
    reader.add(known, pdfs=False)
    reader.run()
    reader.add(f"{known}v9")
    (missing,) = reader.run()
    assert missing.error is not None
    assert (missing.error.reason, missing.error.about) == (Reason.NOT_ON_ARXIV, f"{known}v9")
    assert not reader.left()
