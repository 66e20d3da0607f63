"""Damage is noticed, the damaged file is kept, the newest good backup offered, and no backup is rotated away from a
damaged library (RELIABILITY promise 9). 100 mutated libraries in a full run, 10 in a usual one.
"""

import hashlib
import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.backups import DAILY, DAYS, backups_of
from desktop.domain.errors import Reason, StorageError
from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.services.back_up_library import go_back_to, newest_whole
from desktop.services.library import LibraryServices
from tests.e2e.digests import digest

PAGE = 4096
PAPERS = 60


def long_titles() -> bytes:
    """Long enough for texts that take more than a page."""
    words = "attention diffusion transformer retrieval 注意力 扩散 模型 " * 90
    return digest([(f"2401.{number:05}", f"Paper {number} {words}") for number in range(1, PAPERS + 1)])


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with more daily backups than are kept, all of them older than a day, the newest of them damaged."""
    library = LibraryServices(tmp_path_factory.mktemp("sound") / "library")
    library.open()
    plan = library.importing.plan_texts([("a.md", long_titles())], ImportOptions(), Job())
    library.importing.apply(plan, Job())
    made = library.backups.back_up(Job())
    library.close()
    for day in range(2, DAYS + 8):
        moment = datetime.now(UTC) - timedelta(days=day)
        copy = made.with_name(f"library-{moment:%Y%m%dT%H%M%S%f}-{DAILY}.sqlite")
        shutil.copyfile(made, copy)
    made.unlink()
    newest = backups_of(library.folder)[0]
    newest.write_bytes(newest.read_bytes()[: 3 * PAGE])
    return library.folder


Mutation = Callable[[bytearray, random.Random], None]


def _page(data: bytearray, chance: random.Random) -> slice:
    number = chance.randrange(len(data) // PAGE)
    return slice(number * PAGE, (number + 1) * PAGE)


def zeroed(data: bytearray, chance: random.Random) -> None:
    """Some pages never reached the disk."""
    for _ in range(chance.randint(1, 4)):
        data[_page(data, chance)] = bytes(PAGE)


def garbage(data: bytearray, chance: random.Random) -> None:
    """Some pages are of other files."""
    for _ in range(chance.randint(1, 4)):
        data[_page(data, chance)] = chance.randbytes(PAGE)


def swapped(data: bytearray, chance: random.Random) -> None:
    """Pages were written to the place of others."""
    for _ in range(chance.randint(1, 4)):
        data[_page(data, chance)] = data[_page(data, chance)]


def torn(data: bytearray, chance: random.Random) -> None:
    """Half of a page is old."""
    page = _page(data, chance)
    data[page.start + PAGE // 2 : page.stop] = chance.randbytes(PAGE // 2)


def cut(data: bytearray, chance: random.Random) -> None:
    """The end of the file is missing."""
    del data[chance.randrange(len(data)) :]


def flipped(data: bytearray, chance: random.Random) -> None:
    """Single bits of a page turned."""
    page = _page(data, chance)
    for _ in range(64):
        data[chance.randrange(page.start, page.stop)] ^= 1 << chance.randrange(8)


MUTATIONS: tuple[Mutation, ...] = (zeroed, garbage, swapped, torn, cut, flipped)


def contents(folder: Path) -> str:
    """All rows of all tables, as one hash; raises StorageError or sqlite3.Error where they cannot be read."""
    library = LibraryServices(folder)
    library.open()
    try:
        return hashlib.sha256("\n".join(library._file.connection.iterdump()).encode()).hexdigest()
    finally:
        library.close()


def complaint(folder: Path) -> str:
    """What opening, checking and backing up say of the damage; empty if nothing does."""
    library = LibraryServices(folder)
    try:
        library.open()
        report = library.checking.check(Job())
        said = [*report.database, *report.references, *report.search_index]
        if report.database or report.references:
            with pytest.raises(StorageError):
                library.backups.back_up_if_due()
        return said[0] if said else ""
    except StorageError as error:
        if error.reason not in (Reason.LIBRARY_DAMAGED, Reason.LIBRARY_FOREIGN, Reason.LIBRARY_NEWER):
            raise
        return str(error)
    finally:
        library.close()


def sums(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in backups_of(folder)}


@pytest.mark.timeout(3600)
def test_damage_is_noticed_and_the_newest_good_backup_brings_all_back(
    sound: Path, tmp_path: Path, full_run: bool
) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    before, good = sums(sound), backups_of(sound)[1]
    original = contents(sound)
    noticed = harmless = 0
    for number in range(100 if full_run else 10):
        folder = tmp_path / str(number)
        shutil.copytree(sound, folder)
        data = bytearray((sound / "library.sqlite").read_bytes())
        mutation = MUTATIONS[number % len(MUTATIONS)]
        mutation(data, chance)
        (folder / "library.sqlite").write_bytes(data)
        where = f"{mutation.__name__}, number {number} of seed {seed}"

        said = complaint(folder)

        assert before.items() <= sums(folder).items(), where
        if not said:
            assert contents(folder) == original, f"not noticed: {where}"
            harmless += 1
        else:
            goes_back(folder, good.name, original, where)
            noticed += 1
        shutil.rmtree(folder)
    print(f"{noticed} noticed, {harmless} had hit nothing that is used")
    assert noticed > harmless


def goes_back(folder: Path, good: str, original: str, where: str) -> None:
    damaged = hashlib.sha256((folder / "library.sqlite").read_bytes()).hexdigest()
    offered = newest_whole(folder)
    assert offered is not None, where
    assert offered.path.name == good, where
    kept = go_back_to(folder, offered.path)
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == damaged, where
    assert contents(folder) == original, where
