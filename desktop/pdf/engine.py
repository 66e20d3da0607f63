"""Asks the PDF process about files and sees that it stays within its limits."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, Timer

from desktop.domain.errors import Cancelled, FileError, PdfError, Reason
from desktop.domain.pdf_facts import PdfFacts
from desktop.pdf.messages import Failed, Inspect, Message
from desktop.pdf.process import POLL_SECONDS, Cancel, WorkerLostError, WorkerProcess

REQUEST_SECONDS = 20.0
IDLE_SECONDS = 60.0
MEMORY_BYTES = 1536 << 20
_STRIKES = 2

_File = tuple[int, int, int, int]
"""Device, inode, size and time of change: a file that was replaced is another one."""


def _never() -> bool:
    return False


class PdfEngine:
    """Reads PDFs in another process, one request at a time. Callable from any thread.

    The process starts with the first request and ends when it had none for `idle` seconds. A request that takes longer
    than `seconds` is ended with the process; the next one starts a new one. A file that did this twice is set aside
    until it changes or the program ends.
    """

    def __init__(
        self, *, seconds: float = REQUEST_SECONDS, idle: float = IDLE_SECONDS, memory: int = MEMORY_BYTES
    ) -> None:
        self._seconds = seconds
        self._idle = idle
        self._memory = memory
        self._turns = Lock()
        self._closing = Event()
        self._worker: WorkerProcess | None = None
        self._idle_timer: Timer | None = None
        self._strikes: Counter[_File] = Counter()

    def inspect(self, path: Path, cancelled: Cancel = _never) -> PdfFacts:
        """What the file tells of itself.

        Raises PdfError: NOT_A_PDF, PDF_EMPTY, PDF_FAILED, PDF_UNREAD (which says nothing of the file);
        FileError(UNREADABLE); Cancelled within 0.2 s of `cancelled` or `close`.
        """
        answer = self._ask(Inspect(os.path.abspath(path)), _file_of(path), cancelled)
        if isinstance(answer, PdfFacts):
            return answer
        if not isinstance(answer, Failed):
            raise PdfError(Reason.PDF_FAILED, str(path), f"the PDF process answered {answer!r}")
        kind = FileError if answer.reason is Reason.UNREADABLE else PdfError
        raise kind(answer.reason, str(path), answer.detail)

    def close(self) -> None:
        """End the process. A request at work, and any later one, ends in Cancelled."""
        self._closing.set()
        with self._turns:
            self._end()
            self._rest()

    def _ask(self, request: Message, file: _File, cancelled: Cancel) -> Message:
        with self._turn(cancelled) as stop:
            if self._strikes[file] >= _STRIKES:
                return Failed(Reason.PDF_FAILED, "set aside: it made the PDF process die or hang twice")
            try:
                answer = self._running().ask(request, stop)
            except WorkerLostError as error:
                self._strikes[file] += error.at_work
                answer = Failed(Reason.PDF_FAILED if error.at_work else Reason.PDF_UNREAD, str(error))
            except BaseException:  # it may still be at work on what nobody waits for any more
                self._end()
                raise
            if isinstance(answer, Failed) and answer.reason in (Reason.PDF_FAILED, Reason.PDF_UNREAD):
                self._end()  # MuPDF keeps the memory of what it gave up
            return answer

    @contextmanager
    def _turn(self, cancelled: Cancel) -> Iterator[Cancel]:
        """Wait until no other request is at work; gives what tells this one to stop."""

        def stop() -> bool:
            return self._closing.is_set() or cancelled()

        while not self._turns.acquire(timeout=POLL_SECONDS):
            if stop():
                raise Cancelled
        try:
            if stop():
                raise Cancelled
            yield stop
        finally:
            self._rest()
            self._turns.release()

    def _running(self) -> WorkerProcess:
        if self._worker is not None and not self._worker.alive():
            self._end()
        if self._worker is None:
            self._worker = WorkerProcess(self._seconds, self._memory)
        return self._worker

    def _rest(self) -> None:
        """Count the idle time from now."""
        if self._idle_timer is not None:
            self._idle_timer.cancel()
            self._idle_timer = None
        if self._worker is not None:
            self._idle_timer = Timer(self._idle, self._end_idle)
            self._idle_timer.daemon = True
            self._idle_timer.start()

    def _end_idle(self) -> None:
        if self._turns.acquire(blocking=False):  # else a request came in this moment
            try:
                self._end()
            finally:
                self._turns.release()

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


def _file_of(path: Path) -> _File:
    """What tells this file from others. Raises FileError(UNREADABLE) if it is none."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise FileError(Reason.UNREADABLE, str(path), str(error)) from error
    if not stat.S_ISREG(found.st_mode):  # opening a pipe or a device could take forever
        raise FileError(Reason.UNREADABLE, str(path), "it is not a file")
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
