"""How long starting takes, beside the limits of PERFORMANCE.md, all measured in one run.

Processor time of a command against that of importing SQLAlchemy's ORM; time to the first paint and to the first rows of
the window against a bare PySide6 window on the same platform. Taken in turns; the least of the rounds counts, because
whatever else runs on the computer can only add.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.e2e.digests import numbered
from tests.e2e.papershelf import PROGRAM, REPOSITORY, environment, papershelf

ROUNDS = 9
LIST_LIMIT = 3.0
FIRST_PAINT_LIMIT = 1.6
FIRST_ROWS_LIMIT = 3.0
WINDOW_CHILD = str(Path(__file__).with_name("window_child.py"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2,000 papers, as many as a busy reader has after a year."""
    folder = tmp_path_factory.mktemp("start-up")
    (folder / "digests").mkdir()
    for number in range(10):
        (folder / "digests" / f"{number}.md").write_bytes(numbered(number * 200, 200))
    library = folder / "home" / "data" / "library"
    assert papershelf("import", folder / "digests", "--library", library).code == 0
    return library


def processor_s(command: Sequence[str]) -> float:
    """User and system time of the command, in seconds."""
    before = os.times()
    subprocess.run(command, env=environment({"PYTHONWARNINGS": ""}), check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def in_turns(commands: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The least processor time of each command."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(processor_s(command))
    return {name: min(found) for name, found in times.items()}


def test_list_takes_little_beside_importing_the_orm(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = in_turns(
        {
            "import sqlalchemy.orm": [sys.executable, "-c", "import sqlalchemy.orm"],
            "papershelf list": [*PROGRAM, "list", "--library", str(library)],
            "papershelf search": [*PROGRAM, "search", "paper", "--library", str(library)],
        }
    )
    limit = found.pop("import sqlalchemy.orm")
    with capsys.disabled():
        print(f"\nimport sqlalchemy.orm: {limit * 1000:.0f} ms of processor time")
        for name, seconds in found.items():
            print(f"{name} (2,000 papers): {seconds * 1000:.0f} ms, {seconds / limit:.2f} x (limit {LIST_LIMIT})")
    assert max(found.values()) <= LIST_LIMIT * limit


def window_ms(what: str, library: Path) -> dict[str, float]:
    """Start a window in a process of its own; milliseconds from the start to each event."""
    started = time.monotonic()
    command = [sys.executable, WINDOW_CHILD, what]
    env = environment({"PYTHONWARNINGS": "", "PAPERSHELF_HOME": str(library.parent.parent)})
    done = subprocess.run(
        command,
        env=env,
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
        timeout=30,
    )
    events: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: (moment - started) * 1000 for name, moment in events.items()}


def test_the_window_stands_soon(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    times: dict[str, list[float]] = {}
    for number in range(ROUNDS + 1):
        for what in ("bare", "papershelf"):
            for event, milliseconds in window_ms(what, library).items():
                if number:  # the first round warms the disk's cache
                    times.setdefault(f"{what} {event}", []).append(milliseconds)
    found = {name: min(values) for name, values in times.items()}
    bare = found["bare paint"]
    with capsys.disabled():
        print(f"\n{os.environ.get('QT_QPA_PLATFORM', 'default')} platform: bare window, first paint {bare:.0f} ms")
        for name, limit in (("papershelf paint", FIRST_PAINT_LIMIT), ("papershelf rows", FIRST_ROWS_LIMIT)):
            print(f"{name}: {found[name]:.0f} ms, {found[name] / bare:.2f} x (limit {limit})")
    assert found["papershelf paint"] <= FIRST_PAINT_LIMIT * bare
    assert found["papershelf rows"] <= FIRST_ROWS_LIMIT * bare
