"""A library of any size that makes up its rows: for lists that would take long to import."""

from array import array
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from desktop.domain.ids import FeedId, PaperId
from desktop.domain.listing import Listing, PaperList
from desktop.domain.paper import PaperRow
from desktop.domain.progress import Job
from desktop.services.browse_papers import BrowsePapers
from desktop.services.library import LibraryServices

ADDED = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def numbered_row(number: int) -> PaperRow:
    return PaperRow(
        id=PaperId(number),
        title=f"Paper number {number} of $\\alpha$ learning",
        translated_title=f"第{number}篇关于学习的论文",
        authors=("A. Author", "B. Author"),
        categories=("cs.LG",),
        published="2024-03",
        added_at=ADDED,
        arxiv_id=f"2403.{number % 100_000:05}",
        arxiv_version=1,
        has_pdf=number % 3 == 0,
        digest_count=number % 5,
        marks=number % 4,
        note="",
    )


class NumberedPapers(BrowsePapers):
    """Lists what it is told to; rows are read only while `open_gate` is set."""

    def __init__(self, count: int) -> None:
        self.ids = array("q", range(1, count + 1))
        self.listings: list[Listing] = []
        self.jobs: list[Job] = []
        self.rows_read: list[int] = []
        self.gate = Event()
        self.gate.set()

    def list_papers(self, listing: Listing, job: Job | None = None) -> PaperList:
        self.listings.append(listing)
        self.jobs.append(job or Job())
        ids = self.ids[: listing.limit]
        if listing.sort is not None and listing.sort.descending:
            ids = ids[::-1]
        return PaperList(ids)

    def rows(self, ids: Sequence[PaperId], feed: FeedId | None = None) -> list[PaperRow]:
        self.gate.wait(10)
        self.rows_read.extend(ids)
        return [numbered_row(number) for number in ids]


class NumberedLibrary(LibraryServices):
    """LibraryServices whose papers are numbers."""

    def __init__(self, count: int) -> None:
        super().__init__(Path("nowhere"))
        self.papers = NumberedPapers(count)
        self.browse = self.papers
