"""A page as the reader gets it, against PyMuPDF alone in the same run."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pymupdf
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.domain.pdf_document import PdfFile, RenderRequest
from desktop.pdf.engine import PdfEngine
from desktop.services.read_pages import ReadPages
from tests.unit.pdf.made_pdfs import made_pdf

SCALE = 150 / 72
ROUNDS = 60
OPEN_AND_RENDER = 1.5
"""Times PyMuPDF's own time; the window may add 50 ms."""
DARK = 1.5
REPLAY = 0.6
"""Of the first rendering of a scan."""
TOLD = 1.5
HELD = 0.25
"""Of the time that copying the pixels at once would take."""


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def pages() -> Iterator[ReadPages]:
    with closing(PdfEngine()) as engine:
        yield ReadPages(engine, {})


@pytest.fixture
def paper(shared: Path, tmp_path: Path) -> PdfFile:
    """A copy of the paper of 15 pages, which can be made to look new."""
    path = tmp_path / "paper.pdf"
    shutil.copy(shared / "data" / "pdf" / "paper-qa__pasa.pdf", path)
    return PdfFile(str(path), "")


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def longest_pause(work: Callable[[], object]) -> float:
    """Milliseconds for which this thread stood still, at most, while another one did the work."""
    results: list[object] = []  # kept until the end: to give so much memory back takes a while, too
    thread = threading.Thread(target=lambda: results.append(work()))
    longest, before = 0.0, time.perf_counter()
    thread.start()
    while not results:
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    thread.join()
    return longest * 1000


def renew(file: PdfFile) -> None:
    """Let the file look like another one, which no process has open."""
    changed = Path(file.path).stat().st_mtime + 1
    os.utime(file.path, (changed, changed))


def bare(file: PdfFile) -> None:
    with pymupdf.open(file.path) as document:
        document[0].get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE))


def opened(pages: ReadPages, file: PdfFile, *, dark: bool = False) -> None:
    pages.facts(file, never)
    pages.render(file, RenderRequest(0, SCALE, dark=dark), never)


@pytest.mark.parametrize(("dark", "limit"), [(False, OPEN_AND_RENDER), (True, OPEN_AND_RENDER * DARK)])
def test_the_first_page_takes_little_more_than_rendering_it(
    pages: ReadPages, paper: PdfFile, dark: bool, limit: float, benchmark: BenchmarkFixture
) -> None:
    took: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        renew(paper)
        took.append((milliseconds(lambda: bare(paper)), milliseconds(lambda: opened(pages, paper, dark=dark))))
    alone, through = (min(column) for column in zip(*took, strict=True))
    benchmark(lambda: pages.render(paper, RenderRequest(0, SCALE, dark=dark), never))
    print(f"\nPyMuPDF alone {alone:.1f} ms, from another process {through:.1f} ms, {through / alone:.2f} times")
    assert through < limit * alone


def test_zooming_paints_again_what_was_read_once(
    pages: ReadPages, shared: Path, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    scan = PdfFile(str(tmp_path / "scan.pdf"), "")
    shutil.copy(shared / "data" / "pdf" / "ocrmypdf__enormous.pdf", scan.path)
    first, again = [], []
    for _ in range(5):
        renew(scan)
        first.append(milliseconds(lambda: pages.render(scan, RenderRequest(0, 0.4), never)))
        again.append(milliseconds(lambda: pages.render(scan, RenderRequest(0, 0.5), never)))
    benchmark(lambda: pages.render(scan, RenderRequest(0, 0.5), never))
    print(f"\nfirst {min(first):.1f} ms, larger {min(again):.1f} ms")
    assert min(again) < REPLAY * min(first)


def test_a_thousand_pages_are_told_as_fast_as_they_are_opened(
    pages: ReadPages, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(made_pdf(*[""] * 1000))
    file = PdfFile(str(path), "")

    def sizes() -> None:
        with pymupdf.open(path) as document:
            assert len([page.rect for page in document]) == 1000

    def facts() -> None:
        renew(file)
        assert len(pages.facts(file, never).pages) == 1000

    alone = min(milliseconds(sizes) for _ in range(20))
    told = min(milliseconds(facts) for _ in range(20))
    benchmark(facts)
    print(f"\nPyMuPDF opens all pages in {alone:.1f} ms, facts take {told:.1f} ms")
    assert told < TOLD * alone


def test_other_threads_go_on_while_pixels_arrive(pages: ReadPages, paper: PdfFile, benchmark: BenchmarkFixture) -> None:
    largest = RenderRequest(0, 64.0)
    pixels = bytearray(pages.render(paper, largest, never).pixels)
    copied = min(milliseconds(lambda: bytes(pixels)) for _ in range(3))
    longest = min(longest_pause(lambda: pages.render(paper, largest, never)) for _ in range(5))
    benchmark(lambda: pages.render(paper, RenderRequest(0, 1.0), never))
    print(f"\n{len(pixels) / 1e6:.0f} MB: copied in {copied:.1f} ms, held others up for {longest:.1f} ms")
    assert longest < HELD * copied
