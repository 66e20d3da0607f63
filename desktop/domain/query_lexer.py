"""The text of a search as signs of its language, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.query import FIELDS_BY_NAME, FieldKind

_PUNCTUATION = str.maketrans("“”„＂「」『』（）：＊－｜\0", '""""""""():*-| ')
_LEXEMES = re.compile(r'\s+|"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<mark>[()"])|(?P<word>[^\s"()]+)')
_QUOTED_NAME = re.compile(r'"(?P<phrase>(?:[^"]|"")*)(?:"(?P<star>\*?)|\Z)')
"""A quote inside is doubled; without a quote at its end all that follows is the name."""
_FIELD = re.compile(f"({'|'.join(FIELDS_BY_NAME)}):", re.IGNORECASE)


class Kind(Enum):
    """What a lexeme is."""

    WORD = auto()
    PHRASE = auto()
    OPEN = auto()
    CLOSE = auto()
    NOT = auto()
    FIELD = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """`text` has plain punctuation, for Chinese one, too."""

    kind: Kind
    text: str = ""
    prefix: bool = False
    """A beginning of a word."""
    raw: str = ""
    """Of a word or phrase, as a name: as it was typed."""
    span: tuple[int, int] = (0, 0)


def lexemes(text: str, *, typing: bool) -> Iterator[Lexeme]:
    """The lexemes of a text, the last one an END. With `typing`, a word at the very end is a beginning."""
    raw = text.encode("utf-8", "replace").decode()
    plain = raw.translate(_PUNCTUATION)
    at = 0
    named = False  # right behind the colon of a field that looks for a name
    brackets = 0  # those that are open behind such a colon
    while match := ((named or brackets) and _QUOTED_NAME.match(plain, at)) or _LEXEMES.match(plain, at):
        lexeme = Lexeme(Kind.END)
        for lexeme in _read(match, raw, typing=typing):
            yield lexeme
        at = match.end()
        if lexeme.kind is Kind.OPEN and (named or brackets):
            brackets += 1
        elif lexeme.kind is Kind.CLOSE and brackets:
            brackets -= 1
        named = lexeme.kind is Kind.FIELD and FIELDS_BY_NAME[lexeme.text].kind is FieldKind.NAME
    yield Lexeme(Kind.END)


def _read(match: re.Match[str], raw: str, *, typing: bool) -> Iterator[Lexeme]:
    if match.re is _LEXEMES and match["word"]:
        yield from _word(match, raw, typing=typing)
    elif match["phrase"] is not None:
        start, end = match.span("phrase")
        name = match["phrase"] if match.re is _LEXEMES else _undoubled(match["phrase"], raw[start:end])
        closed = match.end() > end
        yield Lexeme(Kind.PHRASE, match["phrase"], bool(match["star"]) or (typing and not closed), name, match.span())
    elif match["mark"] in ("(", ")"):
        yield Lexeme(Kind.OPEN if match["mark"] == "(" else Kind.CLOSE)


def _undoubled(plain: str, raw: str) -> str:
    """The name inside of quotes, as it was typed, but for the second of two quotes."""
    doubled = {match.end() - 1 for match in re.finditer('""', plain)}
    return "".join(sign for at, sign in enumerate(raw) if at not in doubled)


def _word(match: re.Match[str], raw: str, *, typing: bool) -> Iterator[Lexeme]:
    """A run without spaces, quotes and brackets: perhaps a hyphen, perhaps a field and its colon, and the rest."""
    word, following = match["word"], match.string[match.end() :][:1]
    at, end = match.span()
    guess = typing and not following
    if word[0] == "-" and (word[1:2] or following) not in ("", "-", ")") and not (word + following)[1].isspace():
        yield Lexeme(Kind.NOT)
        at += 1
        guess = False  # what is to be left out is not guessed at
    field = _FIELD.match(match.string, at, end)
    if field and _is_field(field, end, following):
        yield Lexeme(Kind.FIELD, field[1].lower())
        at = field.end()
    if at < end:
        text = match.string[at:end]
        star = text.endswith("*")
        yield Lexeme(Kind.WORD, text, guess or star, raw[at : end - star], (at, end))


def _is_field(field: re.Match[str], end: int, following: str) -> bool:
    """Titles hold `search: a …`: a name stands right behind the colon."""
    return FIELDS_BY_NAME[field[1].lower()].kind is not FieldKind.NAME or field.end() < end or not following.isspace()
