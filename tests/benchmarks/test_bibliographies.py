"""Bibliographies of any size: read, imported and exported in time in proportion, the library free in between.

CPU times of this process, the best of some: other work on the machine shall not count.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.bibliography import BibliographyFormat, Reference, ReferenceType
from desktop.domain.bibliography_export import AbstractChoice, BibliographyChoice
from desktop.domain.digest import Entry
from desktop.domain.ids import PaperId
from desktop.domain.person_names import Name
from desktop.domain.progress import Job
from desktop.formats.bibliographies import read_bibliography, write_bibliography
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import papers_in

FORMATS = list(BibliographyFormat)
READING_LIMIT = 1.0
"""Seconds of CPU for a megabyte."""
RATIO_LIMIT = 1.5
"""Times what an entry of a small file takes."""
IMPORT_LIMIT = 5.0
"""Times reading what is imported."""
PIECE_MS = 50
MEMORY_LIMIT = 10_000_000
"""Bytes beyond the library itself, whatever the number of papers."""


def references(entries: tuple[Entry, ...], count: int) -> list[Reference]:
    """Entries with all that a program of this world tells."""
    return [
        Reference(
            type=ReferenceType.JOURNAL,
            key=f"doe2024-{number}",
            title=entry.title,
            authors=(Name("van der Doe", "Jane"), Name("Müller", "Jörg"), Name("The Group")),
            date="2024-03-05",
            venue="Journal of Papers & Walls",
            pages="1-12",
            doi=f"10.1000/walls_{number}",
            url=f"https://example.org/{number}",
            abstract=entry.abstract,
            keywords=("vision", f"topic {number % 50}"),
            notes=("A thought of mine",),
            collections=(("Reading", f"Week {number % 20}"),),
            translated_title=entry.translated_title,
        )
        for number, entry in enumerate(entries[:count])
    ]


def best(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of CPU of the fastest round."""
    times = []
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.parametrize("form", FORMATS)
def test_reading_takes_time_in_proportion(all_entries: tuple[Entry, ...], form: BibliographyFormat) -> None:
    each: dict[int, float] = {}
    for count in (1_000, 10_000):
        data = b"".join(write_bibliography(form, references(all_entries, count)))
        seconds = best(lambda data=data: read_bibliography(data))  # type: ignore[misc]
        each[count] = seconds / count
        rate = seconds / (len(data) / 1e6)
        print(f"\n{form.value}, {count:,} entries, {len(data) / 1e6:.1f} MB: {seconds:.2f} s, {rate:.2f} s/MB", end="")
        assert rate <= READING_LIMIT
    assert each[10_000] <= RATIO_LIMIT * each[1_000]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[LibraryServices]:
    library = LibraryServices(tmp_path / "library")
    library.open()
    yield library
    library.close()


def test_importing_takes_time_in_proportion(
    empty: LibraryServices, all_entries: tuple[Entry, ...], tmp_path: Path
) -> None:
    importing = empty.bibliography.importing
    each: dict[int, float] = {}
    for count in (500, 5_000):
        path = tmp_path / "refs.bib"
        path.write_bytes(b"".join(write_bibliography(BibliographyFormat.BIBTEX, references(all_entries, count))))
        reading = best(lambda path=path: importing.read([path], Job()), 1)  # type: ignore[misc]
        read = importing.read([path], Job())
        planning = best(lambda read=read: importing.plan(read, Job()), 1)  # type: ignore[misc]
        plan = importing.plan(read, Job())
        copied = importing.copy_pdfs(plan, Job())
        writing = best(lambda plan=plan, copied=copied: importing.apply(plan, copied), 1)  # type: ignore[misc]
        assert len(papers_in(empty)) == count
        again = best(lambda read=read: importing.plan(read, Job()), 1)  # type: ignore[misc]
        each[count] = (planning + writing) / count
        print(
            f"\n{count:,} entries: read {reading:.2f} s, planned {planning:.2f} s, written {writing:.2f} s;"
            f" once more: planned {again:.2f} s",
            end="",
        )
        assert importing.plan(read, Job()).nothing
        assert planning + writing <= IMPORT_LIMIT * reading
        empty.undo.undo()
    assert each[5_000] <= RATIO_LIMIT * each[500]


@pytest.fixture(scope="module")
def all_papers(big_library: Path) -> Iterator[LibraryServices]:
    library = LibraryServices(big_library)
    library.open()
    yield library
    library.close()


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_of_all_papers_leaves_the_library_free_between_pieces(
    all_papers: LibraryServices, form: BibliographyFormat, tmp_path: Path
) -> None:
    papers = papers_in(all_papers)
    choice = BibliographyChoice(tuple(papers), form, abstracts=AbstractChoice.BOTH)
    export = all_papers.bibliography.exporting.start(choice)
    times: list[float] = []

    def piece(number: int) -> object:
        began = time.thread_time()
        found = export.piece(number)
        times.append((time.thread_time() - began) * 1000)
        return found

    gc.collect()
    gc.disable()  # as on the program's lanes
    began = time.process_time()
    written = export.write(map(piece, range(export.pieces)), tmp_path / "all", Job())  # type: ignore[arg-type]
    seconds = time.process_time() - began
    gc.enable()
    first = times[0]
    times.sort()
    print(
        f"\n{form.value}: {written.papers:,} papers, {written.size / 1e6:.0f} MB in {seconds:.1f} s of CPU;"
        f" {len(times)} pieces:"
        f" median {times[len(times) // 2]:.0f} ms, longest {times[-1]:.0f} ms (first {first:.0f} ms)"
    )
    assert written.papers == len(papers)
    assert times[-1] <= PIECE_MS


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_holds_no_more_than_some_pieces(
    all_papers: LibraryServices, form: BibliographyFormat, tmp_path: Path
) -> None:
    papers: list[PaperId] = papers_in(all_papers)
    peaks = []
    for count in (2_000, 20_000):
        choice = BibliographyChoice(tuple(papers[:count]), form, abstracts=AbstractChoice.BOTH)
        gc.collect()
        tracemalloc.start()
        all_papers.bibliography.exporting.export(choice, tmp_path / "some", Job())
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    print(f"\n{form.value}: at most {peaks[0] / 1e6:.0f} MB for 2,000 papers, {peaks[1] / 1e6:.0f} MB for 20,000")
    assert peaks[1] <= MEMORY_LIMIT
