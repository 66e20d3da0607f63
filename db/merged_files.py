"""What merging papers changes of their files, and of the marks on them.

A file that only one paper has goes to the one that is kept; its marks and the place where it was left follow by
triggers. Where two have the same content, the second row stays with the paper that was merged away, so that the same
file is not shown twice and no file on the disk is without a row; the marks on it go.
"""

import sqlite3
from collections.abc import Sequence

from db.pieces import select_in
from db.undo_log import Change, RowsChange, RowValues
from desktop.domain.ids import PaperId

_FILES = "SELECT path, sha256, paper_id FROM files WHERE paper_id IN ({}) ORDER BY id"
_MARKS = "SELECT id, paper_id FROM marks WHERE sha256 = ? AND paper_id = ? ORDER BY number"
_PLACE = "SELECT place, read_at FROM reading_places WHERE sha256 = ? AND paper_id = ?"


def file_changes(connection: sqlite3.Connection, keep: PaperId, others: Sequence[PaperId]) -> list[Change]:
    """The files of the others become files of the paper that is kept."""
    files = list(select_in(connection, _FILES, [keep, *others]))
    there = {sha256 for _, sha256, paper in files if paper == keep}
    moved: list[Change] = []
    twice: dict[tuple[str, PaperId], None] = {}
    for path, sha256, paper in sorted(files, key=lambda file: [keep, *others].index(file[2])):
        if paper == keep:
            continue
        if sha256 in there:
            twice[sha256, paper] = None
        else:
            moved.append(RowsChange("files", ({"path": path},), {"paper_id": paper}, {"paper_id": keep}))
            there.add(sha256)
    return [*moved, *(change for file in twice for change in _of_second(connection, keep, *file))]


def _of_second(connection: sqlite3.Connection, keep: PaperId, sha256: str, paper: PaperId) -> list[Change]:
    """The marks go to the paper that is kept. The place where it was left is copied if it is newer."""
    changes: list[Change] = []
    marks = connection.execute(_MARKS, (sha256, paper)).fetchall()
    if marks:
        before, after = [(of,) for _, of in marks], [(keep,)] * len(marks)
        changes.append(RowValues("marks", ("id",), ("paper_id",), [(mark,) for mark, _ in marks], before, after))
    key = {"paper_id": keep, "sha256": sha256}
    left, own = (connection.execute(_PLACE, (sha256, of)).fetchone() for of in (paper, keep))
    if left is not None and (own is None or left[1] > own[1]):
        before_it = None if own is None else dict(zip(("place", "read_at"), own, strict=True))
        changes.append(
            RowsChange("reading_places", (key,), before_it, dict(zip(("place", "read_at"), left, strict=True)))
        )
    return changes
