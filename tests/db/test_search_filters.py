"""Fields of the reading list: what is found equals what a plain filter of the same papers finds."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.saved_queries import saved_queries
from db.search import search_ids
from db.search_query import compile_query
from desktop.domain.labels import label_key
from desktop.domain.query import And, DateRange, Filter, Not, Or, Query, Term
from desktop.domain.query_parser import parse
from desktop.domain.query_references import references
from desktop.domain.reading_list import Status
from tests.db.searchable import add_paper, new_library

TODAY = datetime.now(UTC).astimezone().date()
TAGS = ("ml", "ml/vision", "mlops", "计算机 视觉", "100%")
COLLECTIONS = {1: ("Thesis", None), 2: ("Chapter 1", 1), 3: ("thesis", 2), 4: ("Talks", None)}
"""Names and parents, by key."""
SAVED = {
    "words": "title:deep",
    "both": "search:words OR (search:Words -tag:ml)",
    "many": " OR ".join(["(search:both status:unread)"] * 20),
    "round": "search:round OR is:starred",
    "gone": "search:nowhere OR search:round OR priority:high",
}


@dataclass(frozen=True)
class Paper:
    """What is to be found of a paper."""

    title: str
    status: str
    starred: bool
    priority: int
    due: str
    added: date
    finished: date | None
    tags: frozenset[str]
    collections: frozenset[int]


DAYS = st.sampled_from([TODAY - timedelta(400), *(TODAY + timedelta(days) for days in range(-9, 9))])
PAPERS = st.builds(
    Paper,
    st.sampled_from(["deep nets", "shallow nets"]),
    st.sampled_from([status.value for status in Status]),
    st.booleans(),
    st.integers(0, 3),
    st.just("") | DAYS.map(date.isoformat),
    DAYS,
    st.none() | DAYS,
    st.frozensets(st.sampled_from(TAGS), max_size=3),
    st.frozensets(st.sampled_from(sorted(COLLECTIONS)), max_size=2),
)
LEAVES = st.sampled_from(
    [
        *("deep", "tag:ml", "tag:ML/Vision", "tag:ml*", 'tag:"计算机 视觉"', "tag:100%", "tag:none", "has:tags"),
        *("collection:thesis", 'collection:"chapter 1"', "collection:t*", "collection:none", "has:collections"),
        *(f"status:{status}" for status in Status),
        *("status:unread", "is:starred", "is:due", "is:overdue", "has:due"),
        *("priority:high", "priority:low", "priority:none"),
        *("due:week", "due:today", "due:<today", "due:3d", f"due:{TODAY.year}", f"due:>={TODAY.isoformat()}"),
        *("added:today", "added:7d", "added:<=yesterday", f"added:{TODAY.year}", "added:month", "added:-2020"),
        *("read:today", "read:week", f"read:{TODAY.isoformat()[:7]}", "read:1w", "read:>today"),
        *(f"search:{name}" for name in SAVED),
    ]
)


def _pair(parts: tuple[str, str]) -> str:
    return f"({parts[0]} OR {parts[1]})"


def _trees() -> st.SearchStrategy[str]:
    return st.recursive(
        LEAVES,
        lambda inner: st.one_of(
            st.tuples(inner, inner).map(" ".join),
            st.tuples(inner, inner).map(_pair),
            inner.map(lambda text: f"-({text})"),
        ),
        max_leaves=5,
    )


@contextmanager
def library() -> Iterator[sqlite3.Connection]:
    with tempfile.TemporaryDirectory() as folder, new_library(Path(folder) / "library.sqlite") as connection:
        connection.executemany(
            "INSERT INTO tags (id, name, key, color) VALUES (?, ?, ?, 0)",
            [(number, name, label_key(name)) for number, name in enumerate(TAGS)],
        )
        connection.executemany(
            "INSERT INTO collections (id, name, parent_id, position) VALUES (?, ?, ?, 0)",
            [(number, *known) for number, known in COLLECTIONS.items()],
        )
        connection.executemany(
            "INSERT INTO saved_searches (name, key, query, position) VALUES (?, ?, ?, 0)",
            [(name, label_key(name), query) for name, query in SAVED.items()],
        )
        yield connection


def put(connection: sqlite3.Connection, number: int, paper: Paper) -> None:
    add_paper(connection, number, title=paper.title)
    values = (paper.status, paper.starred, paper.priority, paper.due, moment(paper.added), moment(paper.finished))
    columns = "status = ?, starred = ?, priority = ?, due = ?, added_at = ?, finished_at = ?"
    connection.execute(f"UPDATE papers SET {columns} WHERE id = ?", (*values, number))
    tags = [(number, TAGS.index(tag)) for tag in paper.tags]
    connection.executemany("INSERT INTO paper_tags (paper_id, tag_id) VALUES (?, ?)", tags)
    held = [(number, collection) for collection in paper.collections]
    connection.executemany("INSERT INTO paper_collections (paper_id, collection_id) VALUES (?, ?)", held)


def moment(day: date | None) -> int | None:
    """Noon of that day, where the person is."""
    return None if day is None else int(datetime(day.year, day.month, day.day, 12).astimezone().timestamp() * 1000)


def fits(paper: Paper, query: Query, saved: dict[str, Query]) -> bool:
    """The plain filter."""
    match query:
        case Term(text):
            return text in paper.title
        case Not(part):
            return not fits(paper, part, saved)
        case And(parts):
            return all(fits(paper, part, saved) for part in parts)
        case Or(parts):
            return any(fits(paper, part, saved) for part in parts)
        case DateRange(field, since, before):
            unfinished = field != "due" or paper.status not in ("read", "archived")
            days = {"due": paper.due, "added": paper.added, "read": paper.finished}
            return unfinished and bool(days[field]) and since <= str(days[field]) < before
        case Filter("search", name):
            return label_key(name) in saved and fits(paper, saved[label_key(name)], saved)
        case Filter(field, value, prefix):
            return PLAIN[field](paper, value.lower(), prefix)
    raise AssertionError(query)


def _has_tag(paper: Paper, value: str, prefix: bool) -> bool:
    return any(tag == value or tag.startswith(value if prefix else f"{value}/") for tag in paper.tags)


def _collected(paper: Paper, value: str, prefix: bool) -> bool:
    above = set(paper.collections)
    for _ in COLLECTIONS:
        above |= {parent for number in above if (parent := COLLECTIONS[number][1])}
    names = [COLLECTIONS[number][0].lower() for number in above]
    return any(name.startswith(value) if prefix else name == value for name in names)


def _is(paper: Paper, value: str, _: bool) -> bool:
    sunday = TODAY + timedelta(6 - TODAY.weekday())
    due = paper.due if paper.status not in ("read", "archived") else ""
    by_value = {"starred": paper.starred, "due": due <= sunday.isoformat(), "overdue": due < TODAY.isoformat()}
    return by_value[value] and (bool(due) or value == "starred")


PLAIN: dict[str, Callable[[Paper, str, bool], bool]] = {
    "tag": _has_tag,
    "collection": _collected,
    "is": _is,
    "has": lambda paper, value, _: bool(
        {"tags": paper.tags, "collections": paper.collections, "due": paper.due}[value]
    ),
    "priority": lambda paper, value, _: ["none", "low", "medium", "high"][paper.priority] == value,
    "status": lambda paper, value, _: (
        paper.status not in ("read", "archived") if value == "unread" else paper.status == value
    ),
}


@settings(deadline=None, max_examples=60)
@given(st.lists(PAPERS, min_size=1, max_size=6), st.lists(_trees(), min_size=1, max_size=15))
def test_what_is_found_fits(papers: list[Paper], texts: list[str]) -> None:
    with library() as connection:
        for number, paper in enumerate(papers, start=1):
            put(connection, number, paper)
        for text in texts:
            query = parse(text)
            saved = references(query, SAVED).queries
            fitting = [number for number, paper in enumerate(papers, start=1) if fits(paper, query, saved)]
            compiled = compile_query(query, saved_queries(connection, query))
            for ranked in (False, True):
                assert sorted(search_ids(connection, compiled, ranked=ranked)) == fitting


@pytest.mark.parametrize("reference", ["search:{0} OR (search:{0} -tag:x) -search:nowhere", "search:{0}"])
def test_searches_that_refer_to_each_other_do_not_grow_beyond_measure(reference: str) -> None:
    with library() as connection:
        put(connection, 1, Paper("deep", "read", False, 0, "", TODAY, None, frozenset(), frozenset()))
        texts = ["deep", *(reference.format(f"level{level}") for level in range(200))]
        rows = [(f"level{level}", text) for level, text in enumerate(texts)]
        connection.executemany("INSERT INTO saved_searches (name, key, query, position) VALUES (?1, ?1, ?2, 0)", rows)
        for text in ("search:level200", "-search:level200", "search:level200 OR search:level199 OR b"):
            query = parse(text)
            compiled = compile_query(query, saved_queries(connection, query))
            assert len(compiled.condition()) < 20_000
            assert list(search_ids(connection, compiled, ranked=True)) == ([] if text[0] == "-" else [1])
