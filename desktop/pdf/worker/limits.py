"""What the PDF process gives up before it reads anything."""

import os
import signal
import sys
from contextlib import suppress

import pymupdf

_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system")


def shut_in(memory: int) -> int:
    """Give up what reading PDFs does not need. Returns a descriptor that swallows what is written to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started us
    os.umask(0o077)
    if sys.platform != "win32":
        _limit_resources(memory)
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    return nowhere


def _limit_resources(memory: int) -> None:
    import resource

    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):  # macOS refuses to limit addresses
            resource.setrlimit(kind, (limit, limit))


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"{event} in the PDF process")
