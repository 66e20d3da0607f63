"""Bringing into the library what a feed told. It is no step of undo, as the answers of arXiv are none.

A paper is known by its arXiv id, or as one that was merged into another. What is there stays as it is, also in the
Trash. What undo took back comes as new; but what a feed told of before and a person deleted for good stays away.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Connection

from db import arxiv_records, fetches, row_writer
from db.feeds import of_day
from db.index_documents import documents, driver, reindexed
from db.merged_papers import kept_papers
from db.new_again import as_new
from db.pieces import select_in
from db.records import SEPARATOR
from db.search import add_to_index
from db.settling import settle
from db.stored_values import TAKEN_BACK, now_ms
from db.touched import papers_of
from db.undo_log import Change, RowsChange
from desktop.domain.arxiv_id import arxiv_link, month_of
from desktop.domain.changes import Changes
from desktop.domain.digest import ENTRY_FIELDS, entry_key, entry_strings
from desktop.domain.feeds import Feed, FeedAnswer
from desktop.domain.fetching import FetchKind
from desktop.domain.found_paper import FoundPaper
from desktop.domain.ids import FeedId, PaperId
from desktop.domain.title_key import title_hash

_HELD = "SELECT arxiv_id, id, arxiv_version, trashed_at FROM papers WHERE arxiv_id IN ({})"
_STATES = "SELECT id, trashed_at FROM papers WHERE id IN ({})"
_TOLD_EVER = "SELECT DISTINCT paper_id FROM feed_papers WHERE paper_id IN ({})"
_RECORDED = "SELECT arxiv_id, max(version) FROM arxiv_records WHERE arxiv_id IN ({}) GROUP BY arxiv_id"
_TOLD_BY = "SELECT paper_id, day, announced, version FROM feed_papers WHERE feed_id = {feed} AND paper_id IN ({{}})"
_TELL = """
INSERT INTO feed_papers (feed_id, day, paper_id, position, announced, version, found_at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (feed_id, day, paper_id) DO UPDATE SET position = excluded.position, announced = excluded.announced,
  version = excluded.version
"""
_TELL_DAY = """
INSERT INTO feed_days (feed_id, day, at, found, added, left_out) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (feed_id, day) DO UPDATE SET at = excluded.at, found = excluded.found, left_out = excluded.left_out,
  added = feed_days.added + excluded.added
"""


@dataclass(frozen=True, slots=True)
class Brought:
    """What storing an answer came to."""

    added: int = 0
    known: int = 0
    repeated: int = 0
    """Of those that are known: told by this feed on an earlier day."""
    papers: tuple[PaperId, ...] = ()
    """Of that day, in the feed's order."""
    changes: Changes = field(default_factory=Changes)


class _Held(NamedTuple):
    """A paper that the library has rows of."""

    id: PaperId
    """Of the one that stands for it, if it was merged."""
    version: int | None
    in_use: bool
    gone: bool
    """As taken back."""
    own_id: bool
    """It is known by this very arXiv id."""


def store(connection: Connection, feed: Feed, answer: FeedAnswer) -> Brought:
    """Keep what a feed told on a day: the papers that its filter lets through."""
    raw, let = driver(connection), [paper for paper in answer.papers if feed.choice.filter.lets(paper)]
    held = _held(raw, [paper.arxiv_id for paper in let])
    gone = [known.id for known in held.values() if known.gone]
    told_ever = {paper for (paper,) in select_in(raw, _TOLD_EVER, gone)}
    away = {arxiv_id for arxiv_id, known in held.items() if known.gone and known.id in told_ever}
    back = {arxiv_id: known.id for arxiv_id, known in held.items() if known.gone and arxiv_id not in away}
    fresh = [paper for paper in let if paper.arxiv_id not in held]
    made = _write_new(connection, fresh) | back
    _bring_out(connection, [(back[paper.arxiv_id], paper) for paper in let if paper.arxiv_id in back])
    standing = {arxiv_id: known.id for arxiv_id, known in held.items() if arxiv_id not in away} | made
    in_use = {arxiv_id for arxiv_id, known in held.items() if known.in_use and known.own_id} | set(made)
    use = [paper for paper in let if paper.arxiv_id in in_use]
    records = [(standing[paper.arxiv_id], paper.arxiv_id, paper.record) for paper in use if paper.record is not None]
    arxiv_records.store_records(connection, records)
    _wish(connection, use, made, held)
    told = [(standing[paper.arxiv_id], paper) for paper in let if paper.arxiv_id in standing]
    repeated = _tell(raw, feed.id, answer, told)
    if answer.papers and not (let and repeated == len(let)):
        left_out = len(answer.papers) - len(let)
        raw.execute(_TELL_DAY, (feed.id, answer.day, now_ms(), len(answer.papers), len(made), left_out))
    changed = (standing[paper.arxiv_id] for paper in use if paper.arxiv_id not in made)
    changes = Changes(tuple(sorted(made.values(), reverse=True)), tuple(dict.fromkeys(changed)), feeds=True)
    return Brought(len(made), len(let) - len(made), repeated, of_day(raw, feed.id, answer.day), changes)


def _held(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, _Held]:
    rows = {arxiv_id: told for arxiv_id, *told in select_in(connection, _HELD, ids)}
    merged = kept_papers(connection)
    ends = {merged.get(paper, paper) for paper, *_ in rows.values()}
    trashed = dict(select_in(connection, _STATES, ends))
    found = {}
    for arxiv_id, (paper, version, _) in rows.items():
        end = merged.get(paper, paper)
        found[arxiv_id] = _Held(end, version, trashed[end] is None, trashed[end] == TAKEN_BACK, end == paper)
    return found


# Papers that are new


def _write_new(connection: Connection, fresh: Sequence[FoundPaper]) -> dict[str, PaperId]:
    """The first gets the highest, newest id."""
    if not fresh:
        return {}
    raw = driver(connection)
    (last,) = raw.execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    made = {paper.arxiv_id: PaperId(last + number) for number, paper in enumerate(reversed(fresh), start=1)}
    entries = _entries(raw, fresh)
    rows = [{"id": made[paper.arxiv_id], **_columns(paper, entries)} for paper in reversed(fresh)]
    names = ", ".join(rows[0])
    statement = f"INSERT INTO papers ({names}) VALUES ({', '.join('?' * len(rows[0]))})"
    raw.executemany(statement, [tuple(row.values()) for row in rows])
    ids = list(made.values())
    settle(connection, ids)
    add_to_index(raw, ((paper, *row) for paper, row in documents(raw, ids).items()))
    return made


def _bring_out(connection: Connection, back: Sequence[tuple[PaperId, FoundPaper]]) -> None:
    """Papers that undo took back come out as if they were new."""
    if not back:
        return
    raw = driver(connection)
    entries = _entries(raw, [paper for _, paper in back])
    changes: list[Change] = as_new(raw, [key for key, _ in back])
    for key, paper in back:
        after = {**_columns(paper, entries), "merged_into": None, "shown_record": None, "newer_version": None}
        row = raw.execute(f"SELECT {', '.join(after)} FROM papers WHERE id = ?", (key,)).fetchone()
        changes.append(RowsChange("papers", ({"id": key},), dict(zip(after, row, strict=True)), after))
    papers = sorted(papers_of(changes))
    with reindexed(connection, papers):
        row_writer.apply(connection, changes)
        settle(connection, papers)


def _columns(paper: FoundPaper, entries: dict[bytes, int]) -> dict[str, Any]:
    """What the feed tells; of what arXiv's own record tells the rest follows once that is stored."""
    return {
        "title": paper.title,
        "translated_title": "",
        "arxiv_id": paper.arxiv_id,
        "arxiv_version": paper.version,
        "doi": "",
        "link": arxiv_link(paper.arxiv_id),
        "title_hash": title_hash(paper.title),
        "categories": " ".join(paper.categories),
        "authors": SEPARATOR.join(name.replace(";", ",") for name in paper.authors),
        "published": month_of(paper.arxiv_id),
        "announced": paper.announced,
        "entry_id": None if paper.entry is None else entries[entry_key(paper.entry)],
        "origin_digest_id": None,
        "typed_facts": "",
        "added_at": now_ms(),
        "trashed_at": None,
    }


def _entries(connection: sqlite3.Connection, papers: Sequence[FoundPaper]) -> dict[bytes, int]:
    """The ids of the entries of these papers, by their keys; those that are new are written."""
    wanted = {entry_key(paper.entry): paper.entry for paper in papers if paper.entry is not None}
    found: dict[bytes, int] = dict(select_in(connection, "SELECT key, id FROM entries WHERE key IN ({})", wanted))
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM entries").fetchone()
    fresh = {key: last + number for number, key in enumerate((key for key in wanted if key not in found), start=1)}
    columns = ("id", "key", *ENTRY_FIELDS)
    connection.executemany(
        f"INSERT INTO entries ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
        [(number, key, *entry_strings(wanted[key])) for key, number in fresh.items()],
    )
    return found | fresh


# What follows for papers, new or known


def _wish(connection: Connection, use: Sequence[FoundPaper], made: dict[str, PaperId], held: dict[str, _Held]) -> None:
    """arXiv is asked for the rest of what is new, and for what has a version that nobody told of yet."""
    told = dict(select_in(driver(connection), _RECORDED, [paper.arxiv_id for paper in use]))
    wanted = [made[paper.arxiv_id] for paper in use if paper.arxiv_id in made and paper.record is None]
    for paper in use:
        if paper.arxiv_id not in made and paper.record is None:
            known = held[paper.arxiv_id]
            if (paper.version or 0) > max(known.version or 0, told.get(paper.arxiv_id, 0)):
                wanted.append(known.id)
    fetches.want(connection, wanted, FetchKind.METADATA, automatic=True)


def _tell(
    connection: sqlite3.Connection, feed: FeedId, answer: FeedAnswer, told: Sequence[tuple[PaperId, FoundPaper]]
) -> int:
    """Remember which papers were told of on that day; those that this feed told the same of on an earlier day stay
    with that one. Returns how many these are."""
    earlier: dict[PaperId, set[tuple[str, int | None]]] = {}
    before = select_in(connection, _TOLD_BY.format(feed=int(feed)), [paper for paper, _ in told])
    for paper, day, announced, version in before:
        if day != answer.day:
            earlier.setdefault(paper, set()).add((announced, version))
    place = {paper.arxiv_id: number for number, paper in enumerate(answer.papers, start=1)}
    now, rows, repeated = now_ms(), [], 0
    for paper, found in told:
        there = earlier.get(paper, set())
        by_id = not found.announced or found.record is not None  # a record is of the newest version, not of that day's
        if (found.announced, found.version) in there or (there and by_id):
            repeated += 1
        else:
            position = place[found.arxiv_id]
            rows.append((feed, answer.day, paper, position, found.announced, found.version, now))
    connection.executemany(_TELL, rows)
    return repeated
