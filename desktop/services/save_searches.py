"""Saved searches: queries with a name, which other queries may refer to."""

from db import browse, labels, labels_searches, query_troubles, steps
from db.errors import storage_errors
from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import SearchId
from desktop.domain.labels import SavedSearch, best_names
from desktop.domain.listing import Listing, Place
from desktop.domain.query_references import QueryTrouble
from desktop.domain.storable_text import require_storable
from desktop.domain.undo import UndoKind
from desktop.services.keep_collections import label_name


class SaveSearches:
    """Each change is one step of undo. Raises StorageError, and InputError for a name that cannot be or is taken
    (NAME_TAKEN), for a query that looks for nothing, and for a search that is gone (NO_SUCH_LABEL)."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def searches(self) -> tuple[SavedSearch, ...]:
        """All saved searches, in the order that a person gave them."""
        with storage_errors(self._library.path):
            return labels.saved_searches(self._library.connection)

    def save_search(self, name: str, query: str) -> Changes:
        """Save a search under a name, behind the others."""
        tidy, asked = label_name(name), _asked(query)
        with self._library.transaction() as connection:
            changes = labels_searches.saving(connection, tidy, asked)
            return steps.do(connection, UndoKind.SAVE_SEARCH, changes, detail=tidy)

    def edit_search(self, search: SearchId, name: str, query: str) -> Changes:
        """Give a saved search a name and a query. Others that refer to it by its old name are rewritten."""
        tidy, asked = label_name(name), _asked(query)
        with self._library.transaction() as connection:
            changes = labels_searches.editing(connection, search, tidy, asked)
            return steps.do(connection, UndoKind.EDIT_SEARCH, changes, detail=tidy)

    def move_search(self, search: SearchId, position: int) -> Changes:
        """Move a saved search to a place among the others: 0 is the first."""
        with self._library.transaction() as connection:
            name = labels_searches.search_row(connection, search)["name"]
            changes = labels_searches.moving(connection, search, position)
            return steps.do(connection, UndoKind.EDIT_SEARCH, changes, detail=name)

    def delete_search(self, search: SearchId) -> Changes:
        """Delete a saved search. Those that refer to it find nothing there."""
        with self._library.transaction() as connection:
            name = labels_searches.search_row(connection, search)["name"]
            changes = labels_searches.deleting(connection, search)
            return steps.do(connection, UndoKind.DELETE_SEARCH, changes, detail=name)

    def count_search(self, search: SearchId) -> int:
        """How many papers a saved search finds now; 0 for one that is gone."""
        listing = Listing(Place.SEARCH, search, typing=False, ranked=False)
        with storage_errors(self._library.path):
            return len(browse.list_papers(self._library.connection, listing).ids)

    def troubles(self, listing: Listing) -> tuple[QueryTrouble, ...]:
        """The names in a search (the saved one that is shown, too) that find nothing: of feeds, tags, collections and
        saved searches that are not there, and of searches that refer to themselves."""
        with storage_errors(self._library.path):
            return query_troubles.troubles(self._library.connection, listing)

    def names(self, field: str, text: str, limit: int = 12) -> list[str]:
        """Names for what is typed behind `feed:`, `tag:`, `collection:` or `search:`: those that begin so first."""
        with storage_errors(self._library.path):
            return best_names(labels.names(self._library.connection, field), text, limit)


def _asked(query: str) -> str:
    require_storable("query", query)
    if not query.strip():
        raise InputError(Reason.BAD_VALUE, "query", "a saved search looks for something")
    return query.strip()
