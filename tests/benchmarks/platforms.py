"""Windows in processes of their own, as a person has them: bytecode is kept, and a display is there or is not."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.papershelf import environment

_SCREEN = "1600x1000x24"


@contextmanager
def on_platform(platform: str, bytecode: Path) -> Iterator[dict[str, str]]:
    """The environment of a window on that platform of Qt; for xcb an X server runs meanwhile.

    Skips the test where there is no X server to be had.
    """
    env = {**as_installed(bytecode), "QT_QPA_PLATFORM": platform}
    if platform != "xcb":
        yield env
        return
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            yield {**env, "DISPLAY": f":{told.readline().strip()}"}
    finally:
        server.terminate()
        server.wait(10)


def as_installed(bytecode: Path) -> dict[str, str]:
    """The environment of a program that has been started before, whatever this run's own settings are: its modules lie
    in the folder `bytecode`, compiled."""
    env = environment({"PYTHONWARNINGS": "", "PYTHONPYCACHEPREFIX": str(bytecode)})
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env
