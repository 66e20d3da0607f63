"""The server: true answers from the archive, changed by the faults, and a log of all that was asked."""

import hashlib
import re
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR, socket
from socketserver import TCPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.arxiv_server.answers import BEFORE_HEAD, Answer, Kind, Wire
from tests.arxiv_server.days import Days
from tests.arxiv_server.faults import Faults
from tests.arxiv_server.papers import Archive, moment, well_formed
from tests.arxiv_server.pdfs import pdf_of
from tests.arxiv_server.queries import answer_query

_KINDS = {"/api/query": Kind.API, "/pdf/": Kind.PDF, "/atom/": Kind.FEED, "/api/daily_papers": Kind.DAILY}
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


@dataclass(slots=True)
class LoggedRequest:
    """One request, as it came and as it was answered."""

    kind: Kind
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """Names in lower case."""
    port: int
    """The client's: the same for requests on one connection."""
    at: float = field(default_factory=time.monotonic)
    """Moment, as `time.monotonic` tells it."""
    status: int | None = None
    """None where no answer came."""
    sent: int = 0
    """Bytes of the body handed to the connection so far."""


class ArxivServer:
    """Listens on 127.0.0.1 as long as it is entered."""

    def __init__(self, faults: Faults | None = None, papers: Archive | None = None, *, port: int = 0) -> None:
        """Answer for `papers` (300 made-up ones), with `faults` (none); port 0 takes a free one."""
        self.faults = faults or Faults()
        self.papers = papers if papers is not None else Archive()
        self.days = Days(self.papers)
        """What is announced, and what today is."""
        self.ranges = True
        """Whether parts of PDFs are served; otherwise Range is overlooked."""
        self._own_pdfs: dict[tuple[str, int], bytes] = {}
        self._log: list[LoggedRequest] = []
        self._news = threading.Condition()
        self._listener = _Listener(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.01,), name="arXiv of our own")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._listener.shutdown()
        self._listener.hang_up()
        self._listener.server_close()
        self._thread.join()
        if self._listener.failures and error is None:
            raise self._listener.failures[0]

    @property
    def base_url(self) -> str:
        """Address without a slash at its end: the value of PAPERSHELF_ARXIV."""
        return f"http://127.0.0.1:{self._listener.server_port}"

    @property
    def api_url(self) -> str:
        """Address of the query API."""
        return f"{self.base_url}/api/query"

    @property
    def pdf_url(self) -> str:
        """Address that an id is appended to."""
        return f"{self.base_url}/pdf/"

    @property
    def log(self) -> tuple[LoggedRequest, ...]:
        """All requests so far, in the order they came."""
        with self._news:
            return tuple(self._log)

    def asked(self, kind: Kind) -> tuple[LoggedRequest, ...]:
        """Return the requests of one kind so far."""
        return tuple(request for request in self.log if request.kind is kind)

    def wait_for(self, count: int, kind: Kind | None = None, timeout_s: float = 20.0) -> None:
        """Return once so many requests (of a kind) have come; raises TimeoutError."""
        with self._news:
            if not self._news.wait_for(
                lambda: sum(kind in (None, request.kind) for request in self._log) >= count, timeout_s
            ):
                raise TimeoutError(f"{len(self._log)} requests came")

    def pdf_bytes(self, arxiv_id: str, version: int | None = None) -> bytes:
        """Return the PDF that is served for a version (None: the newest); raises KeyError if there is none."""
        paper = self.papers.version(arxiv_id, version)
        if paper is None or paper.withdrawn:
            raise KeyError(arxiv_id, version)
        own = self._own_pdfs.get((arxiv_id, paper.version))
        return pdf_of(paper) if own is None else own

    def put_pdf(self, arxiv_id: str, version: int, content: bytes) -> None:
        """Serve another PDF for a version from now on."""
        self._own_pdfs[arxiv_id, version] = content

    def note(self, request: LoggedRequest) -> None:
        """Put a request into the log."""
        with self._news:
            self._log.append(request)
            self._news.notify_all()

    def true_answer(self, request: LoggedRequest) -> Answer:
        """Return what arXiv would answer."""
        if request.kind is Kind.API:
            return answer_query(self.papers, request.query)
        if request.kind is Kind.FEED:
            return self.days.feed(request.path.removeprefix("/atom/"), request.headers.get("if-none-match", ""))
        if request.kind is Kind.DAILY:
            return self.days.daily_papers(request.query)
        parts = well_formed(request.path.removeprefix("/pdf/").removesuffix(".pdf"))
        if request.kind is Kind.PDF and parts:
            try:
                return self._pdf_answer(*parts, request.headers)
            except KeyError:
                pass
        return Answer(404, {"Content-Type": "text/html; charset=utf-8"}, b"<h1>404: nothing here</h1>\n")

    def _pdf_answer(self, arxiv_id: str, version: int | None, asked: Mapping[str, str]) -> Answer:
        content = self.pdf_bytes(arxiv_id, version)
        paper = self.papers.version(arxiv_id, version)
        assert paper is not None
        name = f"{arxiv_id.replace('/', '')}v{paper.version}.pdf"
        headers = {
            "Content-Type": "application/pdf",
            "Content-Disposition": f'inline; filename="{name}"',
            "ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"',
            "Last-Modified": format_datetime(moment(paper, paper.updated), usegmt=True),
        }
        if not self.ranges:
            return Answer(200, headers, content)
        headers["Accept-Ranges"] = "bytes"
        part = _RANGE.fullmatch(asked.get("range", ""))
        if part is None or asked.get("if-range", headers["ETag"]) not in (headers["ETag"], headers["Last-Modified"]):
            return Answer(200, headers, content)
        return _part(content, part[1], part[2], headers)


def _part(content: bytes, first: str, last: str, headers: dict[str, str]) -> Answer:
    """Return one part of a file: https://www.rfc-editor.org/rfc/rfc9110#name-range-requests"""
    size = len(content)
    start = int(first) if first else max(0, size - int(last or 0))
    end = min(int(last), size - 1) if first and last else size - 1
    if start >= size or (first and last and int(last) < start):
        return Answer(416, {"Content-Range": f"bytes */{size}"})
    return Answer(206, {**headers, "Content-Range": f"bytes {start}-{end}/{size}"}, content[start : end + 1])


class _Listener(ThreadingHTTPServer):
    daemon_threads = False  # server_close waits for them: each ends as soon as its connection is shut down
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], server: ArxivServer) -> None:
        self.arxiv = server
        self.closing = threading.Event()
        self.failures: list[BaseException] = []
        self._connections: set[socket] = set()
        self._lock = threading.Lock()
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        # HTTPServer's own asks for the name of the host, which takes seconds without a network.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End all connections."""
        self.closing.set()
        with self._lock:
            for connection in self._connections:
                try:
                    connection.shutdown(SHUT_RDWR)
                except OSError:
                    continue  # the client was faster

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep a mistake of ours for the test that uses the server; clients that hang up are none."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            self.failures.append(error)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Listener

    def do_GET(self) -> None:
        """Log the request, choose what is sent, send it."""
        server, address = self.server.arxiv, urlsplit(self.path)
        # As a proxy it sees whole addresses, and with CONNECT a host and its port.
        path = self.path if self.command == "CONNECT" else unquote(address.path)
        kind = next((kind for begin, kind in _KINDS.items() if path.startswith(begin)), Kind.OTHER)
        query = dict(parse_qsl(address.query, keep_blank_values=True))
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = LoggedRequest(kind, self.command, path, query, headers, self.client_address[1])
        server.note(request)
        answer = server.true_answer(request)
        if fault := server.faults.choose(kind, unquote(self.path)):
            answer = fault(answer)
        request.status = None if answer.breaks_at == BEFORE_HEAD else answer.status
        self.close_connection = self.close_connection or answer.ends_connection

        def sent(size: int) -> None:
            request.sent += size

        Wire(self.connection, self.server.closing).send(answer, with_body=self.command != "HEAD", sent=sent)

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self.do_GET()

    def do_CONNECT(self) -> None:
        """Log that somebody took the server for a proxy to a host of https, and refuse."""
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""
