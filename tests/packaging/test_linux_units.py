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


KINDS = ("papershelf-fetch", "papershelf-digest@")


def test_the_commands_are_ones_of_the_program() -> None:
    files = [LINUX / f"{kind}.service" for kind in KINDS]
    lines = [line for file in (*files, LINUX / "papershelf.cron") for line in file.read_text("utf-8").splitlines()]
    asked = [parse(command_of(line)) for line in lines if "bin/papershelf" in line]
    assert [args.command for args in asked] == ["fetch", "digest", "fetch", "digest"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_passing_failure_is_no_failure_of_the_service(kind: str) -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.read(LINUX / f"{kind}.service", "utf-8")
    assert unit["Service"]["SuccessExitStatus"] == "1"
    assert unit["Service"]["Type"] == "oneshot"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
@pytest.mark.parametrize("kind", KINDS)
def test_systemd_understands_the_units(kind: str, tmp_path: Path) -> None:
    name = kind.replace("@", "@cs.CV")
    for ending in ("service", "timer"):
        text = (LINUX / f"{kind}.{ending}").read_text("utf-8").replace("%h/.local/bin/papershelf", "/bin/true")
        (tmp_path / f"{name}.{ending}").write_text(text, "utf-8")
    units = [str(tmp_path / f"{name}.{ending}") for ending in ("service", "timer")]
    done = subprocess.run(["systemd-analyze", "--user", "verify", *units], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
