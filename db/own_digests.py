"""Digests that are made here: reading them, and what making, ordering, editing and deleting them changes, as steps that
can be undone.

Statements are SQL text over the driver's connection, like those of `db/browse.py`. A digest that is deleted, or whose
making was undone, is as taken back: it keeps its papers and what was handed on, until `db/purging` deletes it.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from db.index_documents import driver
from db.pieces import select_in
from db.stored_values import TAKEN_BACK, now_ms
from db.undo_log import Change, RowsChange, RowValues
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import FeedId, OwnDigestId, PaperId
from desktop.domain.own_digest import DigestChoice, DigestField, MadeOf, MadeOfKind, OwnDigest, Template

_DAY_MS = 86_400_000
_KEY = ("own_digest_id", "paper_id")
_DIGEST = """
SELECT name, preface, language, template, left_out, made_of, created_at, changed_at FROM own_digests
WHERE id = ? AND trashed_at IS NULL"""
_PAPERS = """
SELECT o.paper_id FROM own_digest_papers o JOIN papers p ON p.id = o.paper_id AND p.trashed_at IS NULL
WHERE o.own_digest_id = ? ORDER BY o.position, o.paper_id"""
_PLACES = "SELECT paper_id, position FROM own_digest_papers WHERE own_digest_id = ? ORDER BY position, paper_id"
_HOLDING = "SELECT own_digest_id, paper_id, position FROM own_digest_papers WHERE paper_id IN ({})"
_READ = """
SELECT p.id FROM papers p JOIN (
  SELECT r.paper_id AS id, r.read_at AS at FROM reading_places r WHERE r.read_at >= :since
  UNION ALL SELECT t.id, t.finished_at FROM papers t
    WHERE t.status <> 'inbox' AND t.status = 'read' AND t.finished_at >= :since) read ON read.id = p.id
WHERE p.trashed_at IS NULL GROUP BY p.id ORDER BY max(read.at), p.id"""
_NEWEST_DAY = "SELECT max(day) FROM feed_papers WHERE feed_id = ?"
_OF_FEED_DAY = f"""
SELECT id FROM own_digests WHERE trashed_at IS NULL AND json_extract(made_of, '$.kind') = '{MadeOfKind.FEED_DAY}'
  AND json_extract(made_of, '$.item') = ? AND json_extract(made_of, '$.day') = ? ORDER BY created_at DESC, id DESC"""


# Reading


def own_digest(connection: sqlite3.Connection, digest: OwnDigestId) -> OwnDigest:
    """A digest. Raises InputError(NO_SUCH_DIGEST) if it is gone."""
    found = connection.execute(_DIGEST, (digest,)).fetchone()
    if found is None:
        raise InputError(Reason.NO_SUCH_DIGEST, detail="this digest is no longer in the library")
    name, preface, language, template, left_out, made_of, created, changed = found
    fields = frozenset(DigestField(field) for field in left_out.split())
    choice = DigestChoice(name, preface, language, Template(template), fields)
    papers = tuple(PaperId(paper) for (paper,) in connection.execute(_PAPERS, (digest,)))
    return OwnDigest(digest, choice, MadeOf.read(made_of), papers, created, changed)


def names(connection: sqlite3.Connection) -> set[str]:
    """What the digests are called, as `label_key` compares names."""
    return {key for (key,) in connection.execute("SELECT label_key(name) FROM own_digests WHERE trashed_at IS NULL")}


def read_lately(connection: sqlite3.Connection, days: int) -> tuple[PaperId, ...]:
    """The papers that were marked as read, or open in the reader, in the last days: in the order in which they were
    read."""
    since = now_ms() - days * _DAY_MS
    return tuple(PaperId(paper) for (paper,) in connection.execute(_READ, {"since": since}))


def newest_day(connection: sqlite3.Connection, feed: FeedId) -> str:
    """The newest day of which the feed brought papers (YYYY-MM-DD); empty if it brought none."""
    return str(connection.execute(_NEWEST_DAY, (feed,)).fetchone()[0] or "")


def of_feed_day(connection: sqlite3.Connection, feed: FeedId, day: str) -> OwnDigestId | None:
    """The digest that was made last of what the feed brought on that day, if there is one."""
    found = connection.execute(_OF_FEED_DAY, (feed, day)).fetchone()
    return None if found is None else OwnDigestId(found[0])


# Changing


def prepared(connection: Connection, choice: DigestChoice, made_of: MadeOf) -> OwnDigestId:
    """A new digest that is as taken back, for `making` to bring out."""
    now = now_ms()
    values = {**_columns(choice), "made_of": made_of.stored(), "created_at": now, "changed_at": now}
    columns = ", ".join(values)
    places = ", ".join("?" * len(values))
    statement = f"INSERT INTO own_digests ({columns}, trashed_at) VALUES ({places}, {TAKEN_BACK}) RETURNING id"
    return OwnDigestId(driver(connection).execute(statement, tuple(values.values())).fetchone()[0])


def making(connection: Connection, digest: OwnDigestId, papers: Sequence[PaperId]) -> list[Change]:
    """The digest comes out with these papers. Those that are in the Trash or gone are left out."""
    out = RowsChange("own_digests", ({"id": digest},), {"trashed_at": TAKEN_BACK}, {"trashed_at": None})
    return [out, *_placed(digest, in_use(connection, papers), 0)]


def adding(
    connection: Connection, digest: OwnDigest, papers: Sequence[PaperId], before: PaperId | None = None
) -> list[Change]:
    """These papers come before that one, or to the end of the digest; those that it holds stay where they are."""
    places = _places(connection, digest.id)
    new = [paper for paper in in_use(connection, papers) if paper not in places]
    if before not in places or not new:
        return _with_moment(digest, _placed(digest.id, new, max(places.values(), default=-1) + 1))
    at = places[before]
    later = {paper: place for paper, place in places.items() if place >= at}
    keys, were = [(digest.id, paper) for paper in later], [(place,) for place in later.values()]
    are = [(place + len(new),) for place in later.values()]
    moved = RowValues("own_digest_papers", _KEY, ("position",), keys, were, are)
    return _with_moment(digest, [moved, *_placed(digest.id, new, at)])


def removing(connection: Connection, digest: OwnDigest, papers: Sequence[PaperId]) -> list[Change]:
    """These papers leave the digest, and stay in the library."""
    places = _places(connection, digest.id)
    gone = [paper for paper in dict.fromkeys(papers) if paper in places]
    keys = [(digest.id, paper) for paper in gone]
    were = [(places[paper],) for paper in gone]
    return _with_moment(digest, [RowValues("own_digest_papers", _KEY, ("position",), keys, were, None)] if gone else [])


def moving(
    connection: Connection, digest: OwnDigest, papers: Sequence[PaperId], before: PaperId | None
) -> list[Change]:
    """These papers of the digest stand, in the given order, before that one, or at its end. `before` may be one of
    them: they come before the next one that is not."""
    places = _places(connection, digest.id)
    block = [paper for paper in dict.fromkeys(papers) if paper in places]
    order = list(places)
    if before in block:
        before = next((paper for paper in order[order.index(before) :] if paper not in block), None)
    rest = [paper for paper in order if paper not in set(block)]
    at = rest.index(before) if before in places and before is not None else len(rest)
    new = [(paper, place) for place, paper in enumerate([*rest[:at], *block, *rest[at:]]) if places[paper] != place]
    if not new or [*rest[:at], *block, *rest[at:]] == order:
        return []
    keys = [(digest.id, paper) for paper, _ in new]
    were, are = [(places[paper],) for paper, _ in new], [(place,) for _, place in new]
    return _with_moment(digest, [RowValues("own_digest_papers", _KEY, ("position",), keys, were, are)])


def editing(digest: OwnDigest, choice: DigestChoice) -> list[Change]:
    """The digest is as it is chosen now."""
    before, after = _columns(digest.choice), _columns(choice)
    changed = [name for name in before if before[name] != after[name]]
    if not changed:
        return []
    told = RowsChange(
        *("own_digests", ({"id": digest.id},), {name: before[name] for name in changed}),
        {name: after[name] for name in changed},
    )
    return _with_moment(digest, [told])


def deleting(digest: OwnDigest) -> list[Change]:
    """The digest is taken back. Its papers stay in the library."""
    return [RowsChange("own_digests", ({"id": digest.id},), {"trashed_at": None}, {"trashed_at": TAKEN_BACK})]


def in_own_digests(connection: sqlite3.Connection, keep: PaperId, others: Sequence[PaperId]) -> list[Change]:
    """The paper that others are merged into stands in their digests, too, where the first of them stood."""
    first: dict[int, int] = {}
    for digest, _, position in select_in(connection, _HOLDING, others):
        first[digest] = min(position, first.get(digest, position))
    for digest, *_ in select_in(connection, _HOLDING, [keep]):
        first.pop(digest, None)
    keys, places = [(digest, keep) for digest in first], [(place,) for place in first.values()]
    return [RowValues("own_digest_papers", _KEY, ("position",), keys, None, places)] if keys else []


def in_use(connection: Connection, papers: Sequence[PaperId]) -> list[PaperId]:
    """Those of the papers that are in the library and not in the Trash, each once, in this order."""
    wanted = list(dict.fromkeys(papers))
    statement = "SELECT id FROM papers WHERE +trashed_at IS NULL AND id IN ({})"
    there = {paper for (paper,) in select_in(driver(connection), statement, wanted)}
    return [paper for paper in wanted if paper in there]


def _columns(choice: DigestChoice) -> dict[str, Any]:
    return {
        "name": choice.name,
        "preface": choice.preface,
        "language": choice.language,
        "template": choice.template.value,
        "left_out": " ".join(field.value for field in DigestField if field in choice.left_out),
    }


def _places(connection: Connection, digest: OwnDigestId) -> dict[PaperId, int]:
    """The papers of a digest in their order, those in the Trash too, and their positions."""
    return dict(driver(connection).execute(_PLACES, (digest,)).fetchall())


def _placed(digest: OwnDigestId, papers: Sequence[PaperId], first: int) -> list[Change]:
    if not papers:
        return []
    keys = [(digest, paper) for paper in papers]
    places = [(first + number,) for number in range(len(papers))]
    return [RowValues("own_digest_papers", _KEY, ("position",), keys, None, places)]


def _with_moment(digest: OwnDigest, changes: list[Change]) -> list[Change]:
    """The changes, and when they were."""
    now = {"changed_at": max(now_ms(), digest.changed_ms + 1)}
    moment = RowsChange("own_digests", ({"id": digest.id},), {"changed_at": digest.changed_ms}, now)
    return [*changes, moment] if changes else []
