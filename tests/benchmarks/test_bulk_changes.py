"""Changes of 5,000 papers among 65,538, and the counts of the sidebar after any change.

What the same rows cost in bare SQLite stands beside it: `executemany` in one transaction on a copy of the library, and
one pass of the papers table. CPU times of this process, the best of three: other work on the machine shall not count.
"""

import random
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.feeds import FeedChoice, FeedKind
from desktop.domain.ids import CollectionId, PaperId, TagId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.own_digest import MadeOf
from desktop.domain.progress import Job
from desktop.domain.reading_list import Status
from desktop.formats.source_files import write_source
from desktop.services.library import LibraryServices
from tests.unit.services.conftest import papers_in

ROUNDS = 3
CHANGED = 5_000
DIGESTS, TAGS, COLLECTIONS, FEEDS, OWN_DIGESTS = 124, 200, 50, 8, 100
CHANGE_LIMIT = 5.0
"""Times bare SQLite. A step also remembers what was, tells the history of each paper, and can be taken back."""
COUNT_LIMIT = 10.0
"""Times one pass of the papers table."""
MS = 1000


@dataclass(frozen=True)
class Shelf:
    """The library, the papers to be changed, and a copy of it for bare SQLite."""

    library: LibraryServices
    papers: list[PaperId]
    bare: sqlite3.Connection


@pytest.fixture(scope="module")
def shelf(all_entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    folder = tmp_path_factory.mktemp("bulk")
    library = LibraryServices(folder / "library")
    library.open()
    library.importing.apply(library.importing.plan(digests(folder, all_entries), ImportOptions(), Job()), Job())
    papers = papers_in(library)
    file_away(library, papers)
    chosen = random.Random(7).sample(papers, CHANGED)
    library.close()
    shutil.copy(folder / "library" / "library.sqlite", folder / "bare.sqlite")
    library.open()
    bare = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "locking_mode=EXCLUSIVE", "foreign_keys=ON"):
        bare.execute(f"PRAGMA {pragma}")
    yield Shelf(library, chosen, bare)
    bare.close()
    library.close()


def digests(folder: Path, entries: tuple[Entry, ...]) -> list[Path]:
    """All papers, a week or so in each file."""
    size = -(-len(entries) // DIGESTS)
    paths = [folder / f"{number:03}.md" for number in range(DIGESTS)]
    for number, path in enumerate(paths):
        path.write_bytes(write_source(Digest(DigestFormat.DIGEST, entries[number * size : (number + 1) * size])))
    return paths


def file_away(library: LibraryServices, papers: Sequence[PaperId]) -> None:
    """Tags in a tree, collections in a tree, a year of reading, what feeds brought, and digests made of it."""
    chance = random.Random(5)
    for number in range(TAGS):
        name = f"field {number // 10}" + (f"/topic {number % 10}" if number % 10 else "")
        library.labels.tag(chance.sample(papers, CHANGED if number < 2 else 300), [name])
    collection: CollectionId | None = None
    for number in range(COLLECTIONS):
        library.labels.new_collection(f"collection {number}", None if number % 5 == 0 else collection)
        collection = max(library.labels.collections(), key=lambda each: each.id).id
        library.labels.collect(chance.sample(papers, 300), collection)
    for status in (Status.READ, Status.ARCHIVED, Status.READING, Status.QUEUED):
        library.reading_list.set_status(chance.sample(papers, 2_000), status)
    library.reading_list.set_starred(chance.sample(papers, 1_000), True)
    library.organising.move_to_trash(chance.sample(papers, 1_000))
    for number in range(FEEDS):
        code = f"cs.{chr(65 + number)}{chr(65 + number)}"
        library.feeds.follow([FeedChoice(code, FeedKind.ARXIV_CATEGORY, code)])
    told = [
        (feed.id, f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}", paper, number, "new", 1, 0)
        for place, feed in enumerate(library.feeds.feeds())
        for number, paper in enumerate(papers[place::FEEDS])
    ]
    library._file.connection.executemany("INSERT INTO feed_papers VALUES (?, ?, ?, ?, ?, ?, ?)", told)
    for _ in range(OWN_DIGESTS):
        library.own_digests.create(MadeOf(), papers=chance.sample(papers, 100))


def cpu_ms(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * MS


def in_bare(shelf: Shelf, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    shelf.bare.execute("BEGIN IMMEDIATE")
    shelf.bare.executemany(statement, rows)
    shelf.bare.execute("COMMIT")


def write_status(shelf: Shelf, status: str, start: int | None) -> None:
    """The rows of a change of status; in the queue from `start`."""
    now = time.time_ns() // 1_000_000
    places = range(start or 0, (start or 0) + CHANGED)
    rows = [
        (status, now, None, None if start is None else place, paper)
        for place, paper in zip(places, shelf.papers, strict=True)
    ]
    columns = ("status", "status_at", "finished_at", "queue_position")
    in_bare(shelf, f"UPDATE papers SET {', '.join(f'{name} = ?' for name in columns)} WHERE id = ?", rows)


def tag_ids(library: LibraryServices) -> tuple[TagId, TagId]:
    first, second, *_ = sorted(library.labels.tags(), key=lambda tag: tag.id)
    return first.id, second.id


def test_changes_of_thousands_take_little_beside_bare_sqlite(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    library, papers = shelf.library, shelf.papers
    lists, labels = library.reading_list, library.labels
    source, into = tag_ids(library)
    merged = [pair for pair in shelf.bare.execute("SELECT paper_id FROM paper_tags WHERE tag_id = ?", (source,))]
    to_trash = "UPDATE papers SET trashed_at = ? WHERE id = ?"
    move_tag = "UPDATE OR REPLACE paper_tags SET tag_id = ? WHERE tag_id = ? AND paper_id = ?"
    changes: dict[str, tuple[Callable[[], object], Callable[[], None]]] = {
        "archive": (lambda: lists.set_status(papers, Status.ARCHIVED), lambda: write_status(shelf, "archived", None)),
        "queue": (lambda: lists.set_status(papers, Status.QUEUED), lambda: write_status(shelf, "queued", 5_000)),
        "tag": (
            lambda: labels.tag(papers, ["new"]),
            lambda: in_bare(shelf, "INSERT OR REPLACE INTO paper_tags VALUES (?, 1)", [(paper,) for paper in papers]),
        ),
        "trash": (
            lambda: library.organising.move_to_trash(papers),
            lambda: in_bare(shelf, to_trash, [(1, paper) for paper in papers]),
        ),
        "merge two tags": (
            lambda: labels.merge_tags([source], into),
            lambda: in_bare(shelf, move_tag, [(into, source, paper) for (paper,) in merged]),
        ),
    }
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in changes}
    for _ in range(ROUNDS):
        for name, (change, bare) in changes.items():
            found[name].append((cpu_ms(change), cpu_ms(library.undo.undo), cpu_ms(bare)))
            in_bare(shelf, to_trash, [(None, paper) for paper in papers])
            in_bare(shelf, move_tag, [(source, into, paper) for (paper,) in merged])
    with capsys.disabled():
        print(f"\n{CHANGED:,} papers of {len(papers_in(library)):,} in use, the best of {ROUNDS}:")
        for name, times in found.items():
            done, undone, bare_ms = (min(column) for column in zip(*times, strict=True))
            print(
                f"  {name}: {done:.0f} ms, {done / bare_ms:.1f} x; undo {undone:.0f} ms, {undone / bare_ms:.1f} x"
                f" (bare {bare_ms:.0f} ms; limit {CHANGE_LIMIT} x)"
            )
            assert max(done, undone) <= CHANGE_LIMIT * bare_ms


def test_counts_take_little_beside_a_pass_of_the_papers(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    library = shelf.library
    times: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        library.reading_list.set_status(shelf.papers, Status.READING)
        counts = cpu_ms(library.browse.sidebar)
        times.append((counts, cpu_ms(lambda: shelf.bare.execute("SELECT sum(length(title)) FROM papers").fetchall())))
        library.undo.undo()
    counts, one_pass = (min(column) for column in zip(*times, strict=True))
    with capsys.disabled():
        what = f"{DIGESTS} digests, {TAGS} tags, {COLLECTIONS} collections, {FEEDS} feeds, {OWN_DIGESTS} own digests"
        print(f"\ncounts with {what}: {counts:.0f} ms,", end=" ")
        print(f"{counts / one_pass:.1f} x one pass of {one_pass:.0f} ms (limit {COUNT_LIMIT} x)")
    assert counts <= COUNT_LIMIT * one_pass
