"""Whenever the process is killed while a digest is handed on into a folder, each file there is whole: the one that was
there before or the new one.

20 kills in a usual run, 200 in a full one. The moments are random; a failure names the seed that gives them again.
"""

import random
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.domain.progress import Job
from desktop.formats.digest_markdown import read_exact_digest
from desktop.services.hand_on_digests import write_folder
from desktop.services.write_digests import FILES, written
from desktop.system.atomic_write import PART_SUFFIX
from tests.e2e.handing_on_child import DAYS, PAPERS, content
from tests.e2e.papershelf import REPOSITORY, environment

CHILD = (sys.executable, str(Path(__file__).with_name("handing_on_child.py")))


def run_and_kill(folder: Path, first: int, delay: float) -> int:
    """Start the child and kill it so many seconds after it began: the number that it reported last."""
    command = [*CHILD, str(folder), str(first)]
    with subprocess.Popen(command, env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n", child.poll()
        try:
            child.wait(delay)
        except subprocess.TimeoutExpired:
            child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
    return max((int(line) for line in lines if line.endswith("\n")), default=first - 1)


def number_in(path: Path) -> int:
    """Which digest the file is of, whole to the last byte."""
    data = path.read_bytes()
    if path.suffix == ".md":
        digest = read_exact_digest(data)
        assert digest is not None
        assert len(digest.entries) == PAPERS
        return int(digest.entries[0].summary.split()[1])
    if path.suffix == ".xml":
        assert len(ElementTree.fromstring(data).findall("channel/item")) == PAPERS  # our own
    told = re.search(rb"number ([0-9]+)", data)
    assert told is not None
    number = int(told[1])
    way = next(way for way in FILES if written(content(number), way).name.endswith(path.suffix))
    assert data == written(content(number), way).data
    return number


@pytest.mark.timeout(3600)
def test_no_kill_leaves_half_a_file(tmp_path: Path, full_run: bool) -> None:
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    last = 0
    for _ in range(200 if full_run else 20):
        begun = last + 1
        last = run_and_kill(tmp_path, begun, chance.uniform(0.0, 0.4))
        for path in tmp_path.rglob("cs.CV.*"):
            assert 0 < number_in(path) <= last + 1, f"seed {seed}"
        for name in (tmp_path / content(last).day).glob("cs.CV.*") if last >= begun else ():
            assert number_in(name) in (last, last + DAYS), f"seed {seed}"
        last += 1
    write_folder(content(last), tmp_path, Job())
    day = tmp_path / content(last).day
    assert {number_in(path) for path in day.iterdir() if path.suffix != PART_SUFFIX} == {last}
