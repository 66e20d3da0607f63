"""What goes over the wire, and how its failures are told."""

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources import exchange
from desktop.sources.arxiv_requests import Answer, asked
from desktop.sources.retry_after import retry_after
from tests.arxiv_server import ArxivServer, Framing
from tests.arxiv_server import faults as ways
from tests.arxiv_server.faults import Fault

PDF = "2301.00012"


def ask(network: Network, url: str | None = None) -> tuple[Answer, bytes]:
    with asked(network, url or network.pdfs + PDF, Job()) as answer:
        return answer, b"".join(answer.body)


def failure(network: Network, url: str | None = None) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        ask(network, url)
    return caught.value


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address where nobody listens."""
    with closing(socket.socket()) as reserved:
        reserved.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{reserved.getsockname()[1]}/"


@pytest.mark.parametrize("framing", list(Framing))
def test_a_body_comes_whole_however_its_end_is_told(server: ArxivServer, network: Network, framing: Framing) -> None:
    server.faults.always(ways.framed(framing))
    answer, body = ask(network)
    assert (answer.status, body) == (200, server.pdf_bytes(PDF))


def test_a_compressed_body_is_understood_though_nobody_asked_for_one(server: ArxivServer, network: Network) -> None:
    server.faults.always(ways.compressed())
    assert ask(network)[1] == server.pdf_bytes(PDF)
    assert server.log[0].headers["accept-encoding"] == "identity"


def test_a_gzip_bomb_comes_in_small_pieces(server: ArxivServer, network: Network) -> None:
    server.faults.always(ways.compressed(zeros_mb=100))
    with asked(network, network.pdfs + PDF, Job()) as answer:
        assert {len(piece) <= 1 << 16 for piece in answer.body} == {True}


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (ways.busy(429), Reason.BUSY),
        (ways.busy(503), Reason.BUSY),
        (ways.hang_up(), Reason.SERVER_FAILED),
        (ways.reset(), Reason.SERVER_FAILED),
        (ways.reset(100), Reason.BAD_ANSWER),
        (ways.cut(), Reason.BAD_ANSWER),
        (ways.cut(framing=Framing.CHUNKED), Reason.BAD_ANSWER),
        (ways.wrong_length(7), Reason.BAD_ANSWER),
        (ways.redirect("/pdf/round"), Reason.SERVER_FAILED),
        (ways.redirect("http://["), Reason.ADDRESS_REFUSED),
        (ways.redirect("ftp://127.0.0.1/"), Reason.ADDRESS_REFUSED),
    ],
)
def test_each_failure_has_its_reason(server: ArxivServer, network: Network, fault: Fault, reason: Reason) -> None:
    server.faults.always(fault)
    error = failure(network)
    assert error.reason is reason
    assert error.detail


@pytest.mark.parametrize("fault", [ways.silence(), ways.silence(0), ways.silence(100)])
def test_silence_has_an_end(
    server: ArxivServer, network: Network, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "READ_S", 0.2)
    server.faults.always(fault)
    assert failure(network).reason is Reason.TIMED_OUT


def test_an_answer_that_drips_without_end_has_an_end(
    server: ArxivServer, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "WHOLE_S", 0.5)
    server.faults.always(ways.slow(20.0))
    assert failure(network).reason is Reason.TIMED_OUT


def test_no_way_to_the_server_is_told_from_a_server_that_fails(network: Network, nobody: str) -> None:
    assert failure(replace(network, pdfs=nobody)).reason is Reason.OFFLINE
    for proxy in (nobody, "socks5://127.0.0.1:1", "no address", "http://"):
        assert failure(replace(network, proxy=proxy)).reason is Reason.OFFLINE
    assert failure(replace(network, pdfs="https://nowhere.invalid/pdf/", proxy="none")).reason is Reason.OFFLINE


def test_redirects_are_followed_five_times(server: ArxivServer, network: Network) -> None:
    server.faults.next(*(ways.redirect(f"/pdf/{PDF}", code) for code in (301, 302, 303, 307, 308)))
    answer, body = ask(network)
    assert (answer.url, body) == (f"{server.pdf_url}{PDF}", server.pdf_bytes(PDF))
    assert len(server.log) == 6


def test_the_body_of_a_redirect_is_not_read(server: ArxivServer, network: Network) -> None:
    server.faults.next(lambda true: replace(ways.endless()(true), status=302, headers={"Location": f"/pdf/{PDF}"}))
    assert ask(network)[0].status == 200


def test_a_sixth_redirect_is_not_followed(server: ArxivServer, network: Network) -> None:
    server.faults.always(ways.redirect(f"/pdf/{PDF}"))
    assert failure(network).reason is Reason.SERVER_FAILED
    assert len(server.log) == 6


def test_the_program_is_named_and_nothing_else_is_told(
    server: ArxivServer, network: Network, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".netrc").write_text("machine 127.0.0.1 login me password word\n")
    (home / ".netrc").chmod(0o600)
    server.faults.next(
        lambda true: replace(ways.redirect(f"/pdf/{PDF}")(true), headers={"Location": "/x", "Set-Cookie": "a=b"})
    )
    ask(network)
    assert [set(request.headers) for request in server.log] == [
        {"host", "user-agent", "accept", "accept-encoding", "connection"}
    ] * 2
    assert {request.headers["user-agent"].partition("/")[0] for request in server.log} == {"papershelf"}


def test_a_proxy_is_asked_if_one_is_set(server: ArxivServer, network: Network, nobody: str) -> None:
    beyond = replace(network, api=nobody, pdfs=nobody, proxy=server.base_url)
    ask(beyond)
    assert server.log[0].headers["host"] == nobody.removeprefix("http://").strip("/")


def test_a_proxy_for_https_hears_the_name_of_the_host_alone(server: ArxivServer, network: Network) -> None:
    error = failure(replace(network, pdfs="https://arxiv.org/pdf/", proxy=server.base_url))
    assert error.reason is Reason.OFFLINE
    assert [(request.method, request.path) for request in server.log] == [("CONNECT", "arxiv.org:443")]


def test_the_systems_proxy_is_asked_but_not_about_this_computer(
    server: ArxivServer, network: Network, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("https_proxy", server.base_url)
    monkeypatch.setenv("http_proxy", nobody)
    assert ask(network)[0].status == 200
    failure(replace(network, pdfs="https://arxiv.org/pdf/"))
    assert server.log[-1].method == "CONNECT"
    asked_before = len(server.log)
    other_pace = network.pace_file.with_name("other")  # the usual one waits three seconds now
    failure(replace(network, pace_file=other_pace, pdfs="https://nowhere.invalid/pdf/", proxy="none"))
    assert len(server.log) == asked_before


@pytest.mark.parametrize(
    ("text", "date", "seconds"),
    [
        ("", "", None),
        ("0", "", 0),
        ("5", "", 5),
        (" 120 ", "", 120),
        ("3600", "", 3600),
        ("3601", "", 3600),
        ("9" * 400, "", 3600),
        ("-5", "", None),
        ("1.5", "", None),
        ("٣", "", None),
        ("soon", "", None),
        ("Sun, 22 Nov 2026 05:00:07 GMT", "Sun, 22 Nov 2026 05:00:00 GMT", 7),
        ("Sun, 22 Nov 2026 04:00:00 GMT", "Sun, 22 Nov 2026 05:00:00 GMT", 0),
        ("Mon, 23 Nov 2026 05:00:00 GMT", "Sun, 22 Nov 2026 05:00:00 GMT", 3600),
        ("Sunday, 22-Nov-26 05:00:07 GMT", "Sun, 22 Nov 2026 05:00:00 -0000", 7),
        ("Sun, 22 Nov 1970 05:00:07 GMT", "", 0),
        ("Sun, 22 Nov 9999 05:00:07 GMT", "rubbish", 3600),
        ("Sun, 99 Nov 2026 05:00:07 GMT", "", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_by_the_servers_clock(text: str, date: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": text, "Date": date}) == seconds


def test_a_busy_server_says_how_long_to_wait(server: ArxivServer, network: Network) -> None:
    server.faults.next(ways.busy(429, 1))
    assert failure(network).retry_after_s == 1.0
    ask(network)
    first, second = server.log
    assert second.at - first.at >= 1.0
