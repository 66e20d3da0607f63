"""Backups in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from desktop.domain.backup import Backup, BackupReason, ChangedSince, LibraryCopy
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_REASONS = {
    BackupReason.DAILY: QT_TRANSLATE_NOOP("Backups", "Daily"),
    BackupReason.UPGRADE: QT_TRANSLATE_NOOP("Backups", "Before an update"),
    BackupReason.BY_HAND: QT_TRANSLATE_NOOP("Backups", "Made by hand"),
    BackupReason.PUT_ASIDE: QT_TRANSLATE_NOOP("Backups", "Before going back"),
}


def when(moment: datetime) -> str:
    """A moment in this computer's time zone, as the language of the window writes it."""
    stamp = QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000), QTimeZone.utc())
    return QLocale().toString(stamp.toLocalTime(), QLocale.FormatType.ShortFormat)


def reason(backup: Backup) -> str:
    """Why it was made."""
    return translate("Backups", _REASONS[backup.reason])


def holds(backup: Backup) -> str:
    """How many papers are in it."""
    return wording.number(backup.holdings.papers) if backup.holdings is not None else ""


def state(backup: Backup, *, checked: bool) -> str:
    """Whether one can go back to it."""
    if backup.complaint:
        return translate("Backups", "Damaged")
    return translate("Backups", "Whole") if checked else translate("Backups", "Being checked…")


def lost(changed: ChangedSince | None) -> str:
    """What going back to a backup would lose."""
    if changed is None:
        return translate("Backups", "What was done since then is not known.")
    if not changed:
        return translate("Backups", "Nothing was done since then.")
    parts = []
    if changed.papers_added:
        parts.append(translate("Backups", "{papers} added").format(papers=wording.papers(changed.papers_added)))
    if changed.papers_changed:
        parts.append(translate("Backups", "{papers} changed").format(papers=wording.papers(changed.papers_changed)))
    if changed.marks:
        parts.append(translate("Backups", "{marks} made or changed").format(marks=wording.marks(changed.marks)))
    if not parts:
        parts.append(translate("Backups", "changes of tags, collections, searches or digests"))
    return translate("Backups", "Done since then, and not in it: {parts}.").format(parts=wording.listed(parts))


def copied(copy: LibraryCopy) -> str:
    """What became of a copy with PDFs."""
    text = translate("Backups", "The library was copied with {pdfs}, each compared with the original.")
    if copy.missing:
        text = translate(
            "Backups", "The library was copied with {pdfs}. Missing or altered, and not in the copy: {missing}."
        )
    return text.format(pdfs=wording.pdfs(copy.pdfs), missing=wording.number(len(copy.missing)))
