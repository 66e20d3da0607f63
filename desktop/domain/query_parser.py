"""The search box: text -> syntax tree.

    words            all must be found            "a phrase"    its words side by side
    begin*           words that begin so          -word         must not be found
    a b OR c d       both a and b, or both c and d; `或` and `|` do the same; AND may be written, too
    field:word       see `query.FIELDS`; also field:"a phrase", field:(a OR b), -field:word

There is no wrong syntax: what cannot be understood is looked for as words, and what holds no word is passed over.
Chinese colons, quotes and brackets are understood.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.labels import label_key
from desktop.domain.query import EVERYTHING, FIELDS_BY_NAME, And, FieldKind, Filter, Not, Or, Query, Term
from desktop.domain.query_lexer import Kind, Lexeme, lexemes
from desktop.domain.query_values import bare_id, date_range, name_value, whole_id
from desktop.domain.search_words import LETTER, tokens

MAX_WORDS = 100
"""More words than this (a pasted page) are passed over: FTS5 stops at 256 levels."""

_MAX_DEPTH = 10

_OR = {"OR", "或", "|", "||"}
_AND = {"AND", "&", "&&"}
_ENDS_IN_LETTER = rf"{LETTER}\Z"
"""Compiled by `re` when it is first used: 1 ms that the first rows of the window do not wait for."""


def parse(text: str, *, typing: bool = False) -> Query:
    """The tree of what a person typed; `EVERYTHING` if it holds nothing to look for. Never raises.

    With `typing`, a Latin word at the very end counts as the beginning of a word.
    """
    return _Parser(list(lexemes(text, typing=typing))).query()


@dataclass(frozen=True, slots=True)
class NameInText:
    """A name behind the colon of its field, and where it stands with its quotes."""

    field: str
    name: str
    span: tuple[int, int]


def names_in(text: str, *, typing: bool = False) -> list[NameInText]:
    """The whole names (no beginnings) of tags, collections and saved searches that a search holds, in order."""
    parser = _Parser(list(lexemes(text, typing=typing)))
    parser.query()
    return parser.names


def name_being_typed(text: str) -> NameInText | None:
    """The name at the very end of a text that goes on there: behind its colon, and in no quotes that are closed."""
    *before, _ = lexemes(text, typing=True)
    last = before[-1] if before else Lexeme(Kind.END)
    if last.kind is Kind.FIELD and FIELDS_BY_NAME[last.text].kind is FieldKind.NAME and not text[-1].isspace():
        return NameInText(FIELDS_BY_NAME[last.text].name, "", (len(text), len(text)))
    goes_on = last.kind is Kind.WORD or (last.kind is Kind.PHRASE and last.prefix)
    field = before[-2] if len(before) > 1 else last
    if not goes_on or last.span[1] < len(text) or field.kind is not Kind.FIELD:
        return None
    known = FIELDS_BY_NAME[field.text]
    return NameInText(known.name, last.raw, last.span) if known.kind is FieldKind.NAME else None


def with_new_names(text: str, field: str, new_name: Callable[[str], str | None]) -> str:
    """The text of a search with other names behind that field; None leaves a name as it is."""
    for named in reversed(names_in(text)):
        if named.field == field and (name := new_name(named.name)) is not None:
            start, end = named.span
            apart = " " if text[end : end + 1].strip() and text[end] not in "()（）" else ""
            text = f"{text[:start]}{name_value(name)}{apart}{text[end:]}"
    return text


_VALUES = frozenset({Kind.WORD, Kind.PHRASE, Kind.OPEN})


class _Parser:
    """Recursive descent over the lexemes. Each method leaves `_at` behind what it read."""

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self._lexemes = lexemes
        self._at = 0
        self._depth = 0
        self._words = 0
        self.names: list[NameInText] = []

    def query(self) -> Query:
        parts = []
        while self._next().kind is not Kind.END:
            parts.append(self._alternatives(""))
            if self._next().kind is Kind.CLOSE:  # one bracket too many
                self._at += 1
        return _all(parts)

    def _next(self) -> Lexeme:
        return self._lexemes[self._at]

    def _alternatives(self, field: str) -> Query:
        """All up to a closing bracket. An OR that lacks one of its sides is a word."""
        groups: list[list[Query]] = [[]]
        pending: Lexeme | None = None
        while (lexeme := self._next()).kind not in (Kind.CLOSE, Kind.END):
            if lexeme.kind is Kind.WORD and lexeme.text in _OR and groups[-1] and not pending:
                pending = lexeme
                self._at += 1
            elif (part := self._part(field)) != EVERYTHING:
                if pending:
                    groups.append([])
                    pending = None
                groups[-1].append(part)
        if pending:
            groups[-1].append(self._leaf(pending, field))
        parts = [_all(group) for group in groups]
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _part(self, field: str) -> Query:
        lexeme = self._next()
        self._at += 1
        if lexeme.kind is Kind.NOT:
            part = self._value(field, _VALUES | {Kind.FIELD})
            return part if part == EVERYTHING else Not(part)
        if lexeme.kind is Kind.FIELD:
            return self._value(FIELDS_BY_NAME[lexeme.text].name, _VALUES)
        if lexeme.kind is Kind.OPEN:
            return self._bracket(field)
        return self._leaf(lexeme, field)

    def _value(self, field: str, kinds: frozenset[Kind]) -> Query:
        """What follows a field's colon, also behind a space, or a hyphen. Nothing there: these are passed over."""
        return self._part(field) if self._next().kind in kinds else EVERYTHING

    def _bracket(self, field: str) -> Query:
        if self._depth == _MAX_DEPTH:
            return EVERYTHING  # brackets deeper than this do not group
        self._depth += 1
        inside = self._alternatives(field)
        self._depth -= 1
        if self._next().kind is Kind.CLOSE:
            self._at += 1
        return inside

    def _leaf(self, lexeme: Lexeme, field: str) -> Query:
        text, quoted = lexeme.text, lexeme.kind is Kind.PHRASE
        self._words += 1
        if self._words > MAX_WORDS or (text in _AND and not quoted):
            return EVERYTHING
        if field and FIELDS_BY_NAME[field].kind is FieldKind.NAME:
            return self._name(lexeme, field)
        if (fact := _fact(text, field, prefix=lexeme.prefix)) is not None:
            return fact
        if quoted:
            return _term(text, field, prefix=lexeme.prefix)
        if not field and (identifier := whole_id(text)):
            return Filter("id", identifier)
        return _words(text, field, prefix=lexeme.prefix)

    def _name(self, lexeme: Lexeme, field: str) -> Query:
        if not label_key(lexeme.raw):
            return EVERYTHING
        if not lexeme.prefix:
            self.names.append(NameInText(field, lexeme.raw, lexeme.span))
        return Filter(field, lexeme.raw, lexeme.prefix)


def _fact(text: str, field: str, *, prefix: bool) -> Query | None:
    """The condition that a field other than a text field asks for; None if the value makes no sense. A choice that is
    still being typed asks for nothing yet."""
    match FIELDS_BY_NAME[field].kind if field else FieldKind.TEXT:
        case FieldKind.DATES:
            return date_range(field, text)
        case FieldKind.ID:
            return Filter(field, whole_id(text) or bare_id(text))
        case FieldKind.PART:
            return Filter(field, text)
        case FieldKind.CHOICE if text.lower() in _choices(field):
            return Filter(field, text.lower())
        case FieldKind.CHOICE if prefix and any(choice.startswith(text.lower()) for choice in _choices(field)):
            return EVERYTHING
    return None


def _choices(field: str) -> tuple[str, ...]:
    return FIELDS_BY_NAME[field].choices


def _words(text: str, field: str, *, prefix: bool) -> Query:
    """The words of `foo:bar`, where foo is no field, or is one that has no value bar."""
    if field and FIELDS_BY_NAME[field].kind is not FieldKind.TEXT:
        field, text = "", f"{field}:{text}"
    *whole, last = text.split(":")
    return _all([_term(part, field, prefix=False) for part in whole] + [_term(last, field, prefix=prefix)])


def _term(text: str, field: str, *, prefix: bool) -> Query:
    """A term, or `EVERYTHING` where the text holds no word."""
    bare = text.rstrip("*")
    return Term(bare, field, prefix and bool(re.search(_ENDS_IN_LETTER, bare))) if tokens(bare) else EVERYTHING


def _all(parts: list[Query]) -> Query:
    """All of them at once, without Ands inside of Ands."""
    kept = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return kept[0] if len(kept) == 1 else And(tuple(kept))
