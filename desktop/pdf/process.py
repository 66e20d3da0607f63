"""One PDF process, seen from the process that started it."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from threading import Timer
from time import monotonic
from typing import Any

from desktop.domain.errors import Cancelled
from desktop.pdf.bell import ring
from desktop.pdf.messages import SIZE_LIMIT, Message, Ready, Request, decode, encode
from desktop.pdf.plausible import check
from desktop.pdf.tray import Tray

POLL_SECONDS = 0.02
"""How often a request that is waiting looks whether it was cancelled."""
GRACE_SECONDS = 0.8
"""How long a request waits for one that was cancelled and does not end: starting another process takes as long."""
_START_SECONDS = 60.0
"""Loading takes one second, on a busy computer a few."""

Cancel = Callable[[], bool]
"""Whether to stop waiting."""


class WorkerLostError(Exception):
    """The process did not start, died, hangs, or sent something that is no answer. It must be ended."""

    def __init__(self, detail: str, *, at_work: bool) -> None:
        super().__init__(f"the PDF process {detail}")
        self.at_work = at_work
        """Whether it was lost over a request."""


class WorkerProcess:
    """A worker that is being started. It takes one request at a time, from one thread at a time."""

    def __init__(self, seconds: float, memory: int, nice: int = 0) -> None:
        """Start it with the limits of `serving.serve`. It gives way to other processes by `nice`. Raises
        WorkerLostError.
        """
        context = get_context("spawn")  # a fork would share the window's locks, threads and files
        self._seconds = seconds
        self._ready = False
        self._asked = 0
        self._left_at: float | None = None
        """When the request was cancelled that it may still be at work on."""
        self._awaited_at: float | None = None
        """Since when another request waits for that."""
        self.fresh = True
        """Whether it has answered nothing yet."""
        try:
            self._tray = Tray()
        except OSError as error:
            raise WorkerLostError(f"could not be started: {error}", at_work=False) from error
        self._connection, theirs = context.Pipe()
        their_bell, self._bell = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work, args=(theirs, their_bell, self._tray, seconds, memory, nice), name="pdf", daemon=True
        )
        try:
            self._process.start()
        except OSError as error:
            self._close()
            raise WorkerLostError(f"could not be started: {error}", at_work=False) from error
        finally:
            theirs.close()  # as long as we held its end, we would not see it go
            their_bell.close()

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.is_alive()

    def ask(self, request: Request, stop: Cancel) -> Message:
        """The answer. Raises WorkerLostError, and Cancelled soon after `stop` becomes true.

        After Cancelled the process is told to stop, but may be within something that it cannot stop; the next request
        waits for that, but not long.
        """
        self.catch_up(stop)
        if not self._ready:
            self._ready = self._receive(_START_SECONDS, stop) == Ready()
        with suppress(OSError):  # it is gone, which the next line says
            self._connection.send_bytes(encode(request))
        self._asked += 1
        try:
            answer = self._receive(self._seconds, stop)
        except Cancelled:
            self._left_at = monotonic()
            ring(self._bell, self._asked)
            raise
        self.fresh = False
        return answer

    def catch_up(self, stop: Cancel) -> None:
        """Wait until it has finished what was cancelled, and drop that. Raises WorkerLostError, Cancelled."""
        if self._left_at is None:
            return
        if self._awaited_at is None:
            self._awaited_at = monotonic()
        until = min(self._left_at + self._seconds, self._awaited_at + GRACE_SECONDS)
        self._receive(max(0.0, until - monotonic()), stop)
        self._left_at = self._awaited_at = None

    def laid_out(self, size: int) -> bytes:
        """The bytes that came with the last answer. Raises WorkerLostError if they cannot be there."""
        try:
            return self._tray.read(size)
        except (OSError, ValueError) as error:
            raise WorkerLostError(f"gave no pixels or bytes: {error}", at_work=True) from error

    def end(self) -> None:
        """Kill the process and wait until it is gone. It holds nothing that could be lost."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._close()

    def _close(self) -> None:
        self._connection.close()
        self._bell.close()
        self._tray.close()

    def _receive(self, seconds: float, stop: Cancel) -> Message:
        deadline = monotonic() + seconds
        while not wait([self._connection, self._process.sentinel], min(POLL_SECONDS, seconds)):
            if stop():
                raise Cancelled
            if monotonic() > deadline:
                raise WorkerLostError(f"took longer than {seconds:g} s", at_work=self._ready)
        try:
            with self._killed_at(deadline):  # it may have sent half a message
                answer = decode(self._connection.recv_bytes(SIZE_LIMIT))
            check(answer)
        except ValueError as error:
            raise WorkerLostError(f"answered what is no answer: {error}", at_work=True) from error
        except (EOFError, OSError) as error:
            raise WorkerLostError("died" if self._ready else "did not start", at_work=self._ready) from error
        return answer

    @contextmanager
    def _killed_at(self, deadline: float) -> Iterator[None]:
        timer = Timer(max(deadline - monotonic(), POLL_SECONDS), self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


def _work(
    connection: "Connection[Any, Any]",
    bell: "Connection[Any, Any]",
    tray: Tray,
    seconds: float,
    memory: int,
    nice: int,
) -> None:
    if sys.platform != "win32":
        os.nice(nice)
    from desktop.pdf.worker.serving import serve  # PyMuPDF is loaded in the new process alone

    serve(connection, bell, tray, seconds, memory)
