"""Work that needs the library, then the network, then the library again.

It is a generator that says before each part where that is done. A command does all parts in one thread; a window does
each on its lane, so that nothing waits for a server that needs the library.
"""

from collections.abc import Generator
from enum import StrEnum
from typing import TypeVar

from desktop.domain.changes import Changes
from desktop.domain.progress import Job

_T = TypeVar("_T")
LOOK_S = 0.3
"""Between two looks at what others do."""


class Where(StrEnum):
    """Where work goes on. It begins at the library."""

    LIBRARY = "library"
    NETWORK = "network"
    """Or where files are written: not at the library."""
    LATER = "later"
    """At the library, after a moment."""


StepWork = Generator[Where | Changes, None, _T]
"""Yields where it goes on, and what it changed so far, for whoever shows that. Returns what it came to."""


def in_one_thread(work: StepWork[_T], job: Job) -> _T:
    """All of the work. Raises what it raises, and Cancelled."""
    while True:
        try:
            where = next(work)
        except StopIteration as end:
            result: _T = end.value
            return result
        if where is Where.LATER:
            job.wait(LOOK_S)
