"""Where the parts of a row stand: plain arithmetic, so that it can be checked without a window."""

from dataclasses import dataclass
from enum import StrEnum


class Density(StrEnum):
    """How tall rows are."""

    TWO_LINES = "two-lines"
    ONE_LINE = "one-line"


@dataclass(frozen=True, slots=True)
class RowMetrics:
    """Lengths of a row in pixels."""

    height: int
    top: int
    """Space above the first line."""
    line: int
    """Height of one line of text."""
    second: int
    """Top of the second line."""
    side: int
    """Space left and right of the text of a cell."""


def row_metrics(density: Density, line: int, step: int) -> RowMetrics:
    """The lengths of a row for a line of text that is `line` pixels high; `step` is one step of spacing."""
    if density is Density.ONE_LINE:
        return RowMetrics(line + 2 * step + 1, step, line, step, 2 * step)
    gap = max(step // 2, 1)
    top = 2 * step
    return RowMetrics(2 * line + gap + 2 * top + 1, top, line, top + line + gap, 2 * step)


def lines_of_cell(density: Density, *, wraps: bool) -> int:
    """How many lines the text of a cell may take."""
    return 2 if wraps and density is Density.TWO_LINES else 1
