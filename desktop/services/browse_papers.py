"""What the window and the lists of the command line show."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from db import browse, paper_rows
from db.errors import interruptible, storage_errors
from db.library_file import LibraryFile
from desktop.domain.ids import FeedId, PaperId
from desktop.domain.listing import Listing, PaperList, Sidebar
from desktop.domain.paper import PaperDetails, PaperRow
from desktop.domain.progress import Job

if TYPE_CHECKING:
    from db.counts import Counts


class BrowsePapers:
    """Reading, without ever writing. Every method raises StorageError if the library cannot be read."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def list_papers(self, listing: Listing, job: Job | None = None) -> PaperList:
        """The ids of the papers that the listing asks for, in order. Raises Cancelled soon after the job is."""
        connection, asked = self._library.connection, job or Job()
        with storage_errors(self._library.path), interruptible(connection, lambda: asked.cancelled):
            return browse.list_papers(connection, listing)

    def rows(self, ids: Sequence[PaperId], feed: FeedId | None = None) -> list[PaperRow]:
        """The rows of these papers in this order; papers that are gone are left out. For the list of a feed they tell
        when it brought them."""
        with storage_errors(self._library.path):
            if feed is not None:
                return paper_rows.rows_of_feed(self._library.connection, ids, feed)
            return paper_rows.rows(self._library.connection, ids)

    def details(self, paper: PaperId) -> PaperDetails | None:
        """All that is known of one paper; None if it is gone."""
        from db.details import details  # the first rows need nothing of it

        with storage_errors(self._library.path):
            return details(self._library.connection, paper)

    def sidebar(self) -> Sidebar:
        """The places and their counts."""
        with storage_errors(self._library.path):
            return self._counts.sidebar(self._library.connection)

    @cached_property
    def _counts(self) -> "Counts":
        from db.counts import Counts  # the first rows need nothing of it

        return Counts()
