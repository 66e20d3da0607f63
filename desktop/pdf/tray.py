"""Memory that both processes see: pixels and files go through it, not through the pipe."""

import os
from multiprocessing.reduction import DupFd
from tempfile import TemporaryFile
from typing import Any

PIXELS_LIMIT = 25_000_000
"""Of a bitmap."""
TRAY_BYTES = PIXELS_LIMIT * 4


class Tray:
    """The window's side of it. The memory is taken as it is first written, and given back by `close`.

    It is read as a file and never mapped here: whatever the other process does with it, reading ends in bytes or in
    OSError, and other threads go on meanwhile.
    """

    def __init__(self) -> None:
        """Raises OSError."""
        if hasattr(os, "memfd_create"):
            self._file = open(os.memfd_create("papershelf-pdf"), "r+b", buffering=0)  # noqa: SIM115
        else:
            self._file = TemporaryFile(buffering=0)  # noqa: SIM115
        self._file.truncate(TRAY_BYTES)

    def __getstate__(self) -> Any:
        """Spawning a process with it gives that one a descriptor of the same memory."""
        return DupFd(self._file.fileno())

    def __setstate__(self, descriptor: Any) -> None:
        self._file = open(descriptor.detach(), "r+b", buffering=0)  # noqa: SIM115

    def fileno(self) -> int:
        """Its descriptor."""
        return self._file.fileno()

    def read(self, size: int) -> bytes:
        """The first `size` bytes. Raises ValueError where there cannot be so many, OSError."""
        if not 0 <= size <= TRAY_BYTES:
            raise ValueError(f"{size} bytes are more than the tray holds")
        content = os.pread(self._file.fileno(), size, 0)
        if len(content) != size:
            raise ValueError(f"the tray holds {len(content)} bytes, not {size}")
        return content

    def close(self) -> None:
        """Give the memory back."""
        self._file.close()
