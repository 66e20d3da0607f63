"""Lists of feeds (OPML) as files."""

from pathlib import Path

from desktop.services.given_files import bytes_of
from desktop.system.handed_on_files import hand_on

_MOST_BYTES = 5_000_000


def read_list(path: Path) -> bytes:
    """What stands in that file. Raises FileError."""
    return bytes_of(path, _MOST_BYTES)


def write_list(path: Path, data: bytes) -> None:
    """Write it, whole or not at all. Raises FileError."""
    hand_on(path, data)
