"""What a reader is given by the window around it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.commands import Commands
from desktop.ui.events import LibraryEvents
from desktop.ui.reader.kept_reading import KeptReading
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices
    from desktop.ui.reader.marks.mark_writer import MarkWriter


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The same for all readers of a library."""

    services: "LibraryServices"
    tasks: TaskRunner
    session: Session
    commands: Commands
    events: LibraryEvents
    toast: Toast
    kept: KeptReading
    writer: "MarkWriter"
