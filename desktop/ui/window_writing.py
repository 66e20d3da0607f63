"""The writer of the open library, and what the window itself shows of it: a line in the status bar, the checked action,
the list of texts, pages of the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAction

from desktop.domain.ids import PaperId
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.window_dialogs import TEXTS, WindowDialogs
from desktop.ui.work.status_line import StatusLine

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.desk.reading_desk import ReadingDesk
    from desktop.ui.desk.writing_actions import WritingActions
    from desktop.ui.preferences.settings_page import SettingsPage
    from desktop.ui.work.work_list import WorkTab
    from desktop.ui.writing.writer import Writer

_BEGIN_AFTER_MS = 5000
"""Whether texts wait since the last time is told when the person has seen the library."""
_TICK_MS = 1000


class WindowWriting(QObject):
    """A writer stays while the window is made anew in another language. It is made some moments after the first rows,
    or when it is first needed."""

    def __init__(
        self,
        tasks: TaskRunner,
        session: Session,
        pause: QAction,
        status: StatusLine,
        dialogs: WindowDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._pause = pause
        self._status = status
        self._dialogs = dialogs
        self._services: LibraryServices | None = None
        self._reading: ReadingDesk | None = None
        self._writer: Writer | None = None
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._tell)
        dialogs.work_tabs[TEXTS] = self._list
        dialogs.settings_pages += (self._model_page, self._prompts_page)
        status.writing_asked.connect(dialogs.show_texts)
        session.changed.connect(self._on_settings_changed)
        pause.triggered.connect(self._on_pause)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self._rest)

    def writer(self) -> "Writer":
        """That of the library which was served last."""
        if self._writer is None:
            from desktop.ui.writing.writer import Writer  # not needed for the first screen

            assert self._services is not None
            self._writer = Writer(self._services, self._tasks, self._session, self)
            self._writer.changed.connect(self._tell)
            self._writer.wake()
        return self._writer

    def serve(self, services: "LibraryServices", actions: "WritingActions", reading: "ReadingDesk") -> None:
        """The library is open, and a person may use these actions."""
        self._services, self._reading = services, reading
        actions.list_wanted.connect(self._dialogs.show_texts)
        actions.settings_wanted.connect(self.show_settings)
        QTimer.singleShot(_BEGIN_AFTER_MS if self._writer is None else 0, actions, actions.begin)

    def leave(self) -> None:
        """Another library is opened: stop at once."""
        self._services = self._reading = None
        self._ticking.stop()
        if self._writer is not None:
            self._writer.leave()
            self._writer = None
            self._status.show_writing("")
            self._dialogs.close_work()

    def show_settings(self) -> None:
        """Let the person choose a language model."""
        folder = self._services.folder if self._services is not None else None
        self._dialogs.show_preferences(folder, "model")

    def _rest(self) -> None:
        if self._writer is not None:
            self._writer.rest()

    def _list(self) -> "WorkTab | None":
        if self._services is None:
            return None
        from desktop.ui.work.work_list import WorkTab
        from desktop.ui.writing.texts_page import TextsPage  # when it is first wanted

        page = TextsPage(self._services, self.writer())
        page.paper_wanted.connect(self._show_paper)
        page.settings_wanted.connect(self.show_settings)
        return WorkTab(self.tr("Texts"), page)

    def _model_page(self) -> "SettingsPage":
        from desktop.ui.writing.model_page import ModelPage  # when it is first wanted

        return ModelPage(self._tasks, self._session)

    def _prompts_page(self) -> "SettingsPage":
        from desktop.ui.writing.prompts_page import PromptsPage  # when it is first wanted

        return PromptsPage(self._tasks, self._session)

    def _show_paper(self, paper: PaperId) -> None:
        if self._reading is not None:
            self._reading.show_in_library(paper)
            self._status.window().activateWindow()

    def _on_pause(self, paused: bool) -> None:
        if self._services is not None:
            self.writer().pause(paused)

    def _on_settings_changed(self) -> None:
        if self._writer is not None:
            self._writer.obey()

    def _tell(self) -> None:
        if self._writer is None:
            return
        from desktop.ui.writing.writing_words import status_words

        view = self._writer.view
        self._pause.setChecked(self._writer.paused)
        self._status.show_writing(status_words(view))
        if not view.waits_until_ms:
            self._ticking.stop()
        elif not self._ticking.isActive():
            self._ticking.start()
