"""The arXiv of our own answers like the real one. How it misbehaves on wish: test_arxiv_server_faults.py."""

import hashlib
import http.client
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest

from desktop.domain.arxiv_paper import ArxivPaper
from tests.arxiv_server import Archive, ArxivServer, Kind
from tests.arxiv_server.atom import feed
from tests.arxiv_server.pdfs import printed, stamp

NAMES = {"a": "http://www.w3.org/2005/Atom", "x": "http://arxiv.org/schemas/atom"}


@pytest.fixture(scope="module")
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as running:
        yield running


class Got:
    """One answer, read whole."""

    def __init__(self, address: str, headers: dict[str, str] | None = None, method: str = "GET") -> None:
        parts = urlsplit(address)
        connection = http.client.HTTPConnection(parts.netloc, timeout=10)
        try:
            connection.request(method, f"{parts.path}?{parts.query}", headers=headers or {})
            response = connection.getresponse()
            self.status, self.headers, self.body = response.status, response.headers, response.read()
        finally:
            connection.close()

    @property
    def ids(self) -> list[str]:
        """Ids with versions, as the entries have them."""
        entries = ElementTree.fromstring(self.body).findall("a:entry/a:id", NAMES)
        return [(entry.text or "").removeprefix("http://arxiv.org/abs/") for entry in entries]


def paper_in(entry: ElementTree.Element) -> ArxivPaper:
    """Return what an entry of the real arXiv tells."""

    def texts(path: str) -> list[str]:
        return [found.text or "" for found in entry.findall(path, NAMES)]

    def text(path: str) -> str:
        return "".join(texts(path)[:1])

    arxiv_id, version = text("a:id").removeprefix("http://arxiv.org/abs/").split("v")
    return ArxivPaper(
        arxiv_id=arxiv_id,
        version=int(version),
        title=text("a:title"),
        abstract=text("a:summary").strip(),
        authors=tuple(texts("a:author/a:name")),
        categories=tuple(found.attrib["term"] for found in entry.findall("a:category", NAMES)),
        published=text("a:published")[:10],
        updated=text("a:updated")[:10],
        comment=text("x:comment"),
        journal_ref=text("x:journal_ref"),
        doi=text("x:doi"),
    )


def without_what_differs(answer: bytes) -> str:
    """Return an answer without its name and times of day, affiliations (papers do not hold them) and paragraphs."""
    text = re.sub(
        r"(?<=arxiv.org/api/)[\w+/]{27}(?=</id>)|T\d\d:\d\d:\d\dZ|\n *<arxiv:affil.*(?=\n)", "", answer.decode()
    )
    text = re.sub(r"(?<=<updated>)[\d-]+(?=</updated>\n  <link)", "", text, count=1)
    return re.sub(r"(?s)(?<=<summary>).*?(?=</summary>)", lambda found: " ".join(found[0].split()), text)


def test_answers_are_those_of_the_real_arxiv_to_the_byte(shared: Path) -> None:
    compared = 0
    for path in sorted((shared / "data" / "atom" / "real").glob("api_*.xml")):
        real = path.read_bytes()
        root = ElementTree.fromstring(real)
        if asked := re.search(r"search_query=(.*)&id_list=(.*)&start=(\d+)&max_results=(\d+)", root[1].text or ""):
            papers = [paper_in(entry) for entry in root.findall("a:entry", NAMES)]
            total = int(root.findtext("{http://a9.com/-/spec/opensearch/1.1/}totalResults", "0"))
            search, ids, start, most = asked.groups()
            ours = feed(papers, total=total, search=search, ids=ids, start=int(start), most=int(most))
            assert without_what_differs(ours) == without_what_differs(real), path.name
            compared += 1
    assert compared >= 10


def test_an_id_of_a_wrong_form_is_refused_in_the_words_of_the_real_arxiv(server: ArxivServer, shared: Path) -> None:
    got = Got(f"{server.api_url}?id_list=2301.00012,abc")
    real = next((shared / "data" / "atom" / "real").glob("api_id_abc_*.xml")).read_text(encoding="utf-8")
    moment = r"\d{4}-\d\d-\d\dT[\d:]+Z"
    assert got.status == 400
    assert re.sub(moment, "", got.body.decode()) == re.sub(moment, "", real)


def test_ids_are_found_in_their_versions_and_unknown_ones_left_out(server: ArxivServer) -> None:
    twice = next(name for name, versions in server.papers.items() if len(versions) > 1)
    newest = len(server.papers[twice])
    got = Got(f"{server.api_url}?id_list={twice}v1,{twice},2501.99999,{twice}v99,hep-th/9901001&max_results=50")
    assert got.status == 200
    assert got.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    old_style = f"hep-th/9901001v{len(server.papers['hep-th/9901001'])}"
    assert got.ids == [f"{twice}v1", f"{twice}v{newest}", old_style]
    assert Got(f"{server.api_url}?id_list=math.GT/9901001").ids == ["math/9901001v1"]


def test_an_answer_has_ten_entries_unless_more_are_asked_for(server: ArxivServer) -> None:
    ids = list(server.papers)[:50]
    assert len(Got(f"{server.api_url}?id_list={','.join(ids)}").ids) == 10
    rest = Got(f"{server.api_url}?id_list={','.join(ids)}&start=40&max_results=50")
    assert [name.partition("v")[0] for name in rest.ids] == ids[40:]
    assert b"totalResults>50<" in rest.body


def test_papers_are_found_by_title_and_by_any_words(server: ArxivServer) -> None:
    paper = server.papers["2301.00012"][-1]
    wanted = f"2301.00012v{paper.version}"
    for search in (f'ti:"{paper.title.upper()}"', f'all:"{paper.authors[0]}" AND ti:"{paper.title}"'):
        assert Got(f"{server.api_url}?search_query={quote(search)}").ids == [wanted]
    assert Got(f"{server.api_url}?search_query=ti:%22no+such+title%22").ids == []
    assert len(Got(f"{server.api_url}?search_query=all:we&max_results=400").ids) > 250


def test_a_version_can_be_held_back_until_it_is_published(server: ArxivServer) -> None:
    name = next(name for name, versions in server.papers.items() if len(versions) == 3)
    server.papers.hold_back(name, 1)
    assert Got(f"{server.api_url}?id_list={name}").ids == [f"{name}v1"]
    assert Got(f"{server.pdf_url}{name}v2").status == 404
    server.papers.publish(name)
    assert Got(f"{server.api_url}?id_list={name}").ids == [f"{name}v3"]


def test_a_withdrawn_version_is_told_of_but_has_no_pdf(server: ArxivServer) -> None:
    name, versions = next((name, versions) for name, versions in server.papers.items() if versions[-1].withdrawn)
    assert b"withdrawn" in Got(f"{server.api_url}?id_list={name}").body
    assert Got(server.pdf_url + name).status == 404
    assert Got(f"{server.pdf_url}{name}v{len(versions) - 1}").status == 200


@pytest.mark.parametrize("form", ["2301.00012", "2301.00012v1", "2301.00012v1.pdf", "hep-th/9901001", "2301.00012.pdf"])
def test_pdfs_come_by_each_form_of_their_address(server: ArxivServer, form: str) -> None:
    got = Got(server.pdf_url + form)
    name, _, version = form.removesuffix(".pdf").partition("v")
    assert got.body == server.pdf_bytes(name, int(version) if version else None)
    assert int(got.headers["Content-Length"]) == len(got.body)
    assert got.headers["Content-Type"] == "application/pdf"
    assert got.headers["Accept-Ranges"] == "bytes"
    head = Got(server.pdf_url + form, method="HEAD")
    assert (head.body, head.headers["ETag"]) == (b"", got.headers["ETag"])


@pytest.mark.parametrize("path", ["/pdf/2501.99999", "/pdf/2301.00012v99", "/pdf/../secret", "/abs/2301.00012", "/"])
def test_what_is_not_there_is_a_404(server: ArxivServer, path: str) -> None:
    assert Got(server.base_url + path).status == 404


def test_parts_of_a_pdf_are_served_as_long_as_it_is_the_same(server: ArxivServer) -> None:
    address, whole = f"{server.pdf_url}2302.00012v1", server.pdf_bytes("2302.00012", 1)
    tag = Got(address).headers["ETag"]
    rest = Got(address, {"Range": "bytes=100-", "If-Range": tag})
    assert (rest.status, rest.body) == (206, whole[100:])
    assert rest.headers["Content-Range"] == f"bytes 100-{len(whole) - 1}/{len(whole)}"
    assert Got(address, {"Range": "bytes=10-19"}).body == whole[10:20]
    assert Got(address, {"Range": "bytes=-5"}).body == whole[-5:]
    past = Got(address, {"Range": f"bytes={len(whole)}-"})
    assert (past.status, past.headers["Content-Range"]) == (416, f"bytes */{len(whole)}")
    other = Got(address, {"Range": "bytes=100-", "If-Range": '"another"'})
    assert (other.status, other.body) == (200, whole)


def test_another_pdf_can_be_put_in_place_and_ranges_switched_off() -> None:
    with ArxivServer() as server:
        address = f"{server.pdf_url}2302.00012v1"
        tag = Got(address).headers["ETag"]
        server.put_pdf("2302.00012", 1, b"%PDF-1.4 another")
        got = Got(address, {"Range": "bytes=5-", "If-Range": tag})
        assert (got.status, got.body) == (200, b"%PDF-1.4 another")
        server.ranges = False
        assert Got(address, {"Range": "bytes=5-"}).status == 200


def test_the_papers_are_of_all_sorts() -> None:
    papers = Archive()
    newest = [versions[-1] for versions in papers.values()]
    assert len(papers) == len(set(papers)) == len({versions[0].title for versions in papers.values()}) == 300
    assert {len(versions) for versions in papers.values()} >= {1, 2, 3}
    assert sum(paper.withdrawn for paper in newest) >= 5
    assert sum("/" in paper.arxiv_id for paper in newest) >= 30
    assert any("$" in paper.title for paper in newest)
    assert any("\\" in paper.title for paper in newest)
    assert any(not paper.title.isascii() for paper in newest)
    assert any(paper.doi and paper.journal_ref for paper in newest)
    assert "2612.34567" not in papers
    assert Archive(every_id=True)["2612.34567"][0].published.startswith("2026-12")


def test_a_pdf_is_the_same_in_every_process_and_says_what_it_is(server: ArxivServer) -> None:
    name, content = "2301.00012", server.pdf_bytes("2301.00012")
    script = (
        "import hashlib; from tests.arxiv_server import papers, pdfs;"
        f"print(hashlib.sha256(pdfs.pdf_of(papers.made_up('{name}')[-1])).hexdigest())"
    )
    there = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert there.stdout.strip() == hashlib.sha256(content).hexdigest()
    paper = server.papers[name][-1]
    assert stamp(paper) == "arXiv:2301.00012v2  [cs.IR]  21 Feb 2023"
    assert f"({stamp(paper)})".encode() in content
    assert printed(paper.title).split()[0].encode() in content


def test_each_object_of_a_pdf_is_where_its_table_says(server: ArxivServer) -> None:
    content = server.pdf_bytes("2301.00012")
    match = re.search(rb"startxref\n(\d+)\n%%EOF\n\Z", content)
    assert match
    table = content[int(match[1]) :]
    assert table.startswith(b"xref\n0 ")
    offsets = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n \n", table)]
    assert len(offsets) >= 5
    for number, offset in enumerate(offsets, 1):
        assert content.startswith(b"%d 0 obj\n" % number, offset)


def test_the_log_tells_of_each_request(server: ArxivServer) -> None:
    before, started = len(server.log), time.monotonic()
    Got(f"{server.api_url}?id_list=2301.00012&start=0")
    Got(f"{server.pdf_url}2301.00012", {"Range": "bytes=0-9"})
    api, pdf = server.log[before:]
    assert (api.kind, api.path, api.query) == (Kind.API, "/api/query", {"id_list": "2301.00012", "start": "0"})
    assert (pdf.kind, pdf.method, pdf.headers["range"], pdf.status) == (Kind.PDF, "GET", "bytes=0-9", 206)
    assert started <= api.at <= pdf.at <= time.monotonic()
    assert api.port != pdf.port
    server.wait_for(1, Kind.PDF)
    assert pdf in server.asked(Kind.PDF)


def test_it_sees_what_comes_through_it_as_a_proxy(server: ArxivServer) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.base_url).netloc, timeout=10)
    connection.set_tunnel("export.arxiv.org", 443)
    with pytest.raises(OSError, match="404"):
        connection.connect()
    connection.close()
    assert (server.log[-1].method, server.log[-1].path) == ("CONNECT", "export.arxiv.org:443")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to a single process there")
def test_it_can_be_started_by_hand_and_ends_on_ctrl_c() -> None:
    command = [sys.executable, "-u", "-m", "tests.arxiv_server", "--port", "0", "--fail-one-in", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        told = ""
        try:
            while "Ctrl+C" not in told and (line := process.stdout.readline()):
                told += line
            address = re.search(r"PAPERSHELF_ARXIV=(\S+)", told)
            statuses = [Got(f"{address[1]}/pdf/2301.00012").status for _ in range(2)] if address else [told]
            process.send_signal(signal.SIGINT)
            rest = process.communicate(timeout=20)[0]
        finally:
            process.kill()
    assert statuses == [200, 500]
    assert (process.returncode, rest) == (0, "\n2 requests answered.\n")
