"""Every backup that was reported restores, a library is there whatever is killed, and what is being deleted leaves a
whole library (RELIABILITY promise 10). 50 kills each in a full run, 5 in a usual one.
"""

import hashlib
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.backups import backups_of
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing
from desktop.domain.progress import Job
from desktop.services.back_up_library import all_backups, go_back_to, verified
from desktop.services.library import LibraryServices
from tests.e2e.digests import numbered
from tests.e2e.papershelf import REPOSITORY, environment
from tests.unit.services.pdf_files import plain

CHILD = (sys.executable, str(Path(__file__).with_name("keeping_child.py")))
PAPERS = 3000


@pytest.fixture
def library(tmp_path: Path) -> Path:
    services = LibraryServices(tmp_path / "library")
    services.open()
    plan = services.importing.plan_texts([("a.md", numbered(1, PAPERS))], ImportOptions(), Job())
    services.importing.apply(plan, Job())
    services.close()
    return services.folder


def run_and_kill(way: str, library: Path, delay: float) -> list[str]:
    """What the child reported until it was killed, `delay` seconds after it had begun."""
    command = [*CHILD, way, str(library)]
    with subprocess.Popen(command, env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n", child.poll()
        try:
            child.wait(delay)
        except subprocess.TimeoutExpired:
            child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
    return [line.strip() for line in lines if line.endswith("\n")]


def papers_of(services: LibraryServices) -> list[PaperId]:
    return [PaperId(paper) for paper in services.browse.list_papers(Listing()).ids]


def papers_in(library: Path) -> int:
    """How many papers a library has that is whole."""
    services = LibraryServices(library)
    services.open()
    try:
        report = services.checking.check(Job())
        assert report.whole, report
        return report.papers
    finally:
        services.close()


@pytest.fixture
def chance() -> random.Random:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    return random.Random(seed)


@pytest.mark.timeout(3600)
def test_every_backup_that_was_reported_restores(
    library: Path, tmp_path: Path, chance: random.Random, full_run: bool
) -> None:
    kills, in_the_midst, restored = (50 if full_run else 5), 0, 0
    for _ in range(kills):
        reported = run_and_kill("backing-up", library, chance.uniform(0.0, 0.4))
        made = {path.name for path in backups_of(library)}
        assert set(reported) <= made
        in_the_midst += any((library / "backups").glob("*.part*"))
        for backup in all_backups(library):
            assert not verified(backup, Job()).complaint
        newest = max(made, default="")
        if newest:
            other = tmp_path / "other"
            other.mkdir()
            go_back_to(other, library / "backups" / newest)
            assert papers_in(other) == PAPERS
            restored += 1
            shutil.rmtree(other)
        for path in backups_of(library):
            path.unlink()
    assert in_the_midst or not full_run, "no kill fell into a backup"
    print(f"{kills} kills, {in_the_midst} in the midst of a backup, {restored} restored")
    assert papers_in(library) == PAPERS


@pytest.mark.timeout(3600)
def test_a_kill_while_going_back_leaves_one_library_or_the_other(
    library: Path, chance: random.Random, full_run: bool
) -> None:
    services = LibraryServices(library)
    services.open()
    services.backups.back_up(Job())
    services.organising.move_to_trash(papers_of(services)[:1000])
    services.trash.empty()
    services.backups.back_up(Job())
    services.close()
    sums = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in backups_of(library)}
    for _ in range(50 if full_run else 5):
        run_and_kill("going-back", library, chance.uniform(0.0, 0.3))
        assert papers_in(library) in (PAPERS, PAPERS - 1000)
        assert sums == {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in backups_of(library)}


@pytest.mark.timeout(3600)
def test_a_kill_while_deleting_leaves_a_whole_library(
    library: Path, tmp_path: Path, chance: random.Random, full_run: bool
) -> None:
    services = LibraryServices(library)
    services.open()
    for number in range(20):
        (tmp_path / f"{number}.pdf").write_bytes(plain(f"A study of walls {number}"))
        services.organising.add_pdf(tmp_path / f"{number}.pdf", f"Paper with a file {number}")
    gone = [paper for paper in papers_of(services) if paper % 2 == 0]
    services.organising.move_to_trash(gone)
    services.trash.empty()
    services._file.connection.execute("DELETE FROM undo_steps")
    kept = services.checking.check(Job()).papers
    services.close()
    in_the_midst = 0
    for number in range(50 if full_run else 5):
        folder = tmp_path / "copy"
        shutil.copytree(library, folder)
        reported = run_and_kill("deleting", folder, chance.uniform(0.0, 0.35))
        in_the_midst += "piece" in reported and "end" not in reported
        assert papers_in(folder) == kept, number
        assert run_and_kill("deleting", folder, 60)[-1] == "end"
        assert papers_in(folder) == kept, number
        shutil.rmtree(folder)
    print(f"{in_the_midst} kills between the pieces")
