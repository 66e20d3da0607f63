"""Somebody who uses the window: scrolls, types, sorts, imports, while it is noted how long the GUI thread was deaf.

A timer of one millisecond beats in the GUI thread; what is longer between two beats is time in which the window could
not have answered.
"""

import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest

from desktop.app.container import Container
from desktop.domain.listing import Place
from desktop.ui.actions import ActionId
from desktop.ui.adding.import_plan_dialog import ImportPlanDialog
from desktop.ui.desk.library_desk import LibraryDesk

Steps = Iterator[float | Callable[[], bool]]
"""Milliseconds to wait, or what to wait for."""

SEARCHES = ("attention", "deep learning", "language model", "注意力机制", "扩散模型", "学习", "的")
KEY_MS = 90
"""Between two letters; a fast typist."""
REPEAT_MS = 16
"""Between two repeats of a key held down."""


class Gap(NamedTuple):
    """Milliseconds between two beats, and how much this process computed meanwhile: what is less than the gap went to
    others on the computer, or to the disk."""

    long: float
    computed: float


class Heartbeat(QObject):
    """The gaps between the beats of a timer of one millisecond."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps: list[Gap] = []
        self._last, self._computed = time.perf_counter(), time.process_time()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def lap(self) -> list[Gap]:
        """The gaps since the last lap."""
        self._beat()
        gaps, self._gaps = self._gaps, []
        return gaps

    def _beat(self) -> None:
        now, computed = time.perf_counter(), time.process_time()
        self._gaps.append(Gap(round(1000 * (now - self._last), 2), round(1000 * (computed - self._computed), 2)))
        self._last, self._computed = now, computed


class Person(QObject):
    """Does one thing after the other, and lets the event loop run in between."""

    def __init__(self, program: Container, digests: list[Path], *, scrolling: int = 0) -> None:
        """Spends a day with each digest, or `scrolling` rounds with scrolling alone."""
        super().__init__(program)
        self._scrolling = scrolling
        self._program = program
        self._digests = digests
        self._listed = 0
        self._imported = 0
        self.heart = Heartbeat()
        self.rounds: list[dict[str, list[Gap]]] = []
        self._steps = self._day()
        program.library_opened.connect(self._go_on)

    @property
    def desk(self) -> LibraryDesk:
        desk = self._program.window.desk
        assert desk is not None
        return desk

    def _go_on(self) -> None:
        try:
            wish = next(self._steps, None)
        except BaseException:
            traceback.print_exc()
            self._program.window.close()
            raise
        if wish is None:
            self._program.window.close()
        elif callable(wish):
            self._wait_for(wish)
        else:
            QTimer.singleShot(int(wish), self, self._go_on)

    def _wait_for(self, condition: Callable[[], bool]) -> None:
        if condition():
            self._go_on()
        else:
            QTimer.singleShot(5, self, lambda: self._wait_for(condition))

    def _day(self) -> Steps:
        room = self.desk.room
        room.model.listed.connect(self._on_listed)
        self.desk.importing.imported.connect(self._on_imported)
        yield lambda: room.shown_count > 0
        self.heart.lap()
        yield 3000  # the rest of the program is imported meanwhile
        if not self._digests and not self._scrolling:
            self.rounds.append({"after the first rows": self.heart.lap()})
        for _ in range(self._scrolling):
            yield from self._round({**self._scrolls(), "j held": self._hold_j()})
        for digest in self._digests:
            yield from self._round(
                {
                    "nothing": self._rest(),
                    **self._scrolls(),
                    "typing searches": self._search(),
                    "sorting": self._sort(),
                    "j held": self._hold_j(),
                    "5,000 papers": self._file(5_000),
                    "importing": self._import(digest),
                }
            )

    def _scrolls(self) -> dict[str, Steps]:
        return {
            "wheel": self._turn_wheel(),
            "Page Down held": self._hold_page_down(),
            "scroll bar dragged": self._drag(),
        }

    def _round(self, deeds: dict[str, Steps]) -> Steps:
        done: dict[str, list[Gap]] = {}
        for deed, steps in deeds.items():
            self.heart.lap()
            yield from steps
            done[deed] = self.heart.lap()
            yield 200
        self.rounds.append(done)

    def _rest(self) -> Steps:
        yield 1000

    def _turn_wheel(self) -> Steps:
        """Row by row, then a wheel that spins freely: Qt goes one page an event at most."""
        table = self.desk.room.table
        bar, view = table.verticalScrollBar(), table.viewport()
        at = QPointF(view.rect().center())
        bar.setValue(0)
        for notches in [1] * 100 + [60] * 300:
            turned = QWheelEvent(
                at,
                QPointF(view.mapToGlobal(at.toPoint())),
                QPoint(),
                QPoint(0, -120 * notches),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QCoreApplication.sendEvent(view, turned)
            yield REPEAT_MS
        assert bar.value() > 200 * bar.pageStep()

    def _hold_page_down(self) -> Steps:
        table = self.desk.room.table
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Home)
        for _ in range(300):
            QTest.keyClick(table, Qt.Key.Key_PageDown)
            yield REPEAT_MS
        QTest.keyClick(table, Qt.Key.Key_End)
        yield 100

    def _drag(self) -> Steps:
        """The handle from the top to the end and back in eight seconds."""
        bar = self.desk.room.table.verticalScrollBar()
        bar.setSliderDown(True)
        for step in [*range(250), *range(250, -1, -1)]:
            bar.setSliderPosition(bar.maximum() * step // 250)
            yield REPEAT_MS
        bar.setSliderDown(False)

    def _search(self) -> Steps:
        box = self.desk.room.search
        for text in SEARCHES:
            box.setFocus()
            for letter in text:
                listed = self._listed
                typed = QInputMethodEvent()
                typed.setCommitString(letter)
                if letter.isascii():
                    QTest.keyClicks(box, letter)
                else:
                    QCoreApplication.sendEvent(box, typed)
                yield KEY_MS
            yield lambda listed=listed: self._listed > listed  # type: ignore[misc]  # mypy cannot infer such a default
            yield 100
            listed = self._listed
            box.clear_query()
            box.set_query("")
            yield lambda listed=listed: self._listed > listed  # type: ignore[misc]
            yield 100

    def _sort(self) -> Steps:
        header = self.desk.room.table.horizontalHeader()
        for section in range(header.count()):
            for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
                before = self.desk.room.listing
                listed = self._listed
                header.setSortIndicator(section, order)
                if self.desk.room.listing == before:
                    continue  # nothing to sort by
                yield lambda listed=listed: self._listed > listed  # type: ignore[misc]
                yield 100
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.desk.room.go_to(Place.ALL)
        yield 300

    def _hold_j(self) -> Steps:
        table = self.desk.room.table
        table.setFocus()
        table.selectRow(0)
        for _ in range(300):
            QTest.keyClick(table, Qt.Key.Key_J)
            yield 2 * REPEAT_MS

    def _file(self, papers: int) -> Steps:
        """Queue, star and trash so many selected papers, each of it taken back."""
        room, commands = self.desk.room, self._program.window.contents.commands
        room.select(room.shown[:papers])
        yield 100
        before = room.counts
        for action in (ActionId.STATUS_QUEUED, ActionId.STAR, ActionId.TRASH):
            for name, changed in ((action, True), (ActionId.UNDO, False)):
                yield commands[name].isEnabled
                commands[name].trigger()
                yield lambda changed=changed: (room.counts != before) is changed  # type: ignore[misc]
                yield 300

    def _import(self, digest: Path) -> Steps:
        """Read, plan, show the plan, add, while the list is scrolled."""
        imported, before = self._imported, self.desk.room.counts.all
        self.desk.importing.planned.connect(self._accept, Qt.ConnectionType.SingleShotConnection)
        self.desk.importing.import_paths([digest])
        table = self.desk.room.table
        bar = table.verticalScrollBar()
        while self._imported == imported or self.desk.room.counts.all == before:
            bar.setValue((bar.value() + 400) % max(bar.maximum(), 1))
            yield REPEAT_MS
        assert self.desk.room.counts.all == before + 5000
        yield 500

    def _accept(self, dialog: ImportPlanDialog) -> None:
        def add() -> None:
            if dialog.add_button.isEnabled():
                dialog.accept()
            else:
                QTimer.singleShot(20, dialog, add)

        QTimer.singleShot(300, dialog, add)

    def _on_listed(self) -> None:
        self._listed += 1

    def _on_imported(self) -> None:
        self._imported += 1
