"""A search through a PDF of 500 pages, beside PyMuPDF alone, which reads the text of all pages in the same run.

All rounds are printed, but only the better ones are held against the limits, as in `test_window.py`.
"""

import os
import time
from pathlib import Path

import pymupdf
import pytest

from tests.benchmarks.platforms import on_platform
from tests.benchmarks.test_reader_view import STALL_LIMIT, made_long, read

PAGES = 500
TIMES = 4.0
"""How much longer the search may take: it puts lines into reading order and parted words together, in another process,
and shows each hit at once."""
FIRST_LIMIT = 0.1
"""Hits on the page that is shown are known after this part of the time that all pages may take."""
ROUNDS = 3


def bare_ms(path: Path) -> tuple[float, int]:
    """Milliseconds, and how often the words stand there."""
    begun = time.perf_counter()
    with pymupdf.open(path) as document:
        found = sum(page.get_text().casefold().count("page 49") for page in document)
    return (time.perf_counter() - begun) * 1000, found


@pytest.mark.timeout(600)
def test_a_search_through_a_long_pdf_takes_little_beside_reading_it(
    bytecode: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made_long(tmp_path, PAGES)
    with on_platform("offscreen", bytecode) as env:
        rounds = [(*bare_ms(path), read(env, "find", path)) for _ in range(ROUNDS)]
    bare = min(taken for taken, _, _ in rounds)
    with capsys.disabled():
        print(f"\nload {os.getloadavg()[0]:.1f}; the text of {PAGES} pages with PyMuPDF alone: {bare:.0f} ms")
        for _, _, told in rounds:
            print(
                f"  found after {told['first']:.0f} ms, all {told['all']:.0f} ms, {told['all'] / bare:.1f} x "
                f"(limit {TIMES}); silent for {told['gap'][0]:.0f} ms at most (limit {STALL_LIMIT:.0f})"
            )
    assert all(told["hits"] == found > 0 for _, found, told in rounds)
    assert min(told["all"] for _, _, told in rounds) <= TIMES * bare
    assert min(told["first"] for _, _, told in rounds) <= FIRST_LIMIT * TIMES * bare
    assert min(told["gap"][0] for _, _, told in rounds) <= STALL_LIMIT
