"""What a check of the library found, part by part, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.check_report import CheckReport
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

SHOWN = 20
"""Files that are named."""


class Part(StrEnum):
    """What is looked at, in the order in which it is shown."""

    DATABASE = "database"
    REFERENCES = "references"
    INDEX = "index"
    MISSING = "missing"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said of a part, and the files or complaints that are named below."""

    part: Part
    good: bool
    text: str
    named: tuple[str, ...] = ()


_GOOD = {
    Part.DATABASE: QT_TRANSLATE_NOOP("Check", "The database is whole."),
    Part.REFERENCES: QT_TRANSLATE_NOOP("Check", "All that belongs together is there."),
    Part.INDEX: QT_TRANSLATE_NOOP("Check", "The search index holds what the library does."),
    Part.MISSING: QT_TRANSLATE_NOOP("Check", "All PDFs are there, with the content that they had."),
    Part.STRAY: QT_TRANSLATE_NOOP("Check", "Every file in the papers folder belongs to a paper."),
}
_BAD = {
    Part.DATABASE: QT_TRANSLATE_NOOP("Check", "The database is damaged. Go back to a backup that is whole."),
    Part.REFERENCES: QT_TRANSLATE_NOOP("Check", "Rows point at nothing. Go back to a backup that is whole."),
    Part.INDEX: QT_TRANSLATE_NOOP(
        "Check", "The search index does not fit the library. Nothing is lost; it can be made anew."
    ),
    Part.MISSING: QT_TRANSLATE_NOOP(
        "Check", "PDFs that are gone or have another content: {count}. Marks and notes on them are kept."
    ),
    Part.STRAY: QT_TRANSLATE_NOOP("Check", "Files in the papers folder that no paper has: {count}. They do no harm."),
}


def findings(report: CheckReport) -> tuple[Finding, ...]:
    """Part by part."""
    found = {
        Part.DATABASE: report.database,
        Part.REFERENCES: report.references,
        Part.INDEX: report.search_index,
        Part.MISSING: report.missing_files,
        Part.STRAY: report.stray_files,
    }
    return tuple(_finding(part, complaints) for part, complaints in found.items())


def _finding(part: Part, complaints: Sequence[str]) -> Finding:
    if not complaints:
        return Finding(part, good=True, text=translate("Check", _GOOD[part]))
    named = list(complaints[:SHOWN])
    if (more := len(complaints) - SHOWN) > 0:
        named.append(translate("Check", "and {count} more").format(count=wording.number(more)))
    text = translate("Check", _BAD[part]).format(count=wording.number(len(complaints)))
    return Finding(part, good=False, text=text, named=tuple(named))


def summary(report: CheckReport) -> str:
    """One line for all."""
    counts = {"papers": wording.papers(report.papers), "digests": wording.digests(report.digests)}
    if report.damaged:
        return translate("Check", "There are faults in the library: {papers}, {digests}.").format(**counts)
    if report.missing_files:
        text = translate("Check", "The library is whole, but PDFs are missing or were changed: {papers}, {digests}.")
        return text.format(**counts)
    return translate("Check", "The library is whole: {papers}, {digests}.").format(**counts)
