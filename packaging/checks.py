"""All checks of the code in one go: each runs even when one before it failed, and a summary names the outcome."""

import os
import subprocess
import sys
import time
from pathlib import Path


def run_all(repository: Path, python: Path, *, full: bool) -> int:
    """Run every check, print what they say and a summary, pytest's closing line last; return 0 when all passed."""
    cache = python.parent.parent / "cache"
    environ = dict(os.environ, RUFF_CACHE_DIR=str(cache / "ruff"), MYPY_CACHE_DIR=str(cache / "mypy"))
    environ |= {"HYPOTHESIS_STORAGE_DIRECTORY": str(cache / "hypothesis"), "PYTHONUNBUFFERED": "1"}
    environ["PAPERSHELF_FULL"] = "1" if full else ""
    outcomes: list[tuple[str, int, float]] = []
    closing = ""
    for name, command in _checks(python, cache, full=full):
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        code, closing = _run(command, repository, environ, hold_last_line=name == "tests")
        outcomes.append((name, code, time.monotonic() - start))
    print("\n== summary")
    for name, code, seconds in outcomes:
        print(f"{'passed' if code == 0 else f'FAILED ({code})':<12} {name:<10} {seconds:6.1f} s")
    print(closing, flush=True)
    return 1 if any(code for _, code, _ in outcomes) else 0


def _checks(python: Path, cache: Path, *, full: bool) -> list[tuple[str, list[str]]]:
    module = [str(python), "-m"]
    contracts = [str(python.with_name("lint-imports")), "--no-logo", "--cache-dir", str(cache / "import_linter")]
    tests = [*module, "pytest", "-q", "--durations=10", "-o", f"cache_dir={cache / 'pytest'}"]
    if full:
        tests.append("--timeout=7200")
    if sys.stdout.isatty():
        tests.append("--color=yes")
    return [
        ("format", [*module, "ruff", "format", "--check", "."]),
        ("lint", [*module, "ruff", "check", "."]),
        ("types", [*module, "mypy"]),
        ("imports", contracts),
        ("tests", tests),  # the budgets are among them
    ]


def _run(command: list[str], folder: Path, environ: dict[str, str], *, hold_last_line: bool) -> tuple[int, str]:
    """Run a command, passing its output on as it comes; return its exit code and the last line if that is held."""
    if not hold_last_line:
        return subprocess.call(command, cwd=folder, env=environ), ""
    held = ""
    with subprocess.Popen(command, cwd=folder, env=environ, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for raw in process.stdout:
            line = raw.decode("utf-8", "replace").rstrip("\n")
            if held:
                print(held, flush=True)
            held = line or held
            if not line:
                print(flush=True)
    return process.returncode, held
