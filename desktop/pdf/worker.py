"""The PDF process: the only place where PyMuPDF is used.

It answers one request after the other until the other end of its pipe is gone. A file can crash it, hang it or fill
its memory; whoever started it sees that, ends it and starts another. JavaScript, actions and attached files of a PDF
are left alone: nothing here asks MuPDF for them.
"""

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from multiprocessing.connection import Connection
from typing import Any

import pymupdf

from desktop.domain.errors import Reason
from desktop.domain.pdf_facts import PdfFacts
from desktop.domain.pdf_marks import HEAD, begins_like_pdf
from desktop.pdf.likely_title import Line, likely_title
from desktop.pdf.messages import SIZE_LIMIT, Failed, Inspect, Message, Ready, decode, encode

_TEXT_LIMIT = 20_000
_METADATA_LIMIT = 1000
_DETAIL_LIMIT = 300
_LEVEL = 0.99
"""Cosine of the slope of a line that is read from left to right; scans lie a little askew."""
_TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system")


def serve(connection: "Connection[Any, Any]", seconds: float, memory: int) -> None:
    """Answer requests until the pipe closes. A request may take `seconds`, the process `memory` bytes."""
    nowhere = _shut_in(memory)
    with suppress(EOFError, OSError):  # the other end is gone
        connection.send_bytes(encode(Ready()))
        while True:
            request = decode(connection.recv_bytes(SIZE_LIMIT))
            # Whoever asked ends us at `seconds`. Where they died before that, this does, even inside of MuPDF.
            faulthandler.dump_traceback_later(seconds + 1, exit=True, file=nowhere)
            connection.send_bytes(encode(_answer(request)))
            faulthandler.cancel_dump_traceback_later()


def _shut_in(memory: int) -> int:
    """Give up what reading PDFs does not need. Returns a descriptor that swallows what is written to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started us
    os.umask(0o077)
    if sys.platform != "win32":
        _limit_resources(memory)
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    return nowhere


def _limit_resources(memory: int) -> None:
    import resource

    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):  # macOS refuses to limit addresses
            resource.setrlimit(kind, (limit, limit))


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"{event} in the PDF process")


def _answer(request: Message) -> Message:
    match request:
        case Inspect(path):
            return _inspect(path)
        case _:
            raise ValueError(f"not a request: {request!r}")


def _inspect(path: str) -> PdfFacts | Failed:
    try:
        with open(path, "rb") as file:
            if not begins_like_pdf(file.read(HEAD)):
                return Failed(Reason.NOT_A_PDF, "it does not begin like a PDF")
            # Mapped, so that MuPDF never sees a path: it can open no other file, and names in any encoding will do.
            content = mmap(file.fileno(), 0, access=ACCESS_READ)
    except OSError as error:
        return Failed(Reason.UNREADABLE, str(error))
    try:
        with pymupdf.open(stream=memoryview(content), filetype="pdf") as document:
            return _facts(document)
    except Exception as error:  # noqa: BLE001 - MuPDF's own errors have no narrower base
        return Failed(Reason.PDF_FAILED, str(error.__cause__ or error)[:_DETAIL_LIMIT])


def _facts(document: pymupdf.Document) -> PdfFacts | Failed:
    if not document.is_pdf:
        return Failed(Reason.NOT_A_PDF, "it is another kind of document")
    if document.needs_pass:
        return PdfFacts(pages=0, needs_password=True)
    pages = document.page_count
    if pages == 0:
        return Failed(Reason.PDF_EMPTY, "it has no pages")
    page = document.load_page(0)
    text = page.get_textpage(flags=_TEXT_FLAGS)
    return PdfFacts(
        pages=pages,
        first_text=_clean(text.extractText()[:_TEXT_LIMIT]),
        title=likely_title(_horizontal_lines(text.extractDICT()), page.rect.height),
        metadata_title=_clean((document.metadata or {}).get("title") or "")[:_METADATA_LIMIT],
        repaired=document.is_repaired,
    )


def _horizontal_lines(content: dict[str, Any]) -> Iterator[Line]:
    for block in content["blocks"]:
        for line in block["lines"]:
            if line["dir"][0] > _LEVEL:
                yield _line(line)


def _line(line: dict[str, Any]) -> Line:
    """A line without the footnote marks at its end. An initial letter does not make it large."""
    spans = line["spans"]
    while len(spans) > 1 and spans[-1]["flags"] & pymupdf.TEXT_FONT_SUPERSCRIPT:
        spans.pop()
    size = max((span["size"] for span in spans if len(span["text"].strip()) > 1), default=0.0)
    return Line(_clean("".join(span["text"] for span in spans)), size, line["bbox"][1], line["bbox"][3])


def _clean(text: str) -> str:
    """Text that can be stored: bytes that were no characters become question marks, zeros go."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
