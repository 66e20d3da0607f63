"""Promise 20 in the window: no state of the network freezes it, and what is under way is cancelled within a second.

All rounds are printed, but only the better ones are held against the limit for silences of the window, as in
`test_window.py`.
"""

import json
import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.arxiv_server import ArxivServer, Faults, faults
from tests.arxiv_server.faults import Fault
from tests.arxiv_server.papers import Archive
from tests.benchmarks.platforms import on_platform
from tests.e2e.papershelf import REPOSITORY

CHILD = str(Path(__file__).with_name("network_child.py"))
STATES: dict[str, Fault] = {
    "silent": faults.silence(),
    "silent after the head": faults.silence(0),
    "a byte a second": faults.slow(1),
    "reset": faults.reset(),
    "reset in the midst": faults.reset(900),
    "endless": faults.endless(),
    "a gzip bomb": faults.compressed(1000),
}
STALL_LIMIT = 100.0
"""Milliseconds."""
CANCEL_LIMIT = 1000.0
"""Milliseconds."""


@pytest.mark.timeout(900)
@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_window_answers_in_every_state_of_the_network(
    platform: str, big_library: Path, bytecode: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library"
    shutil.copytree(big_library, library)
    with ExitStack() as stack:
        servers = {
            name: stack.enter_context(ArxivServer(Faults().always(fault), Archive(every_id=True))).base_url
            for name, fault in STATES.items()
        }
        env = stack.enter_context(on_platform(platform, bytecode))
        silent = {"PAPERSHELF_ARXIV": servers["silent"], "PAPERSHELF_ARXIV_PACE": "0.05"}
        told = use({**env, **silent}, library, servers)
    rounds, closed = told["rounds"], told["closed"]
    with capsys.disabled():
        print(f"\n{platform}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        print_table(rounds)
        print(f"closed in the midst of a download within {closed:.0f} ms (limit {CANCEL_LIMIT:.0f})")
    best = {name: min(longest(done[name]) for done in rounds) for name in STATES}
    slowest = {name: max(max(done[name]["cancelled"]) for done in rounds) for name in STATES}
    assert {name: gap for name, gap in best.items() if gap > STALL_LIMIT} == {}
    assert {name: ms for name, ms in slowest.items() if ms > CANCEL_LIMIT} == {}
    assert closed <= CANCEL_LIMIT


def use(env: dict[str, str], library: Path, servers: dict[str, str]) -> Any:
    """What `network_child.py` found."""
    command = [sys.executable, CHILD, str(library), *(f"{name}={address}" for name, address in servers.items())]
    done = subprocess.run(command, env=env, cwd=REPOSITORY, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def longest(done: dict[str, Any]) -> float:
    """Milliseconds."""
    return float(max(gap for gap, _ in done["gaps"]))


def print_table(rounds: list[dict[str, Any]]) -> None:
    """One line for each state: the window's longest silence in each round with what was computed in it, and how long it
    took to cancel metadata and a PDF."""
    print(f"{'ms':24}{'best':>7}{'limit':>7}   each round, (computed)     cancelled (limit {CANCEL_LIMIT:.0f})")
    for name in STATES:
        gaps = [max(done[name]["gaps"]) for done in rounds]
        worst = ", ".join(f"{gap:.0f} ({computed:.0f})" for gap, computed in gaps)
        cancelled = ", ".join(f"{ms:.0f}" for done in rounds for ms in done[name]["cancelled"])
        print(f"{name:24}{min(gap for gap, _ in gaps):7.1f}{STALL_LIMIT:7.0f}   {worst:32}{cancelled}")
