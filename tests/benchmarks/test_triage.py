"""Triage of the 65,538 papers: from a key that decides about a paper to the next one, painted.

All rounds are printed, but only the best one is held against the limit, and of it what the GUI thread computed: on a
computer that does other work as well, most of the time goes to that.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.platforms import on_platform
from tests.e2e.papershelf import REPOSITORY

CHILD = str(Path(__file__).with_name("triage_child.py"))
KEY_LIMIT = 16.0
"""Milliseconds, for 19 keys of 20: a frame."""
PAPERS = 40
ROUNDS = 3


def keys(env: dict[str, str], library: Path) -> list[tuple[float, float]]:
    """What `triage_child.py` found: milliseconds of each key, the shortest first, and what of it was computed."""
    command = [sys.executable, CHILD, str(library), str(PAPERS)]
    done = subprocess.run(command, env=env, cwd=REPOSITORY, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    return sorted((long, computed) for long, computed in json.loads(done.stdout.splitlines()[-1])["keys"])


@pytest.mark.timeout(700)
@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_next_paper_is_painted_with_the_next_frame(
    platform: str, big_library: Path, bytecode: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library"
    shutil.copytree(big_library, library)
    with on_platform(platform, bytecode) as env:
        rounds = [keys(env, library) for _ in range(ROUNDS)]
    p95 = 19 * PAPERS // 20 - 1
    with capsys.disabled():
        print(f"\n{platform}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors: a key in triage (computed)")
        for took in rounds:
            told = (f"{long:.1f} ({computed:.1f})" for long, computed in (took[PAPERS // 2], took[p95], took[-1]))
            print("  median {} ms, p95 {}, longest {}; limit {:.0f}".format(*told, KEY_LIMIT))
    assert all(len(took) == PAPERS for took in rounds)
    assert min(sorted(computed for _, computed in took)[p95] for took in rounds) <= KEY_LIMIT
