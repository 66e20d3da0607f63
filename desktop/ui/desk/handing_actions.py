"""What a person does with marks outside of the library: annotated copies, notes, marks that a PDF brought with it."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PaperId
from desktop.ui.actions import ActionId
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.library_room import LibraryRoom
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.reader.handing_on.handing_on import HandingOn

Id = ActionId


class HandingActions(QObject):
    """Bound to one library in the window."""

    exported = Signal(str, str)
    """What to tell the person, and the path of a file that was written."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        room: LibraryRoom,
        reading: ReadingDesk,
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
        self._toast = toast
        self._window = window

    @cached_property
    def flows(self) -> "HandingOn":
        """The dialogs and the work behind them."""
        from desktop.ui.reader.handing_on.handing_on import HandingOn  # not needed for the first screen

        flows = HandingOn(self._services, self._tasks, self._session, self._toast, self._window)
        flows.exported.connect(self.exported)
        self.destroyed.connect(flows.deleteLater)
        return flows

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.EXPORT_ANNOTATED: self._export_copy,
            Id.EXPORT_NOTES: self._export_notes,
            Id.TAKE_OVER_MARKS: self._take_over,
        }

    def _export_copy(self) -> None:
        reader, papers = self._reading.reader, self._reading.in_hand
        if reader is not None:
            reader.save()
            self.flows.export_copy(reader.paper, reader.sha256)
        elif papers:
            self.flows.export_copy(papers[0])

    def _export_notes(self) -> None:
        from desktop.ui.reader.handing_on.notes_dialog import NotesChoices

        if self._reading.reader is not None:
            self._reading.reader.save()
        shown = () if self._reading.reader is not None else tuple(map(PaperId, self._room.shown))
        self.flows.export_notes(NotesChoices(tuple(self._reading.in_hand), shown))

    def _take_over(self) -> None:
        reader = self._reading.reader
        if reader is not None and reader.file is not None:
            self.flows.take_over(reader.file.opened, reader.file.marking.parts.model)
