"""The process of an engine, seen from outside the way Linux shows it."""

import os
import select
from pathlib import Path

from desktop.pdf.engine import PdfEngine

PATIENCE = 30.0
"""Seconds after which what must happen counts as not happening."""


def pid_of(engine: PdfEngine) -> int | None:
    """The number of the process that the engine has, None if it has none."""
    return engine._worker._process.pid if engine._worker else None


def wait_for_end(pid: int) -> bool:
    """Wait until a process has ended; False if that takes too long."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], PATIENCE)[0])
    finally:
        os.close(descriptor)


def exists(pid: int) -> bool:
    """Whether there is such a process, be it a zombie."""
    return Path(f"/proc/{pid}").exists()


def told(pid: int, file: str, field: str) -> str:
    """What Linux tells in a field of one of the files about a process."""
    lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    return next(line.removeprefix(field).strip(": \t") for line in lines if line.startswith(field))
