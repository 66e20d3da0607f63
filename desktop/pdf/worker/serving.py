"""Takes requests until the other end of the pipe is gone."""

import faulthandler
from collections.abc import Callable
from contextlib import suppress
from errno import ENOMEM
from itertools import count
from multiprocessing.connection import Connection
from typing import Any

import pymupdf

from desktop.domain.errors import Reason
from desktop.pdf.bell import listen
from desktop.pdf.messages import (
    SIZE_LIMIT,
    Annotate,
    Failed,
    FindAnnotations,
    HashPages,
    Inspect,
    Message,
    More,
    ReadFacts,
    ReadLinks,
    ReadPlainText,
    ReadText,
    Ready,
    Render,
    TakePicture,
    decode,
    encode,
)
from desktop.pdf.tray import Tray
from desktop.pdf.worker.annotations_read import find_annotations, hash_pages
from desktop.pdf.worker.annotations_write import annotate
from desktop.pdf.worker.documents import Documents
from desktop.pdf.worker.facts import read_facts
from desktop.pdf.worker.inspecting import inspect
from desktop.pdf.worker.limits import shut_in
from desktop.pdf.worker.page_links import read_links
from desktop.pdf.worker.page_text import read_plain_text, read_text
from desktop.pdf.worker.refusal import Refusal
from desktop.pdf.worker.rendering import render, take_picture
from desktop.pdf.worker.shelf import Shelf
from desktop.pdf.worker.stopping import FLAG, Stopped

_DETAIL_LIMIT = 300
_OUT_OF_MEMORY = f"code={pymupdf.mupdf.FZ_ERROR_SYSTEM}:"
"""How MuPDF's message begins then; PyMuPDF raises it as errors of several types."""
_ANSWERS: dict[type[Message], Callable[[Any, Documents, Shelf], Message]] = {
    Inspect: inspect,
    ReadFacts: read_facts,
    Render: render,
    ReadText: read_text,
    ReadPlainText: read_plain_text,
    ReadLinks: read_links,
    TakePicture: take_picture,
    FindAnnotations: find_annotations,
    Annotate: annotate,
    HashPages: hash_pages,
    More: lambda _request, _documents, shelf: shelf.more(),
}
"""Which function answers which request. It may raise Refusal, OSError about the file, and whatever MuPDF raises."""


def serve(
    connection: "Connection[Any, Any]", bell: "Connection[Any, Any]", tray: Tray, seconds: float, memory: int
) -> None:
    """Answer requests until the pipe closes. A request may take `seconds`, the process `memory` bytes. One that is rung
    for is given up."""
    nowhere = shut_in(memory)
    listen(bell, FLAG)
    documents, shelf = Documents(), Shelf(tray)
    with suppress(EOFError, OSError):  # the other end is gone
        connection.send_bytes(encode(Ready()))
        for number in count(1):
            request = decode(connection.recv_bytes(SIZE_LIMIT))
            # Whoever asked ends us at `seconds`. Where they died before that, this does, even inside of MuPDF.
            faulthandler.dump_traceback_later(seconds + 1, exit=True, file=nowhere)
            connection.send_bytes(encode(_answer(request, number, documents, shelf)))
            faulthandler.cancel_dump_traceback_later()


def _answer(request: Message, number: int, documents: Documents, shelf: Shelf) -> Message:
    FLAG.value = 0
    try:
        return _ANSWERS[type(request)](request, documents, shelf)
    except Stopped:
        if FLAG.value == number:
            return Failed(Reason.PDF_FAILED, "nobody waits for it")
        return _answer(request, number, documents, shelf)  # the bell rang late, for an earlier request
    except Refusal as refusal:
        return Failed(refusal.reason, str(refusal))
    except Exception as error:  # noqa: BLE001 - MuPDF's own errors have no narrower base
        cause = error.__cause__ or error
        worn = _lacks_memory(cause)
        about_file = isinstance(cause, OSError) and not worn
        return Failed(Reason.UNREADABLE if about_file else Reason.PDF_FAILED, str(cause)[:_DETAIL_LIMIT], worn)


def _lacks_memory(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno == ENOMEM
    return isinstance(error, MemoryError) or str(error).startswith(_OUT_OF_MEMORY)
