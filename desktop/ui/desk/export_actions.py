"""What a person writes out: one digest, papers as a digest, all digests."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import DigestId, PaperId
from desktop.domain.listing import Place
from desktop.ui.actions import ActionId
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.library_room import LibraryRoom
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.digests.export_flow import ExportFlow

Id = ActionId


class ExportActions(QObject):
    """Bound to one library in the window."""

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        room: LibraryRoom,
        papers: PaperCommands,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._room = room
        self._papers = papers
        self._window = window
        room.digest_export_asked.connect(self._export_digest)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {Id.EXPORT: self._export, Id.EXPORT_ALL: self._export_all}

    def leave(self) -> None:
        """Let go of the dialogs."""
        if "_flow" in self.__dict__:
            self._flow.deleteLater()

    @cached_property
    def _flow(self) -> "ExportFlow":
        from desktop.ui.digests.export_flow import ExportFlow  # not needed for the first screen

        flow = ExportFlow(self._tasks, self._services, self._session, self._window)
        flow.exported.connect(self._papers.tell_exported)
        return flow

    def _export_all(self) -> None:
        self._flow.export_all()

    def _export(self) -> None:
        listing, selected = self._room.listing, tuple(self._room.selected)
        digest = listing.digest if listing.place is Place.DIGEST and not listing.query else None
        self._open(digest, selected, tuple(self._room.shown), prefer_papers=len(selected) > 1 or bool(listing.query))

    def _export_digest(self, digest: DigestId) -> None:
        self._open(digest, (), ())

    def _open(
        self,
        digest: DigestId | None,
        selected: tuple[PaperId, ...],
        shown: tuple[PaperId, ...],
        *,
        prefer_papers: bool = False,
    ) -> None:
        from desktop.ui.digests.export_dialog import ExportChoices  # not needed for the first screen

        name = next((summary.name for summary in self._room.counts.digests if summary.id == digest), "")
        self._flow.export(ExportChoices((digest, name) if digest is not None else None, selected, shown, prefer_papers))
