"""How far the downloads are, worked out from the queue. Nothing of Qt in here."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.domain.errors import Reason
from desktop.domain.fetching import Downloaded, Fetch, FetchKind, FetchQueue, FetchState
from desktop.domain.ids import PaperId
from desktop.domain.progress import Progress
from desktop.ui.fetching.row_state import RowState

NOTHING = Progress(0, 0)


def now_ms() -> int:
    """This moment, as the library counts: milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Finished:
    """A PDF that came since the window was opened."""

    fetch: Fetch
    file: Downloaded


@dataclass(frozen=True, slots=True)
class DownloadRow:
    """A row of the list of downloads."""

    key: int
    """Tells rows apart; those of what is done are below 0, because the library gives the ids of wishes again."""
    fetch: Fetch
    state: RowState
    file: Downloaded | None = None
    """Once it is done."""


@dataclass(frozen=True, slots=True)
class Loading:
    """What is being downloaded at the moment."""

    fetch: Fetch | None = None
    progress: Progress = NOTHING
    """In bytes; a total of 0 is not known."""
    paused: bool = False
    """A person wants no PDF to be downloaded for now."""


@dataclass(frozen=True, slots=True)
class Overview:
    """How far everything is, for the status bar and the head of the list."""

    papers: int = 0
    """arXiv is still to be asked about so many."""
    waiting: int = 0
    """PDFs that are to come, with the one that is coming."""
    done: int = 0
    """PDFs that came since none was waiting."""
    share: float = 0.0
    """Of these all, from 0 to 1."""
    failed: int = 0
    """PDFs and papers that could not be fetched."""
    held: int = 0
    """PDFs that a person paused one by one."""
    retry: Fetch | None = None
    """Why nothing goes on at the moment, if everything waits for another try: the one that is tried next."""
    full: bool = False
    """Nothing goes on because the limit of disk space is reached."""


@dataclass(frozen=True, slots=True)
class FetchNews:
    """What a person should hear of the answers of arXiv, once no paper is left to be asked about."""

    papers: tuple[PaperId, ...]
    missing: tuple[str, ...] = ()
    """Ids that arXiv does not know."""
    withdrawn: tuple[str, ...] = ()
    """Ids of papers that were taken back."""
    newer: tuple[PaperId, ...] = ()
    """Papers that have a newer version there than the one shown."""
    checked: bool = False
    """A person asked for new versions: that there are none is news, too."""


@dataclass(slots=True)
class NewsDesk:
    """Collects news answer by answer."""

    papers: list[PaperId] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    newer: list[PaperId] = field(default_factory=list)
    checked: bool = False

    def news(self) -> FetchNews | None:
        """What was collected, if there is anything to tell."""
        if not self.papers or not (self.missing or self.withdrawn or self.checked):
            return None
        return FetchNews(
            tuple(self.papers), tuple(self.missing), tuple(self.withdrawn), tuple(self.newer), self.checked
        )


def state_of(fetch: Fetch, now: int, loading: Fetch | None = None) -> RowState:
    """How a wish stands; `loading` is the one that is being fetched."""
    if loading is not None and fetch.id == loading.id:
        return RowState.LOADING
    if fetch.state is FetchState.FAILED:
        return RowState.FAILED
    if fetch.state is FetchState.PAUSED:
        return RowState.PAUSED
    return RowState.RETRYING if fetch.retry_at_ms > now else RowState.WAITING


@dataclass(frozen=True, slots=True)
class Standing:
    """How the wishes of a queue stood at one moment. Worked out once for each look into the queue, beside the window:
    there may be tens of thousands."""

    coming: tuple[DownloadRow, ...] = ()
    """In the order of their turn."""
    failed: tuple[DownloadRow, ...] = ()
    pdfs: dict[PaperId, RowState] = field(default_factory=dict)
    """How the PDF of each paper stands that waits for one; papers that arXiv could not tell about, too."""
    papers: int = 0
    """arXiv is still to be asked about so many."""
    wanted: int = 0
    """PDFs that are to come."""
    due: int = 0
    """Of these, what need not wait for another try."""
    allowed: int = 0
    """Of these, what the limit of disk space lets come."""
    held: int = 0
    """PDFs that a person paused one by one."""
    retry: Fetch | None = None
    """Of what waits for another try, the one that is tried next."""


def standing(queue: FetchQueue, limit: int, now: int) -> Standing:
    """How all wishes stand; none of them is being fetched. `limit` is that of disk space for PDFs in bytes, 0 for
    none."""
    rows = [DownloadRow(fetch.id, fetch, state_of(fetch, now)) for fetch in queue.fetches]
    pdfs = [row for row in rows if row.fetch.kind is FetchKind.PDF]
    due = [row.fetch for row in pdfs if row.state is RowState.WAITING]
    retrying = [row.fetch for row in pdfs if row.state is RowState.RETRYING]
    full = 0 < limit <= queue.pdf_bytes
    tried = [fetch for fetch in (*retrying, queue.papers_retry) if fetch is not None and fetch.retry_at_ms > now]
    return Standing(
        coming=tuple(row for row in rows if row.state is not RowState.FAILED),
        failed=tuple(row for row in rows if row.state is RowState.FAILED),
        pdfs={row.fetch.paper: _state_of_paper(row) for row in rows},
        papers=queue.papers_waiting,
        wanted=len(due) + len(retrying),
        due=len(due),
        allowed=sum(not (full and fetch.automatic) for fetch in due),
        held=sum(row.state is RowState.PAUSED for row in pdfs),
        retry=min(tried, key=lambda fetch: fetch.retry_at_ms, default=None),
    )


def _state_of_paper(row: DownloadRow) -> RowState:
    unknown = row.fetch.kind is FetchKind.METADATA and row.fetch.reason is Reason.NOT_ON_ARXIV
    return RowState.UNKNOWN if unknown else row.state


def pdf_states(stands: Standing, loading: Fetch | None) -> Mapping[PaperId, RowState]:
    """How the PDF of each paper stands that waits for one or is `loading`; papers that arXiv could not tell about."""
    if loading is None or loading.paper not in stands.pdfs:
        return stands.pdfs
    return {**stands.pdfs, loading.paper: RowState.LOADING}


def download_rows(stands: Standing, loading: Fetch | None, finished: Sequence[Finished]) -> list[DownloadRow]:
    """The rows of the list: what is to come in the order of its turn, then what failed, then what came, the newest
    first."""
    came = [DownloadRow(-number, done.fetch, RowState.DONE, done.file) for number, done in enumerate(finished, start=1)]
    rows = [*stands.coming, *stands.failed, *reversed(came)]
    if loading is not None:
        place = next((place for place, row in enumerate(stands.coming) if row.fetch.id == loading.id), None)
        if place is not None:
            rows[place] = replace(rows[place], state=RowState.LOADING)
    return rows


def overview(stands: Standing, loading: Fetch | None, progress: Progress, *, asking: bool, done: int) -> Overview:
    """How far everything is. `asking`: arXiv is being asked about papers. `done` counts what came since nothing was
    waiting."""
    part = progress.done / progress.total if loading is not None and progress.total else 0.0
    whole = done + stands.wanted
    stuck = loading is None and not stands.allowed
    return Overview(
        papers=stands.papers,
        waiting=stands.wanted,
        done=done,
        share=min((done + part) / whole, 1.0) if whole else 0.0,
        failed=len(stands.failed),
        held=stands.held,
        retry=stands.retry if stuck and not asking else None,
        full=stuck and stands.due > 0,
    )


def is_offline(fetch: Fetch | None) -> bool:
    """Whether that is tried again because there was no way to arXiv."""
    return fetch is not None and fetch.reason is Reason.OFFLINE
