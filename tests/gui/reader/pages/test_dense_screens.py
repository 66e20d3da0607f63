"""Pages are crisp on screens of any density."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.papershelf import REPOSITORY, environment
from tests.unit.pdf.made_pdfs import made_pdf, text

CHILD = str(Path(__file__).with_name("dense_screen_child.py"))


@pytest.mark.parametrize("density", ["1.25", "2"])
def test_each_pixel_of_the_screen_is_one_that_was_drawn_for_it(tmp_path: Path, density: str) -> None:
    pdf = tmp_path / "fine.pdf"
    pdf.write_bytes(made_pdf("".join(text("fine print that must be crisp" * 3, 7, 40, y) for y in range(40, 760, 9))))
    env = environment({"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": density})
    command = [sys.executable, CHILD, str(tmp_path / "library"), str(pdf)]
    done = subprocess.run(command, env=env, cwd=REPOSITORY, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["ratio"] == float(density)
    assert told["same"]
