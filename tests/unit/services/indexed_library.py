"""Libraries with PDFs of any kind, which need not be such as can be added. The tests import the fixture `put`."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from db.page_texts import text_of
from db.search_text import PAGES
from desktop.domain.ids import PaperId
from desktop.domain.passage import PassageQuery, Scope
from desktop.services.library import LibraryServices
from tests.db.searchable import add_paper
from tests.unit.pdf.made_pdfs import made_pdf, text

Put = Callable[..., PaperId]


def put_pdf(library: LibraryServices, content: bytes, title: str = "A paper") -> PaperId:
    """A new paper with that PDF."""
    connection = library._file.connection
    (paper,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM papers").fetchone()
    sha256 = hashlib.sha256(content).hexdigest()
    path = f"papers/{paper}-{sha256[:32]}.pdf"
    (library.folder / path).write_bytes(content)
    add_paper(connection, paper, title=title)
    connection.execute(
        "INSERT INTO files (paper_id, path, sha256, size, added_at) VALUES (?, ?, ?, ?, 0)",
        (paper, path, sha256, len(content)),
    )
    return PaperId(paper)


@pytest.fixture
def put(library: LibraryServices) -> Put:
    """Puts a PDF into the library of the test."""

    def put_it(content: bytes, title: str = "A paper") -> PaperId:
        return put_pdf(library, content, title)

    return put_it


def printed(*pages: str) -> bytes:
    """A PDF with these words on its pages."""
    return made_pdf(*(_lines(words) for words in pages))


def _lines(words: str) -> str:
    return "".join(text(line, 10, 60, 700 - 12 * number) for number, line in enumerate(words.split("\n")))


def pages_with(library: LibraryServices, words: str) -> list[tuple[PaperId, int]]:
    """Papers and pages where the words are found."""
    found = library.searching.search(PassageQuery(words, Scope.PDFS))
    return sorted((passage.paper, passage.page) for entry in found.papers for passage in entry.passages)


def texts_of(library: LibraryServices) -> dict[tuple[str, str, int], str]:
    """What the index holds: the text of each page by sha256, state of the file, and page."""
    connection = library._file.connection
    rows = connection.execute(
        "SELECT i.sha256, i.state, t.id FROM indexed_files i JOIN page_texts t ON t.id / ? = i.id", (PAGES,)
    ).fetchall()
    return {(sha256, state, number % PAGES): text_of(connection, number) for sha256, state, number in rows}


def pdf_data(shared: Path) -> list[Path]:
    """The real and hostile PDFs of the reference data."""
    return sorted((shared / "data" / "pdf").glob("*.pdf"))
