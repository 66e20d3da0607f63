"""One open file with all that shows it and works on it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.annotation_marks import was_taken_over
from desktop.domain.changes import Changes
from desktop.domain.citation import Source
from desktop.domain.errors import AppError
from desktop.domain.paper import PaperRow
from desktop.domain.reading import OpenedPaper
from desktop.ui.actions import ActionId, Needs
from desktop.ui.reader.carry_marks import CarryMarks
from desktop.ui.reader.marks.color_button import name_colors
from desktop.ui.reader.marks.marking import Marking
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.pages.thumbnails import Thumbnails
from desktop.ui.reader.presentation import Presentation
from desktop.ui.reader.replaced_file import ReplacedFile
from desktop.ui.reader.side_panel import SidePage
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.reader.text.text_tools import TextTools
from desktop.ui.tasks import Lane

Id = ActionId
MARKS = "marks"
"""The list of marks in the left panel."""
_ON_SELECTION = (Id.COPY_TEXT, Id.COPY_CITATION, Id.SEARCH_SELECTION, Id.HIGHLIGHT, Id.UNDERLINE, Id.STRIKE_OUT)


class OpenFile(QObject):
    """Made anew for another file of the paper."""

    state_changed = Signal()
    """See `available`, `checked` and `step_names`."""
    panel_wanted = Signal(str)
    """Show that page of the left panel."""
    files_changed = Signal()
    """The paper has other files, or there are other marks on them: see `opened`."""

    def __init__(self, around: Surroundings, opened: OpenedPaper, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self.opened = opened
        around.services.pages.hold()
        self._source = Source(opened.title)
        self.view = PageView(parent)
        self.document = Document(around.services, around.kept.requests, opened, self)
        self.document.open()
        self.view.set_document(self.document)
        if opened.place is not None:
            self.view.go_to(opened.place)
        self.text = TextTools(self.view, self.document, lambda: self._source)
        self.text.set_menu([around.commands[name] for name in _ON_SELECTION])
        self._history = around.kept.history(opened.file.sha256)
        self._model = MarksModel(
            opened, self._history, around.services, around.tasks, around.events, around.writer, self
        )
        self._model.history_changed.connect(self.state_changed)
        self.replaced = ReplacedFile(around, opened, self.document, self._model, self)
        self.marking = self._marking()
        self._model.changed.connect(self._leave_out_taken_over)
        self._leave_out_taken_over()
        self.carrying = CarryMarks(around, opened, self._model, self)
        for wanted in (self.carrying.list_wanted, self.marking.list_wanted):
            wanted.connect(lambda: self.panel_wanted.emit(MARKS))
        self.carrying.ended.connect(self._tell_elsewhere)
        self.carrying.ended.connect(self.files_changed)
        self._tell_elsewhere()
        self.presentation = Presentation(self.view)
        self.view.zoom_changed.connect(self.state_changed)
        self.text.panel_wanted.connect(self.panel_wanted)
        for part in (self.text, self.marking):
            part.state_changed.connect(self.state_changed)
        self._follow_marking()
        self._load_source()
        around.events.changed.connect(self._on_library_changed)

    def _follow_marking(self) -> None:
        commands = self._around.commands
        self.marking.copy_wanted.connect(self.text.selection.copy)
        self.marking.search_wanted.connect(commands[Id.SEARCH_SELECTION].trigger)
        self.marking.carry_wanted.connect(commands[Id.CARRY_MARKS].trigger)
        self.marking.parts.names.changed.connect(self._name_colors)
        self._name_colors()

    def _name_colors(self) -> None:
        name_colors(self._around.commands, self.marking.parts.names.names)

    def _tell_elsewhere(self) -> None:
        self.marking.show_elsewhere(len(self.carrying.waiting))

    def _marking(self) -> Marking:
        around, selection = self._around, self.text.selection
        return Marking(
            self.view,
            self.document,
            selection,
            self._model,
            around.services,
            around.tasks,
            around.events,
            around.toast,
            self,
        )

    def _load_source(self) -> None:
        """What a citation tells beside the title."""
        services, paper = self._around.services, self.opened.paper

        def done(rows: list[PaperRow]) -> None:
            for row in rows:
                self._source = Source(row.title, row.authors, row.arxiv_id, self.opened.file.version)

        self._around.tasks.run(Lane.DB, lambda: services.browse.rows([paper]), owner=self, done=done)

    def _on_library_changed(self, changes: Changes) -> None:
        """Another version may have come, or gone."""
        services, opened = self._around.services, self.opened
        if opened.paper in changes.papers_changed:
            work = partial(services.reading.open, opened.paper, opened.file.sha256)
            self._around.tasks.run_latest(
                "files", Lane.DB, work, owner=self, done=self._on_files_read, failed=self._on_gone
            )

    def _on_files_read(self, now: OpenedPaper) -> None:
        before = self.opened
        self.opened = replace(before, files=now.files, elsewhere=now.elsewhere)
        if self.opened != before:
            self.carrying.learn(self.opened)
            self._tell_elsewhere()
            self.files_changed.emit()

    def _on_gone(self, error: AppError) -> None:
        """The paper was deleted: what is shown stays until the tab is closed."""

    def _leave_out_taken_over(self) -> None:
        """Marks that were annotations of the file are painted as marks, not by the file, too."""
        if self.view.pictures is not None:
            self.view.pictures.leave_out_marks(any(map(was_taken_over, self._model.marks)))

    # What the room asks

    def set_dark(self, dark: bool) -> None:
        """Dark pages, and marks that are seen on them."""
        self.view.set_dark(dark)
        self.marking.set_dark(dark)

    def go_to_page(self, page: int) -> None:
        """Show that page from its beginning; a person can come back."""
        self.text.jumps.leave()
        self.view.go_to(replace(self.view.place(), page=page, y=0.0))

    def find(self, words: str) -> None:
        """Search for these words from the page that is shown."""
        self.text.finding.open()
        self.text.finding.bar.ask(words)

    def show_mark(self, mark: str) -> bool:
        """Show the mark; False if there is none of that id."""
        return self.marking.show_mark(mark)

    def side_pages(self) -> list[SidePage]:
        """What the panel at the left offers."""
        contents, hits = self.text.side_pages()
        return [
            contents,
            SidePage(
                *("thumbnails", self.tr("Thumbnails"), "thumbnails"),
                lambda: Thumbnails(self.document, self.view, self.go_to_page),
            ),
            SidePage(MARKS, self.tr("Marks"), "marks", lambda: self.marking.panel),
            hits,
        ]

    def slots(self) -> dict[ActionId, Callable[[], object]]:
        """What each action does that is about this file."""
        return self.text.slots() | self.marking.slots() | {Id.CARRY_MARKS: self.carrying.begin}

    def checked(self) -> Collection[ActionId]:
        """The checkable actions of those that are on."""
        return self.marking.checked()

    def available(self) -> Needs:
        """What there is for actions to work on."""
        history = self._history
        there = self.text.available()
        there |= Needs.MARK if self.marking.mark_chosen else Needs.NOTHING
        there |= Needs.UNDO if history.can_undo else Needs.NOTHING
        return there | (Needs.REDO if history.can_redo else Needs.NOTHING)

    def undo(self) -> None:
        """Take back the last step on marks."""
        self.marking.undo()

    def redo(self) -> None:
        """Do it again."""
        self.marking.redo()

    def step_names(self) -> tuple[str, str]:
        """What Undo and Redo would do to marks, in words; empty for nothing."""
        return self.marking.step_names()

    def step_back(self) -> bool:
        """Leave what was begun last: a comment, a tool, the search, the selection; False if there is nothing."""
        return self.marking.step_back() or self.text.step_back()

    def present(self) -> None:
        """Show one page to others; what lies over it goes."""
        while self.step_back():
            pass
        self.presentation.begin()

    def flush(self) -> None:
        """Store what is being typed."""
        self.marking.flush()

    def leave(self) -> None:
        """Let go of everything."""
        self.flush()
        self._around.kept.requests.drop(self.document)  # an answer on its way would be taken for the next file's
        self._around.services.pages.release()
        self.view.hide()
        self.view.deleteLater()
        self.deleteLater()
