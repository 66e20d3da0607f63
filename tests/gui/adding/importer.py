"""The import of a window, steered by a test."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportResult
from desktop.domain.listing import Listing
from desktop.domain.paper import PaperRow
from desktop.services.library import LibraryServices
from desktop.ui.adding.import_flow import ImportFlow
from desktop.ui.adding.import_plan_dialog import ImportPlanDialog
from desktop.ui.adding.plan_rows import PlanRowKind
from desktop.ui.adding.tick_model import TEXT

THREE = (
    ("2401.00001", "Attention in models", "模型中的注意力"),
    ("2401.00002", "Fourier features", "傅里叶特征"),
    ("2401.00003", "Learning without feedback", "无反馈的学习"),
)
OTHER_WORDS = (("2401.00001", "Attention in models", "注意力在模型里"), *THREE[1:])


class Importer:
    """The import of a window that a test steers."""

    def __init__(self, qtbot: QtBot, flow: ImportFlow, services: LibraryServices, on_db: Callable[..., object]) -> None:
        self.flow = flow
        self._qtbot = qtbot
        self._services = services
        self._on_db = on_db

    def shown(self, start: Callable[[], object]) -> ImportPlanDialog:
        """The plan that opens after `start`, with its rows."""
        with self._qtbot.waitSignal(self.flow.planned, timeout=20_000) as opened:
            start()
        dialog = opened.args[0]
        assert isinstance(dialog, ImportPlanDialog)
        self._qtbot.waitUntil(lambda: dialog.model.rowCount() > 0 and bool(dialog.add_button.text()))
        dialog.activateWindow()
        return dialog

    def plan(self, *paths: Path) -> ImportPlanDialog:
        return self.shown(lambda: self.flow.import_paths(paths))

    def add(self, dialog: ImportPlanDialog) -> tuple[ImportResult, str]:
        with self._qtbot.waitSignal(self.flow.imported, timeout=20_000) as done:
            QTest.keyClick(dialog.view, Qt.Key.Key_Return)
        result, words = done.args
        assert isinstance(result, ImportResult)
        return result, str(words)

    def papers(self) -> list[PaperRow]:
        def read() -> list[PaperRow]:
            browse = self._services.browse
            return browse.rows([PaperId(paper) for paper in browse.list_papers(Listing()).ids])

        found = self._on_db(read)
        assert isinstance(found, list)
        return found


def row_of(dialog: ImportPlanDialog, kind: PlanRowKind, number: int = 0) -> int:
    """Where the row stands."""
    rows = [dialog.model.row(position) for position in range(dialog.model.rowCount())]
    return next(at for at, row in enumerate(rows) if row.kind is kind and row.number == number)


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def shows(dialog: ImportPlanDialog) -> list[str]:
    """The first line of each row."""
    return [str(dialog.model.index(row, TEXT).data()) for row in range(dialog.model.rowCount())]
