"""An answer as plain data, from the true one to the worst, and its way onto the wire."""

import select
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from socket import MSG_PEEK, SO_LINGER, SOL_SOCKET, socket

BEFORE_HEAD = -1
_PIECE = 64 * 1024


class Kind(StrEnum):
    """What a request is for."""

    API = "api"
    PDF = "pdf"
    FEED = "feed"
    """What arXiv announced today."""
    DAILY = "daily"
    """The Daily Papers."""
    OTHER = "other"


class Framing(StrEnum):
    """How the other side learns where the body ends."""

    LENGTH = "Content-Length"
    CHUNKED = "chunked"
    CLOSE = "connection closed"


class Break(StrEnum):
    """How an answer breaks off."""

    CLOSING = "closing"
    """As if all was well."""
    RESET = "reset"
    SILENCE = "silence"
    """The connection stays open, and nothing more comes."""


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
    breaks_at: int | None = None
    """Bytes of the body after which the answer breaks off; BEFORE_HEAD: nothing comes at all."""
    breaks_by: Break = Break.CLOSING
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
        breaks = self.breaks_at is not None or self.declared is not None
        return self.framing is Framing.CLOSE or self.times is None or breaks


class Wire:
    """The connection to one client. Each method raises OSError once the client or the server is gone."""

    def __init__(self, connection: socket, closing: threading.Event) -> None:
        self._connection = connection
        self._closing = closing

    def send(self, answer: Answer, *, with_body: bool, sent: Callable[[int], None]) -> None:
        """Send an answer; `sent` hears of each piece of the body."""
        self.idle(answer.delay_s)
        if answer.breaks_at != BEFORE_HEAD:
            self._connection.sendall(_head(answer))
            if with_body:
                self._send_body(answer, sent)
        if answer.breaks_at is not None and answer.breaks_by is Break.SILENCE:
            self.idle(None)
        elif answer.breaks_at is not None and answer.breaks_by is Break.RESET:
            # Lingering for no time makes the system send RST instead of FIN.
            self._connection.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
            self._connection.close()

    def _send_body(self, answer: Answer, sent: Callable[[int], None]) -> None:
        chunked = answer.framing is Framing.CHUNKED
        for piece in _pieces(answer):
            sent(len(piece))  # told first: who has read a byte finds it counted
            self._connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
            if answer.bytes_per_s:
                self.idle(len(piece) / answer.bytes_per_s)
        if chunked and answer.breaks_at is None:
            self._connection.sendall(b"0\r\n\r\n")

    def idle(self, seconds: float | None) -> None:
        """Do nothing for so long, or until the client or the server goes (None)."""
        left = seconds
        while left is None or left > 0:
            step = 0.05 if left is None else min(left, 0.05)
            if self._closing.wait(step):
                raise ConnectionAbortedError
            if select.select([self._connection], [], [], 0)[0] and not self._connection.recv(1, MSG_PEEK):
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
    end = min((stop for stop in (answer.length, answer.breaks_at) if stop is not None), default=None)
    size = _PIECE if answer.bytes_per_s is None else min(_PIECE, max(1, int(answer.bytes_per_s / 20)))
    position = 0
    while answer.body and (end is None or position < end):
        start = position % len(answer.body)
        room = size if end is None else min(size, end - position)
        piece = answer.body[start : start + room]
        position += len(piece)
        yield piece
