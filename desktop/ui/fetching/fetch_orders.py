"""What a person does to single downloads."""

from collections.abc import Sequence

from desktop.domain.fetching import Move
from desktop.domain.ids import FetchId
from desktop.services.library import LibraryServices
from desktop.ui.fetching.fetcher import Fetcher


class FetchOrders:
    """Changes the queue of one library."""

    def __init__(self, services: LibraryServices, fetcher: Fetcher) -> None:
        self._services = services
        self._fetcher = fetcher

    def pause(self, fetches: Sequence[FetchId]) -> None:
        """Let these wait until they are resumed."""
        self._fetcher.order(lambda: self._services.wishes.pause(fetches), stops=fetches)

    def resume(self, fetches: Sequence[FetchId]) -> None:
        """Fetch these in their turn."""
        self._fetcher.order(lambda: self._services.wishes.resume(fetches))

    def retry(self, fetches: Sequence[FetchId]) -> None:
        """Try these again now."""
        self._fetcher.order(lambda: self._services.wishes.retry(fetches))

    def cancel(self, fetches: Sequence[FetchId]) -> None:
        """Give these up."""
        self._fetcher.order(lambda: self._services.wishes.cancel(fetches), stops=fetches)

    def cancel_questions(self) -> None:
        """Ask arXiv about no further paper."""
        self._fetcher.ask_nothing()
        self._fetcher.order(lambda: self._services.wishes.cancel_metadata())

    def move(self, fetches: Sequence[FetchId], where: Move) -> None:
        """Give these another turn."""
        self._fetcher.order(lambda: self._services.wishes.move(fetches, where))
