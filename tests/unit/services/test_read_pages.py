"""Any PDF can be read or is explained; passwords serve for the session."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from desktop.domain.errors import AppError, Cancelled, FileError, PdfError, Reason
from desktop.domain.pdf_document import PdfFile, RenderRequest
from desktop.pdf.engine import REQUEST_SECONDS, PdfEngine
from desktop.services.library import LibraryServices
from desktop.services.read_pages import ReadPages
from tests.unit.pdf.made_pdfs import endless_pdf, made_pdf, text
from tests.unit.pdf.processes import PATIENCE, pid_of, wait_for_end

PASSWORDS = {
    "sample-files__libreoffice-writer-password.pdf": "openpassword",
    "pdfium__encrypted_hello_world_r6.pdf": "hôtel",
    "qpdf__pages-copy-encryption.pdf": "user",
}
EXPLAINED = {
    "pdf.js__poppler-67295-0.pdf": Reason.PDF_FAILED,
    "pdfium__bug_216.pdf": Reason.PDF_FAILED,
    "pocs__text-wsFF.pdf": Reason.PDF_FAILED,
    "pocs__js-eval.pdf": Reason.PDF_EMPTY,
    "qpdf__out.pdf": Reason.PDF_EMPTY,
    "pocs__firefox-tiny.pdf": Reason.NOT_A_PDF,
    "qpdf__440747125.fuzz.pdf": Reason.NOT_A_PDF,
    "qpdf__4876793183272960.fuzz.pdf": Reason.NOT_A_PDF,
    "qpdf__69977b.fuzz.pdf": Reason.NOT_A_PDF,
    "qpdf__issue-141a.pdf": Reason.NOT_A_PDF,
    "qpdf__enc-XI-R6_V5_U_attachment_encrypted-attachments.pdf": Reason.PDF_LOCKED,
    **dict.fromkeys(PASSWORDS, Reason.PDF_LOCKED),
}
WHOLE = RenderRequest(0, 1.0)


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def engine() -> Iterator[PdfEngine]:
    with closing(PdfEngine()) as engine:
        yield engine


@pytest.fixture
def pages(engine: PdfEngine) -> ReadPages:
    return ReadPages(engine, {})


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], PdfFile]:
    """A file of that content."""

    def file(content: bytes) -> PdfFile:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.pdf"
        path.write_bytes(content)
        return PdfFile(str(path), path.name)

    return file


def read_all(pages: ReadPages, file: PdfFile) -> Reason | None:
    """Read everything of the first page; None if there is one, else why not."""
    try:
        facts = pages.facts(file, never)
        bitmap = pages.render(file, WHOLE, never)
        pages.render(file, RenderRequest(0, 1.0, dark=True), never)
        pages.text(file, 0, never)
        pages.links(file, 0, never)
    except AppError as error:
        return error.reason if error.detail else None
    assert facts.pages
    assert len(bitmap.pixels) == bitmap.width * bitmap.height * 4
    return None


def test_every_file_ends_in_a_page_or_an_explanation(pages: ReadPages, shared: Path) -> None:
    files = sorted((shared / "data" / "pdf").glob("*.pdf"))
    ends = {path.name: read_all(pages, PdfFile(str(path), path.name)) for path in files}
    assert len(ends) == 61
    assert {name: reason for name, reason in ends.items() if reason} == EXPLAINED


@pytest.mark.parametrize(("name", "password"), PASSWORDS.items())
def test_a_password_is_asked_for_once(pages: ReadPages, shared: Path, name: str, password: str) -> None:
    locked = PdfFile(str(shared / "data" / "pdf" / name), name)
    for wrong in ("", "wrong", password + " "):
        assert not pages.unlock(locked, wrong, never)
        assert read_all(pages, locked) is Reason.PDF_LOCKED
    assert pages.unlock(locked, password, never)
    assert read_all(pages, locked) is None
    assert not pages.unlock(locked, "wrong", never)
    assert read_all(pages, locked) is None


def test_a_password_serves_work_in_the_background_too(tmp_path: Path, shared: Path) -> None:
    name, password = next(iter(PASSWORDS.items()))
    locked = PdfFile(str(shared / "data" / "pdf" / name), name)
    library = LibraryServices(tmp_path)
    try:
        assert library.pages.unlock(locked, password, never)
        assert library.background_pages.facts(locked, never).pages
        assert pid_of(library.pdf) != pid_of(library.reader_pdf)
        processes = pid_of(library.pdf), pid_of(library.reader_pdf)
    finally:
        library.close()
    assert all(pid and wait_for_end(pid) for pid in processes)


def test_a_page_that_hangs_does_not_hide_the_others(file: Callable[[bytes], PdfFile], full_run: bool) -> None:
    seconds = REQUEST_SECONDS if full_run else 0.7
    two = file(endless_pdf("q Q", ""))
    with closing(PdfEngine(seconds=seconds)) as engine:
        pages = ReadPages(engine, {})
        assert len(pages.facts(two, never).pages) == 2
        for _ in range(2):
            with pytest.raises(PdfError, match=f"longer than {seconds:g} s"):
                pages.render(two, WHOLE, never)
        with pytest.raises(PdfError, match="set aside"):
            pages.render(two, WHOLE, never)
        assert pages.render(two, RenderRequest(1, 1.0), never).width == 612
        assert len(pages.facts(two, never).pages) == 2


def test_a_file_that_was_replaced_is_read_anew(pages: ReadPages, file: Callable[[bytes], PdfFile]) -> None:
    paper = file(made_pdf(text("first version", 12, 72, 700)))
    assert pages.text(paper, 0, never).lines[0].text == "first version"
    other = Path(paper.path).with_name("other.pdf")
    other.write_bytes(made_pdf(text("other version", 12, 72, 700)))
    other.replace(paper.path)
    assert pages.text(paper, 0, never).lines[0].text == "other version"


def test_a_file_that_is_gone_is_told(pages: ReadPages, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        pages.facts(PdfFile(str(tmp_path / "gone.pdf"), ""), never)
    assert caught.value.reason is Reason.UNREADABLE


def test_two_threads_get_their_own_pages(pages: ReadPages, file: Callable[[bytes], PdfFile]) -> None:
    colours = [f"{red} 0 0 rg 0 0 612 792 re f" for red in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)]
    paper = file(made_pdf(*colours))

    def red(page: int) -> int:
        return pages.render(paper, RenderRequest(page, 0.5), never).pixels[2]

    wanted = [page for _ in range(10) for page in range(6)]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(red, wanted)) == [51 * page for page in wanted]


def test_a_cancelled_request_does_not_cost_the_process(pages: ReadPages, engine: PdfEngine, shared: Path) -> None:
    paper = PdfFile(str(shared / "data" / "pdf" / "paper-qa__pasa.pdf"), "")
    pages.facts(paper, never)
    process = pid_of(engine)
    for page in range(1, 11):
        asked = iter([False])
        with suppress(Cancelled):  # it may have been faster
            pages.render(paper, RenderRequest(page, 0.2), partial(next, asked, True))
        assert pages.render(paper, RenderRequest(page, 0.1), never).width == 60
    assert pid_of(engine) == process


def test_closing_the_library_ends_what_a_reader_waits_for(tmp_path: Path, file: Callable[[bytes], PdfFile]) -> None:
    library, busy = LibraryServices(tmp_path / "library"), Event()
    library.pages.facts(file(made_pdf("")), never)
    hanging = file(endless_pdf("q Q"))

    def at_work() -> bool:
        busy.set()
        return False

    with ThreadPoolExecutor(1) as pool:
        reader = pool.submit(library.pages.render, hanging, WHOLE, at_work)
        assert busy.wait(PATIENCE)
        library.close()
        with pytest.raises(Cancelled):
            reader.result(PATIENCE)
