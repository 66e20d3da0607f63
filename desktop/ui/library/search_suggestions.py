"""What the search box offers while a person types: names of fields, their choices, searches made before."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.query import FIELDS, FIELDS_BY_NAME, SearchField

HISTORY = 20
"""Searches remembered."""
_HISTORY_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` becomes the whole search; `label` and `words` are what is shown."""

    text: str
    label: str
    words: str


def field_words(name: str) -> str:
    """What a field looks for, in the language of the window."""
    translate = QCoreApplication.translate
    words = {
        "title": translate("SearchFields", "words of the title, original or translated"),
        "author": translate("SearchFields", "a name among the authors"),
        "abstract": translate("SearchFields", "words of the abstract"),
        "summary": translate("SearchFields", "words of the one-sentence summary"),
        "note": translate("SearchFields", "words of your own note"),
        "id": translate("SearchFields", "the beginning of an arXiv id or DOI"),
        "year": translate("SearchFields", "a year, a month, or from–to"),
        "in": translate("SearchFields", "a part of a digest’s name"),
        "has": translate("SearchFields", "what a paper has"),
        "mark": translate("SearchFields", "words that you marked, or wrote on a mark"),
        "pdf": translate("SearchFields", "words of its PDFs"),
        "pdf-there": translate("SearchFields", "a PDF is in the library"),
        "marks-there": translate("SearchFields", "marks on its PDFs"),
        "summary-there": translate("SearchFields", "a one-sentence summary"),
        "note-there": translate("SearchFields", "a note of your own"),
        "translation": translate("SearchFields", "a translated title or abstract"),
        "abstract-there": translate("SearchFields", "an abstract"),
        "update": translate("SearchFields", "a newer version on arXiv"),
    }
    return words.get(name, "")


def suggestions(text: str, history: Sequence[str], *, chinese: bool = False) -> list[Suggestion]:
    """What may follow `text` (all that stands left of the cursor); everything there is, if that is nothing."""
    if not text.strip():
        earlier = [Suggestion(query, query, "") for query in history[:_HISTORY_SHOWN]]
        return earlier + [_field(text, "", field, chinese=chinese) for field in FIELDS]
    head, word = _last_word(text)
    name, colon, value = word.partition(":")
    field = FIELDS_BY_NAME.get(name)
    if colon:
        choices = field.choices if field is not None else ()
        return [_choice(head, name, choice) for choice in choices if choice.startswith(value) and choice != value]
    if len(name) < 2 and name.isascii():
        return []
    return [
        _field(head, name, field, chinese=chinese)
        for field in FIELDS
        if field.name.startswith(name.casefold()) or field.chinese.startswith(name)
    ]


def remembered(history: Sequence[str], query: str) -> list[str]:
    """The history with that search at its top."""
    query = query.strip()
    if len(query) < 2:
        return list(history)
    return [query, *(earlier for earlier in history if earlier != query)][:HISTORY]


def _last_word(text: str) -> tuple[str, str]:
    """The text up to its last word, brackets and signs included, and that word."""
    start = max(text.rfind(sign) for sign in " \u3000(-（") + 1
    return text[:start], text[start:]


def _field(head: str, typed: str, field: SearchField, *, chinese: bool) -> Suggestion:
    wants_chinese = field.chinese.startswith(typed) if typed else chinese
    name = field.chinese if wants_chinese else field.name
    return Suggestion(f"{head}{name}:", f"{name}:", field_words(field.name))


def _choice(head: str, name: str, choice: str) -> Suggestion:
    words = field_words(f"{choice}-there") or field_words(choice)
    return Suggestion(f"{head}{name}:{choice} ", f"{name}:{choice}", words)
