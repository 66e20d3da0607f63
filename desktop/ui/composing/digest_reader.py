"""Reads a digest and makes its preview on the lane of the library; of what is asked only the last wish counts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError, Reason
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.own_digest import Way
from desktop.ui.composing.digest_view import DigestView, Drafts, preview, read_history, read_view
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


class DigestReader(QObject):
    """Of one digest."""

    read = Signal(object)
    """What is stored (DigestView)."""
    previewed = Signal(object, object)
    """In which way (Way), and what would be handed on in it (Preview)."""
    history_read = Signal(object)
    """What was handed on (tuple of HandedOn), the last first."""
    details_read = Signal(object)
    """Of one paper (PaperDetails | None)."""
    gone = Signal()
    """There is no such digest any more."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, digest: OwnDigestId, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._digest = digest
        self._previewing = False
        self._next: tuple[DigestView, Drafts, Way] | None = None

    @property
    def settled(self) -> bool:
        """Whether no other preview is to be made after the one that is told of."""
        return self._next is None

    def read_again(self) -> None:
        """Read what is stored, and after it what was handed on."""
        services, digest = self._services, self._digest
        self._tasks.run_latest(
            "digest", Lane.DB, lambda: read_view(services, digest), owner=self, done=self.read.emit, failed=self._fail
        )

    def read_history(self) -> None:
        """Read what was handed on."""
        services, digest = self._services, self._digest
        self._tasks.run_latest(
            "history",
            Lane.DB,
            lambda: read_history(services, digest),
            owner=self,
            done=self.history_read.emit,
            failed=self._fail,
        )

    def read_details(self, paper: PaperId) -> None:
        """Read the texts of a paper."""
        services = self._services
        self._tasks.run_latest(
            "texts", Lane.DB, lambda: services.browse.details(paper), owner=self, done=self.details_read.emit
        )

    def make_preview(self, view: DigestView, drafts: Drafts, way: Way) -> None:
        """Make the preview. While one is being made the last wish waits: keys that go on must not starve it."""
        if self._previewing:
            self._next = view, drafts, way
            return
        self._previewing, self._next = True, None
        self._tasks.run(
            Lane.DB,
            lambda: preview(view.content, drafts, way),
            owner=self,
            done=lambda made: self.previewed.emit(way, made),
            failed=self._fail,
            ended=self._on_preview_ended,
        )

    def _on_preview_ended(self) -> None:
        self._previewing = False
        if self._next is not None:
            self.make_preview(*self._next)

    def _fail(self, error: AppError) -> None:
        if error.reason is Reason.NO_SUCH_DIGEST:
            self.gone.emit()
        else:
            self._tasks.failure_reported.emit(error)
