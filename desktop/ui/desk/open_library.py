"""What the parts of the window that work on an open library are made with."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.ui.commands import Commands
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.desk.reading_desk import ReadingDesk
from desktop.ui.events import LibraryEvents
from desktop.ui.library_room import LibraryRoom
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices


class OpenLibrary(NamedTuple):
    """One library in the window, until the widgets are made anew."""

    services: "LibraryServices"
    tasks: TaskRunner
    session: Session
    commands: Commands
    events: LibraryEvents
    room: LibraryRoom
    """The list of papers, with sidebar and details."""
    reading: ReadingDesk
    """The tabs, and what is in hand in the one in front."""
    papers: PaperCommands
    """Does steps that can be undone, and tells of them."""
    toast: Toast
    window: QWidget
    """For dialogs."""
