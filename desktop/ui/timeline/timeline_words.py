"""Digests and months of the timeline in words."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.domain.digest_dates import ToldBy
from desktop.domain.timeline import TimelineDigest, TimelineMonth
from desktop.ui import wording

translate = QCoreApplication.translate


def month_name(month: TimelineMonth) -> str:
    """November 2026."""
    return QLocale().toString(_date(month.first), translate("Timeline", "MMMM yyyy"))


def month_words(month: TimelineMonth) -> str:
    """How much a month brought: 12 digests, 1,530 papers."""
    return wording.listed((wording.digests(len(month.digests)), wording.papers(month.papers)))


def day_number(digest: TimelineDigest) -> str:
    """The day of the month; a dash where nothing but the month is known."""
    return str(digest.date.day.day) if digest.date.day_known else "–"


def day_name(digest: TimelineDigest) -> str:
    """Wed."""
    return QLocale().toString(_date(digest.date.day), "ddd") if digest.date.day_known else ""


def brought_words(digest: TimelineDigest) -> str:
    """What the digest is, and what it brought: cs.CV · 131 new, 40 known before."""
    if not digest.papers:
        brought = translate("Timeline", "no papers")
    elif not digest.known:
        brought = translate("Timeline", "all new")
    elif not digest.brought:
        brought = translate("Timeline", "all known before")
    else:
        brought = translate("Timeline", "{new} new, {known} known before").format(
            new=wording.number(digest.brought), known=wording.number(digest.known)
        )
    return " · ".join(part for part in (digest.category, _language(digest.language), brought, _told_by(digest)) if part)


def state_words(digest: TimelineDigest) -> str:
    """How far a person is with it: 84 in the inbox, 35 read, 2 starred."""
    parts = (
        (digest.inbox, translate("Timeline", "{count} in the inbox")),
        (digest.read, translate("Timeline", "{count} read")),
        (digest.starred, translate("Timeline", "{count} starred")),
    )
    told = [words.format(count=wording.number(count)) for count, words in parts if count]
    return wording.listed(told)


def digest_words(digest: TimelineDigest) -> str:
    """All of a row, as it is read aloud."""
    day = wording.day(digest.date.day.isoformat()) if digest.date.day_known else ""
    parts = (digest.name, day, wording.papers(digest.papers), brought_words(digest), state_words(digest))
    return wording.listed(part for part in parts if part)


def _told_by(digest: TimelineDigest) -> str:
    """Where the date is not the digest's own, what it is."""
    if digest.date.told_by is ToldBy.IMPORT:
        return translate("Timeline", "by the day of its import")
    return translate("Timeline", "by its newest paper") if digest.date.told_by is ToldBy.PAPERS else ""


def _language(code: str) -> str:
    """The language in its own words; the code of one that Qt does not know."""
    locale = QLocale(code)
    return "" if not code else locale.nativeLanguageName() if locale.language() is not QLocale.Language.C else code


def _date(day: object) -> QDate:
    return QDate.fromString(str(day), "yyyy-MM-dd")
