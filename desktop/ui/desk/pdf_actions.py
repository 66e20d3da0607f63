"""What a person does with the PDFs of papers: read them here, or open them in another program."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.ui.actions import ActionId
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.library_room import LibraryRoom
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

Id = ActionId


class PdfActions(QObject):
    """Bound to one library in the window."""

    download_wanted = Signal(object, object)  # PaperId, version or None
    details_wanted = Signal()
    """A paper has no PDF, so its details are to have the keyboard."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        room: LibraryRoom,
        reading: ReadingDesk,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._room = room
        self._reading = reading
        self._toast = toast
        room.table.paper_activated.connect(self.read)
        room.details_made.connect(self._on_details_made)
        reading.outside_wanted.connect(self.open_outside)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {Id.OPEN_PDF: self._read_selected, Id.OPEN_OUTSIDE: self._open_in_hand}

    def read(self, paper: PaperId) -> None:
        """Show the paper's PDF in a tab; without any, show its details and offer to download one."""
        rows = self._room.model.papers_at_hand([paper])
        if rows and rows[0].has_pdf:
            self._reading.open(paper)
        else:  # a row is read again only once it is seen, so that the PDF may have come since
            services = self._services
            self._tasks.run(Lane.DB, lambda: services.browse.rows([paper]), owner=self, done=self._read)

    def _read(self, rows: list[PaperRow]) -> None:
        for row in rows:
            if row.has_pdf:
                self._reading.open(row.id)
            else:
                if row.id in self._reading.in_hand[:1]:  # else the details are of another paper
                    self.details_wanted.emit()
                self._tell_none(row.id)

    def open_outside(self, paper: PaperId) -> None:
        """Open the newest PDF of the paper with the program that the system has for it."""
        services = self._services

        def work() -> str:
            details = services.browse.details(paper)
            files = details.files if details is not None else ()
            return max(files, key=lambda file: file.version or 0).path if files else ""

        def done(path: str) -> None:
            if path:
                self.open_file_outside(path)
            else:
                self._tell_none(paper)

        self._tasks.run(Lane.DB, work, owner=self, done=done)

    def open_file_outside(self, path: str) -> None:
        """Open that file of the library, whose path is relative to it, in another program."""
        self._room.details.page.file_opened.emit(path)

    def _read_selected(self) -> None:
        for paper in self._reading.in_hand[:1]:
            self.read(paper)

    def _open_in_hand(self) -> None:
        for paper in self._reading.in_hand[:1]:
            self.open_outside(paper)

    def _tell_none(self, paper: PaperId) -> None:
        self._toast.show_failure(
            self.tr("This paper has no PDF yet."),
            self.tr("Download PDF"),
            lambda: self.download_wanted.emit(paper, None),
        )

    def _on_details_made(self) -> None:
        self._room.details.file_wanted.connect(self._reading.open)
        self._room.details.mark_activated.connect(self._open_mark)
        self._room.details.file_missed.connect(self._on_file_missed)

    def _open_mark(self, paper: PaperId, sha256: str, mark: str) -> None:
        self._reading.open(paper, sha256, mark=mark)

    def _on_file_missed(self, path: str) -> None:
        """A PDF that was to be opened is gone: offer to get it again, where arXiv has it."""
        from desktop.ui.wording import sentences

        services = self._services

        def work() -> tuple[PaperId, int | None] | None:
            missed = next((missed for missed in services.relinking.missing() if missed.file.path == path), None)
            rows = services.browse.rows([missed.paper]) if missed is not None else []
            known = missed is not None and any(row.arxiv_id for row in rows)
            return (missed.paper, missed.file.version) if known and missed is not None else None

        def done(found: tuple[PaperId, int | None] | None) -> None:
            text = self.tr("This PDF is no longer in the folder of the library.")
            if found is None:
                search = self.tr("Find missing PDFs, in the menu File, looks for it elsewhere.")
                self._toast.show_failure(sentences((text, search)))
            else:
                self._toast.show_failure(text, self.tr("Download again"), lambda: self.download_wanted.emit(*found))

        self._tasks.run(Lane.DB, work, owner=self, done=done)
