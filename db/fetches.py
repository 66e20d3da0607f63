"""Writing what is to be fetched from arXiv, and what became of it. `db/fetch_queue.py` reads it."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from db.index_documents import driver
from db.pieces import pieces, select_in
from db.rows import fetches
from db.stored_values import now_ms
from desktop.domain.changes import Changes
from desktop.domain.errors import Reason
from desktop.domain.fetching import FetchKind, FetchState, Move
from desktop.domain.ids import FetchId, PaperId

NEWEST = 0
"""The version that stands for whichever is the newest."""

_UNTRIED = {"state": FetchState.WANTED.value, "attempts": 0, "retry_at": 0, "reason": "", "detail": ""}


def want(
    connection: Connection,
    papers: Sequence[PaperId],
    kind: FetchKind,
    version: int | None = None,
    *,
    automatic: bool = False,
    first: bool = False,
    gone: Collection[str] = frozenset(),
) -> Changes:
    """Wish for metadata or PDFs of these papers, of that version or the newest, behind all that is wished for already
    or before it.

    Left out are papers without an arXiv id and, for PDFs, those that have this very version; where the wish is the
    program's own (`automatic`), those that have any PDF. Files whose paths are `gone` count for nothing. A wish that
    failed begins anew; one that a person paused stays so unless a person asks again. Where a person wants the PDF of
    what arXiv did not know, arXiv is asked about that paper again: until it knows it, no PDF is loaded.
    """
    of_version = "1" if automatic else f"f.version = coalesce({version or 'NULL'}, p.arxiv_version)"
    wanted = _without_file(connection, papers, of_version if kind is FetchKind.PDF else "0", gone)
    if not wanted:
        return Changes()
    if kind is FetchKind.PDF and not automatic:
        unknown = select_in(driver(connection), _UNKNOWN.format(version=version or NEWEST), wanted)
        want(connection, [paper for (paper,) in unknown], FetchKind.METADATA, version, first=True)
    lowest, highest = _bounds(connection)
    start = lowest - len(wanted) if first else highest + 1
    wish = {"kind": kind.value, "version": version or NEWEST, "automatic": automatic, "asked_at": now_ms(), **_UNTRIED}
    statement = insert(fetches)
    columns: dict[str, Any] = {**_UNTRIED, "automatic": func.min(fetches.c.automatic, statement.excluded.automatic)}
    if first:
        columns["position"] = statement.excluded.position
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[fetches.c.paper_id, fetches.c.kind, fetches.c.version],
            set_=columns,
            where=fetches.c.state != FetchState.PAUSED.value if automatic else None,
        ),
        [{**wish, "paper_id": paper, "position": position} for position, paper in enumerate(wanted, start=start)],
    )
    return Changes(papers_changed=tuple(wanted))


def set_state(connection: Connection, ids: Sequence[FetchId], state: FetchState) -> Changes:
    """Pause wishes, or let them go on; those that have failed stay as they are."""
    for piece in pieces(ids):
        statement = update(fetches).where(fetches.c.id.in_(piece), fetches.c.state != FetchState.FAILED.value)
        connection.execute(statement.values(state=state.value))
    return _about(connection, ids)


def retry(connection: Connection, ids: Sequence[FetchId]) -> Changes:
    """Try these again from the beginning, at once."""
    for piece in pieces(ids):
        connection.execute(update(fetches).where(fetches.c.id.in_(piece)).values(_UNTRIED))
    return _about(connection, ids)


def cancel(connection: Connection, ids: Sequence[FetchId]) -> Changes:
    """Forget these wishes."""
    changes = _about(connection, ids)
    for piece in pieces(ids):
        connection.execute(delete(fetches).where(fetches.c.id.in_(piece)))
    return changes


def cancel_metadata(connection: Connection) -> Changes:
    """Forget all wishes for metadata but for those that have failed."""
    waiting = (fetches.c.kind == FetchKind.METADATA.value) & (fetches.c.state != FetchState.FAILED.value)
    return cancel(connection, [FetchId(key) for key in connection.scalars(select(fetches.c.id).where(waiting))])


def move(connection: Connection, ids: Sequence[FetchId], where: Move) -> None:
    """Move these wishes in the order of their turn. A place up or down is one among those of the same kind."""
    moved = set(ids)
    to_place = update(fetches).where(fetches.c.id == bindparam("key")).values(position=bindparam("place"))
    for kind in FetchKind:
        there = driver(connection).execute(_ORDER, (kind,)).fetchall()
        order = _moved([key for key, _ in there], moved, where)
        places = zip(order, there, strict=True)
        changed = [{"key": key, "place": place} for key, (before, place) in places if key != before]
        if changed:
            connection.execute(to_place, changed)


def failed(
    connection: Connection, ids: Sequence[FetchId], reason: Reason, detail: str, retry_at_ms: int | None
) -> Changes:
    """Note why these could not be fetched. They come back at that moment, or with None only if a person asks."""
    values: dict[str, Any] = {"reason": reason.value, "detail": detail, "retry_at": retry_at_ms or 0}
    if retry_at_ms is None:
        values["state"] = FetchState.FAILED.value
    for piece in pieces(ids):
        statement = update(fetches).where(fetches.c.id.in_(piece))
        connection.execute(statement.values(values | {"attempts": fetches.c.attempts + 1}))
    return _about(connection, ids)


def hold_back(connection: Connection, reason: Reason, detail: str, retry_at_ms: int) -> None:
    """Note why nothing can be fetched at all: no wish is tried before that moment. It does not count against them."""
    waiting = (fetches.c.state == FetchState.WANTED.value) & (fetches.c.retry_at < retry_at_ms)
    connection.execute(update(fetches).where(waiting).values(reason=reason.value, detail=detail, retry_at=retry_at_ms))


def wishes_for_pdfs(connection: Connection, wanted: Collection[tuple[PaperId, int | None]]) -> list[FetchId]:
    """The wishes for PDFs of these papers in these versions, None being the newest."""
    statement = f"SELECT id, paper_id, version FROM fetches WHERE kind = '{FetchKind.PDF}' AND paper_id IN ({{}})"
    found = select_in(driver(connection), statement, {paper for paper, _ in wanted})
    return [FetchId(key) for key, paper, version in found if (paper, version or None) in wanted]


def done(connection: Connection, ids: Sequence[FetchId]) -> None:
    """These have come."""
    for piece in pieces(ids):
        connection.execute(delete(fetches).where(fetches.c.id.in_(piece)))


_UNKNOWN = f"""
SELECT paper_id FROM fetches WHERE kind = '{FetchKind.METADATA}' AND version = {{version}}
AND state = '{FetchState.FAILED}' AND reason = '{Reason.NOT_ON_ARXIV}' AND paper_id IN ({{{{}}}})
"""
_ORDER = """
SELECT f.id, f.position FROM fetches f JOIN papers p ON p.id = f.paper_id
WHERE f.kind = ? AND p.trashed_at IS NULL ORDER BY f.position, f.id
"""


def _without_file(
    connection: Connection, papers: Sequence[PaperId], condition: str, gone: Collection[str]
) -> list[PaperId]:
    """The papers of these with an arXiv id and without a file that fits the condition."""
    statement = f"""SELECT p.id, f.path FROM papers p LEFT JOIN files f ON f.paper_id = p.id AND {condition}
        WHERE p.arxiv_id IS NOT NULL AND p.id IN ({{}})"""
    found = list(select_in(driver(connection), statement, papers))
    with_file = {paper for paper, path in found if path is not None and path not in gone}
    without = {paper for paper, _ in found} - with_file
    return [paper for paper in dict.fromkeys(papers) if paper in without]


def _moved(order: list[FetchId], moved: set[FetchId], where: Move) -> list[FetchId]:
    inside = [key for key in order if key in moved]
    outside = [key for key in order if key not in moved]
    if where is Move.TOP:
        return inside + outside
    if where is Move.BOTTOM:
        return outside + inside
    if where is Move.DOWN:
        return _moved(order[::-1], moved, Move.UP)[::-1]
    order = list(order)
    for place in range(1, len(order)):
        if order[place] in moved and order[place - 1] not in moved:
            order[place - 1], order[place] = order[place], order[place - 1]
    return order


def _bounds(connection: Connection) -> tuple[int, int]:
    """The first and the last position that are taken."""
    statement = "SELECT coalesce(min(position), 0), coalesce(max(position), 0) FROM fetches"
    lowest, highest = driver(connection).execute(statement).fetchone()
    return lowest, highest


def _about(connection: Connection, ids: Sequence[FetchId]) -> Changes:
    found = select_in(driver(connection), "SELECT paper_id FROM fetches WHERE id IN ({}) ORDER BY id", ids)
    return Changes(papers_changed=tuple(dict.fromkeys(paper for (paper,) in found)))
