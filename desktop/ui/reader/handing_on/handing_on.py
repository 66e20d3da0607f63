"""Opens the dialogs for marks that leave and come, does what they are asked for, and tells what was done."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.annotated_copy import CopyWish, CopyWritten, TakeOver
from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.notes import NotesWritten, PaperNotes
from desktop.domain.progress import Job
from desktop.domain.reading import OpenedPaper
from desktop.ui.failures import failure_words
from desktop.ui.reader.handing_on.copy_dialog import CopyDialog
from desktop.ui.reader.handing_on.notes_dialog import NotesChoices, NotesDialog, NotesWish
from desktop.ui.reader.handing_on.notes_preview import PreviewMaker
from desktop.ui.reader.handing_on.person_name import person_name
from desktop.ui.reader.handing_on.take_over_dialog import TakeOverDialog
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast
from desktop.ui.wording import marks, papers, sentences

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_AT_ONCE = 100
"""Papers that are read at once: others get the library in between."""


class HandingOn(QObject):
    """Of one library. Lives as long as its window."""

    opened = Signal(object)
    """A dialog."""
    exported = Signal(str, str)
    """What to tell the person, and the path of a file that was written, for "Show in folder"."""

    def __init__(
        self, services: "LibraryServices", tasks: TaskRunner, session: Session, toast: Toast, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._toast = toast
        self._window = window

    # Annotated copies

    def export_copy(self, paper: PaperId, sha256: str = "") -> None:
        """Let a person export a copy of the paper's PDF with their marks. Without `sha256` it is the file read last."""
        services = self._services

        def read() -> tuple[OpenedPaper, str]:
            from desktop.services.export_notes import file_name

            return services.reading.open(paper, sha256), file_name(services.notes.gather([paper])[0], ".pdf")

        self._tasks.run(Lane.DB, read, owner=self, done=self._ask_for_copy, failed=self._tell_failure)

    def _ask_for_copy(self, read: tuple[OpenedPaper, str]) -> None:
        opened, name = read
        if not opened.marks:
            self._toast.show_message(self.tr("This PDF has no marks yet."))
            return
        dialog = CopyDialog(self._tasks, self._session, opened, name, self._window)
        dialog.wished.connect(self.write_copy)
        self._show(dialog)

    def write_copy(self, wish: CopyWish) -> None:
        """Write the copy as a job."""
        services = self._services
        self._tasks.run_job(
            Lane.FILES,
            lambda job: services.annotated.export(wish, job),
            owner=self,
            label=self.tr("Annotated copy: {name}").format(name=Path(wish.target).name),
            done=self._on_copied,
            failed=self._tell_failure,
        )

    def _on_copied(self, written: CopyWritten) -> None:
        name = Path(written.path).name
        parts = [self.tr("{name} holds {marks}.").format(name=name, marks=marks(written.marks))]
        if written.signed:
            parts.append(self.tr("Its digital signature vouches for the original alone, not for the marks."))
        if written.locked:
            parts.append(self.tr("It asks for the same password."))
        self.exported.emit(sentences(parts), written.path)

    # Notes

    def export_notes(self, choices: NotesChoices) -> None:
        """Let a person export notes and marks of these papers. Does nothing if there are none."""
        if not choices.in_hand and not choices.shown:
            return
        dialog = NotesDialog(
            self._tasks,
            self._session,
            choices,
            lambda parent: PreviewMaker(self._services, self._tasks, parent),
            self._window,
        )
        dialog.wished.connect(self.write_notes)
        self._show(dialog)

    def write_notes(self, wish: NotesWish) -> None:
        """Read the papers by pieces, then write as a job."""
        self._gather(wish, 0, ())

    def _gather(self, wish: NotesWish, first: int, found: tuple[PaperNotes, ...]) -> None:
        services, piece = self._services, wish.papers[first : first + _AT_ONCE]
        if not piece:
            self._write(wish, [notes for notes in found if notes.note or notes.marks or not wish.only_written])
            return
        self._tasks.run(
            Lane.DB,
            lambda: services.notes.gather(piece, pictures=wish.choice.pictures),
            owner=self,
            done=lambda more: self._gather(wish, first + _AT_ONCE, found + more),
            failed=self._tell_failure,
        )

    def _write(self, wish: NotesWish, notes: Sequence[PaperNotes]) -> None:
        if not notes:
            self._toast.show_message(self.tr("None of these papers has notes or marks."))
            return
        services = self._services

        def work(job: Job) -> NotesWritten:
            from desktop.services.export_notes import write_folder, write_notes

            labelled = services.notes.labelled(notes, job)
            write = write_folder if wish.folder else write_notes
            return write(labelled, wish.choice, wish.target, job)

        self._tasks.run_job(
            Lane.FILES,
            work,
            owner=self,
            label=self.tr("Notes: {name}").format(name=wish.target.name),
            done=self._on_notes_written,
            failed=self._tell_failure,
        )

    def _on_notes_written(self, written: NotesWritten) -> None:
        told = self.tr("Notes of {papers} with {marks} were written.")
        parts = [told.format(papers=papers(written.papers), marks=marks(written.marks))]
        if written.kept:
            parts.append(
                self.tr("You had written within our notes: the file as it was is kept as {name}.").format(
                    name=Path(written.kept[0]).name
                )
            )
        self.exported.emit(sentences(parts), written.kept[0] if written.kept else written.path)

    # Marks of the PDF

    def take_over(self, opened: OpenedPaper, model: MarksModel) -> None:
        """Show the marks that other programs left in the open file, and let a person take them over."""
        if not model.takes_new():
            return
        services, there, me = self._services, model.marks, person_name(self._session)
        self._tasks.run_job(
            Lane.FILES,
            lambda job: services.taking_over.plan(opened.paper, opened.file, there, me, lambda: job.cancelled),
            owner=model,
            label=self.tr("Marks of the PDF: {title}").format(title=opened.title),
            done=partial(self._ask_to_take, model),
            failed=self._tell_failure,
        )

    def _ask_to_take(self, model: MarksModel, found: TakeOver) -> None:
        if not found.marks:
            parts = [self.tr("There are no marks in this PDF that could be taken over.")]
            if found.there:
                parts = [self.tr("All marks of this PDF are here already.")]
            self._toast.show_message(sentences(parts))
            return
        dialog = TakeOverDialog(found, self._window)
        dialog.agreed.connect(lambda agreed: self._take(model, agreed))
        model.destroyed.connect(dialog.reject)
        self._show(dialog)

    def _take(self, model: MarksModel, found: TakeOver) -> None:
        model.do(found.step, found.pictures)
        text = self.tr("{marks} were taken over.").format(marks=marks(len(found.marks)))
        self._toast.show_message(text, self.tr("Undo"), lambda: model.take_back(found.step))

    def _show(self, dialog: QDialog) -> None:
        self.destroyed.connect(dialog.reject)  # another library, or the window is made anew
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        self.opened.emit(dialog)

    def _tell_failure(self, error: AppError) -> None:
        self._toast.show_failure(failure_words(error).text)
