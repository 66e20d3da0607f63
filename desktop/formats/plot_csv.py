"""The numbers of plots as comma-separated values (RFC 4180), one number a line.

UTF-8 with a byte order mark: without it Excel reads Chinese as something else, and everybody else passes over it.
A cell that a spreadsheet would take for a formula begins with an apostrophe
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
from collections.abc import Iterable, Sequence

from desktop.domain.plot import Plot

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Half wide and full wide: spreadsheets in Chinese and Japanese take both."""


def plots_csv(plots: Iterable[Plot], heads: Sequence[str]) -> bytes:
    """The file: a line of `heads` (plot, item, series, papers), then a line for each number."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow([_inert(head) for head in heads])
    for plot in plots:
        for bar in plot.bars:
            for series, papers in zip(plot.series, bar.values, strict=True):
                table.writerow([*map(_inert, (plot.title, bar.name, series)), papers])
    return text.getvalue().encode("utf-8-sig", "replace")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
