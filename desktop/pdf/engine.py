"""Asks the PDF process about files and sees that it stays within its limits."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, Timer
from typing import TypeVar

from desktop.domain.errors import Cancelled, FileError, PdfError, Reason
from desktop.domain.pdf_document import PageBitmap, RenderRequest
from desktop.domain.pdf_facts import PdfFacts
from desktop.pdf.messages import Data, Failed, Inspect, Message, More, OfDocument, OfPage, Pixels, Render
from desktop.pdf.plausible import LARGEST_FILE
from desktop.pdf.process import POLL_SECONDS, Cancel, WorkerLostError, WorkerProcess

REQUEST_SECONDS = 20.0
IDLE_SECONDS = 60.0
MEMORY_BYTES = 1536 << 20
_STRIKES = 2

_File = tuple[int, int, int, int]
"""Device, inode, size and time of change: a file that was replaced is another one."""
_Answer = TypeVar("_Answer")
_Taken = TypeVar("_Taken")


def _never() -> bool:
    return False


class PdfEngine:
    """Reads PDFs in another process, one request at a time. Callable from any thread.

    The process starts with the first request and ends when it had none for `idle` seconds, unless it is held. A
    request that takes longer than `seconds` is ended with the process; the next one starts a new one. A page that did
    this twice, or filled the memory, is set aside until its file changes or the program ends; so is a file of which no
    page was asked for.

    All requests raise PdfError: NOT_A_PDF, PDF_EMPTY, PDF_LOCKED, PDF_FAILED, PDF_UNREAD (which says nothing of the
    file); FileError(UNREADABLE); Cancelled within 0.2 s of `cancelled` or `close`.
    """

    def __init__(
        self,
        *,
        seconds: float = REQUEST_SECONDS,
        idle: float = IDLE_SECONDS,
        memory: int = MEMORY_BYTES,
        nice: int = 0,
    ) -> None:
        """`nice`: how much the process gives way to others (0 to 19)."""
        self._seconds = seconds
        self._idle = idle
        self._memory = memory
        self._nice = nice
        self._turns = Lock()
        self._closing = Event()
        self._worker: WorkerProcess | None = None
        self._timer: Timer | None = None
        self._counting = Lock()
        self._holders = 0
        self._strikes: Counter[tuple[_File, int | None]] = Counter()

    def inspect(self, path: Path, cancelled: Cancel = _never) -> PdfFacts:
        """What the file tells of itself."""
        return self.ask(Inspect(os.path.abspath(path)), PdfFacts, cancelled)

    def ask(self, request: Inspect | OfDocument, kind: type[_Answer], cancelled: Cancel = _never) -> _Answer:
        """The answer, of that type, to a request that is not answered by pixels or bytes."""
        return self._ask(request, kind, lambda _worker, answer: answer, cancelled)

    def render(self, request: Render, cancelled: Cancel = _never) -> PageBitmap:
        """A page or a part of it as pixels."""

        def take(worker: WorkerProcess, answer: Pixels) -> PageBitmap:
            width, height = answer.width, answer.height
            if not _as_wanted(request.request, width, height):
                raise WorkerLostError(f"gave {width} x {height} pixels", at_work=True)
            return PageBitmap(width, height, worker.laid_out(width * height * 4))

        return self._ask(request, Pixels, take, cancelled)

    def fetch(
        self,
        request: OfDocument,
        store: Callable[[bytes], object],
        cancelled: Cancel = _never,
        most: int = LARGEST_FILE,
    ) -> None:
        """Pass the bytes that answer a request, `most` of them, to `store`, up to 100 MB at a time."""

        def take(worker: WorkerProcess, answer: Data) -> None:
            if answer.here + answer.rest > most:
                raise WorkerLostError(f"gave more than {most} bytes", at_work=True)
            store(worker.laid_out(answer.here))
            while answer.rest:
                more = worker.ask(More(), lambda: self._closing.is_set() or cancelled())
                if not isinstance(more, Data) or not 0 < more.here == answer.rest - more.rest:
                    raise WorkerLostError(f"answered {more!r}", at_work=True)
                store(worker.laid_out(more.here))
                answer = more

        self._ask(request, Data, take, cancelled)

    def warm(self) -> None:
        """Start the process, which takes a second, so that the next request finds it ready. Does not wait for it."""
        if not self._closing.is_set() and self._turns.acquire(blocking=False):  # else it runs
            try:
                self._running()
            except WorkerLostError:
                pass  # the next request tries again and tells
            finally:
                self._rest()
                self._turns.release()

    def hold(self) -> None:
        """Keep the process while it has nothing to do, until `release`. May be called several times."""
        with self._counting:
            self._holders += 1

    def release(self) -> None:
        """Take back one `hold`."""
        with self._counting:
            self._holders -= 1

    def close(self) -> None:
        """End the process. A request at work, and any later one, ends in Cancelled."""
        self._closing.set()
        with self._turns:
            self._end()
            self._rest()

    def _ask(
        self,
        request: Inspect | OfDocument,
        kind: type[_Answer],
        take: Callable[[WorkerProcess, _Answer], _Taken],
        cancelled: Cancel,
    ) -> _Taken:
        """What `take` makes of an answer of this type before the process is asked for anything else."""
        path = request.path
        file, page = _file_of(Path(path)), request.page if isinstance(request, OfPage) else None
        with self._turn(cancelled) as stop:
            if max(self._strikes[file, None], self._strikes[file, page]) >= _STRIKES:
                raise PdfError(
                    Reason.PDF_FAILED, path, "set aside: twice the PDF process died, hung or ran out of memory over it"
                )
            try:
                worker, answer = self._answer(request, stop)
                if isinstance(answer, kind):
                    return take(worker, answer)
                self._strikes[file, page] += isinstance(answer, Failed) and answer.worn
            except WorkerLostError as error:
                self._end()
                self._strikes[file, page] += error.at_work
                reason = Reason.PDF_FAILED if error.at_work else Reason.PDF_UNREAD
                raise PdfError(reason, path, str(error)) from error
        if not isinstance(answer, Failed):
            raise PdfError(Reason.PDF_FAILED, path, f"the PDF process answered {type(answer).__name__}")
        failure = FileError if answer.reason is Reason.UNREADABLE else PdfError
        raise failure(answer.reason, path, answer.detail)

    def _answer(self, request: Inspect | OfDocument, stop: Cancel) -> tuple[WorkerProcess, Message]:
        """Who answered what: a second process where the first one had filled its memory with other things."""
        worker = self._running(stop)
        fresh = worker.fresh
        answer = worker.ask(request, stop)
        if isinstance(answer, Failed) and answer.worn:
            self._end()
            if not fresh:
                return self._answer(request, stop)
        return worker, answer

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

    def _running(self, stop: Cancel = _never) -> WorkerProcess:
        """The process, a new one where there is none that takes requests."""
        if self._worker is not None:
            try:
                self._worker.catch_up(stop)
            except WorkerLostError:
                self._end()
        if self._worker is not None and not self._worker.alive():
            self._end()
        if self._worker is None:
            self._worker = WorkerProcess(self._seconds, self._memory, self._nice)
        return self._worker

    def _rest(self) -> None:
        """Count the idle time from now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._worker is not None:
            self._timer = Timer(self._idle, self._look_after)
            self._timer.daemon = True
            self._timer.start()

    def _look_after(self) -> None:
        """End a process that nobody needs."""
        if not self._turns.acquire(blocking=False):  # a request came in this moment
            return
        try:
            if not self._holders:
                self._end()
            if not self._closing.is_set():
                self._rest()
        finally:
            self._turns.release()

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


def _as_wanted(wanted: RenderRequest, width: int, height: int) -> bool:
    """Whether a bitmap of this size can be what was asked for."""
    if wanted.clip is None:
        return True
    left, top, right, bottom = wanted.clip
    return width <= right - left and height <= bottom - top


def _file_of(path: Path) -> _File:
    """What tells this file from others. Raises FileError(UNREADABLE) if it is none."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise FileError(Reason.UNREADABLE, str(path), str(error)) from error
    if not stat.S_ISREG(found.st_mode):  # opening a pipe or a device could take forever
        raise FileError(Reason.UNREADABLE, str(path), "it is not a file")
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
