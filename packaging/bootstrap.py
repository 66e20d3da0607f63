"""Set Papershelf up on this computer and start or check it. Needs Python 3.11 or later and nothing else.

Everything Python goes into `.venv` in this folder, in the versions of `uv.lock`. On Debian and Ubuntu missing
system libraries and a Chinese font are installed with apt-get (as root or through sudo); elsewhere they are named.
"""

import os
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python is given to run
    sys.exit(f"Papershelf needs Python 3.11 or later; this is {sys.version.split()[0]} ({sys.executable}).")

import checks
import environment
import system_packages

REPOSITORY = Path(__file__).resolve().parent.parent
USAGE = """\
usage: python3 packaging/bootstrap.py run [ARGUMENT ...]
       python3 packaging/bootstrap.py test [--full]

run     set up what is missing, then open Papershelf with its sample library; without a display,
        go through the same steps off-screen and print what was done. Further arguments go to Papershelf.
test    set up what is missing, then run every check and test; exit 0 when all of them pass.
        --full: the whole figures of the reliability tests and the benchmarks as well (takes long)."""


def has_display() -> bool:
    """True when a window can be shown."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Open the sample library in a window, or walk through it off-screen; return Papershelf's exit code."""
    display = has_display()
    system_packages.provide(x11=display, tools=False)
    python = environment.provide(REPOSITORY, development=False)
    # -P: whatever lies in the current folder is not taken for the application.
    command = [str(python), "-P", "-m", "desktop", "--sample" if display else "--tour", *arguments]
    if not display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        print("No display: going through the sample library off-screen.", flush=True)
    if sys.platform == "win32":
        return subprocess.call(command)
    os.execv(command[0], command)


def test(*, full: bool) -> int:
    """Run all checks; return 0 when all pass, else 1."""
    system_packages.provide(x11=True, tools=True)
    python = environment.provide(REPOSITORY, development=True)
    return checks.run_all(REPOSITORY, python, full=full)


def main(arguments: list[str]) -> int:
    """Do what the command line asks; return the exit code (2: the command line is wrong)."""
    try:
        if arguments[:1] == ["run"]:
            return run(arguments[1:])
        if arguments in (["test"], ["test", "--full"]):
            return test(full="--full" in arguments)
    except environment.SetupError as error:
        print(f"\nSetting up failed: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    asked = arguments in (["-h"], ["--help"], ["help"])
    print(USAGE, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
