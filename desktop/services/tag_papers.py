"""Tags: on papers, and their tree."""

from collections.abc import Sequence

from db import labels, labels_tags, shared_values, steps
from db.errors import storage_errors
from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId, TagId
from desktop.domain.labels import MAX_NAME, TAG_COLORS, Tag, label_key, ranked_tags, tag_name
from desktop.domain.storable_text import require_storable
from desktop.domain.undo import UndoKind


class TagPapers:
    """Each change is one step of undo. Raises StorageError, and InputError for a name that cannot be and for a tag that
    is gone (NO_SUCH_LABEL)."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def tags(self) -> tuple[Tag, ...]:
        """All tags with how many papers have them, by name."""
        with storage_errors(self._library.path):
            return labels.tags(self._library.connection)

    def suggestions(self, text: str, limit: int = 12) -> tuple[Tag, ...]:
        """Tags for what is being typed: those of which a level begins so, then those that hold it anywhere; the most
        used first. Without text the most used."""
        return tuple(ranked_tags(self.tags(), text)[:limit])

    def tags_of(self, papers: Sequence[PaperId]) -> dict[TagId, int]:
        """How many of these papers have each tag; tags that none has are left out."""
        with storage_errors(self._library.path):
            return shared_values.tags_of(self._library.connection, papers)

    def tag(self, papers: Sequence[PaperId], names: Sequence[str]) -> Changes:
        """Give these papers tags; those that do not exist are made."""
        tidy = _distinct(names)
        with self._library.transaction() as connection:
            changes = labels_tags.tagging(connection, papers, tidy)
            return steps.do(connection, UndoKind.TAG, changes, detail=", ".join(tidy))

    def untag(self, papers: Sequence[PaperId], names: Sequence[str]) -> Changes:
        """Take tags off these papers. The tags stay, and so do those below them."""
        tidy = _distinct(names)
        with self._library.transaction() as connection:
            changes = labels_tags.untagging(connection, papers, tidy)
            return steps.do(connection, UndoKind.UNTAG, changes, detail=", ".join(tidy))

    def edit_tag(self, tag: TagId, name: str, color: int) -> Changes:
        """Give a tag a name and a colour (0 to 8). What lies below it moves along. Raises InputError with NAME_TAKEN,
        about the other tag, if a name that comes about is taken: `merge_tags` makes one of both."""
        tidy = _tidy(name)
        if color not in TAG_COLORS:
            raise InputError(Reason.BAD_VALUE, "color", "colours are 0 to 8")
        with self._library.transaction() as connection:
            old = labels_tags.tag_with_id(labels_tags.all_tags(connection), tag)
            changes = labels_tags.renaming(connection, old.name, tidy, color=color)
            return steps.do(connection, UndoKind.EDIT_TAG, changes, detail=tidy)

    def rename_level(self, level: str, name: str) -> Changes:
        """Rename a level of the tree, be it a tag of its own or not, with all below it. Errors as for `edit_tag`."""
        tidy = _tidy(name)
        with self._library.transaction() as connection:
            changes = labels_tags.renaming(connection, _tidy(level), tidy)
            return steps.do(connection, UndoKind.EDIT_TAG, changes, detail=tidy)

    def merge_tags(self, tags: Sequence[TagId], into: TagId) -> Changes:
        """Make one tag of several; `into` keeps its name and colour. What lies below the others moves below it."""
        with self._library.transaction() as connection:
            changes = labels_tags.merging(connection, tags, into)
            name = labels_tags.tag_with_id(labels_tags.all_tags(connection), into).name
            return steps.do(connection, UndoKind.MERGE_TAGS, changes, detail=name)

    def delete_tag(self, tag: TagId, *, below: bool = False) -> Changes:
        """Delete a tag, and with `below` all tags below it."""
        with self._library.transaction() as connection:
            name = labels_tags.tag_with_id(labels_tags.all_tags(connection), tag).name
            changes = labels_tags.deleting(connection, name, below=below)
            return steps.do(connection, UndoKind.DELETE_TAG, changes, detail=name)

    def delete_level(self, level: str) -> Changes:
        """Delete a level of the tree, be it a tag of its own or not, with all below it."""
        tidy = _tidy(level)
        with self._library.transaction() as connection:
            changes = labels_tags.deleting(connection, tidy, below=True)
            return steps.do(connection, UndoKind.DELETE_TAG, changes, detail=tidy)


def _tidy(name: str) -> str:
    require_storable("tag", name)
    tidy = tag_name(name)
    if not tidy or len(tidy) > MAX_NAME:
        raise InputError(Reason.BAD_NAME, name, f"the name of a tag has 1 to {MAX_NAME} characters")
    return tidy


def _distinct(names: Sequence[str]) -> list[str]:
    return list({label_key(tidy): tidy for tidy in map(_tidy, names)}.values())
