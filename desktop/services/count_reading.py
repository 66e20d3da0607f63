"""Statistics of a library, and files of them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
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
from desktop.system.handed_on_files import hand_on

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
        statuses: Counter[Status] = Counter()
        categories: defaultdict[str, Counter[Status]] = defaultdict(Counter)
        for (status, category), papers in counts.kept.items():
            if status is not None:
                statuses[Status(status)] += papers
                categories[category][Status(status)] += papers
        return ReadingFigures(
            today=local_day(moment // QUARTER_MS, zone),
            added=by_day(counts.added, zone),
            triaged=by_day(counts.triaged, zone),
            read=by_day(counts.read, zone),
            waiting=by_day(counts.waiting, zone),
            statuses=statuses,
            categories=_most_first(categories),
            tags=tuple(sorted((tag for tag in tags if tag.papers), key=lambda tag: -tag.papers)[:_MOST_TAGS]),
        )

    def write_table(self, path: Path, plots: Sequence[Plot], heads: Sequence[str]) -> None:
        """Write what the plots show as CSV. `heads` names its columns: plot, item, series, papers. Raises FileError;
        the file is then as it was."""
        hand_on(path, plots_csv(plots, heads))

    def write_picture(self, path: Path, picture: bytes) -> None:
        """Write a picture of the plots. Raises FileError; the file is then as it was."""
        hand_on(path, picture)


def _most_first(categories: Mapping[str, Counter[Status]]) -> tuple[CategoryCount, ...]:
    counts = (
        CategoryCount(category, by_status[Status.READ], by_status.total() - by_status[Status.READ])
        for category, by_status in categories.items()
    )
    return tuple(sorted(counts, key=lambda count: (-count.papers, count.category)))
