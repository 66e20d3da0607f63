"""What fetching in one thread keeps from step to step, tells and waits for."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from db.stored_values import now_ms
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Cancelled, Reason
from desktop.domain.fetching import Fetch, FetchOutcome, FetchReport, FetchStep
from desktop.domain.ids import FetchId, PaperId
from desktop.domain.progress import Job

_PATIENCE_S = 60.0
"""How long `run` waits for a wish that comes back later."""
_LOOK_S = 0.1
"""How often somebody who waits looks whether to stop."""


class FetchRun:
    """What became of the wishes so far, by their first try."""

    def __init__(self) -> None:
        self._outcomes: dict[FetchId, FetchOutcome] = {}
        self._papers: dict[PaperId, None] = {}
        self.no_way = False
        """Nothing can come any more for now."""
        self.pdfs = 0
        """So many have come."""
        self.last_reason: Reason | None = None
        """Of the failure that came last."""

    def note(self, outcome: FetchOutcome, changes: Changes) -> None:
        """This is what became of a wish, instead of what was noted of it before."""
        self._outcomes[outcome.fetch.id] = outcome
        self.pdfs += outcome.file is not None
        self._papers.update(dict.fromkeys(changes.papers_changed))

    def note_failure(self, wishes: Iterable[Fetch], error: AppError, changes: Changes, retry_at_ms: int | None) -> None:
        """These did not come."""
        self.no_way |= error.reason in (Reason.OFFLINE, Reason.DISK_FULL)
        self.last_reason = error.reason
        for fetch in wishes:
            self.note(FetchOutcome(fetch, error=error, retry_at_ms=retry_at_ms), changes)

    def whole(self, waiting: int) -> FetchReport:
        """All of it; so many wishes still wait."""
        return FetchReport(tuple(self._outcomes.values()), Changes(papers_changed=tuple(self._papers)), waiting)


class WatchedDownload(Job):
    """Tells how far a PDF is, and is cancelled with the job that it is part of."""

    def __init__(self, whole: Job, step: FetchStep, watch: Callable[[FetchStep], None]) -> None:
        super().__init__()
        self._whole = whole
        self._step = step
        self._watch = watch
        watch(step)

    @property
    def cancelled(self) -> bool:
        """As Job.cancelled."""
        return self._whole.cancelled

    def step(self, done: int, total: int, label: str = "") -> None:
        """As Job.step."""
        if self.cancelled:
            raise Cancelled
        self._watch(replace(self._step, bytes_here=done, bytes_announced=total))


def waited(until_ms: int | None, job: Job, watch: Callable[[FetchStep], None], reason: Reason | None) -> bool:
    """Wait for a moment, unless it is too far away. Raises Cancelled."""
    wait_s = _PATIENCE_S + 1 if until_ms is None else (until_ms - now_ms()) / 1000
    if wait_s > _PATIENCE_S:
        return False
    watch(FetchStep(wait_s=wait_s, reason=reason))
    end = time.monotonic() + wait_s
    while (left := end - time.monotonic()) > 0:
        if job.cancelled:
            raise Cancelled
        time.sleep(min(left, _LOOK_S))
    return True
