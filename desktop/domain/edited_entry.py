"""An entry as a digest should tell it after a person or a model wrote other texts."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.domain.derived_facts import with_abstract, with_title
from desktop.domain.digest import Entry
from desktop.domain.paper import ORIGINAL, PaperText, TextKind

_FIELDS = {TextKind.TITLE: "translated_title", TextKind.SUMMARY: "summary", TextKind.ABSTRACT: "translated_abstract"}


def with_texts(entry: Entry, texts: Iterable[PaperText], language: str) -> Entry:
    """`entry` with these texts in place of its own; `language` is that of its translations. Texts it has no field for
    are ignored.
    """
    for text in texts:
        entry = _with_text(entry, text, language)
    return entry


def _with_text(entry: Entry, text: PaperText, language: str) -> Entry:
    if text.language == language and text.kind in _FIELDS:
        return replace(entry, **{_FIELDS[text.kind]: text.value})
    if text.language != ORIGINAL:
        return entry
    if text.kind is TextKind.TITLE:
        return with_title(entry, text.value)
    if text.kind is TextKind.ABSTRACT:
        return with_abstract(entry, text.value)
    return replace(entry, summary_en=text.value) if text.kind is TextKind.SUMMARY else entry
