"""An arXiv on loopback, and the way to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.network import Network
from tests.arxiv_server.server import ArxivServer


@pytest.fixture
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        yield server


@pytest.fixture
def network(server: ArxivServer, tmp_path: Path) -> Network:
    """The way to the server, at a hurried pace."""
    return Network(tmp_path / "pace", server.api_url, server.pdf_url, pace_s=0.001)
