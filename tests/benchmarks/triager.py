"""Somebody who triages: presses a key, waits until the next paper is painted, looks at it."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from desktop.app.container import Container
from desktop.ui.actions import ActionId
from desktop.ui.triage.paper_card import PaperCard
from desktop.ui.triage.triage_page import TriagePage

_START_MS = 3000
"""The rest of the program is imported meanwhile."""
_LOOKS_MS = 150
"""How long a paper is looked at: what a key changed is stored and counted meanwhile, and papers ahead are read."""
_DECISIONS = "EQMRI"
"""Archived, queued, read, reading, left in the inbox."""
Steps = Iterator[float | Callable[[], bool]]
"""Milliseconds to wait, or what to wait for."""


def _now() -> tuple[float, float]:
    """Milliseconds: the moment, and what this thread has computed."""
    return 1000 * time.perf_counter(), 1000 * time.thread_time()


class Triager(QObject):
    """Decides about so many papers of the inbox, then closes the window."""

    def __init__(self, program: Container, papers: int) -> None:
        super().__init__(program)
        self._window = program.window
        self._papers = papers
        self._painted: tuple[float, float] | None = None
        """At which moment, and what this thread had computed by then."""
        self._steps = self._triage()
        self.keys: list[tuple[float, float]] = []
        """Milliseconds from each key to the painted paper, and what of it this thread computed."""
        program.library_opened.connect(self._go_on)

    def _triage(self) -> Steps:
        yield lambda: self._window.desk is not None and self._window.desk.room.shown_count > 0
        yield _START_MS
        self._window.activateWindow()  # where no window manager does
        yield self._window.isActiveWindow
        self._window.contents.commands[ActionId.TRIAGE].trigger()
        yield lambda: bool(self._window.findChildren(PaperCard))
        page, card = self._window.findChildren(TriagePage)[0], self._window.findChildren(PaperCard)[0]
        yield lambda: card.accessibleName() != ""
        card.installEventFilter(self)
        for number in range(self._papers):
            yield _LOOKS_MS
            self._painted, (began, computed) = None, _now()
            QTest.keySequence(page, QKeySequence(_DECISIONS[number % len(_DECISIONS)]))
            yield lambda: self._painted is not None
            assert self._painted is not None
            self.keys.append((self._painted[0] - began, self._painted[1] - computed))

    def _go_on(self) -> None:
        wish = next(self._steps, None)
        if wish is None:
            self._window.close()
        elif callable(wish):
            self._wait_for(wish)
        else:
            QTimer.singleShot(int(wish), self, self._go_on)

    def _wait_for(self, condition: Callable[[], bool]) -> None:
        if condition():
            self._go_on()
        else:
            QTimer.singleShot(5, self, lambda: self._wait_for(condition))

    def _on_painted(self) -> None:
        self._painted = self._painted or _now()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._on_painted)  # once it and what lies around it is painted
        return False
