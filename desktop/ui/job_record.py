"""Long work, as the status bar and the list of work show it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.errors import AppError
from desktop.domain.progress import Job, Progress


class JobState(StrEnum):
    """How far a job of the work list is."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(slots=True, eq=False)
class JobRecord:
    """A job as the status bar and the work list show it. Changed on the GUI thread only."""

    label: str
    job: Job | None  # None for work that cannot be cancelled
    state: JobState = JobState.RUNNING
    progress: Progress = field(default_factory=lambda: Progress(0, 0))
    """A total of 0 says that the length is not known."""
    error: AppError | None = None
    retry: Callable[[], object] | None = None
    """Runs the work again; set once it failed."""
    kept: bool = True
    """It stays in the list of work once it has ended."""
