"""Each way the arXiv of our own can misbehave, seen from the wire."""

import gzip
import http.client
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime

import pytest

from tests.arxiv_server import Answer, ArxivServer, Faults, Framing, Kind
from tests.arxiv_server import faults as ways
from tests.arxiv_server.faults import Fault

NAME = "2301.00012"
PATH = f"/pdf/{NAME}"


@pytest.fixture
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as running:
        yield running


@contextmanager
def asked(server: ArxivServer, path: str = PATH, **headers: str) -> Iterator[http.client.HTTPResponse]:
    """Yield the answer, its body unread."""
    connection = http.client.HTTPConnection(server.base_url.removeprefix("http://"), timeout=10)
    with closing(connection):
        connection.request("GET", path, headers=headers)
        with connection.getresponse() as response:
            yield response


@contextmanager
def raw(server: ArxivServer, path: str = PATH) -> Iterator[socket.socket]:
    """Yield a connection on which the request is sent."""
    with socket.create_connection(("127.0.0.1", int(server.base_url.rpartition(":")[2])), timeout=10) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        yield connection


def received(connection: socket.socket, end: bytes) -> bytes:
    """Return all up to `end`, or to the end of the connection."""
    got = b""
    while not got.endswith(end) and (piece := connection.recv(1)):
        got += piece
    return got


def statuses(server: ArxivServer, count: int, path: str = PATH) -> list[int]:
    """Return what the next requests are answered with."""
    got = []
    for _ in range(count):
        with asked(server, path) as response:
            response.read()
            got.append(response.status)
    return got


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize(
    ("retry_after", "header"),
    [
        (None, None),
        (17, "17"),
        ("soon", "soon"),
        (datetime(2026, 11, 22, 5, 2, tzinfo=UTC), "Sun, 22 Nov 2026 05:02:00 GMT"),
    ],
)
def test_it_is_busy_for_a_while(
    server: ArxivServer, code: int, retry_after: int | str | datetime | None, header: str | None
) -> None:
    server.faults.always(ways.busy(code, retry_after))
    with asked(server) as response:
        assert (response.status, response.headers["Retry-After"]) == (code, header)


@pytest.mark.parametrize(
    ("fault", "status", "content_type", "beginning"),
    [
        (ways.status(403), 403, "text/plain", b"Sorry"),
        (ways.status(502, "Bad gateway"), 502, "text/plain", b"Bad gateway"),
        (ways.captcha(), 200, "text/html; charset=utf-8", b"<!DOCTYPE html><html><head><title>reCAPTCHA"),
        (ways.html_as_pdf(), 200, "application/pdf", b"<!DOCTYPE html>"),
        (ways.svg_as_pdf(), 200, "application/pdf", b"<svg "),
        (ways.empty_pdf(), 200, "application/pdf", b"%PDF-"),
        (ways.instead(b"\0\1", "image/png", 418), 418, "image/png", b"\0\1"),
    ],
)
def test_something_else_comes_instead(
    server: ArxivServer, fault: Fault, status: int, content_type: str, beginning: bytes
) -> None:
    server.faults.always(fault)
    with asked(server) as response:
        assert (response.status, response.headers["Content-Type"]) == (status, content_type)
        assert response.read().startswith(beginning)
    assert server.log[-1].status == status


def test_another_paper_comes_than_was_asked_for(server: ArxivServer) -> None:
    server.faults.always(ways.wrong_paper())
    with asked(server) as response:
        assert b"arXiv:0704.9999v1" in response.read()
    with asked(server, f"/api/query?id_list={NAME}") as response:
        feed = response.read()
    assert b"abs/0704.9999v1<" in feed
    assert NAME.encode() not in feed


@pytest.mark.parametrize("framing", Framing)
def test_the_true_body_comes_in_each_framing(server: ArxivServer, framing: Framing) -> None:
    server.faults.always(ways.framed(framing))
    with asked(server) as response:
        assert ("Content-Length" in response.headers) is (framing is Framing.LENGTH)
        assert ("Transfer-Encoding" in response.headers) is (framing is Framing.CHUNKED)
        assert response.read() == server.pdf_bytes(NAME)


@pytest.mark.parametrize("framing", Framing)
def test_a_body_is_cut_short_in_each_framing(server: ArxivServer, framing: Framing) -> None:
    content = b"0123456789" * 50
    server.faults.always(ways.chain(ways.instead(content, "application/pdf"), ways.cut(0.5, framing)))
    with asked(server) as response:
        if framing is Framing.CLOSE:
            assert response.read() == content[:250]  # nothing tells that there was more
        else:
            with pytest.raises(http.client.IncompleteRead) as error:
                response.read()
            assert error.value.partial == content[:250]
    assert server.log[-1].sent == 250


def test_a_wrong_length_is_announced(server: ArxivServer) -> None:
    whole = server.pdf_bytes(NAME)
    server.faults.next(ways.wrong_length(7), ways.wrong_length(-7))
    with asked(server) as response, pytest.raises(http.client.IncompleteRead):
        response.read()
    with asked(server) as response:
        assert response.read() == whole[:-7]


def test_a_part_begins_elsewhere_than_asked(server: ArxivServer) -> None:
    size = len(server.pdf_bytes(NAME))
    server.faults.always(ways.wrong_range(-3))
    with asked(server, Range="bytes=100-") as response:
        assert response.headers["Content-Range"] == f"bytes 97-{size - 1}/{size}"
    with asked(server) as response:
        assert response.status == 200


def test_a_body_drips(server: ArxivServer) -> None:
    server.faults.always(ways.slow(bytes_per_s=0.001))
    with raw(server) as connection:
        received(connection, b"\r\n\r\n")
        assert connection.recv(10) == b"%"
        connection.settimeout(0.1)
        with pytest.raises(TimeoutError):
            connection.recv(10)
    assert server.log[-1].sent == 1


def test_an_answer_comes_late_but_whole(server: ArxivServer) -> None:
    server.faults.always(ways.late(0.2))
    with asked(server) as response:
        assert time.monotonic() - server.log[-1].at >= 0.2
        assert response.read() == server.pdf_bytes(NAME)


@pytest.mark.parametrize(("after", "begins"), [(None, b""), (0, b"HTTP/1.1 200 OK\r\n"), (9, b"HTTP/1.1 200 OK\r\n")])
def test_it_falls_silent(server: ArxivServer, after: int | None, begins: bytes) -> None:
    server.faults.always(ways.silence() if after is None else ways.silence(after))
    with raw(server) as connection:
        if after is not None:
            got = received(connection, b"\r\n\r\n%PDF-1.4\n"[: 4 + after])
            assert got.startswith(begins)
        connection.settimeout(0.1)
        with pytest.raises(TimeoutError):
            connection.recv(1)
    assert server.log[-1].status == (None if after is None else 200)


@pytest.mark.parametrize("after", [None, 0, 100])
def test_the_connection_is_reset(server: ArxivServer, after: int | None) -> None:
    server.faults.always(ways.reset() if after is None else ways.reset(after))
    with raw(server) as connection, pytest.raises(ConnectionResetError):
        received(connection, b"never")


def test_it_hangs_up_without_a_word(server: ArxivServer) -> None:
    server.faults.always(ways.hang_up())
    with raw(server) as connection:
        assert connection.recv(1) == b""


@pytest.mark.parametrize("framing", [Framing.CHUNKED, Framing.CLOSE])
def test_a_body_never_ends(server: ArxivServer, framing: Framing) -> None:
    server.faults.always(ways.endless(framing))
    whole = server.pdf_bytes(NAME)
    with asked(server) as response:
        assert response.read(len(whole) * 100) == whole * 100


def test_a_body_is_far_too_large(server: ArxivServer) -> None:
    server.faults.always(ways.huge())
    with asked(server) as response:
        assert response.headers["Content-Length"] == "300000000"
        assert response.read(9) == b"%PDF-1.7\n"


def test_a_small_body_unpacks_to_a_large_one(server: ArxivServer) -> None:
    server.faults.next(ways.compressed(), ways.compressed(zeros_mb=40))
    with asked(server) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(response.read()) == server.pdf_bytes(NAME)
    with asked(server) as response:
        packed = response.read()
    assert len(gzip.decompress(packed)) > 40_000_000 > 500 * len(packed)


@pytest.mark.parametrize("code", [301, 302, 307])
def test_it_sends_elsewhere(server: ArxivServer, code: int) -> None:
    server.faults.always(ways.redirect("http://169.254.169.254/latest", code))
    with asked(server) as response:
        assert (response.status, response.headers["Location"]) == (code, "http://169.254.169.254/latest")


def test_faults_come_by_turns_by_kind_and_by_what_they_are_about(server: ArxivServer) -> None:
    server.faults.next(ways.status(500), None, ways.status(503))
    assert statuses(server, 4) == [500, 200, 503, 200]
    server.faults.clear()
    server.faults.every(3, ways.status(500), ways.status(403), kind=Kind.PDF)
    assert statuses(server, 2, "/api/query?id_list=2302.00012") == [200, 200]
    assert statuses(server, 7) == [200, 200, 500, 200, 200, 403, 200]
    server.faults.clear()
    server.faults.always(ways.status(404), about="2302.00012")
    assert statuses(server, 2) == [200, 200]
    assert statuses(server, 1, "/api/query?id_list=2301.00012%2C2302.00012") == [404]


def test_chance_is_the_same_for_the_same_seed() -> None:
    def drawn(seed: int) -> list[bool]:
        faults = Faults().sometimes(0.2, ways.captcha(), ways.reset(), seed=seed)
        return [faults.choose(Kind.PDF, PATH) is not None for _ in range(500)]

    assert drawn(1) == drawn(1) != drawn(2)
    assert 70 < sum(drawn(1)) < 130


def test_it_ends_at_once_and_quietly_though_clients_hang_on(capfd: pytest.CaptureFixture[str]) -> None:
    threads = threading.active_count()
    hanging = (ways.silence(), ways.silence(3), ways.slow(0.001), ways.endless(), ways.late(900))
    with ExitStack() as clients:
        with ArxivServer(Faults().next(*hanging)) as server:
            for _ in hanging:
                clients.enter_context(raw(server))
            server.wait_for(len(hanging))
            clients.enter_context(socket.create_connection(("127.0.0.1", int(server.base_url.rpartition(":")[2]))))
        assert threading.active_count() == threads
    assert capfd.readouterr().err == ""


def test_a_mistake_in_a_fault_fails_the_test_that_uses_it() -> None:
    def mistake(true: Answer) -> Answer:
        raise ValueError("a mistake")

    with (
        pytest.raises(ValueError, match="a mistake"),
        ArxivServer(Faults().always(mistake)) as server,
        raw(server) as it,
    ):
        assert it.recv(1) == b""
