"""What is to be fetched from arXiv, and how far that is."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.domain.changes import Changes
from desktop.domain.errors import AppError, Reason
from desktop.domain.ids import FetchId, PaperId


class FetchKind(StrEnum):
    """What is fetched."""

    METADATA = "metadata"
    PDF = "pdf"


class FetchState(StrEnum):
    """How far it is, as the library keeps it. What is being fetched is `WANTED` until it is there, so that a crash
    loses no wish; what is there has no row any more."""

    WANTED = "wanted"
    PAUSED = "paused"
    FAILED = "failed"


class Move(StrEnum):
    """Where a wish is moved in the order of their turn."""

    TOP = "top"
    UP = "up"
    DOWN = "down"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Fetch:
    """A wish that is kept in the library until it is fulfilled, cancelled or has failed for good."""

    id: FetchId
    paper: PaperId
    kind: FetchKind
    state: FetchState
    arxiv_id: str
    version: int | None
    """None: the newest."""
    title: str
    """Of the paper, as the list of downloads shows it."""
    attempts: int = 0
    """Tries that failed; a lost network does not count."""
    retry_at_ms: int = 0
    """A wanted one is not tried before this moment (milliseconds since 1970, UTC)."""
    reason: Reason | None = None
    """Why the last try failed."""
    detail: str = ""
    automatic: bool = False
    """The program wished for it, nobody else: counts against the limit of disk space."""

    @property
    def asked_id(self) -> str:
        """The id that arXiv is asked for, with the version if one was wished for."""
        return self.arxiv_id if self.version is None else f"{self.arxiv_id}v{self.version}"


@dataclass(frozen=True, slots=True)
class FetchQueue:
    """The wishes in the order of their turn, as the list of downloads shows them: all PDFs, and the metadata that
    could not be fetched. A check of a whole library waits for tens of thousands of answers; those are counted."""

    fetches: tuple[Fetch, ...]
    pdf_bytes: int = 0
    """Size of all PDFs of the library."""
    papers_waiting: int = 0
    """Papers that arXiv is to be asked about (metadata, wanted or paused)."""
    papers_retry: Fetch | None = None
    """Of these, one that was tried in vain and waits for its next try, if any."""


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A whole, checked PDF in the library's papers folder that no row tells of yet."""

    path: str
    """Relative to the library, with forward slashes."""
    sha256: str
    size: int
    pages: int
    version: int | None
    """The version that was fetched, as the file's stamp or the request tells; None if neither does."""


@dataclass(frozen=True, slots=True)
class FetchOutcome:
    """What became of a wish that was tried."""

    fetch: Fetch
    record: ArxivPaper | None = None
    """What arXiv told, for metadata that came."""
    file: Downloaded | None = None
    """The PDF that came."""
    error: AppError | None = None
    """Why neither came."""
    retry_at_ms: int | None = None
    """With an error: when the wish comes back (milliseconds since 1970, UTC); None if it has failed for good."""


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What became of all wishes that were tried, in the order of their first try."""

    outcomes: tuple[FetchOutcome, ...] = ()
    changes: Changes = field(default_factory=Changes)
    waiting: int = 0
    """Wishes that will be tried again without a person, whether they were tried or not."""


@dataclass(frozen=True, slots=True)
class FetchStep:
    """What is being done: a feed is asked, arXiv is asked about papers, a PDF comes, or everything waits."""

    feed: str = ""
    """The name of the feed that is asked."""
    papers: int = 0
    """So many are asked about."""
    pdf: str = ""
    """The id of the paper whose PDF comes."""
    number: int = 0
    """Which PDF this is of all that come one after the other, from 1."""
    total: int = 0
    """How many PDFs these are."""
    bytes_here: int = 0
    bytes_announced: int = 0
    """0 if the server does not tell."""
    wait_s: float = 0.0
    """Seconds until the next try."""
    reason: Reason | None = None
    """Why there is a wait, as the last failure says."""
