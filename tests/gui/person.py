"""A person at the real window: keys go to whatever has the keyboard, files are dropped, buttons clicked."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeySequence,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.listing import DigestSummary
from desktop.ui.actions import ActionId
from desktop.ui.adding.import_plan_dialog import ImportPlanDialog
from desktop.ui.desk.library_desk import LibraryDesk
from desktop.ui.digests.export_dialog import ExportDialog
from desktop.ui.library.paper_texts import Slot
from desktop.ui.main_window import MainWindow

PAPERS = 5
"""In seed 001."""
Dialog = TypeVar("Dialog", bound=QWidget)


class Person:
    """Uses one window; waits for what a person would wait for."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def desk(self) -> LibraryDesk:
        assert self.window.desk is not None
        return self.window.desk

    def press(self, *shortcuts: str) -> None:
        for shortcut in shortcuts:
            QTest.keySequence(self._active(), QKeySequence(shortcut))

    def types(self, text: str) -> None:
        """ASCII key by key; all else character by character out of an input method."""
        for character in text:
            if character.isascii():
                QTest.keyClick(self._active(), Qt.Key(ord(character.upper())))
            else:
                composed = QInputMethodEvent()
                composed.setCommitString(character)
                QCoreApplication.sendEvent(QGuiApplication.focusObject(), composed)

    def _active(self) -> QWindow:
        self.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
        return QGuiApplication.focusWindow()

    def drop(self, *paths: Path, at: QWidget | None = None) -> None:
        """Drag files over the window and let go, there or in the middle; Qt finds the widget that takes them."""
        onto = at or self.window
        place = QPointF(onto.mapTo(self.window, onto.rect().center()))
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        data.setText("\n".join(map(str, paths)))  # as file managers do
        copy, button, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        system = self.window.windowHandle()
        entered = QDragEnterEvent(place.toPoint(), copy, data, button, no_key)
        QCoreApplication.sendEvent(system, entered)
        moved = QDragMoveEvent(place.toPoint() + QPoint(1, 1), copy, data, button, no_key)
        moved.setDropAction(entered.dropAction())  # as Qt does: who took the first need not take each move
        moved.setAccepted(entered.isAccepted())
        QCoreApplication.sendEvent(system, moved)
        assert moved.isAccepted(), "the pointer shows that the files are not taken here"
        QCoreApplication.sendEvent(system, QDropEvent(place, copy, data, button, no_key, QEvent.Type.Drop))

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog of that kind, once it has come to the front; offscreen no window manager brings it there."""

        def found() -> Dialog | None:
            windows = (window for window in QApplication.topLevelWidgets() if isinstance(window, kind))
            return next((window for window in windows if window.isVisible()), None)

        self.qtbot.waitUntil(lambda: found() is not None, timeout=20_000)
        dialog = found()
        assert dialog is not None
        dialog.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog, timeout=20_000)
        return dialog

    def click(self, button: QPushButton, words: str) -> None:
        self.qtbot.waitUntil(lambda: button.text() == words and button.isEnabled(), timeout=20_000)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.comes_back()

    def comes_back(self) -> None:
        """Wait until all dialogs are closed; offscreen there is no window manager to give the keyboard back."""
        others = QApplication.topLevelWidgets
        self.qtbot.waitUntil(lambda: not any(other.isVisible() for other in others() if isinstance(other, QDialog)))
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)

    def imports(self, *paths: Path) -> None:
        self.drop(*paths)
        dialog = self.dialog(ImportPlanDialog)
        self.click(dialog.add_button, f"Add {PAPERS} papers, 1 digest")
        self.sees(PAPERS)
        self.told(f"Added {PAPERS} papers, 1 digest.")

    def sees(self, papers: int) -> None:
        room = self.desk.room
        self.qtbot.waitUntil(lambda: room.shown_count == room.table.model().rowCount() == papers, timeout=20_000)

    def told(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.window.toast.isVisible() and words in self.window.toast.text, timeout=20_000)

    def status(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.window.contents.status.text == words, timeout=20_000)

    def titles(self) -> list[str]:
        model = self.desk.room.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def searches(self, text: str) -> None:
        self.press("Ctrl+F")
        self.types(text)
        room = self.desk.room
        self.qtbot.waitUntil(lambda: room.search.text() == text == room.listing.query, timeout=20_000)


class Reader(Person):
    """A person who reads, edits and exports what the library has."""

    def reads(self, slot: Slot) -> str:
        """A text of the details, as it is seen."""
        return self.desk.room.details.page.texts.sections[slot].field.toPlainText()

    def comes_to_read(self, slot: Slot, text: str) -> None:
        self.qtbot.waitUntil(lambda: self.reads(slot) == text, timeout=20_000)

    def goes_to(self, slot: Slot) -> None:
        """Walk there from the title with the Tab key."""
        field = self.desk.room.details.page.texts.sections[slot].field
        self.press("Ctrl+E")
        for _ in range(20):
            if field.hasFocus():
                return
            self.press("Tab")
        pytest.fail("Tab does not lead to the text")

    def writes(self, slot: Slot, text: str) -> None:
        """Add something to the end of a text and save it, by keys alone."""
        self.goes_to(slot)
        self.press("Ctrl+E", "Ctrl+End")
        self.types(text)
        self.press("Ctrl+Return")
        section = self.desk.room.details.page.texts.sections[slot]
        self.qtbot.waitUntil(lambda: "typed by you" in section.field.accessibleDescription(), timeout=20_000)

    def opens_the_digest(self) -> DigestSummary:
        """Walk to the only digest in the sidebar by keys."""
        room = self.desk.room
        digest = room.counts.digests[0]
        self.press("Ctrl+F", "Shift+Tab", "End", "Up")
        self.qtbot.waitUntil(lambda: room.listing.digest == digest.id)
        self.sees(PAPERS)
        return digest

    def exports(self, folder: Path) -> bytes:
        """Export seed 001 through its dialog; the folder is chosen in the file dialog."""
        digest = self.opens_the_digest()
        export = self.window.contents.commands[ActionId.EXPORT]
        self.qtbot.waitUntil(lambda: export.isEnabled() and not export.shortcut().isEmpty())
        self.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is self.window.windowHandle())
        self.press("Ctrl+Shift+E")
        dialog = self.dialog(ExportDialog)
        self.chooses(folder)
        QTest.mouseClick(dialog.folder_button, Qt.MouseButton.LeftButton)
        self.click(dialog.export_button, f"Export to {digest.name}")
        self.told(f"Exported {PAPERS} papers to {digest.name}.")
        return (folder / digest.name).read_bytes()

    def chooses(self, path: Path) -> None:
        """Type a path into the file dialog that is about to open."""
        timer = QTimer(self.window)

        def answer() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QFileDialog) or QApplication.activeWindow() is not box:
                return
            timer.stop()
            name = box.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(name, QLineEdit)
            name.setText(str(path))
            QTest.keyClick(name, Qt.Key.Key_Return)

        timer.timeout.connect(answer)
        timer.start(10)
