"""What nobody expected is written down: in the log, in a file of its own, and told to the person."""

import faulthandler
import logging
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from desktop.system.redaction import redacted

_KEPT = 20
log = logging.getLogger(__name__)


class CrashReports:
    """Takes the place of Python's own hooks. `show` is called with each report, on the thread that failed."""

    def __init__(self, folder: Path, show: Callable[[Path], None]) -> None:
        self._folder = folder
        self._show = show
        self._writing = threading.Lock()

    def install(self) -> None:
        """Catch what nothing else does, in any thread, and faults of the interpreter itself."""
        sys.excepthook = self.report
        threading.excepthook = self._on_thread_failed
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            faulthandler.enable(open(os.open(self._folder / "faults.txt", flags, 0o600), "ab"))  # noqa: SIM115 - for good

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down one failure."""
        if issubclass(kind, KeyboardInterrupt):
            return
        log.critical("unexpected failure", exc_info=(kind, error, trace))
        with self._writing:
            path = write_report(self._folder, error.with_traceback(trace))
        self._show(path)

    def _on_thread_failed(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            self.report(failed.exc_type, failed.exc_value, failed.exc_traceback)


def write_report(folder: Path, error: BaseException) -> Path:
    """Write a report on `error` into `folder` and drop the oldest beyond 20. Where the disk refuses, no file comes."""
    import platform  # with traceback 5 ms, and needed in a crash only
    import traceback

    now = datetime.now(UTC)
    path = folder / f"crash-{now:%Y%m%dT%H%M%S%f}Z-{os.getpid()}.txt"
    from desktop.app.version import version

    program = f"Papershelf {version()}, Python {platform.python_version()}, {platform.platform()}"
    lines = (
        f"{program}, {now:%Y-%m-%d %H:%M:%S} UTC\n",
        *traceback.format_exception(error),
    )
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", errors="replace"
        ) as file:
            file.write(redacted("".join(lines)))
        for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
            old.unlink()
    return path
