"""A person who opens papers in tabs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.ids import PaperId
from desktop.ui.reader.reader_room import ReaderRoom
from desktop.ui.tabs.tabs import LIBRARY, Tabs
from tests.gui.shown_window import PAPERS, Shown

FIRST, SECOND, THIRD = (arxiv_id for arxiv_id, *_ in PAPERS)


class TabReader:
    """Waits for what a person would wait for."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    @property
    def tabs(self) -> Tabs:
        return self.shown.desk.reading.tabs

    @property
    def room(self) -> ReaderRoom:
        """The paper in front."""
        room = self.shown.desk.reading.reader
        assert room is not None
        return room

    def until(self, condition: Callable[[], bool]) -> None:
        self.shown.qtbot.waitUntil(condition, timeout=30_000)

    def paper(self, arxiv_id: str) -> PaperId:
        """The paper of that id, found in the list."""
        room = self.shown.desk.room
        self.until(lambda: all(room.model.paper(row) is not None for row in range(len(room.shown))))
        rows = [room.model.paper(row) for row in range(len(room.shown))]
        return next(row.id for row in rows if row is not None and row.arxiv_id == arxiv_id)

    def selects(self, arxiv_id: str) -> None:
        self.tabs.show_tab(LIBRARY)
        paper = self.paper(arxiv_id)
        self.shown.desk.room.select([paper])
        self.until(lambda: self.shown.desk.room.selected == [paper])
        self.shown.desk.room.table.setFocus()

    def opens(self, arxiv_id: str) -> ReaderRoom:
        """Select the paper and press Enter."""
        self.selects(arxiv_id)
        self.press("Return")
        self.sees_pages()
        return self.room

    def sees_pages(self) -> None:
        """Wait until the pages of the paper in front are there."""
        self.until(lambda: (room := self.shown.desk.reading.reader) is not None and room.place() is not None)

    def press(self, *keys: str) -> None:
        """Keys for whatever has the keyboard."""
        for key in keys:
            focused: QWindow | None = QApplication.focusWindow()
            window = self.shown.window.windowHandle() if focused is None else focused
            QTest.keySequence(window, QKeySequence(key))

    def press_button(self, text: str, where: QWidget) -> None:
        """Click the button of that text."""
        self.shown.press(text, where)

    def titles(self) -> list[str]:
        return [self.tabs.title(key) for key in self.tabs]

    def page(self) -> int:
        """That is shown in the tool bar."""
        file = self.room.file
        assert file is not None
        return file.view.current_page

    def goes_to(self, page: str) -> None:
        """Type a page into the tool bar."""
        self.press("Ctrl+Alt+G")
        self.until(self.room.bar.number.field.hasFocus)
        QTest.keyClicks(self.room.bar.number.field, page)
        QTest.keyClick(self.room.bar.number.field, Qt.Key.Key_Return)
