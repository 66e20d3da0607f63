"""From links, ids and PDFs to papers in the library: the dialog that stays, and the adding itself."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.adding import AddResult
from desktop.services.library import LibraryServices
from desktop.ui.adding.add_words import action_words, result_words
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.add_papers import CopiedPdfs
    from desktop.services.read_files import ReadFiles
    from desktop.ui.adding.add_dialog import AddDialog


class AddFlow(QObject):
    """Adds to one library. Lives as long as its window."""

    added = Signal(object, str)
    """AddResult, and what to tell the person."""
    show_wanted = Signal(object)
    """Papers (PaperId) of the library that the person wants to see."""
    arrived = Signal(object)
    """Dropped: given to the dialog, not sorted yet."""
    titles_asked = Signal(object)
    """Lines that may be titles of papers, to be looked up."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._window = window
        self._dialog: AddDialog | None = None

    @property
    def dialog(self) -> "AddDialog":
        """The dialog, as it was left."""
        if self._dialog is None:
            from desktop.ui.adding.add_dialog import AddDialog  # not needed for the first screen

            self._dialog = dialog = AddDialog(self._tasks, self._services, self._session, self._window)
            dialog.accepted.connect(self._add)
            dialog.show_wanted.connect(self._on_show_wanted)
            dialog.arrived.connect(self.arrived)
            dialog.titles_asked.connect(self.titles_asked)
            self.destroyed.connect(dialog.deleteLater)  # another library, or the window is made anew
        return self._dialog

    def open(self, text: str = "", paths: Sequence[Path] = (), read: "ReadFiles | None" = None) -> None:
        """Show the dialog with this beside what it holds already: a text, files, what files were found to tell.

        The first time takes some turns of the event loop, so that the window answers in between.
        """
        show = partial(self._show, text, paths, read)
        if self._dialog is not None:
            show()
        else:
            self._do_in_turns([self._import_dialog, lambda: self.dialog, show])

    def _do_in_turns(self, steps: Sequence[Callable[[], object]]) -> None:
        def turn() -> None:
            steps[0]()
            self._do_in_turns(steps[1:])

        if steps:
            QTimer.singleShot(0, self, turn)

    @staticmethod
    def _import_dialog() -> None:
        import desktop.ui.adding.add_dialog  # noqa: F401 - half of the time that the first dialog takes

    def _show(self, text: str, paths: Sequence[Path], read: "ReadFiles | None") -> None:
        dialog = self.dialog
        if not dialog.isVisible():
            dialog.recognition.look_up_again()
        dialog.take(text, paths, read)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _on_show_wanted(self, papers: object) -> None:
        self.dialog.reject()
        self.show_wanted.emit(papers)

    def _add(self) -> None:
        dialog, services = self.dialog, self._services
        plan, outcome = dialog.model.choice.to_add(), dialog.model.choice.outcome()
        download = dialog.download.isChecked()

        def done(result: AddResult) -> None:
            dialog.begin_anew()
            self.added.emit(result, result_words(result, outcome))

        def store(copied: "CopiedPdfs") -> None:
            self._tasks.run(
                Lane.DB, lambda: services.adding.add_copied(plan, copied, download=download), owner=self, done=done
            )

        self._tasks.run_job(
            Lane.FILES if plan.pdfs else Lane.DB,
            lambda job: services.adding.copy_pdfs(plan, job),
            owner=self,
            label=action_words(outcome),
            done=store,
        )
