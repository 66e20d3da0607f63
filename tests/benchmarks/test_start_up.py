"""How long starting takes, beside the limits of PERFORMANCE.md, all measured in one run.

Processor time of a command against that of importing SQLAlchemy's ORM; time to the first paint and to the first rows of
the window of all 65,538 papers against a bare PySide6 window on the same platform. Taken in turns, with modules that
are compiled already, as they are from the second start on. Medians are printed; what is held against the limit is the
least of the rounds, because whatever else runs on the computer can only add.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.benchmarks.conftest import PAPERS
from tests.benchmarks.platforms import as_installed, on_platform
from tests.e2e.digests import numbered
from tests.e2e.papershelf import PROGRAM, REPOSITORY, papershelf

ROUNDS = 9
LIST_LIMIT = 3.0
PAINT_LIMIT, PAINT_GOAL = 1.6, 1.3
ROWS_LIMIT, ROWS_GOAL = 3.0, 2.0
WINDOW_CHILD = str(Path(__file__).with_name("window_child.py"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2,000 papers, as many as a busy reader has after a year."""
    folder = tmp_path_factory.mktemp("start-up")
    (folder / "digests").mkdir()
    for number in range(10):
        (folder / "digests" / f"{number}.md").write_bytes(numbered(number * 200, 200))
    library = folder / "library"
    assert papershelf("import", folder / "digests", "--library", library).code == 0
    return library


def processor_s(command: Sequence[str], bytecode: Path) -> float:
    """User and system time of the command, in seconds."""
    before = os.times()
    subprocess.run(command, env=as_installed(bytecode), check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def in_turns(commands: Mapping[str, Sequence[str]], bytecode: Path) -> dict[str, float]:
    """The median processor time of each command; the first round compiles the modules and does not count."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(1 + ROUNDS):
        for name, command in commands.items():
            times[name].append(processor_s(command, bytecode))
    return {name: statistics.median(found[1:]) for name, found in times.items()}


def test_list_takes_little_beside_importing_the_orm(
    library: Path, bytecode: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = {
        "import sqlalchemy.orm": [sys.executable, "-c", "import sqlalchemy.orm"],
        "papershelf list": [*PROGRAM, "list", "--library", str(library)],
        "papershelf search": [*PROGRAM, "search", "paper", "--library", str(library)],
    }
    found = in_turns(commands, bytecode)
    limit = found.pop("import sqlalchemy.orm")
    with capsys.disabled():
        print(f"\nimport sqlalchemy.orm: {limit * 1000:.0f} ms of processor time")
        for name, seconds in found.items():
            print(f"{name} (2,000 papers): {seconds * 1000:.0f} ms, {seconds / limit:.2f} x (limit {LIST_LIMIT})")
    assert max(found.values()) <= LIST_LIMIT * limit


def window_ms(what: Sequence[str], env: dict[str, str]) -> dict[str, float]:
    """Start a window in a process of its own; milliseconds from the start to each event."""
    command = [sys.executable, WINDOW_CHILD, *what]
    started = time.monotonic()
    done = subprocess.run(command, env=env, cwd=REPOSITORY, check=True, capture_output=True, text=True, timeout=30)
    events: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: (moment - started) * 1000 for name, moment in events.items()}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_window_stands_soon(
    platform: str, big_library: Path, bytecode: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    times: dict[str, list[float]] = {}
    with on_platform(platform, bytecode) as env:
        for number in range(1 + ROUNDS):
            for what in (["bare"], ["papershelf", "--library", str(big_library)]):
                for event, milliseconds in window_ms(what, env).items():
                    if number:  # the first round compiles the modules and warms the disk's cache
                        times.setdefault(f"{what[0]}, {event}", []).append(milliseconds)
    found = {name: (statistics.median(values), min(values)) for name, values in times.items()}
    bare = found["bare, paint"]
    with capsys.disabled():
        print(f"\n{platform}, {PAPERS:,} papers, {ROUNDS} starts:")
        for name, (median, least) in found.items():
            print(f"  {name:18} median {median:4.0f} ms, {median / bare[0]:.2f} x", end="")
            print(f"   least {least:4.0f} ms, {least / bare[1]:.2f} x")
        print(f"  limits: paint {PAINT_LIMIT} (goal {PAINT_GOAL}), rows {ROWS_LIMIT} (goal {ROWS_GOAL})")
    assert found["papershelf, paint"][1] <= PAINT_LIMIT * bare[1]
    assert found["papershelf, rows"][1] <= ROWS_LIMIT * bare[1]
