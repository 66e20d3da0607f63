"""The window of the library of 65,538 papers: how long the GUI thread is deaf while it is used, and how much memory
it takes. The limits are those of the issue; nothing else in the program may be asserted in absolute times.

All three rounds are printed, but only the better ones are held against the limit: whatever else runs on the computer
can only add. A gap that this process did not compute in went to others.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.formats.source_files import write_source
from tests.benchmarks.platforms import on_platform
from tests.e2e.papershelf import REPOSITORY

CHILD = str(Path(__file__).with_name("stalls_child.py"))
ROUNDS = 3
IMPORTED = 5_000
STALL_LIMIT = 50.0
"""Milliseconds."""
STALL_GOAL = 16.0
MEMORY_LIMIT = 300
"""MB."""

Rounds = list[dict[str, list[list[float]]]]


def new_digest(entries: Sequence[Entry], number: int) -> bytes:
    """A digest of papers that the library does not hold: real ones under other ids and titles."""

    def renamed(place: int, entry: Entry) -> Entry:
        arxiv_id = f"90{number + 1:02}.{place:05}"
        title = re.sub(r"\(arXiv:\S+", f"(arXiv:{arxiv_id}v1", entry.title)
        return replace(entry, title=f"Part {number + 2} of {title}", link=f"http://arxiv.org/abs/{arxiv_id}")

    chosen = entries[number * IMPORTED : (number + 1) * IMPORTED]
    renamed_entries = tuple(renamed(place, entry) for place, entry in enumerate(chosen))
    return write_source(Digest(DigestFormat.DIGEST, renamed_entries))


@pytest.fixture(scope="module")
def digests(all_entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A digest of 5,000 new papers for each round."""
    folder = tmp_path_factory.mktemp("new")
    for number in range(ROUNDS):
        (folder / f"{number}.md").write_bytes(new_digest(all_entries, number))
    return sorted(folder.iterdir())


@pytest.mark.timeout(900)
@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_window_always_answers(
    platform: str,
    big_library: Path,
    digests: list[Path],
    bytecode: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    library = tmp_path / "library"
    shutil.copytree(big_library, library)
    with on_platform(platform, bytecode) as env:
        _, *starts = [use(env, library, []) for _ in range(1 + ROUNDS)]  # the first compiles the modules
        day = use(env, library, digests)
    rounds = [*[start["rounds"][0] for start in starts], *day["rounds"]]
    best = {deed: min(map(longest, gaps)) for deed, gaps in by_deed(rounds).items()}
    memory = day["memory"]
    with capsys.disabled():
        print(f"\n{platform}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors: the window's silences")
        print_table(rounds)
        print(f"memory: at most {memory['VmHWM']} MB (limit {MEMORY_LIMIT}), at the end {memory['VmRSS']}")
    assert len(day["rounds"]) == ROUNDS
    assert {deed: gap for deed, gap in best.items() if gap > STALL_LIMIT} == {}
    assert memory["VmHWM"] <= MEMORY_LIMIT


def use(env: dict[str, str], library: Path, what: Sequence[Path | str]) -> Any:
    """What `stalls_child.py` found."""
    command = [sys.executable, CHILD, str(library), *map(str, what)]
    done = subprocess.run(command, env=env, cwd=REPOSITORY, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def by_deed(rounds: Rounds) -> dict[str, list[list[list[float]]]]:
    """The gaps of each round, for each thing done."""
    deeds = list(dict.fromkeys(deed for done in rounds for deed in done))
    return {deed: [done[deed] for done in rounds if deed in done] for deed in deeds}


def longest(gaps: list[list[float]]) -> float:
    """Milliseconds."""
    return max(gap for gap, _ in gaps)


def print_table(rounds: Rounds) -> None:
    """One line for each thing done: every round's longest gap and, in brackets, what of it was computed here."""
    print(f"{'ms':24}{'best':>7}{'limit':>7}{'goal':>6}{'p99':>7}{'over goal':>11}   each round, (computed)")
    for deed, gaps in by_deed(rounds).items():
        every = sorted(gap for done in gaps for gap, _ in done)
        worst = ", ".join(f"{gap:.0f} ({computed:.0f})" for gap, computed in map(max, gaps))
        over = sum(gap > STALL_GOAL for gap in every)
        print(
            f"{deed:24}{min(map(longest, gaps)):7.1f}{STALL_LIMIT:7.0f}{STALL_GOAL:6.0f}"
            f"{every[int(len(every) * 0.99)]:7.1f}{f'{over} of {len(every)}':>15}   {worst}"
        )
