"""How long work tells how far it is, and hears that it should stop."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from desktop.domain.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units are finished; `label` names what is being worked on (a file name)."""

    done: int
    total: int
    label: str = ""


def _ignore(progress: Progress) -> None:
    pass


class Job:
    """What a service needs from whoever runs it: a place to report to and a flag that asks it to stop."""

    def __init__(self, report: Callable[[Progress], None] = _ignore) -> None:
        self._report = report
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step. Callable from any thread."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._stop.is_set()

    def wait(self, seconds: float) -> None:
        """Wait for a moment. Raises Cancelled as soon as `cancel` was called."""
        if self._stop.wait(seconds) or self.cancelled:
            raise Cancelled

    def step(self, done: int, total: int, label: str = "") -> None:
        """Report progress. Raises Cancelled once `cancel` was called."""
        if self._stop.is_set():
            raise Cancelled
        self._report(Progress(done, total, label))
