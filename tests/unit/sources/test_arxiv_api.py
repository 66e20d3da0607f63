"""Questions to arXiv's API and their answers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop.domain.arxiv_paper import ArxivAnswer, ArxivPaper
from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources import arxiv_api
from desktop.sources.arxiv_api import ArxivApi
from tests.arxiv_server import ArxivServer, Kind
from tests.arxiv_server import faults as ways
from tests.arxiv_server.atom import feed
from tests.arxiv_server.faults import Fault

UNKNOWN = "2301.99999"


def papers(network: Network, *ids: str) -> ArxivAnswer:
    return ArxivApi(network).papers(ids, Job())


def search(network: Network, title: str) -> tuple[ArxivPaper, ...]:
    return ArxivApi(network).search_title(title, Job())


def answering(found: Sequence[ArxivPaper], total: int) -> Fault:
    return ways.instead(feed(found, total=total), "application/atom+xml")


def refused(network: Network, *ids: str) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        papers(network, *ids)
    assert caught.value.reason is Reason.BAD_ANSWER
    return caught.value


def test_all_papers_come_as_they_are_in_one_question_for_fifty(server: ArxivServer, network: Network) -> None:
    ids = list(server.papers)
    for first in range(0, 300, 50):
        batch = ids[first : first + 50]
        answer = papers(network, *batch)
        assert answer == ArxivAnswer(tuple(server.papers[id][-1] for id in batch))
    assert len(server.asked(Kind.API)) == 6


def test_a_version_is_asked_for_by_its_number(server: ArxivServer, network: Network) -> None:
    id = next(id for id, versions in server.papers.items() if len(versions) > 1)
    assert papers(network, f"{id}v1").papers == (server.papers[id][0],)
    assert papers(network, f"{id}v99") == ArxivAnswer((), (f"{id}v99",))


def test_ids_that_arxiv_does_not_know_are_missing(server: ArxivServer, network: Network) -> None:
    known, other = list(server.papers)[:2]
    answer = papers(network, UNKNOWN, known, "hep-th/9912999v2", other)
    assert [paper.arxiv_id for paper in answer.papers] == [known, other]
    assert answer.missing == (UNKNOWN, "hep-th/9912999v2")
    assert papers(network, UNKNOWN) == ArxivAnswer((), (UNKNOWN,))


def test_an_old_id_is_asked_for_with_its_subject_class_and_answered_without(
    server: ArxivServer, network: Network
) -> None:
    id = next(id for id in server.papers if id.startswith("math/"))
    spelled = id.replace("math/", "math.GT/")
    assert [paper.arxiv_id for paper in papers(network, spelled).papers] == [id]
    assert server.log[0].query["id_list"] == spelled


def test_one_paper_that_is_asked_for_twice_comes_once(server: ArxivServer, network: Network) -> None:
    id = next(iter(server.papers))
    newest = server.papers[id][-1]
    assert papers(network, id, id, f"{id}v{newest.version}").papers == (newest,)


def test_nothing_is_asked_for_no_ids(server: ArxivServer, network: Network) -> None:
    assert papers(network) == ArxivAnswer(())
    assert server.log == ()


@pytest.mark.parametrize("ids", [["2301.00012"] * 51, ["abc"], ["2301.00012 "], ["../../etc"], ["2301.00012&x=y"]])
def test_what_is_no_question_is_not_asked(server: ArxivServer, network: Network, ids: list[str]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        papers(network, *ids)
    assert server.log == ()


def test_an_id_that_arxiv_refuses_keeps_nobody_from_the_others(server: ArxivServer, network: Network) -> None:
    known = next(iter(server.papers))
    error = ways.instead(
        b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#incorrect_id</id>
        <title>Error</title><summary>incorrect id format for xyz/0301001</summary></entry></feed>""",
        "application/atom+xml",
        400,
    )
    server.faults.next(error)
    answer = papers(network, "xyz/0301001", known)
    assert ([paper.arxiv_id for paper in answer.papers], answer.missing) == ([known], ("xyz/0301001",))
    server.faults.next(error)
    assert papers(network, "xyz/0301001") == ArxivAnswer((), ("xyz/0301001",))


def test_an_answer_with_papers_that_nobody_asked_for_fails(server: ArxivServer, network: Network) -> None:
    one, other, third = list(server.papers)[:3]
    newest = [server.papers[id][-1] for id in (one, other, third)]
    server.faults.always(answering(newest, 3))
    refused(network, one)
    refused(network, one, other)
    assert papers(network, one, other, third).papers == tuple(newest)
    server.faults.clear()
    server.faults.always(ways.wrong_paper())
    refused(network, one)


@pytest.mark.parametrize("total", [0, 1, 3, 100])
def test_nothing_is_missing_from_an_answer_that_does_not_say_it_is_complete(
    server: ArxivServer, network: Network, total: int
) -> None:
    one, other = list(server.papers)[:2]
    server.faults.always(answering([server.papers[one][-1]], total))
    if total == 1:
        assert papers(network, one, other).missing == (other,)
    else:
        refused(network, one, other)
    assert len(server.log) == 1  # the package would ask for the rest


def test_another_version_than_the_one_asked_for_fails(server: ArxivServer, network: Network) -> None:
    id = next(iter(server.papers))
    server.faults.always(answering([replace(server.papers[id][0], version=7)], 1))
    refused(network, f"{id}v1")
    assert papers(network, id).papers[0].version == 7


def test_an_answer_has_a_limit(server: ArxivServer, network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arxiv_api, "ANSWER_LIMIT", 100_000)
    id = next(iter(server.papers))
    for fault in (ways.endless(), ways.compressed(zeros_mb=10), ways.huge(1)):
        server.faults.clear()
        server.faults.always(fault)
        refused(network, id)


def test_a_withdrawn_paper_is_known_by_its_words(server: ArxivServer, network: Network) -> None:
    gone = [id for id, versions in server.papers.items() if versions[-1].withdrawn]
    assert len(gone) > 2
    assert all(paper.withdrawn for paper in papers(network, *gone).papers)
    assert not any(paper.withdrawn for paper in papers(network, *(f"{id}v1" for id in gone)).papers)


def test_a_title_is_looked_up_as_a_phrase_of_its_words(server: ArxivServer, network: Network) -> None:
    paper = next(versions[-1] for versions in server.papers.values() if "$\\ell_1$-Regularised" in versions[-1].title)
    assert paper in search(network, f"  {paper.title.upper()}! ")
    query = server.log[0].query["search_query"]
    assert query.startswith('ti:"')
    assert not set('$\\{}()-:"') & set(query[4:-1])
    assert search(network, "a title that no paper has") == ()


@pytest.mark.parametrize("title", ["", " \n", "?!", '"" $$'])
def test_a_title_without_words_is_not_looked_up(server: ArxivServer, network: Network, title: str) -> None:
    assert search(network, title) == ()
    assert server.log == ()


def test_at_most_ten_papers_are_found(server: ArxivServer, network: Network) -> None:
    found = search(network, "and the Limits of")
    assert len(found) == 10
    assert server.log[0].query["max_results"] == "10"


def test_a_search_that_announces_more_than_it_brings_fails(server: ArxivServer, network: Network) -> None:
    some = [versions[-1] for versions in list(server.papers.values())[:3]]
    for total in (4, 300):
        server.faults.clear()
        server.faults.always(answering(some, total))
        with pytest.raises(NetworkError) as caught:
            search(network, "any")
        assert caught.value.reason is Reason.BAD_ANSWER


def test_a_very_long_title_makes_no_very_long_address(server: ArxivServer, network: Network) -> None:
    assert search(network, "word " * 100_000) == ()
    assert len(server.log[0].query["search_query"]) < 600
