"""What is to be fetched from arXiv, as a person orders it. Nothing here asks the network: `fetch_papers` does."""

from collections.abc import Sequence
from contextlib import suppress

from db import fetch_queue, fetches
from db.errors import storage_errors
from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.fetching import FetchKind, FetchQueue, FetchState, Move
from desktop.domain.ids import FetchId, PaperId
from desktop.services.gone_files import gone_files
from desktop.system.part_file import PartFile


class FetchWishes:
    """The wishes that the library keeps until they are fulfilled. Every method raises StorageError; what changes
    wishes returns the papers concerned.
    """

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def want_metadata(self, papers: Sequence[PaperId]) -> Changes:
        """Wish for what arXiv tells of these papers now. Those without an arXiv id are left out."""
        with self._library.transaction() as connection:
            return fetches.want(connection, papers, FetchKind.METADATA)

    def want_pdfs(self, papers: Sequence[PaperId], version: int | None = None) -> Changes:
        """Wish for their PDFs, of that version or the newest, before all that is wished for already. Papers without an
        arXiv id are left out, and those that have this PDF and whose file is there.
        """
        with self._library.transaction() as connection:
            gone = gone_files(self._library, papers)
            return fetches.want(connection, papers, FetchKind.PDF, version, first=True, gone=gone)

    def queue(self) -> FetchQueue:
        """All wishes in the order of their turn."""
        with storage_errors(self._library.path):
            return fetch_queue.queue(self._library.connection)

    def pause(self, ids: Sequence[FetchId]) -> Changes:
        """Let these wait until they are resumed. What has come of a PDF is kept."""
        with self._library.transaction() as connection:
            return fetches.set_state(connection, ids, FetchState.PAUSED)

    def resume(self, ids: Sequence[FetchId]) -> Changes:
        """Let these have their turn again."""
        with self._library.transaction() as connection:
            return fetches.set_state(connection, ids, FetchState.WANTED)

    def retry(self, ids: Sequence[FetchId]) -> Changes:
        """Try these again from the beginning, at once."""
        with self._library.transaction() as connection:
            return fetches.retry(connection, ids)

    def cancel(self, ids: Sequence[FetchId]) -> Changes:
        """Forget these wishes, and what has come of their PDFs."""
        gone = set(ids)
        pdfs = [fetch for fetch in self.queue().fetches if fetch.id in gone and fetch.kind is FetchKind.PDF]
        with self._library.transaction() as connection:
            changes = fetches.cancel(connection, ids)
        for fetch in pdfs:
            with suppress(ValueError):  # an id that nothing can be downloaded under
                PartFile(self._library.folder, fetch.arxiv_id, fetch.version).discard()
        return changes

    def cancel_metadata(self) -> Changes:
        """Forget all wishes for metadata that still wait."""
        with self._library.transaction() as connection:
            return fetches.cancel_metadata(connection)

    def move(self, ids: Sequence[FetchId], where: Move) -> Changes:
        """Change the order of their turn."""
        with self._library.transaction() as connection:
            fetches.move(connection, ids, where)
        return Changes()
