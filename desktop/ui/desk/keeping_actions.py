"""Backups, checks and the emptying of the Trash, bound to one library in the window."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.listing import Place
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.ui import wording
from desktop.ui.actions import ActionId
from desktop.ui.desk.page_tab import PageTab
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.library.open_file import show_folder
from desktop.ui.library_room import LibraryRoom
from desktop.ui.tabs.tabs import Tabs
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.domain.adding import AddResult
    from desktop.domain.backup import Backup, LibraryCopy
    from desktop.services.copy_library import BegunCopy
    from desktop.services.library import LibraryServices
    from desktop.ui.keeping.backups_page import BackupsPage
    from desktop.ui.keeping.check_page import CheckPage
    from desktop.ui.keeping.trash_strip import TrashStrip

Id = ActionId


class KeepingActions(QObject):
    """There is one tab of backups and one of the check; what they ask for is done here."""

    restore_wanted = Signal(object, object)
    """The folder of the library, the file (Path) that is to take its place."""
    find_missing_wanted = Signal()

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        room: LibraryRoom,
        tabs: Tabs,
        papers: PaperCommands,
        toast: Toast,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._room = room
        self._papers = papers
        self._toast = toast
        self._window = window
        self._strip: TrashStrip | None = None
        room.state_changed.connect(self._show_strip)
        self.backups = PageTab(tabs, "backups", self.tr("Backups"), self._make_backups)
        self.checking = PageTab(tabs, "check", self.tr("Check"), self._make_check)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.BACKUPS: self._show_backups,
            Id.CHECK_LIBRARY: self._check,
            Id.EMPTY_TRASH: self.empty_trash,
        }

    def empty_trash(self) -> None:
        """Empty the Trash; this can be undone for a while."""
        services, count = self._services, self._room.counts.trash
        if count:
            self._papers.change(lambda: services.trash.empty(), UndoLabel(UndoKind.EMPTY_TRASH, count))
        else:
            self._toast.show_message(self.tr("The Trash is empty."))

    def _show_strip(self) -> None:
        """Above the papers of the Trash."""
        wanted = self._room.listing.place is Place.TRASH and self._room.counts.trash > 0
        if self._strip is None and wanted:
            from desktop.ui.keeping.trash_strip import TrashStrip  # when the Trash is first looked into

            self._strip = TrashStrip()
            self._strip.empty_wanted.connect(self.empty_trash)
            self._room.column.insertWidget(1, self._strip)
        if self._strip is not None:
            self._strip.setVisible(wanted)

    # Pages

    def _show_backups(self) -> None:
        page = self.backups.show()
        page.load()
        page.setFocus()

    def _check(self) -> None:
        self.checking.show().check()

    def _make_backups(self) -> "BackupsPage":
        from desktop.ui.keeping.backups_page import BackupsPage  # when it is first wanted

        page = BackupsPage(self._services, self._tasks)
        page.back_up_wanted.connect(self._back_up)
        page.back_up_to_wanted.connect(self._back_up_to)
        page.copy_wanted.connect(self._copy)
        page.restore_wanted.connect(self._restore)
        page.check_wanted.connect(self._check)
        page.folder_wanted.connect(self._show_folder)
        page.left.connect(self.backups.go_back)
        return page

    def _make_check(self) -> "CheckPage":
        from desktop.ui.keeping.check_page import CheckPage  # when it is first wanted

        page = CheckPage(self._services, self._tasks)
        page.backups_wanted.connect(self._show_backups)
        page.rebuild_wanted.connect(self._rebuild)
        page.find_missing_wanted.connect(self.find_missing_wanted)
        page.add_stray_wanted.connect(self._add_stray)
        page.move_stray_wanted.connect(self._move_stray)
        page.left.connect(self.checking.go_back)
        return page

    # Backups

    def _back_up(self) -> None:
        services = self._services
        self._tasks.run_job(
            Lane.DB,
            lambda job: services.backups.back_up(job),
            owner=self,
            label=self.tr("Making a backup"),
            done=self._on_backed_up,
        )

    def _back_up_to(self) -> None:
        folder = self._services.folder
        name = f"{folder.name}-{datetime.now().astimezone():%Y-%m-%d}.sqlite"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Back up to"), str(Path.home() / name), self.tr("Library files (*.sqlite)")
        )
        if chosen:
            services = self._services
            self._tasks.run_job(
                Lane.DB,
                lambda job: services.backups.back_up_to(Path(chosen), job),
                owner=self,
                label=self.tr("Making a backup"),
                done=self._on_backed_up,
            )

    def _on_backed_up(self, made: Path) -> None:
        text = self.tr("The backup was made and is whole: {file}.").format(file=made.name)
        self._toast.show_message(text, self.tr("Show in folder"), lambda: show_folder(made.parent))
        if (page := self.backups.page) is not None:
            page.load(made)

    def _copy(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for the copy"), str(Path.home()))
        if not chosen:
            return
        services, tasks, window, toast = self._services, self._tasks, self._window, self._toast
        target = Path(chosen) / f"{services.folder.name}-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
        label, shown = self.tr("Copying the library"), self.tr("Show in folder")

        def tell(copy: "LibraryCopy") -> None:
            from desktop.ui.keeping import backup_words

            toast.show_message(backup_words.copied(copy), shown, lambda: show_folder(copy.folder.parent))

        def go_on(begun: "BegunCopy") -> None:
            from desktop.services.copy_library import finish_copy

            tasks.run_job(Lane.FILES, lambda job: finish_copy(begun, job), owner=window, label=label, done=tell)

        # Of the window, which outlives this: the second half must follow, if only to leave nothing behind.
        tasks.run_job(Lane.DB, lambda job: services.copying.begin(target, job), owner=window, label=label, done=go_on)

    def _restore(self, backup: "Backup") -> None:
        self.restore_wanted.emit(self._services.folder, backup.path)

    def _show_folder(self) -> None:
        show_folder(self._services.folder / "backups")

    # What a check offers

    def _rebuild(self) -> None:
        services = self._services
        self._tasks.run_job(
            Lane.DB,
            lambda job: services.checking.rebuild_index(job),
            owner=self,
            label=self.tr("Rebuilding the search index"),
            done=self._on_rebuilt,
        )

    def _on_rebuilt(self, _: None) -> None:
        self._toast.show_message(self.tr("The search index was made anew."))
        self._check_again()

    def _add_stray(self, paths: tuple[str, ...]) -> None:
        services = self._services
        self._tasks.run_job(
            Lane.DB,
            lambda job: services.stray.add(paths, job),
            owner=self,
            label=self.tr("Adding stray files"),
            done=self._on_stray_added,
        )

    def _on_stray_added(self, result: "AddResult") -> None:
        words = self.tr("{papers} added, {pdfs} attached to papers.")
        text = words.format(papers=wording.papers(len(result.added)), pdfs=wording.pdfs(result.attached))
        self._papers.tell_imported(result.changes, text)
        self._check_again()

    def _move_stray(self, paths: tuple[str, ...]) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for stray files"), str(Path.home()))
        if not chosen:
            return
        services, folder = self._services, Path(chosen)
        self._tasks.run_job(
            Lane.DB,
            lambda job: services.stray.move(paths, folder, job),
            owner=self,
            label=self.tr("Moving stray files"),
            done=self._on_stray_moved,
        )

    def _on_stray_moved(self, moved: tuple[Path, ...]) -> None:
        text = self.tr("Files that were moved: {count}.").format(count=wording.number(len(moved)))
        if moved:
            self._toast.show_message(text, self.tr("Show in folder"), lambda: show_folder(moved[0].parent))
        self._check_again()

    def _check_again(self) -> None:
        if (page := self.checking.page) is not None:
            page.check()
