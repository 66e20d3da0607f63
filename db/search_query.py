"""Syntax tree -> SQL and FTS5's query language. What a person typed becomes parameters and quoted strings, never SQL.

Conditions are about a table `p` with the columns of `papers`. Those that need nothing of it but the key say `p.rowid`,
so that the index alone can answer them.
"""

import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from db.search_filters import date_condition, filter_condition
from db.search_text import PAGES, match_text
from desktop.domain.labels import label_key
from desktop.domain.query import And, DateRange, Filter, Not, Or, Query, Term
from desktop.domain.query_parser import MAX_WORDS
from desktop.domain.search_words import tokens

EVERY_ROW = "1"
NO_ROW = "0"


@dataclass(frozen=True, slots=True)
class CompiledQuery:
    """A query for SQLite: papers that `match` finds and for which `where` holds."""

    match: str | None
    """In FTS5's language; None for a query without words, or with words only as alternatives to other conditions."""
    where: str
    """A condition on `p`; `EVERY_ROW` if there is none."""
    parameters: dict[str, str]
    """Of `where`, all named q_…; and `q_match`, if there is a match."""
    quick_match: str | None
    """As `match`, but quicker with beginnings of one letter, which it finds only where ASCII goes on."""
    rankable: bool
    """False without words, and for one-letter beginnings, which find nearly everything."""

    def condition(self) -> str:
        """All of the query as one condition on `p`, for statements with an order of their own."""
        return self.where if self.match is None else f"{_found('q_match')} AND {self.where}"


_COLUMNS = {
    "title": "title translated_title",
    "author": "authors",
    "abstract": "abstract translated_abstract",
    "summary": "summary",
    "note": "note",
}
"""Text field -> columns of the index."""

_ELSEWHERE = {
    "mark": (
        "p.rowid IN (SELECT m.paper_id FROM marks m"
        " WHERE m.number IN (SELECT rowid FROM marks_fts WHERE marks_fts MATCH :{match}))"
    ),
    "pdf": (
        "p.rowid IN (SELECT f.paper_id FROM indexed_files i JOIN files f ON f.sha256 = i.sha256"
        f" WHERE i.id IN (SELECT rowid / {PAGES} FROM pages_fts WHERE pages_fts MATCH :{{match}}))"
    ),
}
"""Text fields with an index of their own."""

_HELD_READY = 2
"""The index holds the beginnings of this many letters (`prefix='2'`)."""

_SIGNS = string.ascii_lowercase + string.digits

_MAX_SPELT_OUT = 5
"""Each is spelt out as 37 words and beginnings."""

_IN_LIST = "p.rowid IN (SELECT value FROM json_each(:{ids}))"


@dataclass(frozen=True, slots=True)
class Saved:
    """The saved searches that a query may refer to, by the keys of their names. Others find nothing."""

    queries: dict[str, Query] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    """What they find, as a list in JSON: of those that are too long to be written out."""


NOTHING_SAVED = Saved()


def compile_query(query: Query, saved: Saved = NOTHING_SAVED) -> CompiledQuery:
    """What SQLite is asked for a query, which may refer to saved searches."""
    return _compiled(_opened(query, saved), _is_words, saved)


def compile_elsewhere(query: Query, field: str, saved: Saved = NOTHING_SAVED) -> CompiledQuery:
    """What the index of marks or of pages (`field`: mark or pdf) is asked: `match` holds the words without a field or
    of that one, `where` what else must be true of the paper."""
    return _compiled(_own(query, field), _is_bare, saved)


def _opened(query: Query, saved: Saved) -> Query:
    """The query with the parts of saved searches that must all hold, in place of their names: their words are found
    and ranked by the index like those that are typed."""
    waiting: list[Query] = [query]
    seen: set[str] = set()
    parts: list[Query] = []
    while waiting:
        part = waiting.pop(0)
        key = label_key(part.value) if isinstance(part, Filter) and part.field == "search" else ""
        if isinstance(part, And):
            waiting = [*part.parts, *waiting]
        elif key not in saved.queries or key in saved.ids or len(parts) + len(waiting) > MAX_WORDS:
            parts.append(part)
        elif key not in seen:
            seen.add(key)
            waiting.insert(0, saved.queries[key])
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _own(query: Query, field: str) -> Query:
    """The query as if that field had not been named."""
    match query:
        case Term() if query.field == field:
            return replace(query, field="")
        case Not(part):
            return Not(_own(part, field))
        case And(parts):
            return And(tuple(_own(part, field) for part in parts))
        case Or(parts):
            return Or(tuple(_own(part, field) for part in parts))
    return query


def _compiled(query: Query, is_words: Callable[[Query], bool], saved: Saved) -> CompiledQuery:
    parts = query.parts if isinstance(query, And) else (query,)
    words = [part for part in parts if is_words(part)]
    excluded = [part.part for part in parts if isinstance(part, Not) and is_words(part.part)] if words else []
    rest = [part for part in parts if part not in words and not (isinstance(part, Not) and part.part in excluded)]
    compiler = _Compiler(saved)
    where = " AND ".join(map(compiler.condition, rest)) or EVERY_ROW
    if not words:
        return CompiledQuery(None, where, compiler.parameters, None, rankable=False)
    terms = [term for part in words for term in _terms(part)]
    match = _match_all(words, excluded, quick=False)
    quick = _match_all(words, excluded, quick=True) if sum(map(_is_short, terms)) <= _MAX_SPELT_OUT else match
    rankable = not any(map(_is_short, terms))
    return CompiledQuery(match, where, {**compiler.parameters, "q_match": match}, quick, rankable)


def _is_words(query: Query) -> bool:
    """True for what the index of papers can answer alone: terms, all or any of them."""
    match query:
        case Term():
            return query.field not in _ELSEWHERE
        case And(parts) | Or(parts):
            return bool(parts) and all(map(_is_words, parts))
    return False


def _is_bare(query: Query) -> bool:
    """True for what an index of one column can answer alone."""
    return _is_words(query) and not any(term.field for term in _terms(query))


def _match_all(words: list[Query], excluded: list[Query], *, quick: bool) -> str:
    found = " AND ".join(_match(part, quick=quick) for part in words)
    if not excluded:
        return found
    return f"({found}) NOT ({' OR '.join(map(_match, excluded))})"


def _match(query: Query, *, quick: bool = False) -> str:
    """A part that is words only, in FTS5's language, safe to stand beside any operator."""
    match query:
        case Term():
            columns = f"{{{_COLUMNS[query.field]}}} : " if query.field else ""
            return f"({columns}({_spelt_out(query) if quick else match_text(query)}))"
        case And(parts):
            return f"({' AND '.join(_match(part, quick=quick) for part in parts)})"
        case Or(parts):
            return f"({' OR '.join(_match(part, quick=quick) for part in parts)})"
    raise AssertionError(query)


def _terms(words: Query) -> Iterator[Term]:
    if isinstance(words, Term):
        yield words
    elif isinstance(words, And | Or):
        for part in words.parts:
            yield from _terms(part)


def _is_short(term: Term) -> bool:
    """True for a term that ends in a beginning shorter than those that the index holds ready."""
    return term.prefix and len(tokens(term.text)[-1]) < _HELD_READY


def _spelt_out(term: Term) -> str:
    """A term in FTS5's language; a beginning of one letter as that letter and the beginnings of two."""
    if not _is_short(term):
        return match_text(term)
    start = match_text(term).removesuffix('"*')
    return " OR ".join([f'{start}"', *(f'{start}{sign}"*' for sign in _SIGNS)])


def _found(parameter: str) -> str:
    return f"p.rowid IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH :{parameter})"


class _Compiler:
    """Makes conditions and gathers their parameters."""

    def __init__(self, saved: Saved) -> None:
        self.parameters: dict[str, str] = {}
        self._saved = saved

    def condition(self, query: Query) -> str:
        """An SQL condition on `p` that can stand beside AND, OR and NOT."""
        if _is_words(query):
            return _found(self._bind(_match(query)))
        match query:
            case Term(field=field):
                return _ELSEWHERE[field].format(match=self._bind(match_text(query)))
            case Filter("search", name):
                return self._found_by(label_key(name))
            case Filter():
                return f"({filter_condition(query, self._bind)})"
            case DateRange():
                return f"({date_condition(query, self._bind)})"
            case Not(part):
                return f"({self.condition(part)}) IS NOT TRUE"  # what is not known (NULL) is not what was named
            case And(parts):
                return f"({' AND '.join(map(self.condition, parts)) or EVERY_ROW})"
            case _:
                return f"({' OR '.join(map(self.condition, query.parts)) or NO_ROW})"

    def _found_by(self, key: str) -> str:
        """What a saved search finds."""
        if key in self._saved.ids:
            return _IN_LIST.format(ids=self._bind(self._saved.ids[key]))
        return self.condition(self._saved.queries[key]) if key in self._saved.queries else NO_ROW

    def _bind(self, value: str) -> str:
        name = f"q_{len(self.parameters)}"
        self.parameters[name] = value
        return name
