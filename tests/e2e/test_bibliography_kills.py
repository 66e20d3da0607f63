"""A paper that a bibliography brought is never lost nor half there, and an exported bibliography is the old or the new
one, whenever the process is killed.

20 kills in a usual run, 200 in a full one. The moments are random; a failure names the seed that gives them again.
"""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop.app.held_library import opened, take
from desktop.domain.bibliography import BibliographyFormat, FileLink, Reference, ReferenceType
from desktop.domain.person_names import Name
from desktop.domain.progress import Job
from desktop.formats.bibliographies import read_bibliography, write_bibliography
from desktop.services.library import LibraryServices
from tests.e2e.papershelf import REPOSITORY, environment
from tests.unit.services.pdf_files import plain

FILES = 30
EACH = 100
CHILD = (sys.executable, str(Path(__file__).with_name("bibliography_child.py")))
WHOLE = """
SELECT count(*) FROM papers p WHERE p.cite_key <> '' AND p.citation <> '' AND p.trashed_at IS NULL
  AND (SELECT count(*) FROM texts t WHERE t.paper_id = p.id) = 3
  AND (SELECT count(*) FROM paper_tags t WHERE t.paper_id = p.id) = 2
  AND (SELECT count(*) FROM paper_collections c WHERE c.paper_id = p.id) = 1
"""


def make_bibliographies(source: Path, pdfs: Path) -> None:
    """Each of another format than the last; some with a PDF."""
    source.mkdir()
    pdfs.mkdir()
    for number in range(FILES):
        pdf = pdfs / f"{number}.pdf"
        pdf.write_bytes(plain(f"Walls {number}"))
        form = list(BibliographyFormat)[number % 3]
        links = (FileLink(str(pdf)),) if has_pdf(number) else ()
        references = [reference(number, place, () if place else links) for place in range(EACH)]
        (source / f"{number:03}").write_bytes(b"".join(write_bibliography(form, references)))


def has_pdf(number: int) -> bool:
    """Not the first ones: reading a PDF takes a process that is a while to come."""
    return number % 5 == 4


def reference(number: int, place: int, links: tuple[FileLink, ...]) -> Reference:
    """A paper that tells which file it is from."""
    return Reference(
        type=ReferenceType.JOURNAL,
        key=f"k{number}-{place}",
        title=f"Walls of {number}, part {place}",
        authors=(Name("Doe", "Jane"), Name("Müller", "Jörg")),
        date="2024-05-06",
        venue="Journal of Walls",
        abstract=f"On wall {place}.\nOf house {number}.",
        keywords=(f"house {number}", "walls"),
        notes=("My thought",),
        collections=((f"House {number}", "Walls"),),
        files=links,
    )


def run_and_kill(library: Path, source: Path, target: Path, delay: float) -> list[list[str]]:
    """Start the child and kill it `delay` seconds after it opened the library: what it reported."""
    command = [*CHILD, str(library), str(source), str(target)]
    with subprocess.Popen(command, env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n", child.poll()
        try:
            child.wait(delay)
        except subprocess.TimeoutExpired:
            child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
    return [line.split() for line in lines if line.endswith("\n")]


def stored_files(library: Path) -> set[str]:
    """Which bibliographies the library holds, read after SQLite's own recovery and checks; each whole."""
    with closing(sqlite3.connect(library / "library.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        keys = [key for (key,) in connection.execute("SELECT cite_key FROM papers")]
        assert connection.execute(WHOLE).fetchone() == (len(keys),), "a paper is half there"
        with_pdf = {
            key for (key,) in connection.execute("SELECT cite_key FROM papers p JOIN files f ON f.paper_id = p.id")
        }
    counts = {number: sum(key.startswith(f"k{number}-") for key in keys) for number in range(FILES)}
    assert set(counts.values()) <= {0, EACH}, "a bibliography is half there"
    stored = {number for number, count in counts.items() if count}
    assert with_pdf == {f"k{number}-0" for number in stored if has_pdf(number)}
    return {f"{number:03}" for number in stored}


def exported(target: Path) -> dict[str, int]:
    """The exports that are there, each read whole, and how many papers each holds."""
    counts = {}
    for path in target.iterdir():
        if not path.name.endswith(".part"):
            found = read_bibliography(path.read_bytes())
            assert not found.broken
            assert {one.abstract.count("\n") for one in found.references} == {1}
            counts[path.name] = len(found.references)
    return counts


@pytest.mark.timeout(3600)
def test_no_kill_loses_an_import_or_truncates_an_export(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    source = tmp_path / "source"
    make_bibliographies(source, tmp_path / "pdfs")
    rounds = 0
    library, target, acknowledged = begin(tmp_path, rounds)
    kills, in_the_middle = (200 if full_run else 20), 0
    while kills:
        reports = run_and_kill(library, source, target, chance.uniform(0.0, 2.5))
        acknowledged |= {name for kind, *rest in reports if kind == "imported" for name in rest}
        stored = stored_files(library)
        assert acknowledged <= stored, f"lost with seed {seed}"
        told = {kind: int(rest[0]) for kind, *rest in reports if kind.startswith("all.")}
        counts = exported(target)
        assert set(counts.values()) <= set(range(0, FILES * EACH + 1, EACH)), f"truncated with seed {seed}"
        assert all(counts[name] >= papers for name, papers in told.items()), f"lost with seed {seed}"
        if ["end"] in reports:  # nothing left to be interrupted: begin again with an empty library
            rounds += 1
            verify(library)
            library, target, acknowledged = begin(tmp_path, rounds)
        else:
            kills -= 1
            in_the_middle += 0 < len(stored) < FILES
    assert in_the_middle, "no kill fell into an import"
    verify(library)
    print(f"seed {seed}: {rounds} libraries, {in_the_middle} kills between the first and the last import")


def begin(folder: Path, number: int) -> tuple[Path, Path, set[str]]:
    """An empty library and an empty folder for exports."""
    target = folder / f"exports-{number}"
    target.mkdir()
    return folder / f"library-{number}", target, set()


def verify(library: Path) -> None:
    """Our own check: files against their sums, the index against the texts."""
    with opened(take(library), LibraryServices(library)) as services:
        assert services.checking.check(Job()).whole
