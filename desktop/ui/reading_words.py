"""Status, priority and due date of a paper in words and icons."""

from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.domain.paper import PaperRow
from desktop.domain.reading_list import UNFINISHED, Priority, Status
from desktop.ui.tokens import Color

STATUS_ICONS = {
    Status.INBOX: "inbox",
    Status.QUEUED: "queue",
    Status.READING: "reading",
    Status.READ: "read",
    Status.ARCHIVED: "archive",
}
PRIORITY_COLORS = {Priority.LOW: Color.TEXT_MUTED, Priority.MEDIUM: Color.WARN, Priority.HIGH: Color.BAD}
"""Of the flag that stands for a priority; NONE has no flag."""


def status_name(status: Status) -> str:
    """The status in the language of the window."""
    translate = QCoreApplication.translate
    names = {
        Status.INBOX: translate("ReadingList", "Inbox"),
        Status.QUEUED: translate("ReadingList", "Queued"),
        Status.READING: translate("ReadingList", "Reading"),
        Status.READ: translate("ReadingList", "Read"),
        Status.ARCHIVED: translate("ReadingList", "Archived"),
    }
    return names[status]


def priority_name(priority: Priority) -> str:
    """The priority in the language of the window."""
    translate = QCoreApplication.translate
    names = {
        Priority.NONE: translate("ReadingList", "No priority"),
        Priority.LOW: translate("ReadingList", "Low priority"),
        Priority.MEDIUM: translate("ReadingList", "Medium priority"),
        Priority.HIGH: translate("ReadingList", "High priority"),
    }
    return names[priority]


def priority_level(priority: Priority) -> str:
    """The same where it is clear that a priority is meant; empty for none."""
    translate = QCoreApplication.translate
    levels = {
        Priority.LOW: translate("ReadingList", "Low"),
        Priority.MEDIUM: translate("ReadingList", "Medium"),
        Priority.HIGH: translate("ReadingList", "High"),
    }
    return levels.get(priority, "")


def counts_as_due(row: PaperRow) -> bool:
    """Whether its due date matters: a paper that was read or archived is done with."""
    return bool(row.due) and row.status in UNFINISHED


def overdue(row: PaperRow) -> bool:
    """Whether it should have been read before today."""
    return counts_as_due(row) and row.due < datetime.now().astimezone().date().isoformat()


def due_words(row: PaperRow) -> str:
    """Until when it is to be read, short: "due 24 Nov", "overdue 20 Nov"; empty for no such day."""
    if not row.due:
        return ""
    translate = QCoreApplication.translate
    day = _short_day(row.due, QLocale().name())
    if not counts_as_due(row):
        return day
    words = translate("ReadingList", "overdue {day}") if overdue(row) else translate("ReadingList", "due {day}")
    return words.format(day=day)


@lru_cache(maxsize=256)
def _short_day(text: str, _: str) -> str:
    day = QDate.fromString(text, "yyyy-MM-dd")
    translate = QCoreApplication.translate
    this_year = day.year() == datetime.now().astimezone().year
    near, far = translate("ReadingList", "d MMM"), translate("ReadingList", "d MMM yyyy")
    return QLocale().toString(day, near if this_year else far)
