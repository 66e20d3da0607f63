"""What the search box offers while a person types: fields, their choices, names, searches made before."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.query import FIELDS, FIELDS_BY_NAME, SearchField
from desktop.domain.query_parser import NameInText
from desktop.domain.query_values import name_value
from desktop.ui.library.field_words import choice_words, field_words

HISTORY = 20
"""Searches remembered."""
_HISTORY_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` becomes the whole search; `label` and `words` are what is shown."""

    text: str
    label: str
    words: str


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


def name_suggestions(text: str, typed: NameInText, names: Sequence[str]) -> list[Suggestion]:
    """The names that may stand in place of the one that is being typed at the end of `text`."""
    head = text[: typed.span[0]]
    return [Suggestion(f"{head}{name_value(name)} ", name, "") for name in names]


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
    words = choice_words(FIELDS_BY_NAME[name].name, choice)
    return Suggestion(f"{head}{name}:{choice} ", f"{name}:{choice}", words)
