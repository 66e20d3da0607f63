"""The Daily Papers of a day are a whole list of papers, or refused."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.daily_papers import papers_of_day, read_page
from tests.arxiv_server import ArxivServer, Kind, faults

DAY = "2026-11-20"


def item(**changes: Any) -> dict[str, Any]:
    """A paper as the API tells it."""
    authors = [{"name": "Ada", "hidden": False}, {"name": "Bob", "hidden": True}]
    paper = {"id": "2411.00001", "title": "A\n  Title\u200b", "summary": "We\nstudy.\ud800", "authors": authors}
    return {"paper": {**paper, **changes}, "publishedAt": "2024-11-01T00:00:00.000Z", "title": "A Title"}


@pytest.fixture
def daily(network: Network, server: ArxivServer) -> Network:
    server.days.today = DAY
    return replace(network, daily_papers=f"{server.base_url}/api/daily_papers")


def test_an_item_is_a_paper() -> None:
    (paper,), count = read_page(json.dumps([item()]).encode())
    assert count == 1
    assert (paper.arxiv_id, paper.title, paper.abstract) == ("2411.00001", "A Title", "We study.")
    assert paper.authors == ("Ada",)
    assert paper.entry is not None
    assert (paper.entry.link, paper.entry.abstract) == ("https://arxiv.org/abs/2411.00001", "We study.")


def test_a_paper_that_is_not_on_arxiv_is_left_out() -> None:
    assert read_page(json.dumps([item(id="../../etc"), item()]).encode())[1] == 2
    assert len(read_page(json.dumps([item(id="somewhere-else"), item()]).encode())[0]) == 1


@pytest.mark.parametrize(
    "told",
    [
        {"error": "no"},
        ["text"],
        [{"paper": None}],
        [item(id=7)],
        [item(title=None)],
        [item(title=" ")],
        [item(summary=["x"])],
        [item(authors="Ada")],
        [item(authors=["Ada"])],
        [item(authors=[{"name": 1}])],
        [item(title="x" * 5000)],
        [item(summary="x" * 100_000)],
    ],
)
def test_what_is_no_list_of_papers_is_refused(told: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_page(json.dumps(told).encode())


@pytest.mark.parametrize(
    "content", [b"", b"[", b"[" * 100_000, json.dumps([item()]).encode()[:-9], b"\xff\xfe", b"NaN"]
)
def test_what_is_no_whole_json_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_page(content)


@given(
    st.recursive(st.none() | st.text() | st.integers(), lambda more: st.lists(more) | st.dictionaries(st.text(), more))
)
def test_any_other_json_is_refused_or_has_no_papers(told: Any) -> None:
    try:
        papers, _ = read_page(json.dumps(told).encode())
    except ValueError:
        return
    assert papers == ()


def test_a_day_comes_in_its_order_page_by_page(daily: Network, server: ArxivServer) -> None:
    ids = list(server.papers)[:230]
    server.days.put_daily(ids)
    assert [paper.arxiv_id for paper in papers_of_day(daily, DAY, Job()).papers] == ids
    assert [request.query["p"] for request in server.asked(Kind.DAILY)] == ["0", "1", "2"]


def test_a_day_without_papers_is_empty(daily: Network) -> None:
    assert papers_of_day(daily, "2026-11-21", Job()).papers == ()


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (faults.captcha(), Reason.WEB_PAGE),
        (faults.cut(0.5), Reason.BAD_ANSWER),
        (faults.busy(429, retry_after=7), Reason.BUSY),
        (faults.instead(b'{"error":"x"}', "application/json"), Reason.BAD_ANSWER),
        (faults.instead(b"[" * 200_000, "application/json"), Reason.BAD_ANSWER),
    ],
)
def test_what_goes_wrong_is_told(daily: Network, server: ArxivServer, fault: faults.Fault, reason: Reason) -> None:
    server.faults.next(fault, kind=Kind.DAILY)
    with pytest.raises(NetworkError) as error:
        papers_of_day(daily, DAY, Job())
    assert error.value.reason is reason
