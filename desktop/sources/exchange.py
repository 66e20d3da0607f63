"""One request and its answer, on a thread of its own that is left behind when nobody waits for it any longer.

A look-up of a name, a connection or a silent server can hold a thread for minutes, and nothing can wake it up. So the
thread that waits is not the one that is held. The one that is held knows the connection and a queue, nothing else:
left behind, it cannot write into a file any more, and it cannot send its request once it was left.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from http.client import HTTPException
from queue import Empty, Full, Queue
from socket import SHUT_RDWR, socket
from threading import Event, Lock, Thread
from typing import Any, NamedTuple

from requests import RequestException, Response, Session
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from desktop.domain.errors import Cancelled, NetworkError, Reason
from desktop.sources.network_failures import broken_answer, host_of, no_answer

CONNECT_S = 10.0
READ_S = 30.0
WHOLE_S = 120.0
"""An answer that takes longer is given up, however steadily it drips."""
_LOOK_S = 0.1
"""How often somebody who waits looks whether to stop."""
_PIECE = 1 << 16
_PIECES_AHEAD = 16


class Head(NamedTuple):
    """How an answer begins. Names of headers are found in any case."""

    status: int
    headers: Mapping[str, str]


_Told = Head | bytes | Exception | None
"""A part of an answer, why it failed, or that it is whole."""


class Exchange:
    """A GET of `url`; `close` it in the end."""

    def __init__(self, url: str, headers: Mapping[str, str], proxies: Mapping[str, str]) -> None:
        self._url = url
        self._headers = headers
        self._proxies = proxies
        self._end = 0.0
        self._told: Queue[_Told] = Queue(_PIECES_AHEAD)
        self._left = Event()
        self._line: socket | None = None
        self._line_lock = Lock()

    def head(self, cancelled: Callable[[], bool]) -> Head:
        """Send the request: the beginning of the answer. Raises NetworkError and Cancelled, soon after `cancelled`."""
        self._end = time.monotonic() + WHOLE_S
        Thread(target=self._run, name="request", daemon=True).start()
        found = self._next(cancelled)
        if isinstance(found, Exception):
            raise no_answer(self._url, found) from found
        assert isinstance(found, Head)
        return found

    def body(self, cancelled: Callable[[], bool]) -> Iterator[bytes]:
        """The pieces of the body as they come, decoded. Raises as `head`: BAD_ANSWER if it is cut."""
        while (piece := self._next(cancelled)) is not None:
            if isinstance(piece, Exception):
                raise broken_answer(self._url, piece) from piece
            assert isinstance(piece, bytes)
            yield piece

    def close(self) -> None:
        """End the connection; nobody waits for the thread."""
        with self._line_lock:
            self._left.set()
            if self._line is not None:
                # Wakes the thread. The method of the plain socket, because that of a TLS socket would take its
                # encryption away while the thread may be sending.
                with suppress(OSError):
                    socket.shutdown(self._line, SHUT_RDWR)

    def _next(self, cancelled: Callable[[], bool]) -> _Told:
        while True:
            if cancelled():
                self.close()  # at once: nothing may be sent after the turn has ended
                raise Cancelled
            if time.monotonic() > self._end:
                self.close()
                raise NetworkError(Reason.TIMED_OUT, host_of(self._url), f"no whole answer in {WHOLE_S:.0f} s")
            with suppress(Empty):
                return self._told.get(timeout=_LOOK_S)

    def _run(self) -> None:
        """The thread."""
        end: Exception | None = RuntimeError("the request broke off")
        try:
            self._exchange()
            end = None
        except (RequestException, HTTPError, HTTPException, OSError, ValueError) as error:
            end = error
        finally:
            self._tell(end)

    def _exchange(self) -> None:
        with _Session() as session:
            session.trust_env = False  # no .netrc, no certificates from the environment
            adapter = _Adapter(self._connected)
            session.mount("https://", adapter)
            session.mount("http://", adapter)
            with session.get(
                self._url,
                headers=dict(self._headers),
                proxies=dict(self._proxies),
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
                stream=True,
            ) as response:
                self._tell(Head(response.status_code, response.headers))
                while piece := response.raw.read1(_PIECE, decode_content=True):
                    self._tell(piece)

    def _connected(self, line: socket) -> None:
        with self._line_lock:
            if self._left.is_set():
                raise ConnectionAbortedError("nobody waits for an answer")
            self._line = line

    def _tell(self, what: _Told) -> None:
        while not self._left.is_set():
            with suppress(Full):
                self._told.put(what, timeout=1)
                return


class _Session(Session):
    """Leaves redirects to the caller. The original reads their bodies, however long, even where it does not follow."""

    def get_redirect_target(self, resp: Response) -> None:
        return None


class _Adapter(HTTPAdapter):
    """Tells of each connection before the request is sent over it."""

    def __init__(self, connected: Callable[[socket], None]) -> None:
        self._connected = connected
        super().__init__()

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:  # Any: handed through
        """The pool that makes connections for a request."""
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = _telling(pool.ConnectionCls, self._connected)
        return pool


def _telling(kind: Any, connected: Callable[[socket], None]) -> Any:  # Any: urllib3's classes for http and https
    class Telling(kind):  # type: ignore[misc]  # either of both
        def connect(self) -> None:
            super().connect()
            connected(self.sock)

    return Telling
