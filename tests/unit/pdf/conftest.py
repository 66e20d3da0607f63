"""A PDF process that all tests share, and places to put PDFs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.pdf_document import PdfFile
from desktop.pdf.engine import PdfEngine
from desktop.services.read_pages import ReadPages


@pytest.fixture(scope="session")
def engine() -> Iterator[PdfEngine]:
    """An engine with the usual limits; starting one takes most of a second."""
    engine = PdfEngine()
    yield engine
    engine.close()


@pytest.fixture
def pages(engine: PdfEngine) -> ReadPages:
    """Pages read by that process. No password is known."""
    return ReadPages(engine, {})


@pytest.fixture
def real(shared: Path) -> Callable[[str], PdfFile]:
    """A file of the reference data by its name."""
    return lambda name: PdfFile(str(shared / "data" / "pdf" / name), name)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Puts a file of that name and content into a folder of the test."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def made(tmp_path: Path) -> Callable[[bytes], PdfFile]:
    """A file of that content."""

    def made(content: bytes) -> PdfFile:
        path = tmp_path / f"made-{len(list(tmp_path.iterdir()))}.pdf"
        path.write_bytes(content)
        return PdfFile(str(path), path.name)

    return made
