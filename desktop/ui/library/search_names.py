"""What the library tells a search box: names that may follow, and names that find nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.changes import Changes
from desktop.domain.listing import Listing, Place
from desktop.ui.events import LibraryEvents
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.library.search_box import SearchBox
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.domain.query_references import QueryTrouble
    from desktop.services.library import LibraryServices

_WORDS: dict[str, str] = {
    "no-such-feed": QT_TRANSLATE_NOOP("SearchNames", "No feed “{name}” is followed."),
    "no-such-tag": QT_TRANSLATE_NOOP("SearchNames", "There is no tag “{name}”."),
    "no-such-collection": QT_TRANSLATE_NOOP("SearchNames", "There is no collection “{name}”."),
    "no-such-search": QT_TRANSLATE_NOOP("SearchNames", "There is no saved search “{name}”."),
    "circle": QT_TRANSLATE_NOOP(
        "SearchNames", "The saved search “{name}” refers to itself, so it finds nothing. Edit it to break the circle."
    ),
}
"""By `Trouble`, in its values."""


def _names_any(listing: Listing) -> bool:
    if not listing.query:
        return False
    from desktop.domain.query_parser import names_in  # 4 ms that the first rows need not wait for

    return bool(names_in(listing.query, typing=listing.typing))


class SearchNames(QObject):
    """Answers a search box from the library, on the library's thread."""

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents, box: SearchBox) -> None:
        super().__init__(box)
        self._services = services
        self._tasks = tasks
        self._box = box
        self._listing = Listing()
        events.changed.connect(self._on_changed)
        box.names_wanted.connect(self._find_names)

    def check(self, listing: Listing) -> None:
        """Tell in the box which names of this search find nothing."""
        self._listing = listing
        if listing.place is not Place.SEARCH and not _names_any(listing):
            self._box.set_hint("")
            return
        services = self._services

        def work() -> "tuple[QueryTrouble, ...]":
            return services.labels.troubles(listing)

        self._tasks.run_latest("troubles", Lane.DB, work, owner=self, done=self._tell)

    def _on_changed(self, changes: Changes) -> None:
        if changes.labels or changes.feeds:
            self.check(self._listing)

    def _tell(self, troubles: "tuple[QueryTrouble, ...]") -> None:
        translate = QCoreApplication.translate
        told = [translate("SearchNames", _WORDS[found.trouble]).format(name=found.name) for found in troubles]
        self._box.set_hint("\n".join(told))

    def _find_names(self, field: str, text: str) -> None:
        services, box = self._services, self._box
        self._tasks.run_latest(
            "names",
            Lane.DB,
            lambda: services.labels.names(field, text),
            owner=self,
            done=lambda names: box.offer_names(field, text, names),
        )
