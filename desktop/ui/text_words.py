"""Texts of papers in words: which one, and why a language model could not write it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Reason
from desktop.domain.languages import language_of
from desktop.domain.merging import TextField
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_KINDS = {
    TextKind.TITLE: QT_TRANSLATE_NOOP("Writing", "Title"),
    TextKind.ABSTRACT: QT_TRANSLATE_NOOP("Writing", "Abstract"),
    TextKind.SUMMARY: QT_TRANSLATE_NOOP("Writing", "Summary"),
}
_TROUBLES = {
    Reason.TEXT_REFUSED: QT_TRANSLATE_NOOP("ModelFailures", "The model would not write it."),
    Reason.TEXT_EMPTY: QT_TRANSLATE_NOOP("ModelFailures", "The model wrote nothing."),
    Reason.TEXT_PLACEHOLDER: QT_TRANSLATE_NOOP("ModelFailures", "The model wrote a placeholder instead of a text."),
    Reason.TEXT_LANGUAGE: QT_TRANSLATE_NOOP("ModelFailures", "The model wrote in another language."),
    Reason.TEXT_CUT: QT_TRANSLATE_NOOP("ModelFailures", "The text breaks off."),
    Reason.TEXT_SHORT: QT_TRANSLATE_NOOP("ModelFailures", "The text is too short to be whole."),
    Reason.TEXT_LONG: QT_TRANSLATE_NOOP("ModelFailures", "The text is too long to be about this paper alone."),
    Reason.TEXT_COPIED: QT_TRANSLATE_NOOP("ModelFailures", "The model gave back the original."),
    Reason.TEXT_MARKUP: QT_TRANSLATE_NOOP("ModelFailures", "The model put HTML or links into the text."),
    Reason.TEXT_MIXED_UP: QT_TRANSLATE_NOOP(
        "ModelFailures", "The model answered with another text than was asked for."
    ),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("ModelFailures", "The text is longer than the model can take in."),
    Reason.BAD_ANSWER: QT_TRANSLATE_NOOP("ModelFailures", "The answer could not be read."),
}

_MOST_SAID = 160
"""Characters of an answer."""


def field_words(field: TextField) -> str:
    """Which text: Summary, 简体中文."""
    return wording.listed((translate("Writing", _KINDS[field.kind]), _language(field)))


def fields_words(fields: Iterable[TextField]) -> str:
    """Which texts of one paper: Title, Abstract, Summary (简体中文), Summary (English)."""
    kinds: dict[str, list[str]] = {}
    for field in fields:
        kinds.setdefault(_language(field), []).append(translate("Writing", _KINDS[field.kind]))
    words = translate("Writing", "{texts} ({language})")
    return wording.listed(words.format(texts=wording.listed(of), language=name) for name, of in kinds.items())


def _language(field: TextField) -> str:
    return translate("Writing", "English") if field.language == ORIGINAL else language_of(field.language).native


def text_failure(reason: Reason | None, detail: str = "") -> str:
    """Why a text could not be written; of an answer that is none, with how it begins."""
    said = " ".join(detail.split())
    if reason is Reason.BAD_ANSWER and said:
        return translate("ModelFailures", "The answer could not be read: {said}").format(said=said[:_MOST_SAID])
    words = _TROUBLES.get(reason, "") if reason is not None else ""
    return translate("ModelFailures", words) if words else detail
