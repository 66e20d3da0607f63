"""Hands a digest on: asks where to, writes it, and remembers it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.changes import Changes
from desktop.domain.errors import FileError, Reason
from desktop.domain.ids import OwnDigestId
from desktop.domain.own_digest import DigestContent, HandedOn, Way
from desktop.domain.progress import Job
from desktop.ui import wording
from desktop.ui.composing.digest_words import way_name
from desktop.ui.digests.target_file import export_folder, remember_export_folder
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.domain.exporting import ExportResult
    from desktop.services.hand_on_digests import FolderResult
    from desktop.services.library import LibraryServices

_FOLDER = "digest-folder"
_FILTERS = {Way.MARKDOWN: "*.md", Way.PAGE: "*.html", Way.RSS: "*.xml"}


class HandOnFlow(QObject):
    """What is written is what the library held when it was asked for. It lives as long as its library is open."""

    handed_on = Signal(str, str)
    """What to tell the person, and the path of a file that was written."""
    changed = Signal(object)
    """The history is another (Changes): no step of undo."""

    def __init__(
        self, services: "LibraryServices", tasks: TaskRunner, session: Session, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._window = window
        self._shown_pages: str | None = None
        """The folder of pages that were looked at, once there is one."""

    def to_file(self, digest: OwnDigestId, way: Way, name: str) -> None:
        """Ask for a file and write the digest to it. `name`: of the digest."""
        from desktop.domain.shown_file_name import fitting

        ending = _FILTERS[way].removeprefix("*")
        proposed = export_folder(self._session) / fitting(name, ending)
        kind = f"{way_name(way)} ({_FILTERS[way]})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Hand on the digest"), str(proposed), kind)
        if chosen:
            path = Path(chosen)
            self._write_file(digest, way, path if path.suffix else path.with_suffix(ending))

    def to_folder(self, digest: OwnDigestId) -> None:
        """Ask for a folder and write the digest below it, under its day."""
        before = self._session.recall(_FOLDER) or str(export_folder(self._session))
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder of folders by day"), before)
        if chosen:
            self._write_folder(digest, Path(chosen))

    def again(self, digest: OwnDigestId, handed: HandedOn) -> None:
        """Write it to the same place as it is now."""
        if handed.way is Way.FOLDER:
            self._write_folder(digest, Path(handed.target))
        else:
            self._write_file(digest, handed.way, Path(handed.target))

    def show_page(self, digest: OwnDigestId) -> None:
        """Open the page as it is now in the browser. Nothing is handed on: the file goes with the program."""

        def write(content: DigestContent) -> Path:
            from desktop.domain.shown_file_name import fitting
            from desktop.services.hand_on_digests import write
            from desktop.services.write_digests import written

            if self._shown_pages is None:
                self._shown_pages = mkdtemp(prefix="papershelf-")
                finalize(self, rmtree, self._shown_pages, ignore_errors=True)
            path = Path(self._shown_pages) / fitting(content.digest.name, ".html")
            write(written(content, Way.PAGE), path)
            return path

        def go_on(content: DigestContent) -> None:
            self._tasks.run(Lane.FILES, lambda: write(content), owner=self, done=self._open)

        self._with_content(digest, go_on)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tasks.failure_reported.emit(FileError(Reason.UNREADABLE, str(path)))

    def _with_content(self, digest: OwnDigestId, then: Callable[[DigestContent], None]) -> None:
        services = self._services
        self._tasks.run(Lane.DB, lambda: services.own_digests.content(digest), owner=self, done=then)

    def _write_file(self, digest: OwnDigestId, way: Way, path: Path) -> None:
        def write(content: DigestContent) -> "tuple[ExportResult, str]":
            from desktop.services.hand_on_digests import write
            from desktop.services.write_digests import written

            document = written(content, way)
            return write(document, path), document.sha256

        def go_on(content: DigestContent) -> None:
            done = partial(self._on_file, digest, way)
            label = self.tr("Handing on {name}").format(name=content.digest.name)
            self._tasks.run(Lane.FILES, lambda: write(content), owner=self, done=done, label=label)

        remember_export_folder(self._session, path.parent)
        self._with_content(digest, go_on)

    def _on_file(self, digest: OwnDigestId, way: Way, made: "tuple[ExportResult, str]") -> None:
        result, sha256 = made
        words = self.tr("{papers} handed on: {name}.")
        self._tell(words.format(papers=wording.papers(result.papers), name=Path(result.path).name), result.path)
        self._remember(digest, way, result.path, result.papers, sha256)

    def _write_folder(self, digest: OwnDigestId, folder: Path) -> None:
        def go_on(content: DigestContent) -> None:
            def write(job: Job) -> "FolderResult":
                from desktop.services.hand_on_digests import write_folder

                return write_folder(content, folder, job)

            label = self.tr("Handing on {name}").format(name=content.digest.name)
            self._tasks.run_job(Lane.FILES, write, owner=self, label=label, done=partial(self._on_folder, digest))

        self._session.remember(_FOLDER, str(folder))
        self._with_content(digest, go_on)

    def _on_folder(self, digest: OwnDigestId, result: "FolderResult") -> None:
        if result.changed:
            words = self.tr("{papers} handed on: {count} files written in {name}.")
        else:
            words = self.tr("{name} holds this digest already; no file was changed.")
        count, name = wording.number(len(result.changed)), Path(result.folder).name
        self._tell(words.format(papers=wording.papers(result.papers), count=count, name=name), result.files[0])
        self._remember(digest, Way.FOLDER, result.folder, result.papers, result.sha256)

    def _tell(self, words: str, path: str) -> None:
        self.handed_on.emit(words, path)

    def _remember(self, digest: OwnDigestId, way: Way, target: str, papers: int, sha256: str) -> None:
        services = self._services

        def work() -> Changes:
            return services.handing_on.remember(digest, way, target, papers, sha256)

        self._tasks.run(Lane.DB, work, owner=self, done=self.changed.emit)
