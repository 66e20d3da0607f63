"""One PDF process, seen from the process that started it."""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any

from desktop.domain.errors import Cancelled
from desktop.pdf.messages import SIZE_LIMIT, Message, Ready, decode, encode

POLL_SECONDS = 0.05
"""How often a request that is waiting looks whether it was cancelled."""
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

    def __init__(self, seconds: float, memory: int) -> None:
        """Start it with the limits of `worker.serve`. Raises WorkerLostError."""
        context = get_context("spawn")  # a fork would share the window's locks, threads and files
        self._seconds = seconds
        self._ready = False
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, seconds, memory), name="pdf", daemon=True)
        try:
            self._process.start()
        except OSError as error:
            self._connection.close()
            raise WorkerLostError(f"could not be started: {error}", at_work=False) from error
        finally:
            theirs.close()  # as long as we held its end, we would not see it go

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.is_alive()

    def ask(self, request: Message, stop: Cancel) -> Message:
        """The answer. Raises WorkerLostError, and Cancelled soon after `stop` becomes true.

        After an exception the process may still be at work on the request: `end` it.
        """
        if not self._ready:
            self._ready = self._receive(_START_SECONDS, stop) == Ready()
        with suppress(OSError):  # it is gone, which the next line says
            self._connection.send_bytes(encode(request))
        return self._receive(self._seconds, stop)

    def end(self) -> None:
        """Kill the process and wait until it is gone. It holds nothing that could be lost."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._connection.close()

    def _receive(self, seconds: float, stop: Cancel) -> Message:
        deadline = monotonic() + seconds
        while not wait([self._connection, self._process.sentinel], POLL_SECONDS):
            if stop():
                raise Cancelled
            if monotonic() > deadline:
                raise WorkerLostError(f"took longer than {seconds:g} s", at_work=self._ready)
        try:
            return decode(self._connection.recv_bytes(SIZE_LIMIT))
        except (EOFError, OSError, ValueError) as error:
            raise WorkerLostError("died" if self._ready else "did not start", at_work=self._ready) from error


def _work(connection: "Connection[Any, Any]", seconds: float, memory: int) -> None:
    from desktop.pdf.worker.serving import serve  # PyMuPDF is loaded in the new process alone

    serve(connection, seconds, memory)
