"""Saved searches that a query refers to, those that these refer to, and so on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.labels import label_key
from desktop.domain.query import And, Filter, Not, Or, Query
from desktop.domain.query_parser import parse


@dataclass(frozen=True, slots=True)
class References:
    """What `search:` means in a query. Keys are those of names (`label_key`)."""

    queries: dict[str, Query] = field(default_factory=dict)
    """Each behind those that it refers to. Unknown searches are left out, and those that refer to themselves, be it
    through others: they find nothing."""
    unknown: frozenset[str] = frozenset()
    circles: frozenset[str] = frozenset()


def referred(query: Query) -> list[str]:
    """The keys of the saved searches that a query names, each as often as it does."""
    match query:
        case Filter("search", name):
            return [label_key(name)]
        case Not(part):
            return referred(part)
        case And(parts) | Or(parts):
            return [key for part in parts for key in referred(part)]
    return []


def references(query: Query, saved: Mapping[str, str]) -> References:
    """What the query refers to. `saved` are the texts of the saved searches by key."""
    reached: dict[str, Query] = {}
    unknown: set[str] = set()
    waiting = set(referred(query))
    while waiting:
        key = waiting.pop()
        if key in saved:
            reached[key] = parse(saved[key])
            waiting |= set(referred(reached[key])) - reached.keys()
        else:
            unknown.add(key)
    named = {key: set(referred(found)) & reached.keys() for key, found in reached.items()}
    circles = frozenset(key for key in reached if key in _reach(key, named))
    return References(_in_order(reached, named, circles), frozenset(unknown), circles)


def _reach(start: str, named: Mapping[str, set[str]]) -> set[str]:
    """All that a saved search refers to in the end; itself, if it is part of a circle."""
    found: set[str] = set()
    waiting = set(named[start])
    while waiting:
        key = waiting.pop()
        found.add(key)
        waiting |= named[key] - found
    return found


def _in_order(reached: Mapping[str, Query], named: Mapping[str, set[str]], circles: frozenset[str]) -> dict[str, Query]:
    order: dict[str, Query] = {}
    left = [key for key in reached if key not in circles]
    while left:
        ready = [key for key in left if named[key] - circles <= order.keys()]
        order |= {key: reached[key] for key in ready}
        left = [key for key in left if key not in order]
    return order


class Trouble(StrEnum):
    """Why a part of a search finds nothing, whatever the library holds."""

    NO_SUCH_SEARCH = "no-such-search"
    CIRCLE = "circle"
    """A saved search that refers to itself, be it through others."""
    NO_SUCH_FEED = "no-such-feed"
    NO_SUCH_TAG = "no-such-tag"
    NO_SUCH_COLLECTION = "no-such-collection"


@dataclass(frozen=True, slots=True)
class QueryTrouble:
    """A name in a search, as it was typed or saved, that finds nothing."""

    trouble: Trouble
    name: str
