"""Marks on the pages of papers: stored as they are made, page by page read again."""

from collections.abc import Mapping

from db import mark_store
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.marks import marks_of, picture
from db.merged_papers import standing_for
from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark, MarkStep
from desktop.domain.mark_bounds import require_bounds

_NO_PICTURES: Mapping[str, bytes] = {}


class MarkPapers:
    """Every method raises StorageError. Undo is the window's (`domain.mark_history`): a step back is a step, too."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library
        self._swept = False

    def apply(self, step: MarkStep, pictures: Mapping[str, bytes] = _NO_PICTURES) -> Changes:
        """Bring the marks of a step to what they are after it, all or none; what is so already is left alone.

        `pictures` are PNGs by the ids of their marks. The picture of a mark that is deleted is kept for an undo until
        the library is opened again. Raises InputError: BAD_VALUE, and NO_SUCH_PAPER.
        """
        require_bounds(step, pictures)
        with self._library.transaction() as connection:
            if not self._swept:
                mark_store.sweep_pictures(connection)
            papers = mark_store.store(connection, step.changes, pictures)
        self._swept = True
        return Changes(papers_changed=tuple(sorted(papers)))

    def marks(self, paper: PaperId) -> tuple[Mark, ...]:
        """All marks on all files of a paper, page by page, from top to bottom."""
        with storage_errors(self._library.path):
            paper = standing_for(self._library.connection, paper)
            return marks_of(self._library.connection, [paper]).get(paper, ())

    def picture(self, mark_id: str) -> bytes | None:
        """The picture of an area as PNG; None if there is none."""
        with storage_errors(self._library.path):
            return picture(self._library.connection, mark_id)
