"""A failed arXiv answer is a failure and never "no papers": every file of the reference data in every framing.

The files are answers of arXiv, answers that were spoilt, and feeds of other kinds. What each must give stands in
`WHOLE`; all others must fail, and so must each that is cut.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.errors import NetworkError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources.arxiv_api import MOST_FOUND, MOST_IDS, ArxivApi
from tests.arxiv_server import ArxivServer, Framing
from tests.arxiv_server import faults as ways

ATOM = "{http://www.w3.org/2005/Atom}"
ENTRY_ID = re.compile(rb"<id>http://arxiv\.org/abs/([^<]+)v(\d+)</id>")
SHARES = (0.02, 0.3, 0.5, 0.9, 0.99)


@dataclass(frozen=True)
class Whole:
    """A file that is a whole answer."""

    found: tuple[str, ...] = ()
    """Papers in it, with their versions."""
    missing: tuple[str, ...] = ()
    """Ids that its question named and that it says nothing about."""
    total: bool = True
    """It tells how many there are."""


ONE = Whole(("1605.08386v1",))
WHOLE = {
    "real/api_id_0000.0000_s0_m100_8b51d9633a68.xml": Whole(missing=("0000.0000",)),
    "real/api_id_0808.05394_s0_m100_7b0c7d0a7cdd.xml": Whole(missing=("0808.05394",)),
    "real/api_id_0808.05394_1707.08567_s0_m100_42e5aa0ec3af.xml": Whole(("1707.08567v1",), ("0808.05394",)),
    "real/api_id_1605.08386_s0_m100_199195aa31ad.xml": ONE,
    "real/api_id_1707.08567_s0_m100_6a1afebfc6a3.xml": Whole(("1707.08567v1",)),
    "real/api_id_2104.12255v1_s0_m100_6ae69987ffe1.xml": Whole(("2104.12255v1",)),
    "real/api_id_astro-ph_0601001_s0_m100_3150dca9dc76.xml": Whole(("astro-ph/0601001v1",)),
    "real/api_id_quant-ph_0201082v1_s0_m100_86989fe779ef.xml": Whole(("quant-ph/0201082v1",)),
    "derived/authors_5000.xml": ONE,
    "derived/control_chars_title.xml": ONE,
    "derived/html_in_title.xml": ONE,
    "derived/no_pdf_link.xml": ONE,
    "derived/pdf_link_file_scheme.xml": ONE,
    "derived/pdf_link_loopback.xml": ONE,
    "derived/v9_newer_version.xml": Whole(("1605.08386v9",)),
    "derived/withdrawn_admin.xml": ONE,
    "derived/withdrawn_summary.xml": ONE,
    "synthetic-upstream/Query-farm_arxiv.xml": Whole(("2005.11401v4", "2004.04906v3")),
    "synthetic-upstream/UNIkeEN_arxiv_atom.xml": Whole(("2604.00001v2", "2604.00002v1"), total=False),
    "synthetic-upstream/flyersworder_arxiv_response.xml": Whole(("1706.03762v7",)),
    "synthetic-upstream/quxnb_arxiv_atom.xml": Whole(("2607.04567v1",), total=False),
    "synthetic-upstream/zydtiger_arxiv.xml": Whole(("2301.00001v2",), total=False),
}
SEARCH = "real/api_q_"


@pytest.fixture(scope="module")
def files(shared: Path) -> dict[str, bytes]:
    atom = shared / "data" / "atom"
    found = {f"{path.parent.name}/{path.name}": path.read_bytes() for path in sorted(atom.glob("*/*"))}
    assert WHOLE.keys() <= found.keys()
    assert len(found) >= 76
    return found


@pytest.fixture(scope="module")
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        yield server


def serve(server: ArxivServer, content: bytes, framing: Framing, share: float | None = None, code: int = 200) -> None:
    answer = ways.instead(content, "application/atom+xml", code, framing)
    server.faults.clear()
    server.faults.always(answer if share is None else ways.chain(answer, ways.cut(share, framing)))


def fails(network: Network, ids: list[str]) -> Reason:
    with pytest.raises(NetworkError) as caught:
        ArxivApi(network).papers(ids, Job())
    return caught.value.reason


def refusals(content: bytes) -> set[Reason]:
    """Why such an answer may be refused; of a page for people enough must have come to tell that it is one."""
    return {Reason.BAD_ANSWER, Reason.WEB_PAGE} if b"<html" in content[:100].lower() else {Reason.BAD_ANSWER}


def names(papers: tuple[ArxivPaper, ...]) -> tuple[str, ...]:
    return tuple(f"{paper.arxiv_id}v{paper.version}" for paper in papers)


def titles(content: bytes) -> list[str]:
    """The titles of the entries, by another reader."""
    entries = ElementTree.fromstring(content).iter(ATOM + "entry")
    hidden = str.maketrans("", "", "\u202e\u200b\x89")
    return [" ".join((entry.findtext(ATOM + "title") or "").translate(hidden).split()) for entry in entries]


def asked_for(name: str, content: bytes) -> list[str]:
    """Ids that a question for this answer may have named, at most 50."""
    if name in WHOLE:
        return [text.partition("v")[0] for text in WHOLE[name].found] + list(WHOLE[name].missing)
    found = [id.decode() for id, _ in ENTRY_ID.findall(content)]
    return list(dict.fromkeys(found))[:MOST_IDS] or ["1605.08386"]


@pytest.mark.parametrize("framing", list(Framing))
def test_a_whole_answer_gives_its_papers_and_every_other_one_fails(
    files: dict[str, bytes], server: ArxivServer, network: Network, framing: Framing
) -> None:
    for name, content in files.items():
        serve(server, content, framing)
        ids = asked_for(name, content)
        if name in WHOLE:
            answer = ArxivApi(network).papers(ids, Job())
            assert (names(answer.papers), answer.missing) == (WHOLE[name].found, WHOLE[name].missing), name
            assert [paper.title for paper in answer.papers] == titles(content), name
        elif name.startswith(SEARCH) and len(ENTRY_ID.findall(content)) <= MOST_IDS:
            assert len(ArxivApi(network).papers(ids, Job()).papers) == len(ids), name
        else:
            assert fails(network, ids) in refusals(content), name


@pytest.mark.parametrize("framing", list(Framing))
def test_an_answer_that_is_cut_fails(
    files: dict[str, bytes], server: ArxivServer, network: Network, framing: Framing
) -> None:
    for name, content in files.items():
        for share in SHARES if len(content) < 10_000 else SHARES[2:3]:
            serve(server, content, framing, share)
            assert fails(network, asked_for(name, content)) in refusals(content), (name, share)
            with pytest.raises(NetworkError):
                ArxivApi(network).search_title("any", Job())


@pytest.mark.parametrize("framing", list(Framing))
def test_an_answer_about_another_question_fails(
    files: dict[str, bytes], server: ArxivServer, network: Network, framing: Framing
) -> None:
    for name, content in files.items():
        serve(server, content, framing)
        if name in WHOLE and not WHOLE[name].found:
            continue  # nothing tells which question nothing was the answer to
        assert fails(network, ["2401.00001"]) in refusals(content), name
        if name in WHOLE and not WHOLE[name].total:
            assert fails(network, [*asked_for(name, content), "2401.00001"]) in refusals(content), name


def test_a_search_gives_the_first_ten_or_fails(files: dict[str, bytes], server: ArxivServer, network: Network) -> None:
    for name, content in files.items():
        serve(server, content, Framing.LENGTH)
        if name.startswith(SEARCH) or (name in WHOLE and WHOLE[name].total):
            found = ArxivApi(network).search_title("testing", Job())
            assert [paper.title for paper in found] == titles(content)[:MOST_FOUND], name
        else:
            with pytest.raises(NetworkError) as caught:
                ArxivApi(network).search_title("testing", Job())
            assert caught.value.reason in refusals(content), name


@pytest.mark.parametrize(
    ("code", "reason"),
    [(429, Reason.BUSY), (503, Reason.BUSY), (400, Reason.SERVER_FAILED), (500, Reason.SERVER_FAILED)],
)
def test_a_status_is_believed_before_any_content(
    files: dict[str, bytes], server: ArxivServer, network: Network, code: int, reason: Reason
) -> None:
    for name in ("derived/rate_exceeded_429.txt", "derived/captcha_200.html", *list(WHOLE)[:4]):
        serve(server, files[name], Framing.LENGTH, code=code)
        assert fails(network, asked_for(name, files[name])) is reason


@pytest.mark.parametrize("code", [200, 400])
def test_a_refused_question_fails_with_arxivs_own_words(
    files: dict[str, bytes], server: ArxivServer, network: Network, code: int
) -> None:
    serve(server, files["derived/error_http200.xml"], Framing.LENGTH, code=code)
    with pytest.raises(NetworkError, match="incorrect id format for abc"):
        ArxivApi(network).papers(["1605.08386"], Job())
