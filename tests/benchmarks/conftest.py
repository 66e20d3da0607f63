"""The 65,538 papers of the reference data, as one digest file and as a library."""

import json
import lzma
from pathlib import Path

import pytest

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.formats.source_files import write_source
from desktop.services.library import LibraryServices
from tests.gui.conftest import engines, on_db, services, session, tasks

__all__ = ["engines", "on_db", "services", "session", "tasks"]  # fixtures of the window's tests

PAPERS = 65_538


def _entry(paper: dict[str, str | None]) -> Entry:
    def text(*names: str) -> str:
        return next((value for name in names if (value := paper.get(name))), "").replace("\n", " ")

    return Entry(
        title=text("title"),
        link=text("link"),
        translated_title=text("translated_title"),
        summary=text("tldr"),
        summary_en=text("en_tldr", "en_tdlr"),
        translated_abstract=text("translated_abstract"),
        abstract=text("abstract"),
    )


@pytest.fixture(scope="session")
def all_entries(shared: Path) -> tuple[Entry, ...]:
    """All papers of the reference data."""
    with lzma.open(shared / "data" / "papers.jsonl.xz", "rt", encoding="utf-8", newline="\n") as lines:
        entries = tuple(_entry(json.loads(line)) for line in lines)
    assert len(entries) == PAPERS
    return entries


@pytest.fixture(scope="session")
def all_papers_digest(all_entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One digest file of all papers, about 150 MB."""
    path = tmp_path_factory.mktemp("digests") / "all.md"
    path.write_bytes(write_source(Digest(DigestFormat.DIGEST, all_entries)))
    return path


def import_file(folder: Path, path: Path) -> LibraryServices:
    """A new, open library with that digest, brought in as the program does it."""
    library = LibraryServices(folder)
    library.open()
    plan = library.importing.plan([path], ImportOptions(), Job())
    library.importing.apply(plan, Job())
    return library


@pytest.fixture(scope="session")
def big_library(all_papers_digest: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed library of all papers."""
    folder = tmp_path_factory.mktemp("big") / "library"
    import_file(folder, all_papers_digest).close()
    return folder


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where programs that a benchmark starts find their modules compiled, from the second start on."""
    return tmp_path_factory.mktemp("bytecode")
