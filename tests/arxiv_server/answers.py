"""An answer as plain data, from the true one to the worst, and its way onto the wire."""

import select
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus

_PIECE = 64 * 1024


class Kind(StrEnum):
    """What a request is for."""

    API = "api"
    PDF = "pdf"
    OTHER = "other"


class Framing(StrEnum):
    """How the other side learns where the body ends."""

    LENGTH = "Content-Length"
    CHUNKED = "chunked"
    CLOSE = "connection closed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent, and how."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    """Without those that the framing needs."""
    body: bytes = b""
    framing: Framing = Framing.LENGTH
    times: int | None = 1
    """How often the body is sent; None: without end."""
    declared: int | None = None
    """Content-Length where it is not the body's."""
    cut_at: int | None = None
    """Bytes of the body after which the connection ends, as if all was well."""
    reset_at: int | None = None
    """Bytes of the body after which the connection is reset."""
    silent_at: int | None = None
    """Bytes of the body after which nothing more comes; -1: not even the head."""
    delay_s: float = 0.0
    """Wait before the head."""
    bytes_per_s: float | None = None

    @property
    def length(self) -> int | None:
        """Bytes of the whole body; None if it never ends."""
        return None if self.times is None else len(self.body) * self.times

    @property
    def ends_connection(self) -> bool:
        """Whether no other request can follow on this connection."""
        stops = (self.cut_at, self.reset_at, self.silent_at, self.declared)
        return self.framing is Framing.CLOSE or self.times is None or any(stop is not None for stop in stops)


class Wire:
    """The connection to one client. Each method raises OSError once the client or the server is gone."""

    def __init__(self, connection: socket.socket, closing: threading.Event) -> None:
        self._connection = connection
        self._closing = closing

    def send(self, answer: Answer, *, with_body: bool, sent: Callable[[int], None]) -> None:
        """Send an answer; `sent` hears of each piece of the body."""
        self.idle(answer.delay_s)
        if answer.silent_at == -1:
            self.idle(None)
        self._connection.sendall(_head(answer))
        if with_body:
            chunked = answer.framing is Framing.CHUNKED
            for piece in _pieces(answer):
                self._connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
                sent(len(piece))
                if answer.bytes_per_s:
                    self.idle(len(piece) / answer.bytes_per_s)
            if chunked and answer.cut_at is None and answer.reset_at is None and answer.silent_at is None:
                self._connection.sendall(b"0\r\n\r\n")
        if answer.reset_at is not None:
            # Lingering for no time makes the system send RST instead of FIN.
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._connection.close()
        elif answer.silent_at is not None:
            self.idle(None)

    def idle(self, seconds: float | None) -> None:
        """Do nothing for so long, or until the client or the server goes (None)."""
        left = seconds
        while left is None or left > 0:
            step = 0.05 if left is None else min(left, 0.05)
            if self._closing.wait(step):
                raise ConnectionAbortedError
            if select.select([self._connection], [], [], 0)[0] and not self._connection.recv(1, socket.MSG_PEEK):
                raise ConnectionAbortedError
            left = None if left is None else left - step


def _head(answer: Answer) -> bytes:
    try:
        phrase = HTTPStatus(answer.status).phrase
    except ValueError:
        phrase = "Unknown"
    headers = {"Server": "papershelf-tests", **answer.headers}
    if answer.framing is Framing.CHUNKED:
        headers["Transfer-Encoding"] = "chunked"
    elif answer.framing is Framing.LENGTH:
        declared = answer.length if answer.declared is None else answer.declared
        if declared is not None:
            headers["Content-Length"] = str(declared)
    if answer.ends_connection:
        headers["Connection"] = "close"
    lines = [f"HTTP/1.1 {answer.status} {phrase}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _pieces(answer: Answer) -> Iterator[bytes]:
    stops = [stop for stop in (answer.length, answer.cut_at, answer.reset_at, answer.silent_at) if stop is not None]
    end = min(stops, default=None)
    size = _PIECE if answer.bytes_per_s is None else min(_PIECE, max(1, int(answer.bytes_per_s / 20)))
    position = 0
    while answer.body and (end is None or position < end):
        start = position % len(answer.body)
        room = size if end is None else min(size, end - position)
        piece = answer.body[start : start + room]
        position += len(piece)
        yield piece
