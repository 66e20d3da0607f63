"""What arXiv would tell, and a library that hears it, without a network."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from db import adding, arxiv_records, fetch_queue, fetches, steps
from db.undo_log import RowsChange
from desktop.domain.adding import AddState, PlannedId
from desktop.domain.arxiv_id import ArxivId, parse_arxiv_id
from desktop.domain.arxiv_paper import ArxivAnswer, ArxivPaper
from desktop.domain.changes import Changes
from desktop.domain.fetching import Fetch, FetchKind
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperDetails
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices

_FAR = 10**15
"""A moment (milliseconds) after all others."""

_Result = TypeVar("_Result")


def record(arxiv_id: str, version: int = 1, **changes: object) -> ArxivPaper:
    """A paper as arXiv tells it."""
    told: dict[str, object] = {
        "arxiv_id": arxiv_id,
        "version": version,
        "title": f"The title of {arxiv_id}, version {version}",
        "abstract": f"What version {version} of {arxiv_id} is about.",
        "authors": ("Ada Lovelace", "Alan Turing"),
        "categories": ("cs.CL", "cs.LG"),
        "published": "2024-03-05",
        "updated": f"2024-04-{version:02}",
    }
    return ArxivPaper(**{**told, **changes})  # type: ignore[arg-type]


def named(text: str) -> ArxivId:
    """An id as a person names it, perhaps with a version."""
    found = parse_arxiv_id(text)
    assert found is not None
    return found


def in_transaction(library: LibraryServices, work: Callable[[Connection], _Result]) -> _Result:
    """Do something to the library file in one transaction."""
    with library._file.transaction() as connection:
        return work(connection)


def step(library: LibraryServices, kind: UndoKind, make: Callable[[Connection], Sequence[RowsChange]]) -> Changes:
    """Make changes, as one step of undo."""
    return in_transaction(library, lambda connection: steps.do(connection, kind, make(connection)))


def add(library: LibraryServices, *ids: str) -> list[PaperId]:
    """Add ids, as one step of undo, and wish for what arXiv tells of the new ones; the papers of the ids."""

    def work(connection: Connection) -> list[PaperId]:
        planned = [PlannedId(named(text), AddState.NEW) for text in ids]
        added = adding.add_ids(connection, planned)
        steps.do(connection, UndoKind.ADD, added.changes)
        for one in planned:
            if added.papers[one.id.value] in added.new:
                fetches.want(connection, [added.papers[one.id.value]], FetchKind.METADATA, one.id.version)
        return [added.papers[one.id.value] for one in planned]

    return in_transaction(library, work)


def want(library: LibraryServices, *papers: PaperId, kind: FetchKind = FetchKind.METADATA) -> Changes:
    """Wish for something about these papers."""
    return in_transaction(library, lambda connection: fetches.want(connection, papers, kind))


def due(library: LibraryServices) -> tuple[Fetch, ...]:
    """All wishes for metadata that are not paused and have not failed."""
    return fetch_queue.next_metadata(library._file.connection, _FAR, 1000)


def answer(library: LibraryServices, *records: ArxivPaper, missing: tuple[str, ...] = ()) -> Changes:
    """arXiv answers to all wishes for metadata with these records."""
    wishes = due(library)
    return in_transaction(
        library,
        lambda connection: arxiv_records.store_answer(connection, wishes, ArxivAnswer(records, missing)),
    )


def hear(library: LibraryServices, paper: PaperId, told: ArxivPaper) -> None:
    """arXiv is asked about a paper and tells this."""
    want(library, paper)
    answer(library, told)


def adopt(library: LibraryServices, *papers: PaperId) -> Changes:
    """A person takes the newest versions."""
    return step(library, UndoKind.NEW_VERSION, lambda connection: arxiv_records.adopt_changes(connection, papers))


def details(library: LibraryServices, paper: PaperId) -> PaperDetails:
    """The details of a paper that is there."""
    found = library.browse.details(paper)
    assert found is not None
    return found
