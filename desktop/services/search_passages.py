"""Searching everything: pages of PDFs, marks, notes and texts of papers."""

from db import passage_search
from db.errors import storage_errors
from db.library_file import LibraryFile
from desktop.domain.ids import PaperId
from desktop.domain.passage import MarkLabels, PaperPassages, PassageQuery, Passages


class SearchPassages:
    """Every method raises StorageError if the library cannot be read."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def search(self, asked: PassageQuery) -> Passages:
        """What is found, by paper, the best first. In milliseconds: at each key that is typed."""
        with storage_errors(self._library.path):
            return passage_search.search(self._library.connection, asked)

    def passages_of(self, asked: PassageQuery, paper: PaperId) -> PaperPassages | None:
        """All that is found in one paper (300 passages at most); None if that is nothing by now."""
        with storage_errors(self._library.path):
            return passage_search.passages_of(self._library.connection, asked, paper)

    def mark_labels(self) -> MarkLabels:
        """What the marks of the library can be told apart by."""
        with storage_errors(self._library.path):
            return passage_search.mark_labels(self._library.connection)
