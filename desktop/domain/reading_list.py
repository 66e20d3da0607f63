"""How far a person is with a paper, and what comes next."""

from enum import IntEnum, StrEnum


class Status(StrEnum):
    """Reading status. A paper comes into the inbox; opening it may set READING, nothing but a person sets READ."""

    INBOX = "inbox"
    QUEUED = "queued"
    """In the queue, which a person orders by hand."""
    READING = "reading"
    READ = "read"
    ARCHIVED = "archived"
    """Done with, without having been read."""


UNFINISHED = (Status.INBOX, Status.QUEUED, Status.READING)
"""Bold in the table; a due date counts for these alone."""


class Priority(IntEnum):
    """What a person finds urgent."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
