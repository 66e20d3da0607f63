"""The columns of the table: how each is called, sorted and filled in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.latex_text import readable
from desktop.domain.listing import Column
from desktop.domain.paper import PaperRow


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column of the table. `width` is in pixels at a scale of 100 %; 0 takes the room that is left."""

    sort: Column
    width: int
    shown: bool
    """At the first start."""


COLUMNS = (
    PaperColumn(Column.TITLE, 0, True),
    PaperColumn(Column.AUTHORS, 150, True),
    PaperColumn(Column.PUBLISHED, 92, True),
    PaperColumn(Column.ADDED, 92, False),
    PaperColumn(Column.ARXIV_ID, 108, False),
    PaperColumn(Column.CATEGORIES, 110, False),
    PaperColumn(Column.DIGESTS, 72, True),
    PaperColumn(Column.PDF, 56, True),
)
"""In their first order. The own note is shown in the row of its paper, not in a column: it is prose."""

TITLE = 0


class Titles(StrEnum):
    """Which titles a row shows."""

    ORIGINAL = "original"
    """The original, and under it the translation, muted."""
    TRANSLATED = "translated"
    """The other way round."""
    BOTH = "both"
    """The original and the translation alike."""


def column_name(column: Column) -> str:
    """The heading of a column, in the language of the window."""
    tr = QCoreApplication.translate
    names = {
        Column.TITLE: tr("PaperColumns", "Title"),
        Column.AUTHORS: tr("PaperColumns", "Authors"),
        Column.PUBLISHED: tr("PaperColumns", "Date"),
        Column.ADDED: tr("PaperColumns", "Added"),
        Column.ARXIV_ID: tr("PaperColumns", "arXiv id"),
        Column.CATEGORIES: tr("PaperColumns", "Categories"),
        Column.DIGESTS: tr("PaperColumns", "Digests"),
        Column.PDF: tr("PaperColumns", "PDF"),
    }
    return names[column]
