"""A window that shows the pages of PDFs, and somebody who reads in it; prints, as JSON, how it went.

Arguments: what to do, then the PDFs. The last line holds for
- `scroll` (a slow PDF, then others to be scrolled end to end while the first page of the slow one is being read)
  {"gaps": {file: [ms between two beats, ms of CPU meanwhile]}, "ends": {file: how its opening ended}},
- `turn` (a PDF) {"turns": [ms from a key to the painted page, …]},
- `find` (a long PDF) {"hits": their number, "first": ms until one is known, "all": ms, "gap": as above},
- `long` (a long PDF, then a short one) {"opened": ms, "sharp": ms, "before": MB, "after": MB at most, "gap": as above}.
"""

import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app.collector import Collector
from desktop.domain.errors import AppError
from desktop.domain.mark import Mark
from desktop.domain.pdf_document import PdfFile
from desktop.domain.reading import Fit, OpenedPaper, ReadingPlace, Spread
from desktop.domain.text_carets import START, TextPlace
from desktop.domain.text_finding import Wanted
from desktop.services.library import LibraryServices
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.pages.pdf_requests import PdfRequests, Urgency
from desktop.ui.reader.text.find import FindInDocument
from desktop.ui.tasks import TaskRunner
from tests.benchmarks.person import Heartbeat

Steps = Iterator[float | Callable[[], bool]]
"""Milliseconds to wait, or what to wait for."""

SIZE = (1400, 900)
WHEEL_MS = 8
"""Between two movements of a touchpad."""
WHEEL_PIXELS = -120
SLOW_MS = 1500
"""How long the slow page is waited for before its request is given up."""
TURNS = 12
WORDS, FIRST_PAGE = "page 49", 48


class Reader(QObject):
    """Does one thing after the other, and lets the event loop run in between."""

    def __init__(self, files: list[str]) -> None:
        super().__init__()
        self.tasks = TaskRunner(self)
        self.services = LibraryServices(Path(tempfile.mkdtemp()) / "library")
        self.requests = PdfRequests(self.tasks, self)
        self.files = files
        self.view = PageView()
        self.view.resize(*SIZE)
        self.heart = Heartbeat()
        self.told: dict[str, Any] = {}
        self.ended = ""
        self.painted_at = 0.0
        self.view.viewport().installEventFilter(self)

    def do(self, steps: Steps) -> None:
        """Do these, then end the program."""
        try:
            wish = next(steps, None)
        except BaseException:
            QApplication.exit(1)
            raise
        if wish is None:
            QApplication.quit()
        elif callable(wish):
            self._wait_for(wish, steps)
        else:
            QTimer.singleShot(int(wish), self, lambda: self.do(steps))

    def _wait_for(self, condition: Callable[[], bool], steps: Steps) -> None:
        if condition():
            self.do(steps)
        else:
            QTimer.singleShot(2, self, lambda: self._wait_for(condition, steps))

    def open(self, path: str) -> Document:
        file = PdfFile(path, Path(path).name)
        marks: tuple[Mark, ...] = ()
        opened = OpenedPaper(1, "", "", file, (file,), None, marks, ("",) * 8)  # type: ignore[arg-type]
        document = Document(self.services, self.requests, opened, self)
        self.ended = ""
        document.ready.connect(self._on_ready)
        document.failed.connect(self._on_failed)
        document.password_wanted.connect(self._on_locked)
        self.view.set_document(document)
        document.open()
        return document

    def shown(self) -> bool:
        """Whether all that is seen is sharp, or known to have failed."""
        pictures = self.view.pictures
        return pictures is not None and pictures.is_complete

    def _on_ready(self) -> None:
        self.ended = "ready"

    def _on_failed(self, error: AppError) -> None:
        self.ended = error.reason.value

    def _on_locked(self, wrong: bool) -> None:
        self.ended = "locked"

    def scroll(self) -> Steps:
        """Each file end to end."""
        gaps, ends = {}, {}
        slow = self.open(self.files[0])
        yield lambda: bool(self.ended)
        for path in self.files[1:]:
            name = Path(path).name
            self._want_slow_page(slow)
            self.open(path)
            self.heart.lap()
            yield 0
            self.requests.drop(slow)
            yield lambda: bool(self.ended)
            self._want_slow_page(slow)
            yield from self._scroll_through(SLOW_MS / 1000, slow)
            gaps[name], ends[name] = max(self.heart.lap()), self.ended
        self.told = {"gaps": gaps, "ends": ends}

    def _scroll_through(self, seconds: float, slow: Document) -> Steps:
        """To the end once while the slow page is at work, and back without it."""
        bar = self.view.verticalScrollBar()
        until = time.monotonic() + seconds
        while bar.value() < bar.maximum() and time.monotonic() < until:
            self._wheel(WHEEL_PIXELS)
            yield WHEEL_MS
        self.requests.drop(slow)
        while bar.value() > 0 and time.monotonic() < until + seconds:
            self._wheel(-WHEEL_PIXELS)
            yield WHEEL_MS

    def _want_slow_page(self, slow: Document) -> None:
        self.requests.want("slow", Urgency.VISIBLE, self._slow_work(slow), owner=slow, done=_nothing, failed=_nothing)

    @staticmethod
    def _slow_work(slow: Document) -> Callable[[Callable[[], bool]], object]:
        return lambda cancelled: slow.pages.text(slow.file, 0, cancelled)

    def _wheel(self, pixels: int) -> None:
        area = self.view.viewport()
        at = QPointF(area.rect().center())
        event = QWheelEvent(
            at,
            QPointF(area.mapToGlobal(at.toPoint())),
            QPoint(0, pixels),
            QPoint(0, pixels),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(area, event)

    def turn(self) -> Steps:
        """Page by page, each once its next one is there."""
        self.open(self.files[0])
        self.view.go_to(ReadingPlace(fit=Fit.PAGE, spread=Spread.SINGLE))
        yield lambda: bool(self.ended)
        turns = []
        for _ in range(TURNS):
            yield lambda: self.shown() and self.requests.is_idle
            yield 50
            before, self.painted_at = self.view.current_page, 0.0
            started = time.perf_counter()
            QTest.keyClick(self.view, Qt.Key.Key_PageDown)
            yield lambda: self.painted_at > 0
            assert self.view.current_page == before + 1
            turns.append(1000 * (self.painted_at - started))
        self.told = {"turns": turns}

    def long(self) -> Steps:
        """A long document, end to end, after a short one; by then the PDF process runs."""
        self.open(self.files[1])
        yield self.shown
        before = memory("VmRSS")
        started = time.perf_counter()
        self.open(self.files[0])
        yield lambda: bool(self.ended)
        opened = 1000 * (time.perf_counter() - started)
        yield self.shown
        sharp = 1000 * (time.perf_counter() - started)
        bar = self.view.verticalScrollBar()
        self.heart.lap()
        while bar.value() < bar.maximum():
            self.view.scroll_parts(0, 0.9)
            yield lambda: self.shown()
        self.told = {
            "opened": opened,
            "sharp": sharp,
            "before": before,
            "after": memory("VmHWM"),
            "gap": max(self.heart.lap()),
        }

    def find(self) -> Steps:
        """Words that stand on some pages, from the first of these on."""
        document = self.open(self.files[0])
        yield lambda: bool(self.ended) and self.shown() and self.requests.is_idle
        search, moments = FindInDocument(document, self), list[float]()
        search.found.connect(lambda _at, _count: moments.append(time.perf_counter()))
        self.heart.lap()
        started = time.perf_counter()
        search.look_for(Wanted(WORDS), TextPlace(FIRST_PAGE, START))
        yield lambda: search.done
        ended = time.perf_counter()
        self.told = {
            "hits": len(search.hits),
            "first": 1000 * (moments[0] - started),
            "all": 1000 * (ended - started),
            "gap": max(self.heart.lap()),
        }

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the view has been painted."""
        if event.type() is QEvent.Type.Paint and not self.painted_at:
            QTimer.singleShot(0, self, self._note_paint)
        return False

    def _note_paint(self) -> None:
        self.painted_at = self.painted_at or time.perf_counter()


def _nothing(value: object) -> None:
    pass


def memory(name: str) -> float:
    """MB of this process."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    found = dict(line.split(":", 1) for line in lines)
    return int(found[name].split()[0]) / 1024


def main(deed: str, files: list[str]) -> None:
    """Read as a person would, in a program that is set up as ours."""
    sys.setswitchinterval(0.0005)
    gc.disable()
    app = QApplication([])
    collector = Collector(app)
    reader = Reader(files)
    reader.view.show()
    steps: Steps = getattr(reader, deed)()
    QTimer.singleShot(0, reader, lambda: reader.do(steps))
    code = app.exec()
    reader.services.reader_pdf.close()
    reader.tasks.shutdown()
    del collector
    print(json.dumps(reader.told))
    sys.exit(code)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
