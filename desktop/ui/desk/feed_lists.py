"""Lists of feeds (OPML), as other programs have them, in and out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.domain.feeds import FeedListReport
from desktop.services.feed_list_files import read_list, write_list
from desktop.ui.digests.target_file import export_folder, remember_export_folder
from desktop.ui.tasks import Lane
from desktop.ui.wording import number, sentences

if TYPE_CHECKING:
    from desktop.ui.desk.open_library import OpenLibrary

_FILTER = "OPML (*.opml *.xml)"


class FeedLists(QObject):
    """Files are read and written on their own lane."""

    def __init__(self, library: "OpenLibrary", parent: QObject) -> None:
        super().__init__(parent)
        self._library = library

    def ask_in(self) -> None:
        """Let a person choose a file, and follow what it names."""
        dialog = QFileDialog(self._library.window, self.tr("Import feeds"), str(export_folder(self._library.session)))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, self.take_in)

    def ask_out(self) -> None:
        """Let a person choose where all feeds are written to."""
        dialog = QFileDialog(self._library.window, self.tr("Export feeds"), str(export_folder(self._library.session)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(".opml")
        dialog.selectFile("papershelf.opml")
        self._open(dialog, self.write_out)

    def _open(self, dialog: QFileDialog, act: Callable[[Path], None]) -> None:
        def chosen(name: str) -> None:
            remember_export_folder(self._library.session, Path(name).parent)
            act(Path(name))

        dialog.setNameFilter(_FILTER)
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, path: Path) -> None:
        """Follow what that file names."""
        self._library.tasks.run(Lane.FILES, lambda: read_list(path), owner=self, done=self._follow)

    def _follow(self, data: bytes) -> None:
        services = self._library.services
        self._library.tasks.run(Lane.DB, lambda: services.feeds.opml_in(data), owner=self, done=self._told)

    def _told(self, report: FeedListReport) -> None:
        parts = [self.tr("{count} feeds are followed now.").format(count=number(report.followed))]
        if report.followed == 1:
            parts = [self.tr("1 feed is followed now.")]
        if report.known:
            parts.append(self.tr("{count} were followed already.").format(count=number(report.known)))
        if report.left_out:
            words = self.tr("{count} cannot be followed here, such as {name}.")
            parts.append(words.format(count=number(len(report.left_out)), name=report.left_out[0]))
        self._library.papers.tell_imported(report.changes, sentences(parts))

    def write_out(self, path: Path) -> None:
        """Write all feeds into that file."""
        services, tasks = self._library.services, self._library.tasks

        def done(_: None) -> None:
            words = self.tr("Exported the feeds to {name}.").format(name=path.name)
            self._library.papers.tell_exported(words, str(path))

        def write(data: bytes) -> None:
            tasks.run(Lane.FILES, lambda: write_list(path, data), owner=self, done=done)

        tasks.run(Lane.DB, lambda: services.feeds.opml_out(), owner=self, done=write)
