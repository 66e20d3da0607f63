"""PDFs to be given to a library. The tests import the fixture `given`."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.arxiv_paper import ArxivPaper
from tests.arxiv_server.pdfs import pdf_of
from tests.unit.pdf.made_pdfs import made_pdf, text

WALLS = ArxivPaper(
    arxiv_id="2403.02774",
    version=1,
    title="On the Permeability of Medieval Walls",
    abstract="We walk through walls. " * 20,
    authors=("Ada Abel", "Björn Brontë"),
    categories=("cs.CL",),
    published="2024-03-05",
    updated="2024-03-05",
)

Give = Callable[[str, bytes | str], Path]


def stamped(arxiv_id: str = WALLS.arxiv_id, version: int = 1, title: str = WALLS.title) -> bytes:
    """A PDF with arXiv's stamp."""
    return pdf_of(replace(WALLS, arxiv_id=arxiv_id, version=version, title=title))


def plain(title: str, *, doi: str = "", body: str = "") -> bytes:
    """A PDF without a stamp: a title in large type, a line with a DOI."""
    told = text(f"https://doi.org/{doi}", 9, 60, 760) if doi else ""
    lines = "".join(text(f"We walk through walls {body}{number}.", 10, 60, 600 - 14 * number) for number in range(20))
    return made_pdf(told + text(title, 20, 60, 700, "B") + text("Ada Abel", 12, 60, 670) + lines)


@pytest.fixture
def given(tmp_path: Path) -> Give:
    """Puts a file of that name and content into a folder that is not the library's."""

    def give(name: str, content: bytes | str) -> Path:
        path = tmp_path / "given" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return give
