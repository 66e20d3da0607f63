"""The actions that change how the library is looked at: panes, rows, titles, and where one is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from desktop.domain.listing import Place
from desktop.ui.actions import ActionId
from desktop.ui.commands import Commands
from desktop.ui.library.paper_columns import Titles
from desktop.ui.library.row_layout import Density
from desktop.ui.library_room import LibraryRoom
from desktop.ui.session import Session

Id = ActionId
_TITLES = {
    Titles.BOTH: Id.TITLES_BOTH,
    Titles.ORIGINAL: Id.TITLES_ORIGINAL,
    Titles.TRANSLATED: Id.TITLES_TRANSLATED,
}
PLACES = {
    Id.INBOX: Place.INBOX,
    Id.QUEUE: Place.QUEUE,
    Id.READING: Place.READING,
    Id.ALL_PAPERS: Place.ALL,
    Id.RECENT: Place.RECENT,
    Id.TRASH_PLACE: Place.TRASH,
}


class ViewActions(QObject):
    """Nothing here changes the library."""

    def __init__(self, room: LibraryRoom, commands: Commands, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._commands = commands
        self._session = session

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        slots: dict[ActionId, Callable[..., None]] = {
            Id.SIDEBAR: self._show_sidebar,
            Id.DETAILS: self._show_details,
            Id.COMPACT: self._set_compact,
            Id.COLUMNS: self._choose_columns,
            Id.TITLES_BOTH: self._show_both_titles,
            Id.TITLES_ORIGINAL: self._show_original_titles,
            Id.TITLES_TRANSLATED: self._show_translated_titles,
            Id.NEXT: self._next,
            Id.PREVIOUS: self._previous,
        }
        return slots | {name: partial(self._go_to, place) for name, place in PLACES.items()}

    def restore(self) -> None:
        """Panes, columns, rows and titles as they were."""
        for name, show in ((Id.SIDEBAR, self._show_sidebar), (Id.DETAILS, self._show_details)):
            shown = self._session.recall(name.value) != "folded"
            self._commands[name].setChecked(shown)
            show(shown)
        self._room.restore()
        state = self._room.table.save_state()
        self._commands[Id.COMPACT].setChecked(state["density"] == Density.ONE_LINE.value)
        self._commands[_TITLES[Titles(str(state["titles"]))]].setChecked(True)

    def save(self) -> None:
        """Remember which panes are shown."""
        for name in (Id.SIDEBAR, Id.DETAILS):
            self._session.remember(name.value, "shown" if self._commands[name].isChecked() else "folded")

    def unfold_details(self) -> None:
        """Show the details, if they are folded away."""
        self._show_details(True)
        self._commands[Id.DETAILS].setChecked(True)

    def _show_sidebar(self, shown: bool) -> None:
        self._room.show_pane("sidebar", shown)

    def _show_details(self, shown: bool) -> None:
        self._room.show_pane("details", shown)

    def _set_compact(self, compact: bool) -> None:
        self._room.table.set_density(Density.ONE_LINE if compact else Density.TWO_LINES)

    def _choose_columns(self) -> None:
        header = self._room.table.horizontalHeader()
        header.customContextMenuRequested.emit(header.rect().bottomLeft())

    def _show_both_titles(self) -> None:
        self._room.table.set_titles(Titles.BOTH)

    def _show_original_titles(self) -> None:
        self._room.table.set_titles(Titles.ORIGINAL)

    def _show_translated_titles(self) -> None:
        self._room.table.set_titles(Titles.TRANSLATED)

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, rows: int) -> None:
        if self._room.isVisible():  # and not triage, which steps through papers of its own
            self._room.table.step(rows)

    def _go_to(self, place: Place, _: bool = False) -> None:
        self._room.go_to(place)
