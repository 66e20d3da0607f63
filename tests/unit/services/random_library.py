"""A library for each of many random sequences."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.services.library import LibraryServices

_IN_MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory. The sequences are not about what a loss of power leaves, and to have each step
written to the disk for sure takes half their time."""


@contextmanager
def empty_library() -> Iterator[tuple[LibraryServices, Path]]:
    """An open library, and a folder for what is put into it."""
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as name:
        folder = Path(name)
        library = LibraryServices(folder / "library")
        library.open()
        try:
            yield library, folder
        finally:
            library.close()
