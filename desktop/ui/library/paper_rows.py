"""The rows that the table has at hand: a bounded number of frozen PaperRows, known by paper."""

from array import array
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject

from desktop.domain.errors import AppError
from desktop.domain.ids import FeedId, PaperId
from desktop.domain.paper import PaperRow
from desktop.services.library import LibraryServices
from desktop.ui.tasks import Lane, TaskRunner

PAGE = 128
"""Rows loaded at once."""
PAGES_KEPT = 64


class PaperRows(QObject):
    """Loads pages of rows on demand, the latest demand first. Stale rows are given out until fresh ones are there."""

    def __init__(
        self, tasks: TaskRunner, services: LibraryServices, loaded: Callable[[int, int], None], owner: QObject
    ) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._services = services
        self._loaded = loaded
        self._feed: FeedId | None = None
        self._ids: array[int] = array("q")
        self._rows: dict[int, PaperRow] = {}
        self._stale: set[int] = set()
        self._gone: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._loading: int | None = None
        self._generation = 0

    def replace_ids(self, ids: "array[int]", rows: Iterable[PaperRow]) -> None:
        """Another list of papers; `rows` are already read ones. Rows of papers known before are kept, as stale."""
        self._ids = ids
        self._generation += 1
        self._wanted.clear()
        self._gone.clear()
        self._loading = None
        self._keep(rows)

    def tell_of(self, feed: FeedId | None) -> None:
        """Rows tell when that feed brought the papers."""
        if feed != self._feed:
            self._feed = feed
            self.spoil_all()

    def get(self, position: int) -> PaperRow | None:
        """The row at that position, or None while it is being read."""
        paper = self._ids[position]
        row = self._rows.get(paper)
        if (row is None or paper in self._stale) and paper not in self._gone:
            self._want(position // PAGE)
        return row

    def peek(self, paper: PaperId) -> PaperRow | None:
        """The row of that paper if it is at hand."""
        return self._rows.get(paper)

    def spoil(self, papers: Iterable[PaperId]) -> None:
        """These papers were changed: their rows are read again once they are seen."""
        self._stale.update(paper for paper in papers if paper in self._rows)
        self._gone.clear()

    def spoil_all(self) -> None:
        """Any row may show something else, such as another name of a tag."""
        self._stale.update(self._rows)

    def _want(self, page: int) -> None:
        if page == self._loading:
            return
        self._wanted.pop(page, None)
        self._wanted[page] = None
        while len(self._wanted) > 4:  # what was scrolled past
            del self._wanted[next(iter(self._wanted))]
        self._load_next()

    def _load_next(self) -> None:
        if self._loading is not None or not self._wanted:
            return
        page, _ = self._wanted.popitem()
        self._loading = page
        generation = self._generation
        papers = self._ids[page * PAGE : (page + 1) * PAGE]
        services, feed = self._services, self._feed

        def work() -> list[PaperRow]:
            return services.browse.rows([PaperId(paper) for paper in papers], feed)

        def failed(error: AppError) -> None:
            self._tasks.failure_reported.emit(error)
            self._on_loaded(page, generation, papers, [])

        self._tasks.run(
            Lane.DB, work, owner=self, done=lambda rows: self._on_loaded(page, generation, papers, rows), failed=failed
        )

    def _on_loaded(self, page: int, generation: int, papers: Sequence[int], rows: list[PaperRow]) -> None:
        if generation == self._generation:
            self._loading = None
            self._gone.update(set(papers).difference(row.id for row in rows))
        self._keep(rows)
        if generation == self._generation:
            self._loaded(page * PAGE, page * PAGE + len(papers) - 1)
            self._load_next()

    def _keep(self, rows: Iterable[PaperRow]) -> None:
        for row in rows:
            self._rows.pop(row.id, None)
            self._rows[row.id] = row
            self._stale.discard(row.id)
        while len(self._rows) > PAGES_KEPT * PAGE:
            oldest = next(iter(self._rows))
            del self._rows[oldest]
            self._stale.discard(oldest)
