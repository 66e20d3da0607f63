"""Duplicates in words: why papers look alike, what is compared."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.duplicates import Alike, DuplicateGroup, Likeness
from desktop.domain.merging import MergeField
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP

_REASONS = {
    Alike.ARXIV_ID: QT_TRANSLATE_NOOP("Duplicates", "Same arXiv id: {said}"),
    Alike.DOI: QT_TRANSLATE_NOOP("Duplicates", "Same DOI: {said}"),
    Alike.FILE: QT_TRANSLATE_NOOP("Duplicates", "Same PDF"),
    Alike.TITLE_AND_AUTHORS: QT_TRANSLATE_NOOP("Duplicates", "Same title and authors"),
    Alike.TITLE: QT_TRANSLATE_NOOP("Duplicates", "Same title"),
    Alike.TRANSLATED_TITLE: QT_TRANSLATE_NOOP("Duplicates", "The title of one is the other's translated title"),
}
_FACTS = {
    Fact.AUTHORS: QT_TRANSLATE_NOOP("Duplicates", "Authors"),
    Fact.CATEGORIES: QT_TRANSLATE_NOOP("Duplicates", "Categories"),
    Fact.PUBLISHED: QT_TRANSLATE_NOOP("Duplicates", "Published"),
    Fact.ARXIV_ID: QT_TRANSLATE_NOOP("Duplicates", "arXiv id"),
    Fact.DOI: QT_TRANSLATE_NOOP("Duplicates", "DOI"),
    Fact.LINK: QT_TRANSLATE_NOOP("Duplicates", "Link"),
    Fact.CITE_KEY: QT_TRANSLATE_NOOP("Duplicates", "Cite key"),
}
_TEXTS = {
    (TextKind.TITLE, True): QT_TRANSLATE_NOOP("Duplicates", "Title"),
    (TextKind.TITLE, False): QT_TRANSLATE_NOOP("Duplicates", "Translated title"),
    (TextKind.SUMMARY, True): QT_TRANSLATE_NOOP("Duplicates", "Summary in English"),
    (TextKind.SUMMARY, False): QT_TRANSLATE_NOOP("Duplicates", "Summary"),
    (TextKind.ABSTRACT, True): QT_TRANSLATE_NOOP("Duplicates", "Abstract"),
    (TextKind.ABSTRACT, False): QT_TRANSLATE_NOOP("Duplicates", "Translated abstract"),
}


def field_name(field: MergeField) -> str:
    """What a field is called."""
    if isinstance(field, Fact):
        return QCoreApplication.translate("Duplicates", _FACTS[field])
    name = _TEXTS.get((field.kind, field.language == ORIGINAL), field.kind.value)
    return QCoreApplication.translate("Duplicates", name)


def reason_words(reason: Likeness) -> str:
    """Why two papers may be one, and what speaks against it."""
    translate = QCoreApplication.translate
    parts = [translate("Duplicates", _REASONS[reason.by]).format(said=reason.said)]
    if reason.other_authors:
        parts.append(translate("Duplicates", "but other authors"))
    if reason.other_arxiv_ids:
        parts.append(translate("Duplicates", "but another arXiv id"))
    if reason.by is Alike.TITLE and not reason.other_authors and not reason.other_arxiv_ids:
        parts.append(translate("Duplicates", "the authors of one are not known"))
    return wording.listed(parts)


def group_words(group: DuplicateGroup) -> str:
    """Why these papers may be one, in a line."""
    if not group.why:
        return QCoreApplication.translate("Duplicates", "Chosen by you")
    words = list(dict.fromkeys(reason_words(reason) for reason in group.why))
    return " · ".join(words)


def looks_like(count: int) -> str:
    """What is told of so many new papers."""
    if count == 1:
        return QCoreApplication.translate("Duplicates", "1 paper looks like one you have.")
    return QCoreApplication.translate("Duplicates", "{papers} look like ones you have.").format(
        papers=wording.papers(count)
    )
