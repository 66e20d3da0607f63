"""Statistics of a library, and files of them."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from db import labels, statistics
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.stored_values import now_ms
from desktop.domain.plot import Plot
from desktop.domain.reading_list import Status
from desktop.domain.statistics import QUARTER_MS, CategoryCount, ReadingFigures, by_day, local_day
from desktop.formats.plot_csv import plots_csv
from desktop.system.atomic_write import write_atomically

_MOST_TAGS = 15


class ReadingStatistics:
    """Counts papers. Nothing in the library is changed."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def figures(self, now: datetime | None = None, zone: tzinfo | None = None) -> ReadingFigures:
        """The library counted, with the days of that zone (of this computer without one). Raises StorageError."""
        moment = now_ms() if now is None else round(now.timestamp() * 1000)
        with storage_errors(self._library.path):
            connection = self._library.connection
            counts, tags = statistics.counts(connection), labels.tags(connection)
        days = {
            kind: by_day(counts.by_quarter[kind], lambda quarter: local_day(quarter, zone))
            for kind in ("added", "triaged", "read", "waiting")
        }
        by_category = [
            CategoryCount(category, by_status[Status.READ], by_status.total() - by_status[Status.READ])
            for category, by_status in counts.kept.items()
        ]
        return ReadingFigures(
            today=local_day(moment // QUARTER_MS, zone),
            **days,
            statuses=sum(counts.kept.values(), Counter()),
            categories=tuple(sorted(by_category, key=lambda count: (-count.papers, count.category))),
            tags=tuple(sorted((tag for tag in tags if tag.papers), key=lambda tag: -tag.papers)[:_MOST_TAGS]),
        )

    def write_table(self, path: Path, plots: Sequence[Plot], heads: Sequence[str]) -> None:
        """Write what the plots show as CSV. `heads` names its columns: plot, item, series, papers. Raises FileError;
        the file is then as it was."""
        write_atomically(path, plots_csv(plots, heads))

    def write_picture(self, path: Path, picture: bytes) -> None:
        """Write a picture of the plots. Raises FileError; the file is then as it was."""
        write_atomically(path, picture)
