"""What a person keeps, throws away and files."""

from collections.abc import Sequence
from pathlib import Path

from db import steps
from db.library_file import LibraryFile
from db.new_papers import new_paper_of_file
from db.stored_values import now_ms
from db.trash import digest_to_trash, trash_changes
from desktop.domain.changes import Changes
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.undo import UndoKind
from desktop.system.paper_files import PaperFiles


class OrganisePapers:
    """Trash, digests and files. Every change can be undone; every method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def move_to_trash(self, papers: Sequence[PaperId]) -> Changes:
        """Move these papers to the Trash."""
        with self._library.transaction() as connection:
            return steps.do(connection, UndoKind.TRASH, trash_changes(connection, papers, now_ms()))

    def restore(self, papers: Sequence[PaperId]) -> Changes:
        """Take these papers out of the Trash."""
        with self._library.transaction() as connection:
            return steps.do(connection, UndoKind.RESTORE, trash_changes(connection, papers, None))

    def remove_digest(self, digest: DigestId) -> Changes:
        """Move a digest to the Trash, with the papers that it alone brought and nobody has worked on."""
        with self._library.transaction() as connection:
            return steps.do(connection, UndoKind.REMOVE_DIGEST, digest_to_trash(connection, digest, now_ms()))

    def add_pdf(self, path: Path, title: str) -> Changes:
        """Copy a PDF into the library as a paper with that title; one that is there already changes nothing, or comes
        back from the Trash.

        Raises FileError too.
        """
        file = PaperFiles(self._library.folder).put(path)
        with self._library.transaction() as connection:
            return steps.do(connection, UndoKind.IMPORT, new_paper_of_file(connection, title, file))
