"""A plan of as many rows as the largest library has papers stays quick to work with."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.derived_facts import DerivedFacts
from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.import_plan import ImportPlan, PlannedDigest, PlannedRow, RowState
from desktop.services.library import LibraryServices
from desktop.ui.adding.import_plan_dialog import ImportPlanDialog
from desktop.ui.adding.plan_contents import PlanContents, contents_of
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner

ROWS = 65_538
LONGEST_STALL = 0.05
"""Seconds that the number of rows may add to what the same step takes with a few rows."""


def planned(number: int) -> PlannedRow:
    title = f"Attention {number}" if number % 50 == 0 else f"Paper {number}"
    entry = Entry(
        title, f"https://arxiv.org/abs/{number}", f"第{number}篇论文", "一句话。", "", "摘要" * 50, "Abstract " * 50
    )
    return PlannedRow(RowState.NEW, entry, DerivedFacts(title, entry.abstract, f"{number}"), b"", number)


def plan_of(rows: int, per_file: int = 44) -> PlanContents:
    papers = tuple(planned(number) for number in range(rows))
    files = [papers[start : start + per_file] for start in range(0, rows, per_file)]
    digests = (
        PlannedDigest(f"{number}.md", f"{number}.md", Digest(DigestFormat.DIGEST, ()), f"{number}", file)
        for number, file in enumerate(files)
    )
    return contents_of(ImportPlan(tuple(digests)))


class Heart:
    """Beats in the event loop and tells its longest pause."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._last = 0.0
        self._longest = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def longest_pause(self, act: Callable[[], object], until: Callable[[], bool]) -> float:
        self._longest, self._last = 0.0, time.perf_counter()
        act()
        QApplication.processEvents()
        self._qtbot.waitUntil(until, timeout=20_000)
        self._beat()
        return self._longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now


def stalls(qtbot: QtBot, make: Callable[[], ImportPlanDialog], rows: int) -> list[float]:
    """The longest pauses: opening, searching, selecting all, ticking everything off, going to the end."""
    heart = Heart(qtbot)
    dialogs: list[ImportPlanDialog] = []

    def open_dialog() -> None:
        dialogs.append(make())
        dialogs[0].show()

    opening = heart.longest_pause(open_dialog, lambda: dialogs[0].model.rowCount() > rows)
    dialog, view = dialogs[0], dialogs[0].view
    searching = heart.longest_pause(
        lambda: QTest.keyClicks(dialog.search, "attention"), lambda: 0 < dialog.model.rowCount() < rows / 10
    )
    heart.longest_pause(dialog.search.clear, lambda: dialog.model.rowCount() > rows)
    selecting = heart.longest_pause(
        lambda: QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier), lambda: True
    )
    selecting = max(selecting, heart.longest_pause(view.viewport().update, lambda: True))
    ticking = heart.longest_pause(
        lambda: QTest.keyClick(view, Qt.Key.Key_Space), lambda: dialog.model.choice.outcome().nothing
    )
    going = heart.longest_pause(
        lambda: QTest.keyClick(view, Qt.Key.Key_End), lambda: view.currentIndex().row() == dialog.model.rowCount() - 1
    )
    dialog.reject()
    dialog.deleteLater()
    return [opening, searching, selecting, ticking, going]


def test_the_number_of_rows_stalls_nothing(
    qtbot: QtBot, tasks: TaskRunner, services: LibraryServices, session: Session
) -> None:
    few, many = plan_of(200), plan_of(ROWS)

    def measured(contents: PlanContents, rows: int) -> list[float]:
        runs = [stalls(qtbot, lambda: ImportPlanDialog(tasks, services, session, contents), rows) for _ in range(3)]
        return [min(values) for values in zip(*runs, strict=True)]

    base = measured(few, 200)
    large = measured(many, ROWS)
    assert [late for late, soon in zip(large, base, strict=True) if late - soon > LONGEST_STALL] == []
