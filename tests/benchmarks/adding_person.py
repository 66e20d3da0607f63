"""Somebody who pastes 500 ids into the table and adds them, while it is noted how long the GUI thread was deaf."""

import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.app.container import Container
from desktop.ui.actions import ActionId
from desktop.ui.library.paper_table_view import PaperTableView
from tests.benchmarks.person import Person, Steps

IDS = 500


class AddingPerson(Person):
    """Does so twice, with ids of that year; `told` says how it went."""

    def __init__(self, program: Container, year: str) -> None:
        super().__init__(program, [])
        self._year = year
        self.told: list[dict[str, Any]] = []

    def _day(self) -> Steps:
        room = self.desk.room
        yield lambda: room.shown_count > 0
        yield 3000  # the rest of the program is imported meanwhile
        for month in ("01", "02"):
            numbers = range(20_001, 20_001 + IDS)
            QGuiApplication.clipboard().setText("\n".join(f"arXiv:{self._year}{month}.{n}" for n in numbers))
            yield 200
            yield from self._add()

    def _add(self) -> Steps:
        window, room = self._program.window, self.desk.room
        before = room.shown_count
        self.heart.lap()
        start = time.perf_counter()

        def ms() -> float:
            return round(1000 * (time.perf_counter() - start), 1)

        window.contents.commands[ActionId.PASTE].trigger()
        adding = self.desk.intake.adding
        yield lambda: adding._dialog is not None and adding._dialog.model.rowCount() == IDS
        shown, dialog = ms(), adding.dialog
        yield lambda: not dialog.recognition.busy
        known = ms()
        yield 300
        painted = _Painted(room.table)
        start = time.perf_counter()
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        yield lambda: painted.rows == before + IDS
        self.told.append({"shown": shown, "known": known, "added": ms(), "gaps": self.heart.lap()})
        yield 500


class _Painted(QObject):
    """How many rows the table had when it was painted last, the first of them being there."""

    def __init__(self, table: PaperTableView) -> None:
        super().__init__(table)
        self._table = table
        self.rows = -1
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        model = self._table.model()
        if event.type() is QEvent.Type.Paint and model.index(0, 0).data():
            self.rows = model.rowCount()
        return False
