"""The words of an export, in the language of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.exporting import ExportResult, Notice, NoticeKind
from desktop.domain.latex_text import readable
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.wording import digests, listed, number, papers

SERIOUS = (NoticeKind.LINE_FEED_IN_TITLE, NoticeKind.LINE_FEED_REPLACED, NoticeKind.NO_PLACE)
"""Notices of something that another program may stumble over, or that does not get into the file."""

_TITLE = 40
"""Characters of a title that a notice shows."""

_NOTICES = {
    NoticeKind.LINE_FEED_IN_TITLE: QT_TRANSLATE_NOOP(
        "Export", "A line break in the title of {papers}: the format allows it, other programs may not expect it"
    ),
    NoticeKind.LINE_FEED_REPLACED: QT_TRANSLATE_NOOP(
        "Export", "Line breaks in texts of {papers} become spaces: the format has no place for them"
    ),
    NoticeKind.NO_LINK: QT_TRANSLATE_NOOP("Export", "No link for {papers}"),
    NoticeKind.NO_TRANSLATION: QT_TRANSLATE_NOOP("Export", "Title or abstract not translated for {papers}"),
    NoticeKind.NO_SUMMARY: QT_TRANSLATE_NOOP("Export", "No summary for {papers}"),
    NoticeKind.NO_PLACE: QT_TRANSLATE_NOOP(
        "Export", "Edits of {papers} are left out: the format of this digest has no place for them"
    ),
    NoticeKind.NO_PREFACE: QT_TRANSLATE_NOOP(
        "Export",
        "The preface is left out: this format has no place for it. Choose the template with notes, or the page",
    ),
    NoticeKind.NOT_UNDERSTOOD_KEPT: QT_TRANSLATE_NOOP(
        "Export", "Lines that were not understood are written as they came: {count}"
    ),
}


def notice_words(notice: Notice) -> str:
    """A remark on an export, with the first titles it concerns."""
    text = QCoreApplication.translate("Export", _NOTICES[notice.kind])
    text = text.format(papers=papers(notice.count), count=number(notice.count))
    titles = [_short(title) for title in notice.titles]
    if not titles:
        return text
    more = " …" if notice.count > len(titles) else ""
    named = listed(QCoreApplication.translate("Export", "“{title}”").format(title=title) for title in titles)
    return QCoreApplication.translate("Export", "{remark}: {titles}").format(remark=text, titles=named + more)


def _short(title: str) -> str:
    title = " ".join(readable(title).split())
    return title if len(title) <= _TITLE else title[:_TITLE].rstrip() + "…"


def size_words(size: int) -> str:
    """A number of bytes: 41.2 kB."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def result_words(result: ExportResult, name: str) -> str:
    """What was exported, for a toast."""
    text = QCoreApplication.translate("Export", "Exported {papers} to {name}.")
    return text.format(papers=papers(result.papers), name=name)


def all_words(results: Sequence[ExportResult]) -> str:
    """What an export of all digests wrote."""
    text = QCoreApplication.translate("Export", "Exported {digests}, {size}.")
    return text.format(digests=digests(len(results)), size=size_words(sum(result.size for result in results)))
