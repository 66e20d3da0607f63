"""How far the writing of texts is, as the window shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.model_texts import TextsPending
from desktop.ui.writing.writing_trouble import WritingTrouble


class WritingState(StrEnum):
    """What the writer does about the texts that wait."""

    IDLE = "idle"
    """None waits."""
    WRITING = "writing"
    OFFERED = "offered"
    """They were wanted before the window was opened; a person says whether to go on."""
    PAUSED = "paused"
    UNABLE = "unable"
    """No model is chosen, or nobody allowed to send it anything."""
    RETRYING = "retrying"
    """Something went wrong that passes; it is tried again by itself."""
    STOPPED = "stopped"
    """Something went wrong that a person has to mend."""


@dataclass(frozen=True, slots=True)
class WritingView:
    """What there is to be told."""

    state: WritingState = WritingState.IDLE
    pending: TextsPending = field(default_factory=lambda: TextsPending(0, 0))
    done: int = 0
    """Texts that were written or refused for good since the writing began."""
    title: str = ""
    """Of the paper that came last."""
    waits_until_ms: int = 0
    """When it goes on by itself, if it waits (milliseconds since 1970, UTC)."""
    trouble: AppError | None = None
    """Why it does not write."""

    @property
    def total(self) -> int:
        """All texts of this run."""
        return self.done + self.pending.wanted

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return self.done / self.total if self.total else 0.0


def state_of(pending: TextsPending, trouble: WritingTrouble, *, paused: bool, held: bool, able: bool) -> WritingState:
    """What is done about the texts that wait. `held`: nobody has said in this session that they are to be written;
    `able`: there is a model that may be asked."""
    reasons = (
        (not pending.wanted, WritingState.IDLE),
        (paused, WritingState.PAUSED),
        (held, WritingState.OFFERED),
        (not able, WritingState.UNABLE),
        (trouble.until_ms > 0, WritingState.RETRYING),
        (trouble.error is not None, WritingState.STOPPED),
    )
    return next((state for holds, state in reasons if holds), WritingState.WRITING)


@dataclass(frozen=True, slots=True)
class WritingNews:
    """What became of a run."""

    written: int
    papers: int
    failed: int
    """Texts that could not be written."""


class WritingRun:
    """Counts what becomes of the texts from when the writing begins until none waits."""

    def __init__(self, failed_before: int = 0) -> None:
        self._failed_before = failed_before
        self._written = 0
        self._papers: set[PaperId] = set()
        self.title = ""
        """Of the paper that came last."""

    def add(self, papers: Sequence[PaperId]) -> None:
        """Texts were stored, of these papers, each as often as it has texts."""
        self._written += len(papers)
        self._papers.update(papers)

    def done(self, pending: TextsPending) -> int:
        """Texts that were written or have failed for good."""
        return self._written + self._failed(pending)

    def news(self, pending: TextsPending) -> WritingNews | None:
        """What is to be told at the end; None if nothing happened."""
        return WritingNews(self._written, len(self._papers), self._failed(pending)) if self.done(pending) else None

    def _failed(self, pending: TextsPending) -> int:
        return max(len(pending.failed) - self._failed_before, 0)
