"""Poppler, which Okular and Evince are built on, finds every mark in an annotated copy at its place.

Skipped where the system has no bindings of poppler (Debian: gir1.2-poppler-0.18, python3-gi).
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.annotated_copy import CopyWish
from desktop.domain.annotation_marks import SAME_PLACE
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_geometry import bounds
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.pdf.engine import PdfEngine
from desktop.services.annotated_copies import AnnotatedCopies
from desktop.services.read_pages import ReadPages
from desktop.system.paper_files import file_sha256
from tests.unit.services.marked_pages import ME, marks_on
from tests.unit.services.test_annotated_copies import real_pdfs

SYSTEM_PYTHON = "/usr/bin/python3"
LISTING = Path(__file__).with_name("poppler_annotations.py")
NAMES = {
    MarkKind.HIGHLIGHT: "highlight",
    MarkKind.UNDERLINE: "underline",
    MarkKind.STRIKE_OUT: "strike-out",
    MarkKind.NOTE: "text",
    MarkKind.TEXT: "free-text",
    MarkKind.AREA: "square",
    MarkKind.INK: "ink",
}
Row = tuple[str, int, str, str, str, list[float]]


def listed(path: Path) -> dict[str, Row]:
    """What poppler finds, by name."""
    done = subprocess.run([SYSTEM_PYTHON, str(LISTING), str(path)], capture_output=True, check=True)
    rows: list[Row] = json.loads(done.stdout)
    return {row[0]: row for row in rows if row[0]}


@pytest.fixture(scope="module", autouse=True)
def _poppler() -> None:
    ask = "import gi; gi.require_version('Poppler', '0.18'); from gi.repository import Poppler"
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run([SYSTEM_PYTHON, "-c", ask], capture_output=True).returncode:
        pytest.skip("poppler's bindings are not installed: gir1.2-poppler-0.18, python3-gi")


@pytest.fixture(scope="module")
def engine() -> Iterator[PdfEngine]:
    engine = PdfEngine()
    yield engine
    engine.close()


def assert_found(mark: Mark, row: Row) -> None:
    _, page, kind, contents, author, box = row
    assert (page, kind, contents) == (mark.page, NAMES[mark.kind], mark.comment)
    if mark.kind is not MarkKind.INK:  # poppler tells no author of lines
        assert author == (mark.author or ME)
    left, top, right, bottom = bounds(mark)
    assert box[0] <= left + SAME_PLACE
    assert box[1] <= top + SAME_PLACE
    assert box[2] >= right - SAME_PLACE
    assert box[3] >= bottom - SAME_PLACE


@pytest.mark.skipif(sys.platform != "linux", reason="asks for a package of Debian")
@pytest.mark.timeout(600)
def test_poppler_finds_every_mark_on_the_real_papers(engine: PdfEngine, shared: Path, tmp_path: Path) -> None:
    pages = ReadPages(engine, {})
    copies = AnnotatedCopies(lambda: engine, lambda: pages)
    papers = [path for path, what in real_pdfs(shared) if what.startswith(("real arXiv paper", "real academic paper"))]
    for number, path in enumerate(papers):
        file = PdfFile(str(path), file_sha256(path))
        marks = marks_on(pages, file, seed=number)
        target = tmp_path / "copy.pdf"
        copies.export(CopyWish(file, marks, ME, str(target)), Job())
        found = listed(target)
        for mark in marks:
            assert_found(mark, found[mark.id])
        assert file_sha256(path) == file.sha256
