"""A digest of 200 papers: how long the GUI thread is deaf while one opens it, types in it beside its preview, and moves
papers.

All rounds are printed, but only the better one is held against the limit: whatever else runs on the computer can only
add. A gap that this process did not compute in went to others. A window opens its first digest once, so there is one
round of opening.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.own_digest import DigestChoice, MadeOf
from desktop.formats.source_files import write_source
from tests.benchmarks.conftest import import_file
from tests.benchmarks.platforms import on_platform
from tests.e2e.papershelf import REPOSITORY

CHILD = str(Path(__file__).with_name("composing_child.py"))
PAPERS = 200
ROUNDS = 2
STALL_LIMIT = 50.0
"""Milliseconds, as for the window."""


@pytest.fixture
def library(all_entries: tuple[Entry, ...], tmp_path: Path) -> tuple[Path, int]:
    """A closed library of 1,000 papers, and a digest of 200 of them."""
    file = tmp_path / "some.md"
    file.write_bytes(write_source(Digest(DigestFormat.DIGEST, all_entries[:1000])))
    services = import_file(tmp_path / "library", file)
    papers = [PaperId(paper) for paper in services.browse.list_papers(Listing()).ids][:PAPERS]
    made, _ = services.own_digests.create(MadeOf(), DigestChoice("Two hundred"), papers)
    services.close()
    return tmp_path / "library", made.id


@pytest.mark.timeout(300)
@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_working_on_a_digest_never_holds_up_the_window(
    platform: str, library: tuple[Path, int], bytecode: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, digest = library
    with on_platform(platform, bytecode) as env:
        command = [sys.executable, CHILD, str(folder), str(digest), str(ROUNDS)]
        done = subprocess.run(command, env=env, cwd=REPOSITORY, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    rounds: list[dict[str, list[list[float]]]] = json.loads(done.stdout.splitlines()[-1])["rounds"]
    worst: dict[str, float] = {}
    with capsys.disabled():
        print(f"\n{platform}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors: longest silences")
        for noted in rounds:
            for deed, gaps in noted.items():
                longest = sorted((long for long, _ in gaps), reverse=True)[:5]
                computed = max(min(long, used) for long, used in gaps)
                worst[deed] = min(worst.get(deed, computed), computed)
                print(f"  {deed}: {longest} ms; computed {computed:.1f}, limit {STALL_LIMIT:.0f}")
    assert {deed for deed, silence in worst.items() if silence > STALL_LIMIT} == set()
