"""The files that let a computer ask the feeds by itself say what the program and the system understand."""

import configparser
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop.app.arguments import parse
from tests.conftest import REPOSITORY

LINUX = REPOSITORY / "packaging" / "linux"


def command_of(line: str) -> list[str]:
    """The words behind the program's name."""
    words = shlex.split(line.partition("|")[0].replace("2>&1", ""))
    return words[next(place for place, word in enumerate(words) if word.endswith("/papershelf")) + 1 :]


def test_the_commands_are_ones_of_the_program() -> None:
    service = (LINUX / "papershelf-fetch.service").read_text("utf-8")
    cron = (LINUX / "papershelf.cron").read_text("utf-8")
    lines = [line for line in (*service.splitlines(), *cron.splitlines()) if "bin/papershelf" in line]
    assert [parse(command_of(line)).command for line in lines] == ["fetch", "fetch"]


def test_a_passing_failure_is_no_failure_of_the_service() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.read(LINUX / "papershelf-fetch.service", "utf-8")
    assert unit["Service"]["SuccessExitStatus"] == "1"
    assert unit["Service"]["Type"] == "oneshot"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    service = (LINUX / "papershelf-fetch.service").read_text("utf-8").replace("%h/.local/bin/papershelf", "/bin/true")
    (tmp_path / "papershelf-fetch.service").write_text(service, "utf-8")
    shutil.copy(LINUX / "papershelf-fetch.timer", tmp_path)
    units = [str(tmp_path / f"papershelf-fetch.{kind}") for kind in ("service", "timer")]
    done = subprocess.run(["systemd-analyze", "--user", "verify", *units], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
