"""A language model fills only the fields that it is asked for, and nothing leads to another host (RELIABILITY 30)."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

CHILD = Path(__file__).with_name("hostile_model_child.py")


def test_thirty_hostile_papers_and_answers_reach_no_other_field_and_no_other_host(tmp_path: Path) -> None:
    said = subprocess.check_output(
        [sys.executable, str(CHILD), str(tmp_path)], env=os.environ | {"PYTHONPATH": str(REPOSITORY)}, text=True
    )
    *strange, last = said.splitlines()
    assert strange == []
    assert last.startswith("asked ")
    assert "wrote 11 refused 109" in last
    assert last.endswith("it sends elsewhere")
