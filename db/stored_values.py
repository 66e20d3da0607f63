"""How moments and the Trash are written in the tables."""

import time
from datetime import UTC, datetime

TAKEN_BACK = 0
"""A `trashed_at` that is no moment: undo took the row back. It is as if it had never been there, and only redo or
another import brings it out again."""

VERSION_CHOSEN = "version"
"""Stands in `typed_facts` where a person chose which version's record the paper shows."""


def moment(milliseconds: int) -> datetime:
    """A stored time as a datetime in UTC."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def now_ms() -> int:
    """The present time as it is stored: milliseconds since 1970 in UTC."""
    return time.time_ns() // 1_000_000
