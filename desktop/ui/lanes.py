"""A thread that does queued work in order and keeps the outcomes until they are fetched. No Qt in here."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from typing import Any


@dataclass(slots=True)
class Outcome:
    """What work returned or raised."""

    value: Any = None
    """What this very task's `work` returned, for its `done`."""
    error: BaseException | None = None


class LaneThread:
    """A thread and its queue. `arrived` is called on the thread once an outcome stands in `outcomes`."""

    def __init__(self, name: str, arrived: Callable[[], None]) -> None:
        self._queue: deque[int] = deque()
        self._work: dict[int, Callable[[], Any]] = {}
        self._wake = Condition()
        self._closing = False
        self._arrived = arrived
        self.outcomes: deque[tuple[int, Outcome]] = deque()
        self._thread = Thread(target=self._run, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def put(self, number: int, work: Callable[[], Any]) -> None:
        """Queue the work under that number."""
        with self._wake:
            self._work[number] = work
            self._queue.append(number)
            self._wake.notify()

    def withdraw(self, number: int) -> bool:
        """True if the work had not begun and will not."""
        with self._wake:
            if number not in self._queue:
                return False
            self._queue.remove(number)
            del self._work[number]
            return True

    def finish(self) -> None:
        """Do what is queued, then end. Waits."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._queue or self._closing)
                if not self._queue:
                    return
                number = self._queue.popleft()
                work = self._work.pop(number)
            outcome = _outcome_of(work)
            self.outcomes.append((number, outcome))
            # The GUI thread must hold the last reference to both: they may keep a widget alive.
            del work, outcome
            self._arrived()


def _outcome_of(work: Callable[[], Any]) -> Outcome:
    try:
        return Outcome(work())
    except BaseException as error:  # noqa: BLE001 - nothing that work raises may be lost
        return Outcome(error=error)
