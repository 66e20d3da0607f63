"""The dialogs of the window. None is needed for the first screen, so each is imported when it is wanted."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.ui.commands import Commands
from desktop.ui.session import Session
from desktop.ui.tasks import JobRecord, TaskRunner


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
        self._shown: dict[str, QDialog] = {}

    def shown(self, name: str) -> QDialog | None:
        """The dialog of that name, if it is open."""
        return self._shown.get(name)

    def show_preferences(self, folder: Path | None) -> None:
        """The settings; `folder` is that of the open library."""
        from desktop.ui.preferences.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._session.values, folder, self._window)
        dialog.changed.connect(self.setting_changed)
        dialog.other_library_asked.connect(self.other_library_asked)
        self._show("preferences", dialog)

    def show_work(self) -> None:
        """The list of work."""
        from desktop.ui.work.work_list import WorkList

        self._show("work", WorkList(self._tasks, self._records, self._window))

    def show_help(self, language: str) -> None:
        """The help."""
        from desktop.ui.help.help_viewer import HelpViewer

        self._show("help", HelpViewer(self._tasks, language, self._window))

    def show_keys(self) -> None:
        """The list of keys."""
        from desktop.ui.help.keys_list import KeysList

        self._show("keys", KeysList(self._session.values.shortcuts, self._window))

    def show_about(self) -> None:
        """What Papershelf is."""
        from desktop.ui.help.about import AboutDialog

        self._show("about", AboutDialog(self._window))

    def show_palette(self) -> None:
        """Find a command."""
        from desktop.ui.command_palette import CommandPalette

        palette = CommandPalette(self._commands, self._window)
        palette.move(self._window.mapToGlobal(self._window.rect().center()) - palette.rect().center())
        self._show("palette", palette)

    def _show(self, name: str, dialog: QDialog) -> None:
        earlier = self._shown.pop(name, None)
        if earlier is not None:
            earlier.close()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setObjectName(name)
        self._shown[name] = dialog
        dialog.finished.connect(lambda: self._on_finished(name, dialog))
        dialog.show()

    def _on_finished(self, name: str, dialog: QDialog) -> None:
        if self._shown.get(name) is dialog:
            del self._shown[name]
