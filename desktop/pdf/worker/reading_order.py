"""Columns whose lines a file gives row by row, across both columns, put one after the other.

Nearly all files give their text in the order in which it is read, so that order stands unless it clearly leaps to and
fro between two columns of running text. Rows of a table leap as well, but their cells are short.
"""

from collections.abc import Sequence
from math import inf

from desktop.pdf.worker.text_runs import Run

_FEWEST_ROWS = 5
_PROSE = 25
"""Characters that a line of a column has on average."""
_LEVEL = 0.99
"""Cosine of the slope of a line that is read from left to right."""


def in_reading_order(runs: Sequence[Run]) -> list[Run]:
    """The same runs, columns one after the other."""
    ordered: list[Run] = []
    start = 0
    while start < len(runs):
        end, white = _rows(runs, start)
        zone = runs[start:end]
        ordered += [run for run in zone if run.starts[0] < white]
        ordered += [run for run in zone if run.starts[0] >= white]
        start = end
    return ordered


def _rows(runs: Sequence[Run], start: int) -> tuple[int, float]:
    """Where the rows of two columns that begin here end, and where the white between these columns is.

    Without such rows, the end of this run, and infinity.
    """
    left, right = -inf, inf  # of the white
    end, characters = start, 0
    while end + 1 < len(runs) and _side_by_side(runs[end], runs[end + 1]):
        left, right = max(left, runs[end].end), min(right, runs[end + 1].starts[0])
        if left >= right:
            break
        characters += len(runs[end].text) + len(runs[end + 1].text)
        end += 2
    count = end - start
    if count < 2 * _FEWEST_ROWS or characters < _PROSE * count:
        return start + 1, inf
    return end, left


def _side_by_side(run: Run, following: Run) -> bool:
    return (
        run.direction == following.direction
        and run.direction[0] > _LEVEL
        and abs(run.base - following.base) < run.size
        and following.starts[0] > run.end
    )
