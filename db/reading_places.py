"""Where papers were left by their reader, and the names of the colours of marks."""

import json
import sqlite3
from typing import Any, NamedTuple

from desktop.domain.ids import PaperId
from desktop.domain.mark import COLORS
from desktop.domain.mark_bounds import FARTHEST, MOST_PAGES
from desktop.domain.reading import Fit, ReadingPlace, Spread

_FILES = """
SELECT f.path, f.sha256, f.size, f.version, f.name, f.added_at, r.read_at, r.place,
  EXISTS (SELECT 1 FROM marks m WHERE m.paper_id = f.paper_id AND m.sha256 = f.sha256)
FROM files f LEFT JOIN reading_places r ON r.paper_id = f.paper_id AND r.sha256 = f.sha256
WHERE f.paper_id = ? ORDER BY coalesce(f.version, 0) DESC, f.id DESC
"""


class ReadFile(NamedTuple):
    """A file of a paper, and what a reader left there."""

    path: str
    """Inside the library's folder."""
    sha256: str
    size: int
    version: int | None
    name: str
    added_at: int
    read_at: int | None
    """When it was read last; None for never."""
    place: str | None
    """As it is stored."""
    marked: int
    """Whether it has marks."""


def read_files(connection: sqlite3.Connection, paper: PaperId) -> list[ReadFile]:
    """The files of a paper, the newest version first."""
    return [ReadFile(*row) for row in connection.execute(_FILES, (paper,))]


def color_names(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the eight colours; empty where there is none."""
    named = dict(connection.execute("SELECT color, name FROM mark_colors"))
    return tuple(str(named.get(color, "")) for color in COLORS)


def stored_place(text: str | None) -> ReadingPlace | None:
    """A place as it was stored; None if there is none, or if it makes no sense."""
    try:
        told: Any = json.loads(text or "null")
        place = ReadingPlace(
            page=_whole(told["page"]),
            x=_number(told["x"]),
            y=_number(told["y"]),
            fit=Fit(told["fit"]),
            zoom=_number(told["zoom"]),
            spread=Spread(told["spread"]),
            rotation=_whole(told["rotation"]),
            left=_text(told["left"]),
            right=_text(told["right"]),
        )
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return place if is_place(place) else None


def is_place(place: ReadingPlace) -> bool:
    """Whether a reader can be there."""
    return (
        0 <= place.page < MOST_PAGES
        and all(abs(number) <= FARTHEST for number in (place.x, place.y))  # false for NaN
        and 0.0 < place.zoom <= FARTHEST
        and place.rotation in (0, 90, 180, 270)
    )


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _number(value: object) -> float:
    if not isinstance(value, int | float) or abs(value) > FARTHEST:
        raise TypeError
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
