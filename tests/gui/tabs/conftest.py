"""A window over papers with PDFs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import PAPERS, Shown
from tests.gui.tabs.tab_reader import TabReader
from tests.unit.pdf.made_pdfs import made_pdf, text

OnDb = Callable[[Callable[[], object]], object]


def paper_pdf(arxiv_id: str, pages: int, words: str) -> bytes:
    """A PDF that tells which paper it is."""
    stamp = text(f"arXiv:{arxiv_id} [cs.CL] 2 Jan 2024", 16, 30, 250, upwards=True)
    first = stamp + text(words, 12, 72, 700)
    return made_pdf(first, *(text(f"Page {page} of {words}", 12, 72, 700) for page in range(2, pages + 1)))


@pytest.fixture
def filled(services: LibraryServices, on_db: OnDb, tmp_path: Path) -> LibraryServices:
    """Three papers; the first has two versions of its PDF, the second one, the third none."""

    def fill() -> bool:
        plan = services.importing.plan_texts([("one.md", digest_bytes(PAPERS))], ImportOptions(), Job())
        services.importing.apply(plan, Job())
        (first, *_), (second, *_), _ = PAPERS
        files = {"1.pdf": (f"{first}v1", 5, "alpha beta"), "2.pdf": (f"{first}v2", 6, "alpha beta gamma")}
        files |= {"3.pdf": (f"{second}v1", 3, "delta")}
        for name, (arxiv_id, pages, words) in files.items():
            (tmp_path / name).write_bytes(paper_pdf(arxiv_id, pages, words))
        found = services.adding.plan_files([tmp_path / name for name in files], Job())
        result = services.adding.add(found, download=False)
        assert not result.refused
        return True

    on_db(fill)
    return services


@pytest.fixture
def shown(make: Callable[..., Shown], filled: LibraryServices) -> Shown:
    shown = make(filled)
    shown.sees(3)
    return shown


@pytest.fixture
def reader(shown: Shown) -> TabReader:
    return TabReader(shown)
