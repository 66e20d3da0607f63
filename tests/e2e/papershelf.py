"""Runs the program as a person does: another process, its output read as bytes."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROGRAM = (sys.executable, "-m", "desktop")
REPOSITORY = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Answer:
    """What the process said and came to."""

    code: int
    out: str
    err: str


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of the program: run from any folder, nothing of this test run's settings."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONWARNINGS": "error", **(changes or {})}


def papershelf(*words: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Answer:
    """Run `papershelf` with these arguments to its end. Output that is not UTF-8 fails the test."""
    command = [*PROGRAM, *map(str, words)]
    done = subprocess.run(command, cwd=cwd, env=environment(env), capture_output=True, stdin=subprocess.DEVNULL)
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
