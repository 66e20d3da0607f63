"""Papers side by side, as the library knows them."""

import sqlite3
from collections.abc import Mapping

from db.details import details
from db.duplicates import alike_to
from db.undo_log import Values
from desktop.domain.ids import PaperId
from desktop.domain.merging import Comparison, compared


def comparison(connection: sqlite3.Connection, rows: Mapping[PaperId, Values]) -> Comparison:
    """These papers, given with their columns, in that order, and why they may be one: the surest reason first."""
    found = [told for paper in rows if (told := details(connection, paper)) is not None]
    typed = {paper: frozenset(row["typed_facts"].split()) for paper, row in rows.items()}
    why = [pair for pair in alike_to(connection, list(rows)) if {pair.first, pair.second} <= rows.keys()]
    return compared(found, typed, sorted(why, key=lambda pair: -pair.strength))
