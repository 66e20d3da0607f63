"""What kind of folder a library lies in."""

from enum import StrEnum


class FolderKind(StrEnum):
    """Where SQLite's write-ahead log can be used, and where not."""

    LOCAL = "local"
    NETWORK = "network"
    """On another computer: locks and shared memory cannot be relied upon."""
    CLOUD = "cloud"
    """Copied elsewhere file by file while it is used: a database and its log would be torn apart."""
