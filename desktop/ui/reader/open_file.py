"""One open file with all that shows it and works on it."""

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.reading import OpenedPaper
from desktop.ui.actions import ActionId, Needs
from desktop.ui.reader.document import Document
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.page_view import PageView
from desktop.ui.reader.presentation import Presentation
from desktop.ui.reader.side_panel import SidePage
from desktop.ui.reader.surroundings import Surroundings


class OpenFile(QObject):
    """Made anew for another file of the paper."""

    state_changed = Signal()

    def __init__(self, around: Surroundings, opened: OpenedPaper, parent: QWidget) -> None:
        super().__init__(parent)
        self.opened = opened
        self.view = PageView(parent)
        self.document = Document(around.services, around.kept.requests, opened, self)
        self.view.set_document(self.document)
        if opened.place is not None:
            self.view.go_to(opened.place)
        self.presentation = Presentation(self.view)
        self.marks = MarksModel(
            opened,
            around.kept.history(opened.file.sha256),
            around.services,
            around.tasks,
            around.events,
            around.writer,
            self,
        )
        self.marks.history_changed.connect(self.state_changed)

    def go_to_page(self, page: int) -> None:
        """Show that page from its beginning."""
        self.view.go_to(replace(self.view.place(), page=page, y=0.0))

    def show_mark(self, mark: str) -> bool:
        """Show the mark; False if there is none of that id."""
        return False

    def side_pages(self) -> list[SidePage]:
        """What the panel at the left offers."""
        return []

    def slots(self) -> dict[ActionId, Callable[[], object]]:
        """What each action does that is about this file."""
        return {}

    def checked(self) -> Collection[ActionId]:
        """The checkable actions of those that are on."""
        return ()

    def available(self) -> Needs:
        """What there is for actions to work on."""
        there = Needs.UNDO if self.marks.history.can_undo else Needs.NOTHING
        return there | (Needs.REDO if self.marks.history.can_redo else Needs.NOTHING)

    def step_names(self) -> tuple[str, str]:
        """What Undo and Redo would do to marks, in words."""
        return "", ""

    def step_back(self) -> bool:
        """Leave what was begun last: a comment, a selection, a tool, the search; False if there is nothing to leave."""
        return False

    def flush(self) -> None:
        """Save what is being typed."""

    def leave(self) -> None:
        """Let go of everything."""
        self.view.hide()
        self.view.deleteLater()
        self.deleteLater()
