"""Feeds in words: what a feed brought, when it is asked, why it could not be."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.domain.errors import AppError, Reason
from desktop.domain.feeds import Feed, FeedDay, FeedKind, FeedReport
from desktop.ui.failures import failure_words
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.wording import listed, number, papers, sentences

_FAILED = {
    Reason.OFFLINE: QT_TRANSLATE_NOOP("Feeds", "It could not be reached."),
    Reason.TIMED_OUT: QT_TRANSLATE_NOOP("Feeds", "It did not answer in time."),
    Reason.BUSY: QT_TRANSLATE_NOOP("Feeds", "Its server is busy and asks to wait."),
    Reason.SERVER_FAILED: QT_TRANSLATE_NOOP("Feeds", "Its server answered with an error."),
    Reason.BAD_ANSWER: QT_TRANSLATE_NOOP("Feeds", "Its answer could not be understood."),
    Reason.WEB_PAGE: QT_TRANSLATE_NOOP("Feeds", "A page for people came instead of it."),
}
_EVERY = {
    60: QT_TRANSLATE_NOOP("Feeds", "Every hour"),
    180: QT_TRANSLATE_NOOP("Feeds", "Every 3 hours"),
    360: QT_TRANSLATE_NOOP("Feeds", "Every 6 hours"),
    720: QT_TRANSLATE_NOOP("Feeds", "Every 12 hours"),
    1440: QT_TRANSLATE_NOOP("Feeds", "Once a day"),
    10080: QT_TRANSLATE_NOOP("Feeds", "Once a week"),
}
_NAMED = 4
"""Feeds that a message tells of by name."""
EVERY_MINUTES = tuple(_EVERY)
"""How often a feed may be asked, as it is offered."""


def every_words(minutes: int) -> str:
    """How often: Every 6 hours."""
    if minutes in _EVERY:
        return QCoreApplication.translate("Feeds", _EVERY[minutes])
    return QCoreApplication.translate("Feeds", "Every {count} minutes").format(count=number(minutes))


def moment_words(at_ms: int) -> str:
    """A moment, here: the time if it is today, else day and time."""
    moment = QDateTime.fromMSecsSinceEpoch(at_ms)
    short = QLocale.FormatType.ShortFormat
    if moment.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(moment.time(), short)
    return QLocale().toString(moment, short)


def state_words(feed: Feed, now_ms: int) -> str:
    """When a feed was asked, when it will be, or why it could not be."""
    state, translate = feed.state, QCoreApplication.translate
    parts = []
    if state.reason is not None:
        parts.append(_why(AppError(state.reason, detail=state.detail)))
    elif state.answered_ms:
        parts.append(translate("Feeds", "Asked {moment}.").format(moment=moment_words(state.answered_ms)))
    else:
        parts.append(translate("Feeds", "Not asked yet."))
    if not feed.choice.active:
        parts.append(translate("Feeds", "Paused: it is asked only when you say so."))
    elif state.reason is not None:
        parts.append(translate("Feeds", "It is tried again by itself."))
    elif feed.next_ms > now_ms:
        parts.append(translate("Feeds", "Next time: {moment}.").format(moment=moment_words(feed.next_ms)))
    return sentences(parts)


def _why(error: AppError) -> str:
    """What failed. Of feeds that are not arXiv's, arXiv is not to be told."""
    words = _FAILED.get(error.reason)
    return failure_words(error).happened if words is None else QCoreApplication.translate("Feeds", words)


def day_words(day: FeedDay) -> str:
    """What a feed told of on a day: 2026-11-20: 90 papers, 12 of them left out."""
    translate = QCoreApplication.translate
    if not day.found:
        return translate("Feeds", "{day}: nothing was announced.").format(day=day.day)
    words = translate("Feeds", "{day}: {papers}.")
    if day.left_out:
        words = translate("Feeds", "{day}: {papers}, {count} of them left out by the filter.")
    return words.format(day=day.day, papers=papers(day.found), count=number(day.left_out))


def kind_words(feed: Feed) -> str:
    """What is followed, if its name does not say it."""
    choice, translate = feed.choice, QCoreApplication.translate
    match choice.kind:
        case FeedKind.ARXIV_SEARCH:
            return translate("Feeds", "Search on arXiv: {query}").format(query=choice.source)
        case FeedKind.DAILY_PAPERS:
            return translate("Feeds", "Daily Papers of Hugging Face")
        case _:
            return translate("Feeds", "arXiv {categories}").format(categories=choice.source.replace("+", " + "))


def news_words(reports: Sequence[FeedReport]) -> str:
    """What feeds brought: 12 new papers in cs.CV; of several, how many each did. Empty if that is nothing."""
    brought = [report for report in reports if report.added]
    added = sum(report.added for report in brought)
    if not added:
        return ""
    if len(brought) > 1:
        words = QCoreApplication.translate("Feeds", "{count} new papers: {feeds}.")
        return words.format(count=number(added), feeds=_shares(brought))
    words = QCoreApplication.translate("Feeds", "{count} new papers in {name}.")
    if added == 1:
        words = QCoreApplication.translate("Feeds", "1 new paper in {name}.")
    return words.format(count=number(added), name=brought[0].name)


def _shares(brought: Sequence[FeedReport]) -> str:
    """cs.CV (40), cs.LG (12) and 3 more feeds: those that brought most."""
    most = sorted(brought, key=lambda report: -report.added)
    share = QCoreApplication.translate("Feeds", "{name} ({count})")
    words = listed(share.format(name=report.name, count=number(report.added)) for report in most[:_NAMED])
    if len(most) <= _NAMED:
        return words
    more = QCoreApplication.translate("Feeds", "{names} and {count} more feeds")
    if len(most) == _NAMED + 1:
        more = QCoreApplication.translate("Feeds", "{names} and 1 more feed")
    return more.format(names=words, count=number(len(most) - _NAMED))


def quiet_words(reports: Sequence[FeedReport]) -> str:
    """What is told to a person who asked for news where none came."""
    translate = QCoreApplication.translate
    if len(reports) == 1 and not reports[0].found and not reports[0].unchanged:
        return translate("Feeds", "{name} announced nothing today.").format(name=reports[0].name)
    if len(reports) == 1:
        return translate("Feeds", "Nothing new in {name}.").format(name=reports[0].name)
    return translate("Feeds", "Nothing new in {feeds} feeds.").format(feeds=number(len(reports)))


def failed_words(reports: Sequence[FeedReport]) -> str:
    """Why feeds could not be read; empty if all could."""
    translate = QCoreApplication.translate
    errors = [(report, report.error) for report in reports if report.error is not None]
    if not errors:
        return ""
    report, error = errors[0]
    words = translate("Feeds", "{name} could not be read.").format(name=report.name)
    if len(errors) > 1:
        words = translate("Feeds", "{count} feeds could not be read.").format(count=number(len(errors)))
    again = translate("Feeds", "Your library is as it was.")
    if report.retry_ms:
        again = translate("Feeds", "Your library is as it was, and this is tried again by itself.")
    return sentences((words, *([_why(error)] if len(errors) == 1 else []), again))
