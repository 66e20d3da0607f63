"""Keeping where papers were left by their reader, and the names of the colours of marks."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert

from db.index_documents import driver
from db.merged_papers import standing_for
from db.rows import mark_colors, reading_places
from db.stored_values import now_ms
from desktop.domain.ids import PaperId
from desktop.domain.mark import COLORS
from desktop.domain.reading import ReadingPlace


def remember(connection: Connection, paper: PaperId, sha256: str, place: ReadingPlace) -> None:
    """Keep where a file was left."""
    holder = standing_for(driver(connection), paper)  # it may have been merged while it was being read
    values = {"paper_id": holder, "sha256": sha256, "place": json.dumps(asdict(place)), "read_at": now_ms()}
    connection.execute(insert(reading_places).prefix_with("OR REPLACE").values(values))


def name_colors(connection: Connection, names: Sequence[str]) -> None:
    """Give the eight colours these names."""
    connection.execute(delete(mark_colors))
    named = [{"color": color, "name": name} for color, name in zip(COLORS, names, strict=True) if name]
    if named:
        connection.execute(insert(mark_colors), named)
