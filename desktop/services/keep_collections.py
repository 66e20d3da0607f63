"""Collections: a tree of folders, and the papers in them."""

from collections.abc import Sequence

from db import labels, labels_collections, shared_values, steps
from db.errors import storage_errors
from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import CollectionId, PaperId
from desktop.domain.labels import MAX_NAME, Collection, label_key, tidy_name
from desktop.domain.storable_text import require_storable
from desktop.domain.undo import UndoKind


class KeepCollections:
    """Each change is one step of undo. Raises StorageError, and InputError for a name that cannot be and for a
    collection that is gone (NO_SUCH_LABEL)."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def collections(self) -> tuple[Collection, ...]:
        """All collections: parents before children, those of one parent in the order that a person gave them."""
        with storage_errors(self._library.path):
            return labels.collections(self._library.connection)

    def collections_of(self, papers: Sequence[PaperId]) -> dict[CollectionId, int]:
        """How many of these papers are in each very collection; those that hold none are left out."""
        with storage_errors(self._library.path):
            return shared_values.collections_of(self._library.connection, papers)

    def collect(self, papers: Sequence[PaperId], collection: CollectionId) -> Changes:
        """Put these papers into a collection. They may be in others, too."""
        with self._library.transaction() as connection:
            name = labels_collections.collection_row(connection, collection)["name"]
            changes = labels_collections.collecting(connection, papers, collection)
            return steps.do(connection, UndoKind.COLLECT, changes, detail=name)

    def uncollect(self, papers: Sequence[PaperId], collection: CollectionId) -> Changes:
        """Take these papers out of a collection and of those below it."""
        with self._library.transaction() as connection:
            name = labels_collections.collection_row(connection, collection)["name"]
            changes = labels_collections.uncollecting(connection, papers, collection)
            return steps.do(connection, UndoKind.UNCOLLECT, changes, detail=name)

    def new_collection(self, name: str, parent: CollectionId | None = None) -> Changes:
        """Make a collection behind the others of its parent. Names need not differ."""
        tidy = label_name(name)
        with self._library.transaction() as connection:
            changes = labels_collections.new_collection(connection, tidy, parent)
            return steps.do(connection, UndoKind.NEW_COLLECTION, changes, detail=tidy)

    def collect_in_new(self, papers: Sequence[PaperId], name: str) -> Changes:
        """Make a collection at the top of the tree, and put these papers into it."""
        tidy = label_name(name)
        with self._library.transaction() as connection:
            changes = labels_collections.new_collection(connection, tidy, None, papers)
            return steps.do(connection, UndoKind.COLLECT, changes, detail=tidy)

    def edit_collection(self, collection: CollectionId, name: str) -> Changes:
        """Rename a collection."""
        tidy = label_name(name)
        with self._library.transaction() as connection:
            changes = labels_collections.renaming(connection, collection, tidy)
            return steps.do(connection, UndoKind.EDIT_COLLECTION, changes, detail=tidy)

    def move_collection(self, collection: CollectionId, parent: CollectionId | None, position: int) -> Changes:
        """Move a collection below another parent (None: to the top), to a place among the others there: 0 is the first.
        Raises InputError with INSIDE_ITSELF, about its name, for a parent that lies inside of it."""
        with self._library.transaction() as connection:
            name = labels_collections.collection_row(connection, collection)["name"]
            changes = labels_collections.moving(connection, collection, parent, position)
            return steps.do(connection, UndoKind.EDIT_COLLECTION, changes, detail=name)

    def delete_collection(self, collection: CollectionId) -> Changes:
        """Delete a collection and all below it. The papers stay in the library."""
        with self._library.transaction() as connection:
            name = labels_collections.collection_row(connection, collection)["name"]
            changes = labels_collections.deleting(connection, collection)
            return steps.do(connection, UndoKind.DELETE_COLLECTION, changes, detail=name)


def label_name(text: str) -> str:
    """The name of a collection or saved search as it is stored. Raises InputError for one that cannot be."""
    require_storable("name", text)
    tidy = tidy_name(text)
    if not label_key(tidy) or len(tidy) > MAX_NAME:
        raise InputError(Reason.BAD_NAME, text, f"a name has 1 to {MAX_NAME} characters")
    return tidy
