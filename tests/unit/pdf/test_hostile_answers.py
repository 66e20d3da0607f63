"""Whatever a PDF process answers that a file has taken over, it ends in an explanation."""

from collections.abc import Callable
from contextlib import closing
from functools import partial

import pytest

from desktop.domain.errors import PdfError, Reason
from desktop.domain.mark_bounds import LARGEST_PICTURE
from desktop.domain.pdf_document import (
    DocumentFacts,
    OutlineItem,
    PageLink,
    PageSize,
    PageText,
    PdfFile,
    RenderRequest,
    TextLine,
)
from desktop.pdf.engine import PdfEngine
from desktop.pdf.messages import Data, Links, Message, Pixels, encode
from desktop.services.read_pages import ReadPages
from tests.unit.pdf import hostile_workers
from tests.unit.pdf.made_pdfs import made_pdf
from tests.unit.pdf.processes import pid_of

Made = Callable[[bytes], PdfFile]
Ask = Callable[[ReadPages, PdfFile], object]
QUAD = (0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0)
LETTER = (PageSize(612.0, 792.0),)


def never() -> bool:
    return False


def facts(pages: ReadPages, file: PdfFile) -> object:
    return pages.facts(file, never)


def text(pages: ReadPages, file: PdfFile) -> object:
    return pages.text(file, 0, never)


def links(pages: ReadPages, file: PdfFile) -> object:
    return pages.links(file, 0, never)


def part(pages: ReadPages, file: PdfFile) -> object:
    return pages.render(file, RenderRequest(0, 1.0, clip=(0, 0, 10, 10)), never)


def picture(pages: ReadPages, file: PdfFile) -> object:
    return pages.picture(file, 0, (0, 0, 10, 10), never)


def refusal(worker: object, ask: Ask, file: PdfFile, monkeypatch: pytest.MonkeyPatch, seconds: float = 20.0) -> str:
    monkeypatch.setattr("desktop.pdf.process._work", worker)
    with closing(PdfEngine(seconds=seconds)) as engine:
        with pytest.raises(PdfError) as caught:
            ask(ReadPages(engine, {}), file)
        assert caught.value.reason is Reason.PDF_FAILED
        assert pid_of(engine) is None
    return caught.value.detail


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (facts, DocumentFacts(())),
        (facts, DocumentFacts((PageSize(0.0, 792.0),))),
        (facts, DocumentFacts((PageSize(1e9, 792.0),))),
        (facts, DocumentFacts(LETTER, labels=("i", "ii"))),
        (facts, DocumentFacts(LETTER, outline=(OutlineItem(1, "There", 1),))),
        (facts, DocumentFacts(LETTER, outline=(OutlineItem(1, "There", 0, 1e300),))),
        (text, PageText((TextLine("ab", QUAD, (0.0, 1.0)),))),
        (text, PageText((TextLine("a", QUAD, (0.0, 7.0)),))),
        (text, PageText((TextLine("a", (*QUAD[:7], 1e300), (0.0, 1.0)),))),
        (links, Links((PageLink((0.0, 0.0, 1.0, 1e300), uri="https://a.org"),))),
        (links, Links((PageLink((0.0, 0.0, 1.0, 1.0), uri="file:///etc/passwd"),))),
        (links, Links((PageLink((0.0, 0.0, 1.0, 1.0), uri="javascript:alert(1)"),))),
        (links, Links((PageLink((0.0, 0.0, 1.0, 1.0), page=-5),))),
        (part, Pixels(0, 10)),
        (part, Pixels(-10, -10)),
        (part, Pixels(100_000, 100_000)),
        (part, Pixels(11, 10)),
        (picture, Data(1 << 40)),
        (picture, Data(10, -1)),
        (picture, Data(10, 10)),
        (picture, Data(10, 1 << 40)),
        (picture, Data(10, LARGEST_PICTURE)),
    ],
)
def test_what_cannot_be_true_is_refused(made: Made, monkeypatch: pytest.MonkeyPatch, ask: Ask, answer: Message) -> None:
    assert refusal(partial(hostile_workers.lie, encode(answer)), ask, made(made_pdf("")), monkeypatch)


@pytest.mark.parametrize("answer", [b"", b"\x80\x04N.", b'{"kind": "Pixels", "width": "10", "height": 10}'])
def test_what_is_no_answer_is_refused(made: Made, monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    detail = refusal(partial(hostile_workers.lie, answer), part, made(made_pdf("")), monkeypatch)
    assert "no answer" in detail


def test_pixels_that_are_not_there_are_refused(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = partial(hostile_workers.shrink_the_tray, encode(Pixels(10, 10)))
    assert "100 bytes, not 400" in refusal(worker, part, made(made_pdf("")), monkeypatch)


def test_half_an_answer_holds_nobody_up(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "died" in refusal(hostile_workers.stop_in_the_middle, part, made(made_pdf("")), monkeypatch, seconds=0.5)


def test_an_answer_of_another_kind_is_an_explanation(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.pdf.process._work", partial(hostile_workers.lie, encode(PageText(()))))
    with closing(PdfEngine()) as engine, pytest.raises(PdfError, match="answered PageText"):
        facts(ReadPages(engine, {}), made(made_pdf("")))
