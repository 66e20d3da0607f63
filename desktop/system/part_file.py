"""A download that grows in the papers folder until it is whole, over cuts, restarts and a loss of power.

Beside the content lies a record: the server's mark of it, and how many bytes are safely on the disk. Only those count
after a restart, so that nothing half written can become part of a paper.
"""

import errno
import json
import logging
import math
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from desktop.domain.errors import FileError
from desktop.domain.paper import PaperFile
from desktop.domain.pdf_marks import HEAD, TAIL
from desktop.system.atomic_write import file_error
from desktop.system.paper_files import FOLDER, PaperFiles, make_folder, part_names

_SYNC_S = 1.0
"""As much of a download may be lost."""

log = logging.getLogger(__name__)


class PartFile:
    """The download of a version (None: the newest) of a paper into the library at `library`.

    Raises ValueError for anything that is no arXiv id. No file is held open between calls.
    """

    def __init__(self, library: Path, arxiv_id: str, version: int | None = None) -> None:
        self._library = library
        self._name = arxiv_id + (f"v{version}" if version else "")
        self._version = version
        content, record = part_names(arxiv_id, version)
        self.path = library / FOLDER / content
        """Where it is; another process may read it between calls."""
        self._record = library / FOLDER / record
        self._synced_at = -math.inf
        self._size, self._validator = self._found()

    @property
    def size(self) -> int:
        """Bytes that are there."""
        return self._size

    @property
    def validator(self) -> str:
        """The server's mark of what is there; empty if there is nothing that can be resumed."""
        return self._validator if self._size else ""

    def begin(self, validator: str) -> None:
        """Start anew, with the server's mark of what is to come (empty: it cannot be resumed). Raises FileError."""
        make_folder(self.path.parent)
        self._size, self._validator = 0, validator
        try:
            self._record.unlink(missing_ok=True)
            self.path.unlink(missing_ok=True)  # a link, too
            with _open_file(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL):
                self._synced_at = -math.inf
        except OSError as error:
            raise file_error(error, self.path) from error

    def append(self, data: bytes) -> None:
        """Add bytes. Raises FileError; those that were there stay."""
        with self._opened() as file:
            os.ftruncate(file, self._size)
            os.lseek(file, 0, os.SEEK_END)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            self._size += len(data)
            if time.monotonic() - self._synced_at >= _SYNC_S:
                self._sync(file)

    def head(self) -> bytes:
        """The first bytes. Raises FileError."""
        return self._read(0, HEAD)

    def tail(self) -> bytes:
        """The last bytes. Raises FileError."""
        return self._read(max(0, self._size - TAIL), TAIL)

    def pause(self) -> None:
        """Keep what is there for another time if it can be resumed, else delete it. Never raises."""
        try:
            if self.validator:
                with self._opened() as file:
                    return self._sync(file)
        except FileError as error:
            log.info("the beginning of a download is given up: %s", error)
        self.discard()

    def discard(self) -> None:
        """Delete what is there. Never raises."""
        self._size, self._validator = 0, ""
        for path in (self._record, self.path):
            with suppress(OSError):
                path.unlink()

    def finish(self) -> PaperFile:
        """Give the whole, checked content its name in the library, for good. Raises FileError."""
        with self._opened() as file:
            os.ftruncate(file, self._size)
            os.fsync(file)
        taken = PaperFiles(self._library).take(self.path, self._name)
        self.discard()
        return replace(taken, version=self._version)

    def _found(self) -> tuple[int, str]:
        """Size and mark of what an earlier download left."""
        try:
            with _open_file(self._record, os.O_RDONLY) as record:
                size, validator = json.loads(os.read(record, 4096).partition(b"\n")[0])
            with _open_file(self.path, os.O_RDONLY) as content:
                there = os.fstat(content).st_size
        except (OSError, ValueError, TypeError, RecursionError):
            return 0, ""
        whole = type(size) is int and isinstance(validator, str) and 0 < size <= there
        return (size, validator) if whole else (0, "")

    def _sync(self, file: int) -> None:
        """Let what is there last, then note it."""
        os.fsync(file)
        self._synced_at = time.monotonic()
        if self._validator:
            line = json.dumps([self._size, self._validator]).encode("ascii") + b"\n"
            with _open_file(self._record, os.O_WRONLY | os.O_CREAT) as record:
                os.write(record, line)  # one line over the last, which is never longer

    def _read(self, start: int, size: int) -> bytes:
        with self._opened() as file:
            os.lseek(file, start, os.SEEK_SET)
            return os.read(file, min(size, self._size - start))

    @contextmanager
    def _opened(self) -> Iterator[int]:
        """The content's file descriptor; turns OSError into FileError."""
        try:
            with _open_file(self.path, os.O_RDWR) as file:
                yield file
        except OSError as error:
            raise file_error(error, self.path) from error


@contextmanager
def _open_file(path: Path, flags: int) -> Iterator[int]:
    """A file descriptor of an ordinary file, never of what a link points to. Raises OSError."""
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not an ordinary file")
        yield descriptor
    finally:
        os.close(descriptor)
