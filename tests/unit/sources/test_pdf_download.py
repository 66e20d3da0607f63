"""PDFs come whole, from where an earlier try stopped."""

import os
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.domain.errors import AppError, Cancelled, FileError, NetworkError, PdfError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job, Progress
from desktop.sources import exchange, pdf_download
from desktop.sources.pdf_download import download
from desktop.system.part_file import PartFile
from tests.arxiv_server import Answer, ArxivServer, Framing
from tests.arxiv_server import faults as ways
from tests.arxiv_server.faults import Fault

ID = "2301.00012"
LARGE = b"%PDF-1.4\n" + bytes(range(256)) * 20_000 + b"\n%%EOF\n"


class Library:
    """Downloads into a folder."""

    def __init__(self, folder: Path, network: Network) -> None:
        self.folder = folder
        self.network = network

    def get(self, version: int | None = 1, job: Job | None = None) -> bytes:
        """What is stored after a download."""
        part = PartFile(self.folder, ID, version)
        download(self.network, ID, version, part, job or Job())
        stored = part.finish()
        assert self.left() == {Path(stored.path).name: stored.size}
        return (self.folder / stored.path).read_bytes()

    def fails(self, job: Job | None = None) -> AppError:
        """Why a download failed."""
        with pytest.raises(AppError) as caught:
            self.get(job=job)
        return caught.value

    def left(self) -> dict[str, int]:
        """Names and sizes of all files but records."""
        papers = self.folder / "papers"
        files = papers.iterdir() if papers.exists() else ()
        return {file.name: file.stat().st_size for file in files if ".resume." not in file.name}


@pytest.fixture
def library(tmp_path: Path, network: Network) -> Library:
    return Library(tmp_path, network)


def headers(server: ArxivServer, number: int = -1) -> tuple[str | None, str | None]:
    request = server.log[number].headers
    return request.get("range"), request.get("if-range")


def without(*names: str) -> Fault:
    """Take headers from the true answer."""
    return lambda true: replace(true, headers={name: true.headers[name] for name in true.headers if name not in names})


@pytest.mark.parametrize("framing", list(Framing))
def test_each_version_comes_under_an_address_made_of_its_id(
    server: ArxivServer, library: Library, framing: Framing
) -> None:
    server.faults.always(ways.framed(framing))
    assert library.get(1) == server.pdf_bytes(ID, 1)
    assert server.log[-1].path == f"/pdf/{ID}v1"
    assert headers(server) == (None, None)


def test_the_newest_version_has_no_number(server: ArxivServer, library: Library) -> None:
    assert library.get(None) == server.pdf_bytes(ID)
    assert server.log[-1].path == f"/pdf/{ID}"


@pytest.mark.parametrize("arxiv_id", ["", "2301.00012v1", "../2301.00012", "2301.00012?x", "2301.00012#", "a b"])
def test_no_address_is_made_of_anything_else(network: Network, tmp_path: Path, arxiv_id: str) -> None:
    with pytest.raises(ValueError, match="no arXiv id"):
        download(network, arxiv_id, 1, PartFile(tmp_path, ID), Job())


@pytest.mark.parametrize("fault", [ways.cut(0.4), ways.reset(1000), ways.cut(0.4, Framing.CHUNKED)])
def test_a_download_that_was_cut_goes_on_where_it_stopped(server: ArxivServer, library: Library, fault: Fault) -> None:
    server.faults.next(fault)
    error = library.fails()
    assert (type(error), error.reason) == (PdfError, Reason.PDF_CUT)
    (size,) = library.left().values()
    assert library.get() == server.pdf_bytes(ID, 1)
    assert headers(server) == (f"bytes={size}-", f'"{sha256(server.pdf_bytes(ID, 1)).hexdigest()[:32]}"')
    assert server.log[-1].status == 206


def test_a_cut_that_the_end_of_the_connection_hides_is_seen_by_the_end_of_the_file(
    server: ArxivServer, library: Library
) -> None:
    server.faults.next(ways.cut(0.4, Framing.CLOSE))
    assert library.fails().reason is Reason.PDF_CUT
    assert library.get() == server.pdf_bytes(ID, 1)
    assert server.log[-1].status == 206


def test_a_length_that_is_too_short_is_noticed_and_made_up_for(server: ArxivServer, library: Library) -> None:
    server.faults.next(ways.wrong_length(-10))
    assert library.fails().reason is Reason.PDF_CUT
    assert library.get() == server.pdf_bytes(ID, 1)


def test_a_cancelled_download_goes_on_where_it_stopped(server: ArxivServer, library: Library) -> None:
    server.put_pdf(ID, 1, LARGE)
    seen: list[Progress] = []

    def cancel(progress: Progress) -> None:
        seen.append(progress)
        job.cancel()

    job = Job(cancel)
    with pytest.raises(Cancelled):
        library.get(job=job)
    assert [(progress.total, progress.label) for progress in seen] == [(len(LARGE), f"{ID}v1")]
    assert 0 < seen[0].done < len(LARGE)
    assert library.left() == {f"{ID}v1.part": seen[0].done}
    assert library.get() == LARGE
    assert headers(server)[0] == f"bytes={seen[0].done}-"


def test_a_server_that_sends_no_parts_sends_all_again(server: ArxivServer, library: Library) -> None:
    server.ranges = False
    server.faults.next(ways.cut())
    library.fails()
    assert library.get() == server.pdf_bytes(ID, 1)
    assert (headers(server)[0], server.log[-1].status) != (None, 206)


def test_a_pdf_that_changed_meanwhile_comes_anew(server: ArxivServer, library: Library) -> None:
    server.faults.next(ways.cut())
    library.fails()
    server.put_pdf(ID, 1, LARGE)
    assert library.get() == LARGE
    assert server.log[-1].status == 200


@pytest.mark.parametrize(
    "fault",
    [
        ways.wrong_range(1),
        ways.wrong_range(-1),
        without("Content-Range"),
        lambda true: replace(true, headers={**true.headers, "ETag": '"other"', "Last-Modified": ""}),
        lambda true: replace(true, headers={**true.headers, "Content-Range": "bytes 0-5/*"}),
        ways.compressed(),
    ],
)
def test_another_part_than_the_one_asked_for_is_not_taken(server: ArxivServer, library: Library, fault: Fault) -> None:
    server.faults.next(ways.cut(), fault)
    library.fails()
    error = library.fails()
    assert (type(error), error.reason) == (NetworkError, Reason.BAD_ANSWER)
    assert library.left() == {}
    assert library.get() == server.pdf_bytes(ID, 1)


def test_a_part_that_nobody_asked_for_is_not_taken(server: ArxivServer, library: Library) -> None:
    server.faults.next(lambda true: replace(true, status=206))
    assert library.fails().reason is Reason.SERVER_FAILED
    assert library.left() == {}


def test_without_a_mark_of_the_content_a_download_starts_anew(server: ArxivServer, library: Library) -> None:
    server.faults.next(ways.chain(ways.cut(), without("ETag", "Last-Modified")))
    assert library.fails().reason is Reason.PDF_CUT
    assert library.left() == {}
    library.get()
    assert headers(server) == (None, None)


@pytest.mark.parametrize(
    ("etag", "sent"),
    [('W/"weak"', "date"), ("", "date"), ("no quotes", "date"), ('"a" \x01', None), ('"' + "x" * 300 + '"', None)],
)
def test_only_a_strong_mark_is_trusted_else_the_date(
    server: ArxivServer, library: Library, etag: str, sent: str | None
) -> None:
    dated: list[str] = []

    def spoil(true: Answer) -> Answer:
        dated.append(true.headers["Last-Modified"])
        return replace(ways.cut()(true), headers={**true.headers, "ETag": etag})

    server.faults.next(spoil)
    library.fails()
    assert library.get() == server.pdf_bytes(ID, 1)
    assert headers(server)[1] == (dated[0] if sent else None)


def test_what_was_compressed_is_not_resumed(server: ArxivServer, library: Library) -> None:
    server.faults.next(ways.chain(ways.compressed(), ways.cut(0.9)), ways.compressed())
    assert library.fails().reason is Reason.PDF_CUT
    assert library.left() == {}
    assert library.get() == server.pdf_bytes(ID, 1)


def test_a_file_with_more_behind_its_end_is_taken_once_the_server_says_that_nothing_follows(
    server: ArxivServer, library: Library
) -> None:
    odd = LARGE + bytes(5000)
    server.put_pdf(ID, 1, odd)
    assert library.fails().reason is Reason.PDF_CUT
    assert library.get() == odd
    assert server.log[-1].status == 416


def test_a_download_that_is_longer_than_the_file_starts_anew_at_once(server: ArxivServer, library: Library) -> None:
    server.put_pdf(ID, 1, LARGE)
    server.faults.next(ways.cut())
    library.fails()
    server.faults.next(lambda true: Answer(416, {"Content-Range": "bytes */5"}))
    assert library.get() == LARGE
    assert [request.status for request in server.log[-2:]] == [416, 200]


def test_a_slow_line_gets_request_after_request(
    server: ArxivServer, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.put_pdf(ID, 1, LARGE)
    monkeypatch.setattr(exchange, "WHOLE_S", 0.5)
    monkeypatch.setattr(pdf_download, "_WORTH_GOING_ON", 100_000)
    server.faults.always(ways.slow(5_000_000))
    assert library.get() == LARGE
    assert len(server.log) > 1
    assert {request.status for request in server.log[1:]} == {206}


def test_a_line_that_is_too_slow_fails_and_keeps_what_came(
    server: ArxivServer, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.put_pdf(ID, 1, LARGE)
    monkeypatch.setattr(exchange, "WHOLE_S", 0.5)
    server.faults.always(ways.slow(20_000))
    assert library.fails().reason is Reason.TIMED_OUT
    assert len(server.log) == 1
    assert library.left().keys() == {f"{ID}v1.part"}


@pytest.mark.parametrize("fault", [ways.busy(429), ways.busy(503), ways.status(500), ways.hang_up(), ways.silence()])
def test_a_server_that_fails_meanwhile_costs_nothing_that_is_there(
    server: ArxivServer, library: Library, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "READ_S", 0.3)
    server.faults.next(ways.cut(), fault)
    library.fails()
    there = library.left()
    assert library.fails().reason in (Reason.BUSY, Reason.SERVER_FAILED, Reason.TIMED_OUT)
    assert library.left() == there != {}
    assert library.get() == server.pdf_bytes(ID, 1)


def test_a_full_disk_is_left_as_it_was(server: ArxivServer, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    server.put_pdf(ID, 1, LARGE)

    def fill(real: Callable[[int, bytes], int]) -> Callable[[int, bytes], int]:
        def write(descriptor: int, data: bytes) -> int:
            if len(data) > 1000:
                raise OSError(28, "No space left on device")
            return real(descriptor, data)

        return write

    monkeypatch.setattr("desktop.system.part_file.os.write", fill(os.write))
    error = library.fails()
    assert (type(error), error.reason) == (FileError, Reason.DISK_FULL)
    assert library.left() == {}
