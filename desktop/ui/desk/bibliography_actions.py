"""Papers as references: onto the clipboard, and into a bibliography."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.ui.actions import ActionId
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.library_room import LibraryRoom
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast
from desktop.ui.wording import number, papers, sentences

if TYPE_CHECKING:
    from desktop.domain.bibliography_export import BibliographyWritten
    from desktop.services.library import LibraryServices

Id = ActionId
_LONGEST = 120


class BibliographyActions(QObject):
    """Bound to one library in the window."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        room: LibraryRoom,
        reading: ReadingDesk,
        papers: PaperCommands,
        toast: Toast,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._room = room
        self._reading = reading
        self._papers = papers
        self._toast = toast
        self._window = window

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.COPY_BIBTEX: self._copy_bibtex,
            Id.COPY_REFERENCE: self._copy_reference,
            Id.CITE_KEYS: self._make_keys,
            Id.EXPORT_BIBLIOGRAPHY: self._export,
        }

    def _copy_bibtex(self) -> None:
        chosen, services, template = self._reading.in_hand, self._services, self._session.values.cite_keys
        if chosen:
            self._copy(chosen, lambda: services.bibliography.citing.bibtex(chosen, template))

    def _copy_reference(self) -> None:
        chosen, services, name = self._reading.in_hand, self._services, self._session.values.reference_style

        def work() -> str:
            from desktop.domain.reference_styles import ReferenceStyle

            style = ReferenceStyle(name) if name in set(ReferenceStyle) else ReferenceStyle.APA
            return services.bibliography.citing.formatted(chosen, style)

        if chosen:
            self._copy(chosen, work)

    def _make_keys(self) -> None:
        chosen, services, template = self._reading.in_hand, self._services, self._session.values.cite_keys
        self._papers.change(lambda: services.bibliography.citing.regenerate(chosen, template))

    def _copy(self, chosen: Sequence[PaperId], work: Callable[[], str]) -> None:
        self._tasks.run_latest("copy", Lane.DB, work, owner=self, done=partial(self._on_text, len(chosen)))

    def _on_text(self, count: int, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        if count == 1:
            self._toast.show_message(self.tr("Copied: {text}").format(text=_one_line(text)))
        else:
            self._toast.show_message(self.tr("Copied: {papers}").format(papers=papers(count)))

    def _export(self) -> None:
        services = self._services
        work = partial(_whole_library, services)
        self._tasks.run_latest("all", Lane.DB, work, owner=self, done=self._open)

    def _open(self, everything: tuple[PaperId, ...]) -> None:
        from desktop.ui.bibliography.export_dialog import BibliographyExportDialog, Offer

        shown = () if self._reading.reader is not None else tuple(map(PaperId, self._room.shown))
        offers = (
            Offer(self.tr("Selection"), tuple(self._reading.in_hand)),
            Offer(self.tr("List"), shown),
            Offer(self.tr("Whole library"), everything),
        )
        offered = tuple(offer for offer in offers if offer.papers)
        if not offered:
            self._toast.show_message(self.tr("There is no paper to export yet."))
            return
        dialog = BibliographyExportDialog(self._tasks, self._services, self._session, offered, self._window)
        dialog.exported.connect(self._on_exported)
        self.destroyed.connect(dialog.reject)  # another library, or the window is made anew
        dialog.show()

    def _on_exported(self, written: "BibliographyWritten") -> None:
        name = Path(written.path).name
        said = [self.tr("{papers} exported to {name}.").format(papers=papers(written.papers), name=name)]
        if written.files:
            said.append(self.tr("PDFs copied: {count}.").format(count=number(written.files)))
        if written.refused:
            said.append(self.tr("PDFs left out: {count}.").format(count=number(len(written.refused))))
        self._papers.tell_exported(sentences(said), written.path)


def _whole_library(services: "LibraryServices") -> tuple[PaperId, ...]:
    return tuple(map(PaperId, services.browse.list_papers(Listing(Place.ALL)).ids))


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
