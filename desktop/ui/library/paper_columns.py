"""The columns of the table: how each is called, sorted and filled in."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.latex_text import readable
from desktop.domain.listing import Column
from desktop.domain.paper import PaperRow
from desktop.ui.reading_words import due_words, priority_level, status_name


class Titles(StrEnum):
    """Which title of a paper stands first."""

    ORIGINAL = "original"
    """The original; under it the translation, muted."""
    TRANSLATED = "translated"
    """The other way round."""
    BOTH = "both"
    """The original, and the translation alike."""


class Cell(StrEnum):
    """What a column shows."""

    TITLE = "title"
    AUTHORS = "authors"
    PUBLISHED = "published"
    ADDED = "added"
    ARXIV_ID = "arxiv_id"
    CATEGORIES = "categories"
    DIGESTS = "digests"
    PDF = "pdf"
    MARKS = "marks"
    NOTE = "note"
    STATUS = "status"
    STARRED = "starred"
    PRIORITY = "priority"
    DUE = "due"
    TAGS = "tags"
    LAST_READ = "last_read"


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column. `width` is in pixels at a scale of 100 %; the title takes the room that is left, and at least this."""

    cell: Cell
    sort: Column | None
    width: int
    shown: bool = False
    """At the first start."""
    badge: bool = False
    """Shown as a small mark in the middle of the row."""


COLUMNS = (
    PaperColumn(Cell.TITLE, Column.TITLE, 220, shown=True),
    PaperColumn(Cell.AUTHORS, Column.AUTHORS, 140),
    PaperColumn(Cell.PUBLISHED, Column.PUBLISHED, 98, shown=True),
    PaperColumn(Cell.ADDED, Column.ADDED, 98),
    PaperColumn(Cell.ARXIV_ID, Column.ARXIV_ID, 112),
    PaperColumn(Cell.CATEGORIES, Column.CATEGORIES, 96),
    PaperColumn(Cell.DIGESTS, Column.DIGESTS, 62, shown=True, badge=True),
    PaperColumn(Cell.PDF, Column.PDF, 44, shown=True, badge=True),
    PaperColumn(Cell.MARKS, Column.MARKS, 62, shown=True, badge=True),
    PaperColumn(Cell.NOTE, None, 160),
    PaperColumn(Cell.STATUS, Column.STATUS, 84),
    PaperColumn(Cell.STARRED, Column.STARRED, 44),
    PaperColumn(Cell.PRIORITY, Column.PRIORITY, 72),
    PaperColumn(Cell.DUE, Column.DUE, 116),
    PaperColumn(Cell.TAGS, Column.TAGS, 150),
    PaperColumn(Cell.LAST_READ, Column.LAST_READ, 98),
)
"""In their first order. What stands beside the title anyway (status to tags) has a column where one is asked for.
Digests tell no authors, so that column waits until it is asked for."""

TITLE_COLUMN = 0
_ONE_LINE = str.maketrans({character: " " for character in "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"})


def column_name(cell: Cell) -> str:
    """The heading of a column, in the language of the window."""
    translate = QCoreApplication.translate
    names = {
        Cell.TITLE: translate("PaperColumns", "Title"),
        Cell.AUTHORS: translate("PaperColumns", "Authors"),
        Cell.PUBLISHED: translate("PaperColumns", "Date"),
        Cell.ADDED: translate("PaperColumns", "Added"),
        Cell.ARXIV_ID: translate("PaperColumns", "arXiv id"),
        Cell.CATEGORIES: translate("PaperColumns", "Categories"),
        Cell.DIGESTS: translate("PaperColumns", "Digests"),
        Cell.PDF: translate("PaperColumns", "PDF"),
        Cell.MARKS: translate("PaperColumns", "Marks"),
        Cell.NOTE: translate("PaperColumns", "Note"),
        Cell.STATUS: translate("PaperColumns", "Status"),
        Cell.STARRED: translate("PaperColumns", "Star"),
        Cell.PRIORITY: translate("PaperColumns", "Priority"),
        Cell.DUE: translate("PaperColumns", "Due"),
        Cell.TAGS: translate("PaperColumns", "Tags"),
        Cell.LAST_READ: translate("PaperColumns", "Last read"),
    }
    return names[cell]


def one_line(text: str) -> str:
    """The text with line breaks and tabs shown as spaces."""
    return text.translate(_ONE_LINE)


def shown_titles(row: PaperRow, titles: Titles) -> tuple[str, str]:
    """The first and the second title as they are read; the second is empty where there is one alone."""
    first, second = one_line(readable(row.title)), one_line(readable(row.translated_title))
    if titles is Titles.TRANSLATED:
        first, second = second, first
    return (first, second) if first else (second, "")


def new_version_words(row: PaperRow) -> str:
    """That arXiv has a newer version, or nothing."""
    if row.newer_version is None:
        return ""
    return QCoreApplication.translate("PaperColumns", "v{version} is on arXiv").format(version=row.newer_version)


def arxiv_label(row: PaperRow) -> str:
    """The arXiv id with its version, or nothing."""
    return row.arxiv_id if row.arxiv_version is None else f"{row.arxiv_id}v{row.arxiv_version}"


def cell_text(row: PaperRow, cell: Cell, titles: Titles) -> str:
    """What stands in a cell, as one line of text."""
    match cell:
        case Cell.TITLE:
            return shown_titles(row, titles)[0]
        case Cell.AUTHORS:
            return one_line(", ".join(row.authors[:20]))
        case Cell.PUBLISHED:
            return row.published
        case Cell.ADDED:
            return row.added_at.astimezone().date().isoformat()
        case Cell.NOTE:
            return one_line(row.note)
        case _:
            return _short_text(row, cell)


def _short_text(row: PaperRow, cell: Cell) -> str:
    match cell:
        case Cell.ARXIV_ID:
            return arxiv_label(row)
        case Cell.CATEGORIES:
            return " ".join(row.categories)
        case Cell.DIGESTS:
            return f"{row.digest_count}" if row.digest_count else ""
        case Cell.MARKS:
            return f"{row.marks}" if row.marks else ""
        case Cell.PDF:
            return column_name(Cell.PDF) if row.has_pdf else ""
        case _:
            return _given_text(row, cell)


def _given_text(row: PaperRow, cell: Cell) -> str:
    """What a person gave the paper."""
    match cell:
        case Cell.STATUS:
            return status_name(row.status)
        case Cell.STARRED:
            return column_name(Cell.STARRED) if row.starred else ""
        case Cell.PRIORITY:
            return priority_level(row.priority) if row.priority else ""
        case Cell.DUE:
            return due_words(row)
        case Cell.LAST_READ:
            return row.last_read.astimezone().date().isoformat() if row.last_read is not None else ""
        case _:
            return ", ".join(tag.name for tag in row.tags)
