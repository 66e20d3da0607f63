"""Connections go only where they may: Python itself is watched while hostile addresses are tried."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

CHILD = Path(__file__).with_name("hostile_child.py")


def test_no_hostile_address_and_no_redirect_to_one_is_connected_to(tmp_path: Path) -> None:
    said = subprocess.check_output(
        [sys.executable, str(CHILD), str(tmp_path)], env=os.environ | {"PYTHONPATH": str(REPOSITORY)}, text=True
    )
    *strange, last = said.splitlines()
    assert strange == []
    assert last.startswith("asked our own server ")
    assert int(last.split()[4]) > 80
