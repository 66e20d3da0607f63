"""The dialogs of the window. None is needed for the first screen, so each is imported when it is wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.ui.commands import Commands
from desktop.ui.job_record import JobRecord
from desktop.ui.language import language_switch
from desktop.ui.preferences.settings_page import SettingsPage
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.ui.work.work_list import WorkTab

WORK, DOWNLOADS, TEXTS = "work", "downloads", "texts"
"""Pages of the list of work."""


class WindowDialogs(QObject):
    """Opens dialogs beside the window. Asked for again, a dialog is made anew."""

    setting_changed = Signal(str, object)
    other_library_asked = Signal()

    def __init__(
        self, window: QWidget, tasks: TaskRunner, session: Session, commands: Commands, records: list[JobRecord]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._session = session
        self._commands = commands
        self._records = records
        self.work_tabs: dict[str, Callable[[], WorkTab | None]] = {}
        """Make pages of the list of work, by their names; None where no library is open."""
        self.pdf_bytes: Callable[[], int | None] = lambda: None
        """How much its PDFs take; None if that is not known."""
        self.settings_pages: list[Callable[[], SettingsPage]] = []
        """Make pages of the settings, beside those that every window has."""
        self._shown: dict[str, QDialog] = {}
        self._made: dict[str, Callable[[], QDialog]] = {}

    def shown(self, name: str) -> QDialog | None:
        """The dialog of that name, if it is open."""
        return self._shown.get(name)

    def show_again(self) -> None:
        """Make the dialogs that are open anew, in the present language."""
        for name, dialog in list(self._shown.items()):
            place = dialog.geometry()
            self._show(name, self._made[name])
            self._shown[name].setGeometry(place)

    def show_preferences(self, folder: Path | None, page: str = "") -> None:
        """The settings; `folder` is that of the open library, `page` the object name of the page to be shown."""
        from desktop.ui.preferences.preferences_dialog import PreferencesDialog

        def made() -> QDialog:
            dialog = PreferencesDialog(self._session.values, folder, self.pdf_bytes(), self._window)
            dialog.changed.connect(self.setting_changed)
            dialog.other_library_asked.connect(self.other_library_asked)
            for more in self.settings_pages:
                dialog.add_page(more())
            earlier = self._shown.get("preferences")
            if isinstance(earlier, PreferencesDialog):
                dialog.resume(earlier)
            return dialog

        self._show("preferences", made)
        shown = self._shown["preferences"]
        assert isinstance(shown, PreferencesDialog)
        if page:
            shown.show_named(page)

    def show_work(self) -> None:
        """The list of work."""
        self._show_work(WORK)

    def show_downloads(self) -> None:
        """The list of downloads."""
        self._show_work(DOWNLOADS)

    def show_texts(self) -> None:
        """The texts that a model writes."""
        self._show_work(TEXTS)

    def _show_work(self, page: str) -> None:
        from desktop.ui.work.work_list import WorkList

        def made() -> QDialog:
            tabs = {name: tab for name, make in self.work_tabs.items() if (tab := make()) is not None}
            works = WorkList(self._tasks, self._records, self._window, tabs)
            earlier = self._shown.get("work")
            works.show_page(earlier.page if isinstance(earlier, WorkList) else page)
            return works

        self._show("work", made)
        shown = self._shown["work"]
        assert isinstance(shown, WorkList)
        shown.show_page(page)

    def close_work(self) -> None:
        """Close the list of work: its pages are of a library that is left."""
        if (shown := self._shown.get("work")) is not None:
            shown.close()

    def show_help(self) -> None:
        """The help, in the language of the window."""
        from desktop.ui.help.help_viewer import HelpViewer

        self._show("help", lambda: HelpViewer(self._tasks, language_switch().current, self._window))

    def show_keys(self) -> None:
        """The list of keys."""
        from desktop.ui.help.keys_list import KeysList

        self._show("keys", lambda: KeysList(self._session.values.shortcuts, self._window))

    def show_about(self) -> None:
        """What Papershelf is."""
        from desktop.ui.help.about import AboutDialog

        self._show("about", lambda: AboutDialog(self._window))

    def show_palette(self) -> None:
        """Find a command."""
        from desktop.ui.command_palette import CommandPalette

        def made() -> QDialog:
            palette = CommandPalette(self._commands, self._window)
            palette.move(self._window.mapToGlobal(self._window.rect().center()) - palette.rect().center())
            return palette

        self._show("palette", made)

    def _show(self, name: str, make: Callable[[], QDialog]) -> None:
        dialog = make()
        earlier = self._shown.pop(name, None)
        if earlier is not None:
            earlier.close()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setObjectName(name)
        self._shown[name] = dialog
        self._made[name] = make
        dialog.finished.connect(lambda: self._on_finished(name, dialog))
        dialog.show()

    def _on_finished(self, name: str, dialog: QDialog) -> None:
        if self._shown.get(name) is dialog:
            del self._shown[name]
