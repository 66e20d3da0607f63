"""A window that a test uses like a person, and what is in its library."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.listing import Sidebar
from desktop.ui.actions import ActionId
from desktop.ui.desk.library_desk import LibraryDesk
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.empty_state import EmptyState

PAPERS = (
    ("2401.00001", "Attention in models", "模型中的注意力"),
    ("2401.00002", "Fourier features", "傅里叶特征"),
    ("2401.00003", "Learning without feedback", "无反馈的学习"),
)
MORE = (("2401.00004", "A fourth paper", "第四篇"),)


class Shown:
    """A window that a test uses like a person: by keys, menus and what is seen."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def desk(self) -> LibraryDesk:
        assert self.window.desk is not None
        return self.window.desk

    def do(self, action: ActionId) -> None:
        self.window.contents.commands[action].trigger()

    def can(self, action: ActionId) -> bool:
        return self.window.contents.commands[action].isEnabled()

    def sees(self, papers: int) -> None:
        self.qtbot.waitUntil(lambda: self.desk.room.shown_count == papers, timeout=20_000)

    def told(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.window.toast.text, timeout=20_000)

    def titles(self) -> list[str]:
        model = self.desk.room.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def press(self, text: str, where: QWidget) -> None:
        """Click the button of that text."""
        next(button for button in where.findChildren(QPushButton) if button.text() == text).click()

    def type(self, keys: str, into: QWidget) -> None:
        for key in keys:
            QTest.keyClick(into, Qt.Key(ord(key.upper())))

    def empty_places(self) -> list[str]:
        return [place.text for place in self.window.findChildren(EmptyState) if place.isVisible()]

    def counts(self) -> Sidebar:
        return self.desk.room.counts
