"""PDFs of arXiv, into files that go on where they were cut.

The address comes from the id alone. Nothing is believed of the answer but its bytes: they begin like a PDF, they are
as many as were announced, and they end like a PDF (or the server says that nothing follows).
"""

import re
from collections.abc import Mapping
from typing import Protocol

from desktop.domain.arxiv_id import parse_arxiv_id
from desktop.domain.errors import AppError, Cancelled, NetworkError, PdfError, Reason
from desktop.domain.network import Network
from desktop.domain.pdf_marks import HEAD, begins_like_pdf, begins_like_web_page, ends_like_pdf
from desktop.domain.progress import Job
from desktop.sources.arxiv_requests import Answer, asked
from desktop.sources.network_failures import bad_answer, bad_status

PDF_LIMIT = 200 << 20
"""Bytes."""
_WORTH_GOING_ON = 1 << 20
"""Bytes that a request must bring for a slow line to be given another one at once."""
_RESUMABLE = {
    Reason.OFFLINE,
    Reason.TIMED_OUT,
    Reason.BUSY,
    Reason.SERVER_FAILED,
    Reason.BAD_ANSWER,
    Reason.PDF_CUT,
}
_CONTENT_RANGE = re.compile(r"bytes ([0-9]{1,15})-[0-9]{1,15}/([0-9]{1,15})")
_NOTHING_FOLLOWS = re.compile(r"bytes \*/([0-9]{1,15})")
_VALIDATOR = re.compile(r"[ -~]{1,200}")


class Part(Protocol):
    """A file that grows."""

    @property
    def size(self) -> int:
        """Bytes that are there; none of what could not be resumed."""

    @property
    def validator(self) -> str:
        """The server's mark of what is there; empty if it cannot be resumed."""

    def begin(self, validator: str) -> None:
        """Empty the file. Raises FileError, as `append`."""

    def append(self, data: bytes) -> None:
        """Let the file grow."""

    def head(self) -> bytes:
        """The first bytes, HEAD at most."""

    def tail(self) -> bytes:
        """The last bytes, TAIL at most."""

    def pause(self) -> None:
        """Keep what is there for another time if it can be resumed, else delete it."""

    def discard(self) -> None:
        """Delete the file."""


def download(network: Network, arxiv_id: str, version: int | None, part: Part, job: Job) -> None:
    """Download the PDF of a version (None: the newest) into `part`, from where it stopped if the server allows.

    If it fails or is cancelled, `part` keeps what another try can go on from, else nothing. Raises NetworkError (as
    `asked`, and WEB_PAGE), PdfError (NO_PDF, NOT_A_PDF, PDF_CUT, PDF_TOO_LARGE), FileError and Cancelled.
    """
    id = parse_arxiv_id(arxiv_id)
    if id is None or id.version is not None:
        raise ValueError(f"no arXiv id without version: {arxiv_id!r}")
    name = id.value + (f"v{version}" if version else "")
    try:
        while not _brought(network, name, part, job):
            pass
    except Cancelled:
        part.pause()
        raise
    except AppError as error:
        if error.reason in _RESUMABLE:
            part.pause()
        else:
            part.discard()
        raise


def _brought(network: Network, name: str, part: Part, job: Job) -> bool:
    """Whether one request brought the rest; False if another one is worth while at once."""
    before = part.size
    headers = {"Range": f"bytes={before}-", "If-Range": part.validator} if part.validator else {}
    with asked(network, network.pdfs + name, job, headers) as answer:
        if headers and answer.status == 416:
            nothing_follows = _NOTHING_FOLLOWS.fullmatch(answer.headers.get("Content-Range", ""))
            if nothing_follows and int(nothing_follows[1]) == before and begins_like_pdf(part.head()):
                return True
            part.discard()
            return False
        total = _announced(answer, name, part)
        try:
            _receive(answer, name, part, total, job)
        except NetworkError as error:
            if error.reason is Reason.TIMED_OUT and part.validator and part.size - before >= _WORTH_GOING_ON:
                return False
            if error.reason is Reason.BAD_ANSWER:
                raise PdfError(Reason.PDF_CUT, name, error.detail) from error
            raise
    _check_whole(name, part, total)
    return True


def _announced(answer: Answer, name: str, part: Part) -> int | None:
    """Prepare `part` for what comes; how large the whole is, if the server tells."""
    headers = answer.headers
    encoded = headers.get("Content-Encoding", "identity").lower() != "identity"
    if answer.status == 200:
        length = headers.get("Content-Length", "")
        total = int(length) if length.isascii() and length.isdigit() and not encoded else None
        part.begin("" if encoded else _validator(headers))
    elif answer.status == 206 and part.validator:
        total = None if encoded else _total_of_part(headers, part)
        if total is None:
            part.discard()
            raise bad_answer(answer.url, "not the part that was asked for")
    elif answer.status in (404, 410):
        raise PdfError(Reason.NO_PDF, name, f"status {answer.status}")
    else:
        raise bad_status(answer.url, answer.status)
    if total is not None and total > PDF_LIMIT:
        raise _too_large(name)
    return total


def _total_of_part(headers: Mapping[str, str], part: Part) -> int | None:
    """How large the whole is, if this is its part that goes on where `part` ends."""
    found = _CONTENT_RANGE.fullmatch(headers.get("Content-Range", ""))
    marks = [mark for mark in (headers.get("ETag"), headers.get("Last-Modified")) if mark]
    goes_on = found and int(found[1]) == part.size and (not marks or part.validator in marks)
    return int(found[2]) if found and goes_on else None


def _validator(headers: Mapping[str, str]) -> str:
    """What tells this content from any other: a strong ETag, else the date of its last change."""
    etag = headers.get("ETag", "")
    validator = etag if etag.startswith('"') else headers.get("Last-Modified", "")
    return validator if _VALIDATOR.fullmatch(validator) else ""


def _receive(answer: Answer, name: str, part: Part, total: int | None, job: Job) -> None:
    checked = False
    for piece in answer.body:
        if part.size + len(piece) > PDF_LIMIT:
            raise _too_large(name)
        part.append(piece)
        if not checked and part.size >= HEAD:
            _check_head(name, part)
            checked = True
        job.step(part.size, total or 0, name)


def _check_head(name: str, part: Part) -> None:
    if begins_like_web_page(part.head()):
        raise NetworkError(Reason.WEB_PAGE, name, "a web page instead of a PDF")
    if not begins_like_pdf(part.head()):
        raise PdfError(Reason.NOT_A_PDF, name, "it does not begin like a PDF")


def _check_whole(name: str, part: Part, total: int | None) -> None:
    if not part.size or total not in (None, part.size):
        raise PdfError(Reason.PDF_CUT, name, f"{part.size} bytes of {total}")
    _check_head(name, part)
    if not ends_like_pdf(part.tail()):
        raise PdfError(Reason.PDF_CUT, name, "it does not end like a PDF")


def _too_large(name: str) -> PdfError:
    return PdfError(Reason.PDF_TOO_LARGE, name, f"more than {PDF_LIMIT >> 20} MB")
