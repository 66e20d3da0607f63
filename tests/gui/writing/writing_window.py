"""Somebody who has texts written, by keys, buttons and what is seen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.changes import Changes
from desktop.domain.model_texts import TextOptions
from desktop.domain.paper import PaperRow
from desktop.ui.actions import ActionId
from desktop.ui.work.work_list import WorkList
from desktop.ui.writing.texts_page import TextsPage
from desktop.ui.writing.write_dialog import WriteDialog
from desktop.ui.writing.writer import Writer
from desktop.ui.writing.writing_view import WritingState
from tests.gui.shown_window import Shown

PAPERS = 6
TEXTS = 4
"""Of one paper: title, abstract and summary in Chinese, the summary in English."""


class Writing:
    """A window over papers without translations."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.qtbot = shown.qtbot
        shown.sees(PAPERS)

    @property
    def writer(self) -> Writer:
        return self.shown.desk.digests.writing.writer

    def dialog(self) -> WriteDialog:
        """The window before the writing, once it has counted."""
        self.shown.do(ActionId.WRITE_TEXTS)
        found = [window for window in QApplication.topLevelWidgets() if isinstance(window, WriteDialog)]
        dialog = next(window for window in found if window.isVisible())
        self.qtbot.waitUntil(lambda: dialog._plan is not None)
        return dialog

    def begin(self) -> None:
        """Have all that is missing written."""
        dialog = self.dialog()
        self.qtbot.waitUntil(lambda: dialog.write_button.isEnabled())
        QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: self.writer.view.pending.wanted > 0 or self.writer.view.done > 0)

    def ends(self, state: WritingState = WritingState.IDLE) -> None:
        writer = self.writer
        self.qtbot.waitUntil(lambda: writer.view.state is state and writer._job is None and not writer._storing)

    def rows(self) -> Sequence[PaperRow]:
        """Those of the list."""
        room = self.shown.desk.room
        return room.model.papers_at_hand(room.shown) or ()

    def translated(self) -> list[str]:
        """The translated titles of the list."""
        return [row.translated_title for row in self.rows()]

    def wish(self) -> Changes:
        """Wish for all that the list lacks; on the lane of the library."""
        summarising, prompts = self.writer._services.summarising, self.shown.window.session.personal.prompts
        return summarising.want(summarising.plan(self.shown.desk.room.shown, TextOptions(), prompts.all()))

    def page(self) -> TextsPage:
        """The list of texts."""
        self.shown.do(ActionId.WRITING)
        works = self.shown.window.contents.dialogs.shown("work")
        assert isinstance(works, WorkList)
        page = works.findChild(TextsPage)
        assert page is not None
        works.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is works)
        return page

    def press_on_all(self, page: TextsPage, key: Qt.Key) -> None:
        """Select all that could not be written, and press that key."""
        page.list.setFocus()
        page.list.selectAll()
        self.qtbot.waitUntil(page.list.hasFocus)
        QTest.keyClick(page.list, key)
