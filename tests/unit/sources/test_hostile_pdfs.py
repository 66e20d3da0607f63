"""Only a real, complete PDF enters the library: all else is refused with its reason and leaves no file.

A download that broke off may leave its beginning, for the next try, where the server gave a mark of its content. That a
PDF has pages is seen by who opens it: `tests/unit/services/test_fetch_papers_failures.py`.
"""

import gzip
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.domain.errors import AppError, NetworkError, PdfError, Reason
from desktop.domain.network import Network
from desktop.domain.progress import Job
from desktop.sources import exchange, pdf_download
from desktop.sources.pdf_download import download
from desktop.system.part_file import PartFile
from tests.arxiv_server import Answer, ArxivServer, Framing
from tests.arxiv_server import faults as ways
from tests.arxiv_server.faults import Fault

ID = "2301.00012"


@dataclass(frozen=True)
class Case:
    """How the server misbehaves, and what must come of it."""

    fault: Fault
    reason: Reason
    resumable: bool = False
    """Its beginning may stay."""


def saying(content: bytes, framing: Framing = Framing.LENGTH) -> Fault:
    return ways.instead(content, "application/pdf", framing=framing)


def headed(**headers: str) -> Fault:
    """Add headers to the true answer; _ stands for -."""
    added = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda true: replace(true, headers={**true.headers, **added})


def bomb(true: Answer) -> Answer:
    """A PDF whose compressed form is a thousandth of its 300 MB."""
    content = gzip.compress(b"%PDF-1.4\n") + gzip.compress(bytes(10_000_000)) * 30
    return replace(true, headers={**true.headers, "Content-Encoding": "gzip"}, body=content)


NOT_A_PDF, PDF_CUT, FAILED = Reason.NOT_A_PDF, Reason.PDF_CUT, Reason.SERVER_FAILED
WEB_PAGE = Reason.WEB_PAGE
CASES = {
    # Something else than a PDF
    "a captcha with 200": Case(ways.captcha(), WEB_PAGE),
    "a captcha called PDF": Case(saying(ways.CAPTCHA), WEB_PAGE),
    "a captcha of unknown length": Case(saying(ways.CAPTCHA, Framing.CLOSE), WEB_PAGE),
    "HTML called PDF": Case(ways.html_as_pdf(), WEB_PAGE),
    "long HTML called PDF": Case(saying(ways.HTML * 1000), WEB_PAGE),
    "HTML behind white space": Case(saying(b"\xef\xbb\xbf \r\n\t" + ways.HTML), WEB_PAGE),
    "HTML that mentions a PDF": Case(saying(b"<!-- %PDF-1.7 --><html>%%EOF</html>"), NOT_A_PDF),
    "SVG called PDF": Case(ways.svg_as_pdf(), NOT_A_PDF),
    "SVG that mentions a PDF": Case(saying(b'<?xml version="1.0"?><svg>%PDF-1.7 %%EOF</svg>'), NOT_A_PDF),
    "JSON": Case(saying(b'{"error": "later"}'), NOT_A_PDF),
    "a word": Case(saying(b"Rate exceeded."), NOT_A_PDF),
    "PostScript": Case(saying(b"%!PS-Adobe-3.0\n" * 200 + b"%%EOF"), NOT_A_PDF),
    "an archive": Case(saying(b"PK\x03\x04" + bytes(5000)), NOT_A_PDF),
    "a PNG": Case(saying(b"\x89PNG\r\n\x1a\n" + bytes(5000)), NOT_A_PDF),
    "a PDF behind a kilobyte of nothing": Case(lambda true: replace(true, body=bytes(1024) + true.body), NOT_A_PDF),
    "zeros": Case(saying(bytes(100_000)), NOT_A_PDF),
    "an unknown compression": Case(ways.chain(saying(b"\x1b\x00" * 900), headed(Content_Encoding="br")), NOT_A_PDF),
    # Statuses
    "403": Case(ways.status(403), FAILED),
    "403 with a captcha": Case(ways.instead(ways.CAPTCHA, "text/html", 403), FAILED),
    "401": Case(ways.status(401), FAILED),
    "407": Case(ways.status(407), FAILED),
    "404": Case(ways.status(404), Reason.NO_PDF),
    "410": Case(ways.status(410), Reason.NO_PDF),
    "500": Case(ways.status(500), FAILED),
    "502 with a PDF": Case(lambda true: replace(true, status=502), FAILED),
    "429": Case(ways.busy(429), Reason.BUSY),
    "503": Case(ways.busy(503), Reason.BUSY),
    "203 with a PDF": Case(lambda true: replace(true, status=203), FAILED),
    "206 that nobody asked for": Case(lambda true: replace(true, status=206), FAILED),
    "416 that nobody asked for": Case(lambda true: Answer(416, {"Content-Range": "bytes */5"}), FAILED),
    "a redirect to nowhere": Case(lambda true: Answer(302), FAILED),
    # Cut
    "nothing": Case(saying(b""), PDF_CUT),
    "nothing in chunks": Case(saying(b"", Framing.CHUNKED), PDF_CUT),
    "cut, length told": Case(ways.cut(), PDF_CUT, resumable=True),
    "cut, in chunks": Case(ways.cut(framing=Framing.CHUNKED), PDF_CUT, resumable=True),
    "cut, length not told": Case(ways.cut(framing=Framing.CLOSE), PDF_CUT, resumable=True),
    "cut after five bytes": Case(ways.cut(0.0025), PDF_CUT, resumable=True),
    "cut before the last bytes": Case(ways.cut(0.995, Framing.CLOSE), PDF_CUT, resumable=True),
    "cut, without a mark": Case(ways.chain(ways.cut(), headed(ETag="", Last_Modified="")), PDF_CUT),
    "more announced than comes": Case(ways.wrong_length(1), PDF_CUT, resumable=True),
    "less announced than comes": Case(ways.wrong_length(-10), PDF_CUT, resumable=True),
    "two lengths": Case(headed(content_length="5"), Reason.BAD_ANSWER),
    "a reset before the answer": Case(ways.reset(), FAILED),
    "a reset behind the head": Case(ways.reset(0), PDF_CUT),
    "a reset in the middle": Case(ways.reset(1000), PDF_CUT, resumable=True),
    "no answer at all": Case(ways.hang_up(), FAILED),
    "silence": Case(ways.silence(), Reason.TIMED_OUT),
    "silence in the middle": Case(ways.silence(1000), Reason.TIMED_OUT, resumable=True),
    "a drip": Case(ways.slow(50.0), Reason.TIMED_OUT, resumable=True),
    # Too much
    "300 MB": Case(ways.huge(), Reason.PDF_TOO_LARGE),
    "300 MB in chunks": Case(ways.huge(framing=Framing.CHUNKED), Reason.PDF_TOO_LARGE),
    "no end": Case(ways.endless(Framing.CLOSE), Reason.PDF_TOO_LARGE),
    "a gzip bomb": Case(bomb, Reason.PDF_TOO_LARGE),
    "a gzip bomb of zeros": Case(ways.chain(saying(b"\0" * 2000), ways.compressed(300)), NOT_A_PDF),
    "broken gzip": Case(headed(Content_Encoding="gzip"), PDF_CUT),
    # Elsewhere
    "a redirect to a file": Case(ways.redirect("file:///etc/passwd"), Reason.ADDRESS_REFUSED),
    "a redirect to another port": Case(ways.redirect("http://127.0.0.1:631/admin"), Reason.ADDRESS_REFUSED),
    "a redirect to the cloud": Case(ways.redirect("http://169.254.169.254/"), Reason.ADDRESS_REFUSED),
    "a redirect with userinfo": Case(ways.redirect("https://arxiv.org@127.0.0.1/"), Reason.ADDRESS_REFUSED),
    "redirects in circles": Case(ways.redirect(f"/pdf/{ID}v1"), FAILED),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_no_whole_pdf_is_refused_and_leaves_nothing(
    server: ArxivServer, network: Network, tmp_path: Path, case: Case, full_run: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "READ_S", 0.3)
    monkeypatch.setattr(exchange, "WHOLE_S", 1.0 if case.reason is Reason.TIMED_OUT else 60.0)
    if not full_run:
        monkeypatch.setattr(pdf_download, "PDF_LIMIT", 5 << 20)
    server.faults.always(case.fault)
    part = PartFile(tmp_path, ID, 1)

    with pytest.raises(AppError) as caught:
        download(network, ID, 1, part, Job())

    assert caught.value.reason is case.reason
    assert type(caught.value) is (PdfError if "pdf" in case.reason.value else NetworkError)
    papers = tmp_path / "papers"
    left = {path.name for path in papers.iterdir()} if papers.exists() else set()
    assert left == ({f"{ID}v1.part", f"{ID}v1.resume.part"} if case.resumable else set())
    server.faults.clear()
    again = PartFile(tmp_path, ID, 1)
    download(network, ID, 1, again, Job())
    stored = again.finish()
    assert (tmp_path / stored.path).read_bytes() == server.pdf_bytes(ID, 1)
    assert len(list(papers.iterdir())) == 1


def test_there_are_forty_cases_at_least() -> None:
    assert len(CASES) >= 40
