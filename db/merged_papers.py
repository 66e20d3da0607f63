"""Papers that were merged into others. What is known by their ids, titles and files belongs to those others."""

import sqlite3

from db.stored_values import TAKEN_BACK
from desktop.domain.ids import PaperId

_MERGED = "SELECT id, merged_into FROM papers WHERE merged_into IS NOT NULL"
_GONE = f"SELECT id FROM papers WHERE merged_into IS NULL AND trashed_at = {TAKEN_BACK} AND id IN (SELECT merged_into "
_GONE += "FROM papers WHERE merged_into IS NOT NULL)"


def kept_papers(connection: sqlite3.Connection) -> dict[PaperId, PaperId]:
    """Per paper that was merged away the one that stands for it now, be it in the Trash. Left out are those whose paper
    is gone: they are as if undo had taken them back."""
    into: dict[PaperId, PaperId] = dict(connection.execute(_MERGED))
    if not into:
        return into
    gone = {paper for (paper,) in connection.execute(_GONE)}
    ends = {paper: _end(paper, into) for paper in into}
    return {paper: end for paper, end in ends.items() if end not in gone}


def standing_for(connection: sqlite3.Connection, paper: PaperId) -> PaperId:
    """The paper that stands for this one now: the one it was merged into, or itself."""
    return kept_papers(connection).get(paper, paper)


def _end(paper: PaperId, into: dict[PaperId, PaperId]) -> PaperId:
    """Where a chain of merges ends. A damaged library may have a circle: it ends where it began."""
    seen = {paper}
    while (paper := into.get(paper, paper)) not in seen:
        seen.add(paper)
    return paper
