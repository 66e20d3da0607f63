"""A library of an older schema is upgraded whole or not at all (RELIABILITY promise 5)."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command, op
from alembic.config import Config
from sqlalchemy import Connection

from db.backups import backups_of
from db.connection import APPLICATION_ID, SCHEMA_VERSION
from db.index_documents import documents
from db.library_file import LibraryFile
from db.migrations.versions import r0002_arxiv, r0003_reading, r0004_reading_list, r0005_own_digests
from db.search import add_to_index
from db.undo_log import RowsChange
from db.upgrade import MIGRATIONS
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.paper import ORIGINAL, Fact, PaperFile, TextKind
from desktop.domain.progress import Job
from desktop.domain.reading_list import Status
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from tests.db.arxiv import step
from tests.unit.services.conftest import ImportEntries, entry, papers_in

OLD_TABLES = (
    *("entries", "digests", "papers", "paper_authors", "digest_entries", "texts", "files", "undo_steps"),
    *("papers_fts_data", "papers_fts_docsize"),
)
_RELEASED = (r0002_arxiv, r0003_reading, r0004_reading_list, r0005_own_digests)
STATEMENTS = {
    schema: [statement for migration in _RELEASED[schema - 1 :] for statement in migration.STATEMENTS]
    for schema in (1, 2, 3, 4)
}
"""Those that upgrade a library of each released schema."""
EACH_STATEMENT = [(schema, done) for schema, statements in STATEMENTS.items() for done in range(len(statements))]
KILLED_AT = """
import os, signal, sys
from pathlib import Path
from alembic import op
from db.library_file import LibraryFile
execute, left = op.execute, [int(sys.argv[2])]
def counted(statement):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    execute(statement)
op.execute = counted
LibraryFile(Path(sys.argv[1])).open()
"""


def upgrade_to(schema: int) -> Callable[[Connection], None]:
    """The upgrade as the program of that schema ran it."""

    def upgrade(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, f"{schema:04d}")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema}")

    return upgrade


def rows(path: Path, columns: dict[str, list[str]]) -> dict[str, list[Any]]:
    """What stands in these columns of a closed library."""
    connection = sqlite3.connect(path / "library.sqlite")
    try:
        return {
            table: connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1, 2").fetchall()
            for table, names in columns.items()
        }
    finally:
        connection.close()


def old_columns(path: Path) -> dict[str, list[str]]:
    connection = sqlite3.connect(path / "library.sqlite")
    try:
        return {
            table: [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")] for table in OLD_TABLES
        }
    finally:
        connection.close()


@pytest.fixture(params=STATEMENTS)
def schema(request: pytest.FixtureRequest) -> int:
    """The schema of the `old` library."""
    return int(request.param)


@pytest.fixture
def old(
    schema: int,
    tmp_path: Path,
    library: LibraryServices,
    import_entries: ImportEntries,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """The folder of a library of an old schema, with real rows: imported, edited, with a file and steps of undo."""
    import_entries("a.md", *(entry(number) for number in range(1, 6)))
    import_entries("b.md", entry(1, abstract="Other words."), entry(6, link="http://arxiv.org/abs/math/0309136v2"))
    first, second, *_ = papers_in(library)
    library.editing.edit_text(first, TextKind.TITLE, ORIGINAL, "My own title")
    library.editing.edit_fact(second, Fact.AUTHORS, "Ada Lovelace; Alan Turing")
    library.organising.move_to_trash([papers_in(library)[3]])
    folder = tmp_path / "old"
    with monkeypatch.context() as patch:
        patch.setattr("db.upgrade.upgrade", upgrade_to(schema))
        patch.setattr("db.library_file.SCHEMA_VERSION", schema)
        made = LibraryFile(folder)
        made.open()
    copy_rows(library._file.connection, made.connection)
    made.close()
    return folder


def copy_rows(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    target.execute("PRAGMA foreign_keys=OFF")
    for table in OLD_TABLES[:8]:
        names = [name for _, name, *_ in target.execute(f"PRAGMA table_info({table})")]
        marks = ", ".join("?" * len(names))
        target.executemany(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})",
            source.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall(),
        )
    if target.execute("PRAGMA user_version").fetchone() == (1,):
        target.execute("UPDATE papers SET arxiv_id = 'math.GT/0309136' WHERE arxiv_id = 'math/0309136'")
    file = "INSERT INTO files (id, paper_id, path, sha256, size, added_at) VALUES (1, 1, 'papers/a.pdf', 'abc', 7, 0)"
    target.execute(file)
    ids = [PaperId(paper) for (paper,) in source.execute("SELECT id FROM papers ORDER BY id")]
    target.execute("BEGIN")
    add_to_index(target, ((paper, *row) for paper, row in documents(source, ids).items()))
    target.execute("COMMIT")


@pytest.fixture
def upgraded(old: Path) -> Iterator[LibraryServices]:
    services = LibraryServices(old)
    services.open()
    yield services
    services.close()


def test_an_old_library_keeps_every_row(old: Path, schema: int) -> None:
    columns = old_columns(old)
    before = rows(old, columns)
    assert all(before.values())
    services = LibraryServices(old)
    services.open()
    services.close()

    after = rows(old, columns)
    for tables in (before, after):  # as arXiv spells it, whoever wrote it
        papers = [tuple(str(value).replace("math.GT/", "math/") for value in row) for row in tables["papers"]]
        tables["papers"] = papers
    assert after == before
    assert [path.name.endswith(f"before-schema-{SCHEMA_VERSION}.sqlite") for path in backups_of(old)] == [True]
    backup = sqlite3.connect(backups_of(old)[0])
    assert backup.execute("PRAGMA user_version").fetchone() == (schema,)
    backup.close()


def test_an_upgraded_library_is_whole_and_goes_on(upgraded: LibraryServices) -> None:
    report = upgraded.checking.check(Job())
    assert (report.database, report.references, report.search_index) == ((), (), ())
    (mine,) = papers_in(upgraded, Listing(query='"my own title"'))
    assert papers_in(upgraded, Listing(query="author:lovelace")) != []
    (found,) = [found for paper in papers_in(upgraded) if (found := upgraded.browse.details(paper)) and found.files]
    assert found.files == (PaperFile("papers/a.pdf", "abc", 7),)
    while upgraded.undo.state().undo:
        upgraded.undo.undo()
    while upgraded.undo.state().redo:
        upgraded.undo.redo()
    assert papers_in(upgraded, Listing(query='"my own title"')) == [mine]
    assert papers_in(upgraded, Listing(query="author:lovelace")) != []
    assert upgraded.checking.check(Job()).search_index == ()


def test_steps_of_the_old_schema_that_tell_of_author_rows_are_undone(upgraded: LibraryServices) -> None:
    paper = papers_in(upgraded)[0]
    key = {"paper_id": paper, "position": 1}
    old_step = [
        RowsChange("papers", ({"id": paper},), {"authors": ""}, {"authors": "Ada"}),
        RowsChange("paper_authors", (key,), None, {"name": "Ada"}),
    ]
    step(upgraded, UndoKind.EDIT_FACT, lambda _: old_step)
    names = "SELECT name FROM paper_authors WHERE paper_id = ?"
    assert upgraded._file.connection.execute(names, (paper,)).fetchall() == [("Ada",)]
    upgraded.undo.undo()
    assert upgraded._file.connection.execute(names, (paper,)).fetchall() == []
    upgraded.undo.redo()
    assert upgraded._file.connection.execute(names, (paper,)).fetchall() == [("Ada",)]


def test_summaries_that_are_alike_in_both_languages_are_indexed_anew(old: Path) -> None:
    connection = sqlite3.connect(old / "library.sqlite")
    connection.execute("UPDATE entries SET summary = 'alike', summary_en = 'alike' WHERE id = 1")
    connection.commit()
    connection.close()
    services = LibraryServices(old)
    services.open()
    try:
        assert services.checking.check(Job()).search_index == ()
        assert len(papers_in(services, Listing(query="alike"))) == 1
    finally:
        services.close()


@pytest.mark.parametrize("schema", [3])
def test_papers_that_were_open_in_the_reader_are_being_read(old: Path) -> None:
    connection = sqlite3.connect(old / "library.sqlite")
    places = [(1, "abc", 1_700_000_000_000), (1, "def", 1_600_000_000_000)]
    connection.executemany("INSERT INTO reading_places VALUES (?, ?, '{}', ?)", places)
    connection.commit()
    connection.close()
    services = LibraryServices(old)
    services.open()
    try:
        assert papers_in(services, Listing(Place.READING)) == [1]
        since = services._file.connection.execute("SELECT status_at FROM papers WHERE id = 1").fetchone()
        assert since == (1_700_000_000_000,)
        counts = services.browse.sidebar()
        assert (counts.reading, counts.inbox, counts.queue) == (1, counts.all - 1, 0)
        services.reading_list.set_status([PaperId(1)], Status.QUEUED)
        while services.undo.state().undo:
            services.undo.undo()
        assert services.browse.sidebar().all == 0
    finally:
        services.close()


@pytest.mark.parametrize(("schema", "done"), EACH_STATEMENT)
def test_an_upgrade_that_fails_leaves_the_old_library(
    old: Path, schema: int, done: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = old_columns(old)
    before = rows(old, columns)
    execute, left = op.execute, [done]

    def failing(statement: str) -> None:
        if left[0] == 0:
            raise ZeroDivisionError
        left[0] -= 1
        execute(statement)

    with monkeypatch.context() as patch:
        patch.setattr("alembic.op.execute", failing)
        with pytest.raises(ZeroDivisionError):
            LibraryFile(old).open()
    assert (old_columns(old), rows(old, columns)) == (columns, before)
    assert rows(old, {"pragma_user_version": ["*", "1"]})["pragma_user_version"] == [(schema, 1)]
    check_usable(old)


def test_a_kill_at_any_statement_of_an_upgrade_leaves_a_usable_library(old: Path, schema: int, full_run: bool) -> None:
    last = len(STATEMENTS[schema]) - 1
    places = range(last + 1) if full_run else (0, last)
    for place in places:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        child = subprocess.run(
            [sys.executable, "-c", KILLED_AT, str(old), str(place)], check=False, env=environment, capture_output=True
        )
        assert child.returncode == -signal.SIGKILL, child.stderr
    check_usable(old)


def check_usable(folder: Path) -> None:
    services = LibraryServices(folder)
    services.open()
    try:
        assert len(papers_in(services)) == 5
        assert services.checking.check(Job()).search_index == ()
    finally:
        services.close()
