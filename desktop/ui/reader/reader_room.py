"""One paper in its tab: tool bar, pages, and panels beside them."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import Changes
from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.reading import OpenedPaper, ReadingPlace
from desktop.ui.actions import ActionId, Needs
from desktop.ui.reader.bar_at_edge import BarAtEdge
from desktop.ui.reader.carry_marks import CarryBar
from desktop.ui.reader.failed_file import FailedFile
from desktop.ui.reader.open_file import OpenFile
from desktop.ui.reader.place_keeper import PlaceKeeper
from desktop.ui.reader.reader_actions import ReaderActions
from desktop.ui.reader.reader_panels import ReaderPanels
from desktop.ui.reader.reader_tool_bar import ReaderToolBar
from desktop.ui.reader.replaced_bar import ReplacedBar
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.reader.waiting_pages import PATIENCE_MS, OpeningPage, PasswordPage
from desktop.ui.tasks import Lane

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReaderRoom(QWidget):
    """Shows one file of the paper at a time. Made at once; what is read comes later."""

    state_changed = Signal()
    """See `available`, `checked` and `step_names`."""
    outside_wanted = Signal(object)  # PaperId
    download_wanted = Signal(object, object)  # PaperId, version or None
    presenting = Signal(bool)
    search_wanted = Signal(str)  # what to search everything for
    add_wanted = Signal(str)  # what names papers to be added

    def __init__(self, around: Surroundings, paper: PaperId, sha256: str, title: str) -> None:
        super().__init__()
        self._around = around
        self.paper = paper
        self.sha256 = sha256
        """The file that is shown, or is to be; empty until the library has told which is."""
        self._left = False
        self.file: OpenFile | None = None
        """None until the library has told which it is."""
        self._wanted: tuple[int, str, str] | None = None  # page, mark and words, to be shown once the file is open
        self.setAccessibleName(title)
        self.bar = ReaderToolBar(around.commands)
        self.carry = CarryBar()
        self.replaced = ReplacedBar()
        self.stack = QStackedWidget()
        self._opening = OpeningPage()
        self.password = PasswordPage()
        self.failed = FailedFile(around, self)
        self.panels = ReaderPanels(around, paper, self.stack)
        for page in (self._opening, self.password, self.failed.page):
            self.stack.addWidget(page)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for bar in (self.bar, self.carry, self.replaced):
            self._layout.addWidget(bar)
        self._layout.addWidget(self.panels, 1)
        self._edge = BarAtEdge(self.bar, self._layout, self)
        self._keeper = PlaceKeeper(around, paper, self._where, self)
        self._actions = ReaderActions(around, self.panels, lambda: self.file, self.present, self.ask_page, self)
        self._connect()
        self._open()

    def _connect(self) -> None:
        self.bar.number.wanted.connect(self._go_to_page)
        self.bar.number.left.connect(self.setFocus)
        self.bar.file_wanted.connect(self.show_file)
        self.carry.carry_wanted.connect(self._around.commands[ActionId.CARRY_MARKS].trigger)
        self.password.given.connect(self._unlock)
        self.panels.changed.connect(self._keeper.wake)
        self.panels.changed.connect(self.state_changed)
        self.failed.retry_wanted.connect(self._open)
        self.failed.outside_wanted.connect(self.outside_wanted)
        self.failed.download_wanted.connect(self.download_wanted)
        self._around.events.changed.connect(self._on_library_changed)

    # For the desk

    def show_file(self, sha256: str) -> None:
        """Show another file of the paper, where it was left."""
        if sha256 != self.sha256:
            self._keeper.keep_now()
            self.sha256 = sha256
            self._open()

    def go_to(self, page: int, mark: str = "", words: str = "") -> None:
        """Show that page, from 0, or that mark; -1 is where the reader is. `words` are looked for from there."""
        self._wanted = page, mark, words
        if self.file is not None and self.file.opened.file.sha256 == self.sha256:
            self._go_there(self.file)

    def save(self) -> None:
        """Save what is being typed, and where the reader is."""
        self.panels.flush()
        self._keeper.keep_now()
        if self.file is not None:
            self.file.flush()

    def leave(self) -> None:
        """Save, and let the file go. Nothing more is to be shown."""
        self.save()
        self.present(False)
        self._left = True
        if self.file is not None:
            self.file.leave()
            self.file = None

    def act(self, name: ActionId) -> None:
        """Do what an action of the menus Read and Mark says."""
        self._actions.act(name)

    def checked(self) -> Collection[ActionId]:
        """The checkable actions that are on."""
        return self._actions.checked()

    def available(self) -> Needs:
        """What there is for actions to work on, beside the paper itself."""
        return self.file.available() if self.file is not None else Needs.NOTHING

    def step_names(self) -> tuple[str, str]:
        """What Undo and Redo would do, in words."""
        return self.file.step_names() if self.file is not None else ("", "")

    def present(self, wanted: bool) -> None:
        """Show one page and nothing else, or stop that."""
        if self.file is None or wanted == self.is_presenting:
            return
        self.panels.fold(wanted)
        if wanted:
            self.file.present()
        else:
            self.file.presentation.end()
        self.presenting.emit(wanted)

    def float_bar(self, floats: bool) -> None:
        """Hide the tool bar, but for when the pointer is at the upper edge."""
        self._edge.float_over(floats)

    def ask_page(self) -> None:
        """Let a person type a page."""
        self._edge.come()
        self.bar.number.ask()

    @property
    def is_presenting(self) -> bool:
        """Whether one page is shown to others."""
        return self.file is not None and self.file.presentation.before is not None

    # Opening

    def _open(self) -> None:
        services, paper, sha256 = self._around.services, self.paper, self.sha256
        if self.file is None:
            self.stack.setCurrentWidget(self._opening)

        def work() -> OpenedPaper:
            return services.reading.open(paper, sha256)

        self._around.tasks.run_latest("open", Lane.DB, work, owner=self, done=self._on_opened, failed=self._on_failed)

    def _on_opened(self, opened: OpenedPaper) -> None:
        if self._left:
            return
        if self.file is not None:
            self.present(False)
            self.stack.removeWidget(self.file.view)
            self.file.leave()
        self.file = file = OpenFile(self._around, opened, self)
        self.sha256 = opened.file.sha256
        self.stack.addWidget(file.view)
        self.stack.setCurrentWidget(file.view)
        self._edge.watch(file.view.viewport())
        self.replaced.watch(file)
        self.bar.zoom_wanted.connect(file.view.set_zoom)
        file.view.page_changed.connect(self._on_page)
        file.view.zoom_changed.connect(self.bar.show_zoom)
        file.view.moved.connect(self._keeper.wake)
        file.state_changed.connect(self.state_changed)
        file.panel_wanted.connect(self.panels.show_left)
        file.text.search_wanted.connect(self.search_wanted)
        file.text.add_wanted.connect(self.add_wanted)
        file.document.ready.connect(self._on_ready)
        file.document.failed.connect(self._on_failed)
        file.document.password_wanted.connect(self._on_password_wanted)
        file.files_changed.connect(self._show_waiting)
        self._show_waiting()
        self.panels.show_file(file)
        self._actions.apply_dark()
        QTimer.singleShot(PATIENCE_MS, file, self._announce_opening)
        self._give_keyboard()
        self.state_changed.emit()

    def _announce_opening(self) -> None:
        if self.file is not None and self.file.document.facts is None and self.stack.currentWidget() is self.file.view:
            self.stack.setCurrentWidget(self._opening)

    def _on_ready(self) -> None:
        assert self.file is not None
        self.stack.setCurrentWidget(self.file.view)
        self._actions.catch_up()
        self._on_page(self.file.view.current_page)
        self.bar.show_zoom(self.file.view.zoom)
        self._go_there(self.file)
        self._give_keyboard()
        self.state_changed.emit()

    def _go_there(self, file: OpenFile) -> None:
        if self._wanted is None or file.document.facts is None:
            return
        (page, mark, words), self._wanted = self._wanted, None
        if not (mark and file.show_mark(mark)) and page >= 0:
            file.go_to_page(page)
        if words:
            file.find(words)

    def _on_password_wanted(self, wrong: bool) -> None:
        self.stack.setCurrentWidget(self.password)
        self._give_keyboard()
        self.password.ask(wrong=wrong)

    def _unlock(self, password: str) -> None:
        if self.file is not None:
            self.file.document.open(password)

    def _on_failed(self, error: AppError) -> None:
        self.stack.setCurrentWidget(self.failed.page)
        self.failed.tell(error, self.paper, self.file.opened if self.file is not None else None)
        self._give_keyboard()

    def _show_waiting(self) -> None:
        """Tell of other files of the paper, and of marks on them."""
        if self.file is not None:
            self.bar.show_files(self.file.opened)
            self.carry.show_waiting(self.file.carrying.waiting, self.file.opened.files)

    def _give_keyboard(self) -> None:
        """To what is shown now, if it was in this room."""
        focused = QApplication.focusWidget()
        if self.isVisible() and (focused is None or focused is self or self.stack.isAncestorOf(focused)):
            self.setFocus()

    # Where the reader is

    def place(self) -> ReadingPlace | None:
        """Where the reader is and which panels are shown; None while nothing is."""
        if self.file is None or self.file.document.facts is None:
            return None
        place = self.file.presentation.before or self.file.view.place()
        return replace(place, left=self.panels.left.shown, right=self.panels.right_shown)

    def _where(self) -> tuple[str, ReadingPlace] | None:
        place, file = self.place(), self.file
        return None if file is None or place is None or file.replaced else (file.opened.file.sha256, place)

    def _go_to_page(self, page: int) -> None:
        if self.file is not None:
            self.file.go_to_page(page)

    def _on_page(self, page: int) -> None:
        self.bar.number.show_page(self.file.document if self.file is not None else None, page)

    def _on_library_changed(self, changes: Changes) -> None:
        if self.paper in changes.papers_changed and self.stack.currentWidget() is self.failed.page:
            self._open()  # perhaps its PDF came

    # Qt

    def event(self, event: QEvent) -> bool:
        """Enter is a key of the marks over the pages alone: elsewhere what has the keyboard takes it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in _ENTER:
            event.setAccepted(self.file is None or not self.file.view.hasFocus())
            return event.isAccepted()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the pages, or to what stands in their place."""
        page: QWidget | None = self.stack.currentWidget()
        if page is not None:
            page.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape steps back: from what a person did last to the plain pages."""
        if event.key() == Qt.Key.Key_Escape and self.file is not None:
            if not self.file.step_back():
                self.present(False)
            self.setFocus()
        else:
            super().keyPressEvent(event)
