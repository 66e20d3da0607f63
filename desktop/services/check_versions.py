"""What a person does about newer versions on arXiv. Looking for them is a wish for metadata: `fetch_wishes`."""

from collections.abc import Sequence

from db import arxiv_records, steps
from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.undo import UndoKind


class CheckVersions:
    """Newer versions of papers: showing them, leaving them. Every method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def adopt(self, papers: Sequence[PaperId]) -> Changes:
        """Show title and abstract of the newest version that arXiv told of. It can be undone."""
        with self._library.transaction() as connection:
            return steps.do(connection, UndoKind.NEW_VERSION, arxiv_records.adopt_changes(connection, papers))

    def dismiss(self, papers: Sequence[PaperId]) -> Changes:
        """Stay with the versions shown: the papers are marked no longer until a version comes that is newer still."""
        with self._library.transaction() as connection:
            return arxiv_records.dismiss(connection, papers)
