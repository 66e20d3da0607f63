"""A PDF process that all tests share, and places to put PDFs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.pdf.engine import PdfEngine


@pytest.fixture(scope="session")
def engine() -> Iterator[PdfEngine]:
    """An engine with the usual limits; starting one takes most of a second."""
    engine = PdfEngine()
    yield engine
    engine.close()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Puts a file of that name and content into a folder of the test."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write
