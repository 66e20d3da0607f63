"""How far a person is with papers, and what comes next."""

import re
from collections.abc import Sequence
from datetime import date

from db import paper_history, reading_list, shared_values, steps
from db.errors import storage_errors
from db.index_documents import driver
from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.history import HistoryEntry
from desktop.domain.ids import PaperId
from desktop.domain.reading_list import Priority, Status
from desktop.domain.undo import UndoKind

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class KeepReadingList:
    """Each change is one step of undo, however many papers it is of; papers in the Trash are left as they are. Every
    method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def set_status(self, papers: Sequence[PaperId], status: Status) -> Changes:
        """Give these papers that status. They come to the end of the queue in the given order, or leave it."""
        with self._library.transaction() as connection:
            changes = reading_list.status_changes(connection, papers, status)
            return steps.do(connection, UndoKind.STATUS, changes, detail=status.value)

    def set_starred(self, papers: Sequence[PaperId], starred: bool) -> Changes:
        """Star these papers, or take their stars away."""
        kind = UndoKind.STAR if starred else UndoKind.UNSTAR
        return self._set(papers, kind, "starred", int(starred), "")

    def toggle_read(self, papers: Sequence[PaperId]) -> Changes:
        """Mark these papers as read; if all of them are, move them to the inbox."""
        return self.set_status(
            papers, Status.READ if self._some_unlike(papers, "status", Status.READ) else Status.INBOX
        )

    def toggle_starred(self, papers: Sequence[PaperId]) -> Changes:
        """Star these papers; if all of them are, take their stars away."""
        return self.set_starred(papers, self._some_unlike(papers, "starred", 1))

    def set_priority(self, papers: Sequence[PaperId], priority: Priority) -> Changes:
        """Give these papers that priority."""
        return self._set(papers, UndoKind.PRIORITY, "priority", int(priority), str(int(priority)))

    def set_due(self, papers: Sequence[PaperId], due: str) -> Changes:
        """Say until when these papers shall be read: YYYY-MM-DD, or empty for no such day. Raises InputError."""
        if due and not _is_day(due):
            raise InputError(Reason.BAD_VALUE, "due", f"{due!r} is no day such as 2024-03-05")
        return self._set(papers, UndoKind.DUE, "due", due, due)

    def move_in_queue(self, papers: Sequence[PaperId], before: PaperId | None) -> Changes:
        """Put these papers of the queue before that one, or to its end, in the given order."""
        with self._library.transaction() as connection:
            changes = reading_list.order_changes(connection, papers, before)
            return steps.do(connection, UndoKind.QUEUE_ORDER, changes, count=len(set(papers)))

    def opened(self, paper: PaperId) -> Changes:
        """A paper of the inbox or the queue is being read from now on. This is no step: the next Undo takes back what
        a person did before, whatever was opened since."""
        with self._library.transaction() as connection:
            began = reading_list.mark_opened(driver(connection), paper)
            return Changes(papers_changed=(paper,), moved=True) if began else Changes()

    def history(self, paper: PaperId) -> tuple[HistoryEntry, ...]:
        """What happened to a paper, the newest first."""
        with storage_errors(self._library.path):
            return paper_history.history_of(self._library.connection, paper)

    def _some_unlike(self, papers: Sequence[PaperId], column: str, value: str | int) -> bool:
        with storage_errors(self._library.path):
            return shared_values.some_unlike(self._library.connection, papers, column, value)

    def _set(self, papers: Sequence[PaperId], kind: UndoKind, column: str, value: int | str, detail: str) -> Changes:
        with self._library.transaction() as connection:
            changes = reading_list.value_changes(connection, papers, column, value)
            return steps.do(connection, kind, changes, detail=detail)


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
