"""Undo and redo of marks within a session, without end.

The steps are kept in memory, for a window's file each. Storing may fail later than a step was painted: `withdraw` takes
back what the step did to the history.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto
from operator import attrgetter

from desktop.domain.mark import MarkStep


class _Way(Enum):
    DONE = auto()
    UNDONE = auto()
    REDONE = auto()


@dataclass(eq=False, slots=True)
class _Entry:
    number: int
    step: MarkStep
    sent: MarkStep
    """What was handed out last, told by its identity: two steps may be alike."""
    way: _Way = _Way.DONE


class MarkHistory:
    """The steps of one file."""

    def __init__(self) -> None:
        self._done: list[_Entry] = []
        self._undone: list[_Entry] = []
        """The next one to redo last."""
        self._forgotten: list[_Entry] = []
        """What could be redone before the last step of a person."""
        self._count = 0

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would give a step."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether `redo` would give a step."""
        return bool(self._undone)

    @property
    def to_undo(self) -> MarkStep | None:
        """What was done last; `undo` takes it back."""
        return self._done[-1].step if self._done else None

    @property
    def to_redo(self) -> MarkStep | None:
        """What was taken back last; `redo` does it again."""
        return self._undone[-1].step if self._undone else None

    def do(self, step: MarkStep) -> None:
        """Remember what a person did. What could be redone is forgotten."""
        self._count += 1
        self._done.append(_Entry(self._count, step, step))
        self._forgotten, self._undone = self._undone, []

    def undo(self) -> MarkStep | None:
        """The step to apply so that the last one is taken back; None if there is none."""
        if not self._done:
            return None
        entry = self._done.pop()
        entry.sent, entry.way = entry.step.reversed(), _Way.UNDONE
        self._undone.append(entry)
        return entry.sent

    def redo(self) -> MarkStep | None:
        """The step to apply so that the last one taken back is done again; None if there is none."""
        if not self._undone:
            return None
        entry = self._undone.pop()
        entry.sent, entry.way = replace(entry.step), _Way.REDONE
        self._done.append(entry)
        return entry.sent

    def withdraw(self, step: MarkStep) -> None:
        """Storing this step, the very object that `do`, `undo` or `redo` was about, failed: the history is as if nobody
        had asked for it."""
        for entries in (self._done, self._undone, self._forgotten):
            for entry in entries:
                if entry.sent is step:
                    entries.remove(entry)
                    self._put_back(entry)
                    return

    def _put_back(self, entry: _Entry) -> None:
        if entry.way is _Way.UNDONE:
            self._done.append(entry)
            self._done.sort(key=attrgetter("number"))
        elif entry.way is _Way.REDONE:
            self._undone.append(entry)
            self._undone.sort(key=attrgetter("number"), reverse=True)
