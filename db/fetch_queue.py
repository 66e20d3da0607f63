"""Reading what is to be fetched from arXiv.

SQL text over the driver's connection: a paper's details are read before SQLAlchemy has been imported. CROSS keeps
SQLite from reading all papers of the library first, of which few are waited for.
"""

import sqlite3
from typing import Any

from desktop.domain.errors import Reason
from desktop.domain.fetching import Fetch, FetchKind, FetchQueue, FetchState
from desktop.domain.ids import FetchId, PaperId

_ASKED = f"""p.arxiv_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM fetches m WHERE m.paper_id = f.paper_id AND m.kind = '{FetchKind.METADATA}' AND m.version = f.version
  AND m.state = '{FetchState.FAILED}' AND m.reason = '{Reason.NOT_ON_ARXIV}' AND f.kind = '{FetchKind.PDF}')"""
"""A PDF of what arXiv does not know is not asked for, nor shown as a second failure; it is wanted again as soon as the
paper is asked about again, under a corrected id perhaps."""
_FETCHES = f"""
SELECT f.id, f.paper_id, f.kind, f.state, p.arxiv_id, f.version, p.title, f.attempts, f.retry_at, f.reason, f.detail,
  f.automatic
FROM fetches f CROSS JOIN papers p ON p.id = f.paper_id WHERE {_ASKED}"""
_IN_USE = "p.trashed_at IS NULL"
_LONGEST_WAIT_MS = 2 * 3_600_000
"""No wish waits longer; one that seems to was noted when the clock was wrong, and is due."""
_DUE = f"(f.retry_at <= :now OR f.retry_at > :now + {_LONGEST_WAIT_MS})"
_NEXT = f"""{_FETCHES} AND {_IN_USE} AND f.state = '{FetchState.WANTED}' AND f.kind = :kind AND {_DUE}
  AND (:room OR NOT f.automatic) ORDER BY f.position, f.id LIMIT :limit"""
_SOONEST = f"""
SELECT min(f.retry_at) FROM fetches f CROSS JOIN papers p ON p.id = f.paper_id
WHERE {_ASKED} AND {_IN_USE} AND f.state = '{FetchState.WANTED}' AND f.retry_at > :now
  AND (:room OR NOT f.automatic OR f.kind <> '{FetchKind.PDF}')"""
_METADATA_TO_COME = (
    f"{_IN_USE} AND f.kind = '{FetchKind.METADATA}' AND f.state IN ('{FetchState.WANTED}', '{FetchState.PAUSED}')"
)
_SHOWN = f"{_FETCHES} AND {_IN_USE} AND NOT ({_METADATA_TO_COME}) ORDER BY f.position, f.id"
_WAITING = f"""
SELECT count(*) FROM fetches f CROSS JOIN papers p ON p.id = f.paper_id
WHERE {_ASKED} AND {_METADATA_TO_COME}
"""
_TO_COME = f"""
SELECT f.kind, count(*) FROM fetches f CROSS JOIN papers p ON p.id = f.paper_id
WHERE {_ASKED} AND {_IN_USE} AND f.state = '{FetchState.WANTED}'
  AND (:room OR NOT f.automatic OR f.kind <> '{FetchKind.PDF}') GROUP BY f.kind"""
_RETRIED = f"""{_FETCHES} AND {_METADATA_TO_COME} AND f.state = '{FetchState.WANTED}' AND f.reason <> ''
  ORDER BY f.retry_at DESC LIMIT 1"""


def queue(connection: sqlite3.Connection) -> FetchQueue:
    """The wishes of papers outside the Trash in the order of their turn; metadata to come is counted alone."""
    (waiting,) = connection.execute(_WAITING).fetchone()
    retried = connection.execute(_RETRIED).fetchone()
    return FetchQueue(
        fetches=tuple(map(_fetch, connection.execute(_SHOWN))),
        pdf_bytes=pdf_bytes(connection),
        papers_waiting=waiting,
        papers_retry=None if retried is None else _fetch(retried),
    )


def fetches_of(connection: sqlite3.Connection, paper: PaperId) -> tuple[Fetch, ...]:
    """The wishes of one paper, in the order of their turn."""
    found = connection.execute(f"{_FETCHES} AND f.paper_id = ? ORDER BY f.position, f.id", (paper,))
    return tuple(map(_fetch, found))


def next_metadata(connection: sqlite3.Connection, now_ms: int, limit: int) -> tuple[Fetch, ...]:
    """The first wishes for metadata that can be tried now, at most `limit`."""
    values = {"kind": FetchKind.METADATA, "now": now_ms, "room": True, "limit": limit}
    return tuple(map(_fetch, connection.execute(_NEXT, values)))


def next_pdf(connection: sqlite3.Connection, now_ms: int, limit_bytes: int = 0) -> Fetch | None:
    """The first wish for a PDF that can be tried now. Once the library holds `limit_bytes` of PDFs (0: no limit), only
    what a person asked for comes in."""
    values = {"kind": FetchKind.PDF, "now": now_ms, "room": _has_room(connection, limit_bytes), "limit": 1}
    found = connection.execute(_NEXT, values).fetchone()
    return None if found is None else _fetch(found)


def next_moment(connection: sqlite3.Connection, now_ms: int, limit_bytes: int = 0) -> int | None:
    """The soonest moment after now at which something can be tried that cannot be tried now (milliseconds since 1970,
    UTC); None if there is none. `limit_bytes` as in `next_pdf`.
    """
    values = {"now": now_ms, "room": _has_room(connection, limit_bytes)}
    (soonest,) = connection.execute(_SOONEST, values).fetchone()
    return None if soonest is None else int(soonest)


def to_come(connection: sqlite3.Connection, limit_bytes: int = 0) -> dict[FetchKind, int]:
    """How many wishes will be tried without a person, now or later. `limit_bytes` as in `next_pdf`."""
    counts = connection.execute(_TO_COME, {"room": _has_room(connection, limit_bytes)})
    return {FetchKind(kind): count for kind, count in counts}


def pdf_bytes(connection: sqlite3.Connection) -> int:
    """The size of all PDFs of the library."""
    (size,) = connection.execute("SELECT coalesce(sum(size), 0) FROM files").fetchone()
    return int(size)


def _has_room(connection: sqlite3.Connection, limit_bytes: int) -> bool:
    return not limit_bytes or pdf_bytes(connection) < limit_bytes


def _fetch(record: tuple[Any, ...]) -> Fetch:  # the columns of _FETCHES
    key, paper, kind, state, arxiv_id, version, title, attempts, retry_at, reason, detail, automatic = record
    return Fetch(
        id=FetchId(key),
        paper=PaperId(paper),
        kind=FetchKind(kind),
        state=FetchState(state),
        arxiv_id=arxiv_id,
        version=version or None,
        title=title,
        attempts=attempts,
        retry_at_ms=retry_at,
        reason=Reason(reason) if reason else None,
        detail=detail,
        automatic=bool(automatic),
    )
