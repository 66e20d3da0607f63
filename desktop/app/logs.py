"""The window's log: a file of bounded size that only its owner can read."""

import logging
import os
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop.system.redaction import redacted

_SIZE = 1 << 20
_KEPT = 3


def start_log(path: Path, level: int = logging.INFO) -> None:
    """Write the log of this process to `path` (UTC), at most 4 MiB with its three predecessors.

    Without a place to write the log goes to stderr: that is no reason not to start.
    """
    handler: logging.Handler
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _PrivateFileHandler(
            path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(_formatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def _formatter() -> logging.Formatter:
    formatter = _Redacting("%(asctime)sZ %(levelname)s %(process)d %(threadName)s %(name)s: %(message)s")
    formatter.converter = time.gmtime
    return formatter


class _Redacting(logging.Formatter):
    """Leaves secrets out, in tracebacks, too."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _PrivateFileHandler(RotatingFileHandler):
    def _open(self):  # type: ignore[no-untyped-def]  # the type of the base is a wrapper that cannot be spelled
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        return super()._open()
