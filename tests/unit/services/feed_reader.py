"""A library that follows feeds of a server of our own. The tests import the fixtures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.feed_filter import FeedFilter
from desktop.domain.feeds import Feed, FeedChoice, FeedKind, FeedReport
from desktop.domain.ids import PaperId
from desktop.domain.network import Network
from desktop.domain.paper import PaperDetails
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.arxiv_server import ArxivServer
from tests.unit.services.conftest import papers_in

FRIDAY, SATURDAY, MONDAY, TUESDAY = "2024-11-15", "2024-11-16", "2024-11-18", "2024-11-19"


def network_to(server: ArxivServer, folder: Path) -> Network:
    """The way to a server, at a hurried pace."""
    daily = f"{server.base_url}/api/daily_papers"
    return Network(folder / "pace", server.api_url, server.pdf_url, "none", 0.001, f"{server.base_url}/atom/", daily)


class FeedReader:
    """Follows feeds, asks them, and looks at what came."""

    def __init__(self, library: LibraryServices, server: ArxivServer) -> None:
        self.library = library
        self.server = server

    def follow(
        self, source: str = "cs.CV", kind: FeedKind = FeedKind.ARXIV_CATEGORY, filter: FeedFilter | None = None
    ) -> Feed:
        """Follow a feed under the name of its source."""
        choice = FeedChoice(source or "Daily Papers", kind, source, filter or FeedFilter())
        self.library.feeds.follow([choice])
        return self.library.feeds.feeds()[-1]

    def ask(self, feed: Feed, day: str = "") -> FeedReport:
        """Ask a feed as it stands now, and store what it tells."""
        now = next(other for other in self.library.feeds.feeds() if other.id == feed.id)
        (report,) = self.library.feeds.run(Job(), [now], day)
        return report

    def announce(self, day: str, *ids: str, kind: str = "new", category: str = "cs.CV") -> None:
        """Let a category announce these papers on a day, which is today from now on."""
        self.server.days.today = day
        self.server.days.announce(category, ids, kind)

    def ids(self) -> list[str]:
        """The arXiv ids of all papers in use, the newest first."""
        return [self.details(paper).row.arxiv_id for paper in papers_in(self.library)]

    def details(self, paper: PaperId) -> PaperDetails:
        """What the library tells of a paper."""
        details = self.library.browse.details(paper)
        assert details is not None
        return details


@pytest.fixture
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.days.today = FRIDAY
        yield server


@pytest.fixture
def reader(library: LibraryServices, server: ArxivServer, tmp_path: Path) -> FeedReader:
    """An empty library whose arXiv and Daily Papers are the server's."""
    library.network = network_to(server, tmp_path)
    return FeedReader(library, server)


def some(server: ArxivServer, count: int, versions: int = 1) -> list[str]:
    """Ids of papers in the form of today with so many versions."""
    found = [name for name, all_of in server.papers.items() if len(all_of) == versions and "/" not in name]
    return found[:count]
