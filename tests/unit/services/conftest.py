"""A library of its own for each test, and digests to put into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions, ImportResult
from desktop.domain.listing import Listing
from desktop.domain.progress import Job
from desktop.formats.source_files import write_source
from desktop.services.library import LibraryServices

ImportEntries = Callable[..., ImportResult]


def entry(number: int, **changes: str) -> Entry:
    """A made-up paper, told like the feeds since 2024."""
    texts = {
        "title": f"A study of subject {number}",
        "link": f"https://arxiv.org/abs/2403.{number:05}",
        "translated_title": f"关于课题{number}的研究",
        "summary": f"本文研究了课题{number}。",
        "translated_abstract": f"我们研究课题{number}，并给出结果。 ",
        "abstract": f"arXiv:2403.{number:05}v1 Announce Type: new  Abstract: We study subject {number} at length. ",
    }
    return Entry(**{**texts, **changes})


def digest_bytes(*entries: Entry, generation: int = 2) -> bytes:
    """A digest file of these entries."""
    return write_source(Digest(DigestFormat.DIGEST, entries, generation))


def papers_in(library: LibraryServices, listing: Listing | None = None) -> list[PaperId]:
    """The papers of a listing (of all papers), in order."""
    return [PaperId(paper) for paper in library.browse.list_papers(listing or Listing()).ids]


def give_pdf(library: LibraryServices, paper: PaperId) -> None:
    """A row of a PDF without the file, for what asks no more than whether there is one."""
    statement = "INSERT OR IGNORE INTO files (paper_id, path, sha256, size, added_at) VALUES (?, ?, ?, 1, 0)"
    library._file.connection.execute(statement, (paper, f"papers/{paper}.pdf", f"{paper:064}"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryServices]:
    """An empty, open library."""
    services = LibraryServices(tmp_path / "library")
    services.open()
    yield services
    services.close()


@pytest.fixture
def import_entries(library: LibraryServices, tmp_path: Path) -> ImportEntries:
    """Import a digest of these entries under a file name."""

    def import_them(name: str, *entries: Entry, unticked: frozenset[tuple[int, int]] = frozenset()) -> ImportResult:
        path = tmp_path / name
        path.write_bytes(digest_bytes(*entries))
        plan = library.importing.plan([path], ImportOptions(), Job())
        return library.importing.apply(plan, Job(), unticked)

    return import_them
