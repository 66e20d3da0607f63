"""The search box: text -> syntax tree.

    words            all must be found            "a phrase"    its words side by side
    begin*           words that begin so          -word         must not be found
    a b OR c d       both a and b, or both c and d; `或` and `|` do the same; AND may be written, too
    field:word       see `query.FIELDS`; also field:"a phrase", field:(a OR b), -field:word

There is no wrong syntax: what cannot be understood is looked for as words, and what holds no word is passed over.
Chinese colons, quotes and brackets are understood.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.query import EVERYTHING, FIELDS_BY_NAME, And, FieldKind, Filter, Not, Or, Query, Term
from desktop.domain.query_values import bare_id, date_range, whole_id
from desktop.domain.search_words import LETTER, tokens

MAX_WORDS = 100
"""More words than this (a pasted page) are passed over: FTS5 stops at 256 levels."""

_MAX_DEPTH = 10

_PUNCTUATION = str.maketrans("“”„＂「」『』（）：＊－｜\0", '""""""""():*-| ')
_LEXEMES = re.compile(r'\s+|"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<mark>[()"])|(?P<word>[^\s"()]+)')
_FIELD = re.compile(f"({'|'.join(FIELDS_BY_NAME)}):", re.IGNORECASE)
_OR = {"OR", "或", "|", "||"}
_AND = {"AND", "&", "&&"}
_ENDS_IN_LETTER = rf"{LETTER}\Z"
"""Compiled by `re` when it is first used: 1 ms that the first rows of the window do not wait for."""


class _Kind(Enum):
    WORD = auto()
    PHRASE = auto()
    OPEN = auto()
    CLOSE = auto()
    NOT = auto()
    FIELD = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: _Kind
    text: str = ""
    prefix: bool = False


def parse(text: str, *, typing: bool = False) -> Query:
    """The tree of what a person typed; `EVERYTHING` if it holds nothing to look for. Never raises.

    With `typing`, a Latin word at the very end counts as the beginning of a word.
    """
    clean = text.encode("utf-8", "replace").decode().translate(_PUNCTUATION)
    return _Parser(list(_lexemes(clean, typing=typing))).query()


def _lexemes(text: str, *, typing: bool) -> Iterator[_Lexeme]:
    for match in _LEXEMES.finditer(text):
        if match["word"]:
            yield from _word_lexemes(match["word"], text[match.end() :][:1], typing=typing)
        elif match["phrase"]:
            yield _Lexeme(_Kind.PHRASE, match["phrase"], bool(match["star"]))
        elif match["mark"] in ("(", ")"):
            yield _Lexeme(_Kind.OPEN if match["mark"] == "(" else _Kind.CLOSE)
    yield _Lexeme(_Kind.END)


def _word_lexemes(word: str, following: str, *, typing: bool) -> Iterator[_Lexeme]:
    """A run without spaces, quotes and brackets: perhaps a hyphen, perhaps a field and its colon, and the rest."""
    guess = typing and not following
    if word[0] == "-" and (word[1:2] or following) not in ("", "-", ")") and not (word + following)[1].isspace():
        yield _Lexeme(_Kind.NOT)
        word = word[1:]
        guess = False  # what is to be left out is not guessed at
    if field := _FIELD.match(word):
        yield _Lexeme(_Kind.FIELD, field[1].lower())
        word = word[field.end() :]
    if word:
        yield _Lexeme(_Kind.WORD, word, prefix=guess or word.endswith("*"))


_VALUES = frozenset({_Kind.WORD, _Kind.PHRASE, _Kind.OPEN})


class _Parser:
    """Recursive descent over the lexemes. Each method leaves `_at` behind what it read."""

    def __init__(self, lexemes: list[_Lexeme]) -> None:
        self._lexemes = lexemes
        self._at = 0
        self._depth = 0
        self._words = 0

    def query(self) -> Query:
        parts = []
        while self._next().kind is not _Kind.END:
            parts.append(self._alternatives(""))
            if self._next().kind is _Kind.CLOSE:  # one bracket too many
                self._at += 1
        return _all(parts)

    def _next(self) -> _Lexeme:
        return self._lexemes[self._at]

    def _alternatives(self, field: str) -> Query:
        """All up to a closing bracket. An OR that lacks one of its sides is a word."""
        groups: list[list[Query]] = [[]]
        pending = ""
        while (lexeme := self._next()).kind not in (_Kind.CLOSE, _Kind.END):
            if lexeme.kind is _Kind.WORD and lexeme.text in _OR and groups[-1] and not pending:
                pending = lexeme.text
                self._at += 1
            elif (part := self._part(field)) != EVERYTHING:
                if pending:
                    groups.append([])
                    pending = ""
                groups[-1].append(part)
        if pending:
            groups[-1].append(self._leaf(pending, field))
        parts = [_all(group) for group in groups]
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _part(self, field: str) -> Query:
        lexeme = self._next()
        self._at += 1
        if lexeme.kind is _Kind.NOT:
            part = self._value(field, _VALUES | {_Kind.FIELD})
            return part if part == EVERYTHING else Not(part)
        if lexeme.kind is _Kind.FIELD:
            return self._value(FIELDS_BY_NAME[lexeme.text].name, _VALUES)
        if lexeme.kind is _Kind.OPEN:
            return self._bracket(field)
        return self._leaf(lexeme.text, field, prefix=lexeme.prefix, quoted=lexeme.kind is _Kind.PHRASE)

    def _value(self, field: str, kinds: frozenset[_Kind]) -> Query:
        """What follows a field's colon, also behind a space, or a hyphen. Nothing there: these are passed over."""
        return self._part(field) if self._next().kind in kinds else EVERYTHING

    def _bracket(self, field: str) -> Query:
        if self._depth == _MAX_DEPTH:
            return EVERYTHING  # brackets deeper than this do not group
        self._depth += 1
        inside = self._alternatives(field)
        self._depth -= 1
        if self._next().kind is _Kind.CLOSE:
            self._at += 1
        return inside

    def _leaf(self, text: str, field: str, *, prefix: bool = False, quoted: bool = False) -> Query:
        self._words += 1
        if self._words > MAX_WORDS or (text in _AND and not quoted):
            return EVERYTHING
        if (fact := _fact(text, field)) is not None:
            return fact
        if quoted:
            return _term(text, field, prefix=prefix)
        if not field and (identifier := whole_id(text)):
            return Filter("id", identifier)
        return _words(text, field, prefix=prefix)


def _fact(text: str, field: str) -> Query | None:
    """The condition that a field other than a text field asks for; None if the value makes no sense."""
    match FIELDS_BY_NAME[field].kind if field else FieldKind.TEXT:
        case FieldKind.DATES:
            return date_range(field, text)
        case FieldKind.ID:
            return Filter(field, whole_id(text) or bare_id(text))
        case FieldKind.PART:
            return Filter(field, text)
        case FieldKind.CHOICE if text.lower() in FIELDS_BY_NAME[field].choices:
            return Filter(field, text.lower())
    return None


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
