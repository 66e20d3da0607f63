"""The reader's figures: silences of the window while every PDF of the reference data is scrolled, turning pages, and a
document of a thousand pages.

All rounds are printed, but only the better ones are held against the limits, as in `test_window.py`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.platforms import on_platform
from tests.e2e.papershelf import REPOSITORY
from tests.unit.pdf.made_pdfs import endless_pdf, text

CHILD = str(Path(__file__).with_name("reader_child.py"))
STALL_LIMIT = 33.0
"""Milliseconds."""
TURN_LIMIT = 16.0
"""Milliseconds from a key to the painted page."""
OPEN_LIMIT = 500.0
"""Milliseconds until the sizes of a thousand pages are known."""
MEMORY_LIMIT = 250.0
"""MB that scrolling them may add to the window."""
ROUNDS = 3
PAGES = 1000

_MAKE_LONG = """
import sys, pymupdf
made = pymupdf.open()
for number in range(1, int(sys.argv[2]) + 1):
    page = made.new_page()
    for line in range(50):
        words = f"Page {number}, line {line}: the quick brown fox jumps over the lazy dog, and on it goes for a while"
        page.insert_text((50, 60 + 14 * line), words, fontsize=10)
made.save(sys.argv[1])
"""

Platform = pytest.mark.parametrize("platform", ["offscreen", "xcb"])


def read(env: dict[str, str], deed: str, *files: Path) -> Any:
    """What `reader_child.py` found."""
    command = [sys.executable, CHILD, deed, *map(str, files)]
    done = subprocess.run(command, env=env, cwd=REPOSITORY, capture_output=True, text=True, timeout=1200)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def made_long(folder: Path, pages: int) -> Path:
    """A PDF of so many pages of text, made in another process, whose memory it takes."""
    path = folder / "long.pdf"
    subprocess.run([sys.executable, "-c", _MAKE_LONG, str(path), str(pages)], check=True, timeout=300)
    return path


@pytest.fixture
def paper(shared: Path) -> Path:
    return shared / "data" / "pdf" / "paper-qa__pasa.pdf"


@Platform
@pytest.mark.timeout(2400)
def test_no_pdf_silences_the_window_while_a_page_takes_seconds(
    platform: str, shared: Path, bytecode: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = tmp_path / "slow.pdf"
    slow.write_bytes(endless_pdf(text("slow", 10, 50, 50)))
    files = sorted((shared / "data" / "pdf").glob("*.pdf"))
    with on_platform(platform, bytecode) as env:
        rounds = [read(env, "scroll", slow, *files) for _ in range(ROUNDS)]
    best = {file.name: min(done["gaps"][file.name][0] for done in rounds) for file in files}
    with capsys.disabled():
        print(f"\n{platform}, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        print(f"{'ms (computed)':60} limit {STALL_LIMIT:.0f}")
        for file in files:
            gaps = "  ".join("{:.0f} ({:.0f})".format(*done["gaps"][file.name]) for done in rounds)
            print(f"{file.name[:58]:60}{gaps:24}{rounds[0]['ends'][file.name]}")
    assert all(end for done in rounds for end in done["ends"].values())
    assert {name: gap for name, gap in best.items() if gap > STALL_LIMIT} == {}


@Platform
@pytest.mark.timeout(300)
def test_a_page_that_is_wanted_already_is_painted_with_the_next_frame(
    platform: str, paper: Path, bytecode: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with on_platform(platform, bytecode) as env:
        rounds = [sorted(read(env, "turn", paper)["turns"]) for _ in range(ROUNDS)]
    with capsys.disabled():
        for turns in rounds:
            median, longest = turns[len(turns) // 2], turns[-1]
            print(f"\n{platform}: turning a page {median:.1f} ms, at most {longest:.1f} (limit {TURN_LIMIT:.0f})")
    assert min(turns[-1] for turns in rounds) <= TURN_LIMIT


@Platform
@pytest.mark.timeout(600)
def test_a_thousand_pages_open_at_once_and_fit_into_memory(
    platform: str, paper: Path, bytecode: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made_long(tmp_path, PAGES)
    with on_platform(platform, bytecode) as env:
        rounds = [read(env, "long", path, paper) for _ in range(ROUNDS)]
    with capsys.disabled():
        for told in rounds:
            print(
                f"\n{platform}: {PAGES} pages open in {told['opened']:.0f} ms (limit {OPEN_LIMIT:.0f}), the first "
                f"sharp after {told['sharp']:.0f}; scrolled for {told['after'] - told['before']:.0f} MB "
                f"(limit {MEMORY_LIMIT:.0f})"
            )
    assert min(told["opened"] for told in rounds) <= OPEN_LIMIT
    assert max(told["after"] - told["before"] for told in rounds) <= MEMORY_LIMIT
