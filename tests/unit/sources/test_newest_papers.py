"""A search brings its newest papers, page by page, as far back as is wanted."""

import pytest

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.arxiv_api import ArxivApi
from tests.arxiv_server import ArxivServer, faults
from tests.arxiv_server.atom import error_feed

EVERYTHING = "all:the OR all:we OR all:a"


def published(server: ArxivServer) -> list[str]:
    """The days on which the papers of the archive came, the newest first."""
    return sorted((versions[0].published for versions in server.papers.values()), reverse=True)


def test_without_a_day_the_newest_hundred_come(network: Network, server: ArxivServer) -> None:
    found = ArxivApi(network).newest(EVERYTHING, Job())
    assert [paper.published for paper in found] == published(server)[:100]
    assert server.log[-1].query["sortBy"] == "submittedDate"


def test_pages_come_until_the_day_is_reached(network: Network, server: ArxivServer) -> None:
    days = published(server)
    since = days[150]
    found = ArxivApi(network).newest(EVERYTHING, Job(), since)
    assert [paper.published for paper in found] == [day for day in days if day >= since]
    assert [request.query["start"] for request in server.log] == ["0", "100"]


def test_all_that_there_is_comes(network: Network, server: ArxivServer) -> None:
    assert len(ArxivApi(network).newest(EVERYTHING, Job(), "1990-01-01")) == len(server.papers)
    assert ArxivApi(network).newest("all:nobodywritesthis", Job(), "1990-01-01") == ()


def test_a_search_that_arxiv_refuses_is_said_to_be_none(network: Network, server: ArxivServer) -> None:
    server.faults.next(faults.instead(error_feed("malformed query"), "application/atom+xml", 400))
    with pytest.raises(NetworkError) as error:
        ArxivApi(network).newest("((", Job())
    assert (error.value.reason, error.value.about) == (Reason.NO_SUCH_FEED, "((")
