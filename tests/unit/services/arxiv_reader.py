"""A library that fetches from an arXiv of our own. The tests import the fixture `reader`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from desktop.domain.fetching import Fetch, FetchOutcome
from desktop.domain.ids import PaperId
from desktop.domain.network import Network
from desktop.domain.paper import PaperDetails
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.arxiv_server import ArxivServer


class Reader:
    """Adds papers by their ids, fetches, and looks at what came."""

    def __init__(self, library: LibraryServices, server: ArxivServer) -> None:
        self.library = library
        self.server = server
        self.papers: dict[str, PaperId] = {}

    def add(self, *ids: str, metadata: bool = True, pdfs: bool = True) -> None:
        """Add papers by their ids, with versions or without; the program wishes for what is named."""
        adding = self.library.adding
        adding.add(adding.plan(" ".join(ids)), download=pdfs)
        if not metadata:
            self.library.wishes.cancel_metadata()
        found = {planned.id.value: planned.paper for planned in adding.plan(" ".join(ids)).ids}
        self.papers |= {arxiv_id: paper for arxiv_id, paper in found.items() if paper is not None}

    def run(self, limit_bytes: int = 0) -> tuple[FetchOutcome, ...]:
        """Fetch until nothing is left to do."""
        return self.library.fetching.run(Job(), limit_bytes).outcomes

    def details(self, arxiv_id: str) -> PaperDetails:
        """What the library tells of a paper."""
        details = self.library.browse.details(self.papers[arxiv_id])
        assert details is not None
        return details

    def left(self) -> tuple[Fetch, ...]:
        """All wishes of all papers that are left."""
        return tuple(fetch for arxiv_id in self.papers for fetch in self.details(arxiv_id).fetches)

    def stored(self) -> Sequence[Path]:
        """What lies in the papers folder."""
        return sorted((self.library.folder / "papers").iterdir())

    def with_pdf(self) -> list[str]:
        """Ids of all papers that are not withdrawn."""
        archive = self.server.papers
        return [arxiv_id for arxiv_id in archive if not archive[arxiv_id][-1].withdrawn]


@pytest.fixture
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        yield server


@pytest.fixture
def reader(library: LibraryServices, server: ArxivServer, tmp_path: Path) -> Reader:
    """An empty library whose arXiv is the server, asked at a hurried pace."""
    library.network = Network(tmp_path / "pace", server.api_url, server.pdf_url, pace_s=0.002)
    return Reader(library, server)
