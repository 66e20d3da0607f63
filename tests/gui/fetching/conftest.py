"""A window over a library of papers that an arXiv of our own knows."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.import_plan import ImportOptions
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from tests.arxiv_server.papers import Archive
from tests.arxiv_server.server import ArxivServer
from tests.gui.digest_files import digest_bytes
from tests.gui.fetching.reader import IDS, UNKNOWN, Reader
from tests.gui.shown_window import Shown

OnDb = Callable[[Callable[[], object]], object]
PACE_S = 0.01


@pytest.fixture
def archive() -> Archive:
    return Archive()


@pytest.fixture
def arxiv(archive: Archive) -> Iterator[ArxivServer]:
    with ArxivServer(papers=archive) as server:
        yield server


@pytest.fixture
def services(services: LibraryServices, arxiv: ArxivServer, tmp_path: Path) -> LibraryServices:
    services.network = Network(tmp_path / "pace", arxiv.api_url, arxiv.pdf_url, "none", PACE_S)
    return services


@pytest.fixture
def filled(
    services: LibraryServices, archive: Archive, on_db: Callable[[Callable[[], object]], object]
) -> LibraryServices:
    """Four papers with the titles of their first versions, of which arXiv does not know the last."""

    def fill() -> bool:
        papers = [(arxiv_id, archive[arxiv_id][0].title, "论文") for arxiv_id in IDS]
        texts = [("some.md", digest_bytes([*papers, (UNKNOWN, "Nowhere to be found", "无处可寻")]))]
        services.importing.apply(services.importing.plan_texts(texts, ImportOptions(), Job()), Job())
        return True

    on_db(fill)
    return services


@pytest.fixture
def reader(shown: Shown, settings: SettingsFile) -> Reader:
    return Reader(shown, settings)
