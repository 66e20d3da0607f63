"""What a digest of one's own is made of, and how it is handed on, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.domain.own_digest import DigestField, HandedOn, Template, Way
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP

_TEMPLATES = {
    Template.SOURCE: QT_TRANSLATE_NOOP("OwnDigest", "Source format"),
    Template.NOTES: QT_TRANSLATE_NOOP("OwnDigest", "With my notes and marks"),
    Template.ENGLISH: QT_TRANSLATE_NOOP("OwnDigest", "English only"),
}
_FIELDS = {
    DigestField.TRANSLATED_TITLE: QT_TRANSLATE_NOOP("OwnDigest", "Translated title"),
    DigestField.SUMMARY: QT_TRANSLATE_NOOP("OwnDigest", "Summary"),
    DigestField.SUMMARY_EN: QT_TRANSLATE_NOOP("OwnDigest", "English summary"),
    DigestField.TRANSLATED_ABSTRACT: QT_TRANSLATE_NOOP("OwnDigest", "Translated abstract"),
    DigestField.ABSTRACT: QT_TRANSLATE_NOOP("OwnDigest", "Abstract"),
    DigestField.AUTHORS: QT_TRANSLATE_NOOP("OwnDigest", "Authors"),
}
_WAYS = {
    Way.MARKDOWN: QT_TRANSLATE_NOOP("OwnDigest", "Markdown file"),
    Way.PAGE: QT_TRANSLATE_NOOP("OwnDigest", "Web page"),
    Way.RSS: QT_TRANSLATE_NOOP("OwnDigest", "RSS file"),
    Way.FOLDER: QT_TRANSLATE_NOOP("OwnDigest", "Folder by days"),
    Way.MAIL: QT_TRANSLATE_NOOP("OwnDigest", "E-mail"),
}
_LONGEST = 60
"""Characters of a path in a menu."""


def template_name(template: Template) -> str:
    """Such as: English only."""
    return QCoreApplication.translate("OwnDigest", _TEMPLATES[template])


def field_name(field: DigestField) -> str:
    """Such as: Translated title."""
    return QCoreApplication.translate("OwnDigest", _FIELDS[field])


def way_name(way: Way) -> str:
    """Such as: Web page."""
    return QCoreApplication.translate("OwnDigest", _WAYS[way])


def when(at_ms: int) -> str:
    """A moment (milliseconds since 1970, UTC) as it was here: 2026-11-22 14:03."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at_ms), QLocale.FormatType.ShortFormat)


def handed_on_words(handed: HandedOn) -> str:
    """A line of the history: when, how, of how many papers, where, and whether it would be another now."""
    parts = (when(handed.at_ms), way_name(handed.way), wording.papers(handed.papers), handed.target)
    told = "  ·  ".join(parts)
    if not handed.changed:
        return told
    return QCoreApplication.translate("OwnDigest", "{told}  ·  changed since").format(told=told)


def place_words(handed: HandedOn) -> str:
    """Where to it was handed on: the end of a path, which is what tells it from others."""
    place = handed.target if len(handed.target) <= _LONGEST else f"…{handed.target[-_LONGEST:]}"
    return wording.listed((way_name(handed.way), place))


def last_words(history: tuple[HandedOn, ...]) -> str:
    """What the button of the history says; empty where nothing was handed on."""
    if not history:
        return ""
    last = history[0]
    if last.changed:
        text = QCoreApplication.translate("OwnDigest", "Handed on {when}, changed since")
    else:
        text = QCoreApplication.translate("OwnDigest", "Handed on {when}")
    return text.format(when=when(last.at_ms))
