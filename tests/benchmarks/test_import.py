"""Importing 65,538 papers through the services, beside raw sqlite3 writing the very same rows in the same run."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from db.index_documents import documents
from tests.benchmarks.conftest import PAPERS, import_file

LIMIT = 1.5
ROUNDS = 3
TABLES = ("digests", "entries", "papers", "digest_entries")
INDEX_ROW = """INSERT INTO papers_fts
    (rowid, title, translated_title, authors, summary, abstract, translated_abstract, note) VALUES (?,?,?,?,?,?,?,?)"""

Rows = dict[str, list[tuple[object, ...]]]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of this process's CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - cpu


def rows_of(library: Path) -> tuple[list[str], Rows]:
    """The schema of a library and all rows that an import writes, those of the index with them."""
    connection = sqlite3.connect(library / "library.sqlite")
    schema = [
        statement
        for name, statement in connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        if not name.startswith(("papers_fts_", "marks_fts_", "pages_fts_", "alembic"))
    ]
    rows: Rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    found = documents(connection, [row[0] for row in rows["papers"]])  # type: ignore[misc]  # ids of untyped rows
    rows["papers_fts"] = [(paper, *found[paper]) for paper in sorted(found)]
    connection.close()
    return schema, rows


def write_raw(path: Path, schema: list[str], rows: Rows, *, big_hash: bool) -> None:
    """The same rows through `executemany` and nothing else."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "locking_mode=EXCLUSIVE", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    for statement in schema:
        connection.execute(statement)
    if big_hash:
        connection.execute("INSERT INTO papers_fts (papers_fts, rank) VALUES ('hashsize', 67108864)")
    connection.execute("BEGIN")
    for table in TABLES:
        places = ", ".join("?" * len(rows[table][0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows[table])
    connection.executemany(INDEX_ROW, rows["papers_fts"])
    connection.execute("COMMIT")
    connection.close()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


@pytest.mark.timeout(1800)
def test_importing_all_papers_takes_little_beside_raw_sqlite(
    all_papers_digest: Path, big_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema, rows = rows_of(big_library)
    assert len(rows["papers_fts"]) == PAPERS
    work: dict[str, Callable[[Path], object]] = {
        "papershelf": lambda folder: import_file(folder, all_papers_digest).close(),
        "raw": lambda path: write_raw(path, schema, rows, big_hash=False),
        "raw, index tuned as ours": lambda path: write_raw(path, schema, rows, big_hash=True),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in work}
    for _ in range(ROUNDS):
        for name, write in work.items():
            times[name].append(timed(partial(write, tmp_path / "library")))
            _remove(tmp_path / "library")
    best = {name: (min(clock for clock, _ in found), min(cpu for _, cpu in found)) for name, found in times.items()}
    with capsys.disabled():
        print(f"\nimport of {PAPERS:,} papers, reading and planning included, best of {ROUNDS}:")
        for name, (clock, cpu) in best.items():
            ours_clock, ours_cpu = best["papershelf"]
            print(
                f"  {name}: {clock:.2f} s, {cpu:.2f} s CPU; "
                f"ours is {ours_clock / clock:.2f} x, CPU {ours_cpu / cpu:.2f} x"
            )
    assert best["papershelf"][1] <= LIMIT * best["raw"][1]
