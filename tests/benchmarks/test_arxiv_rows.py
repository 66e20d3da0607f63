"""Adding ids, storing answers and asking what is next, in a library of 65,538 papers.

Times are CPU times of this process, the best of three: other work on the machine shall not count.
"""

import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from db import adding, arxiv_records, fetch_queue, fetches, held_papers, steps
from desktop.domain.adding import AddState, PlannedId
from desktop.domain.arxiv_id import ArxivId
from desktop.domain.arxiv_paper import ArxivAnswer
from desktop.domain.fetching import FetchKind, Move
from desktop.domain.listing import Listing, Place
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from tests.benchmarks.conftest import import_file
from tests.db.arxiv import in_transaction, record
from tests.unit.services.conftest import papers_in

ROUNDS = 3
IDS, ANSWERED, WISHES = 500, 50, 5_000
MS = 1000


@pytest.fixture(scope="module")
def shelf(all_papers_digest: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryServices]:
    library = import_file(tmp_path_factory.mktemp("shelf") / "library", all_papers_digest)
    yield library
    library.close()


def best(what: str, work: Callable[[], object]) -> float:
    """Milliseconds of CPU, the best of some rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * MS)
    print(f"{what}: {min(times):.1f} ms")
    return min(times)


def test_ids_answers_and_wishes_are_quick(shelf: LibraryServices) -> None:
    month, connection = count(1), shelf._file.connection

    def add() -> None:
        first = f"99{next(month):02}"
        planned = [PlannedId(ArxivId(f"{first}.{number:05}"), AddState.NEW) for number in range(1, IDS + 1)]
        with shelf._file.transaction() as opened:
            added = adding.add_ids(opened, planned)
            steps.do(opened, UndoKind.ADD, added.changes)
            fetches.want(opened, added.new, FetchKind.METADATA)
            fetches.want(opened, added.new, FetchKind.PDF, automatic=True)

    def answer() -> None:
        due = fetch_queue.next_metadata(connection, 0, ANSWERED)
        told = ArxivAnswer(tuple(record(wish.arxiv_id, 9) for wish in due))
        in_transaction(shelf, lambda opened: arxiv_records.store_answer(opened, due, told))

    assert best("500 ids added, with their wishes and step of undo", add) < 300
    assert best("an answer about 50 new papers", answer) < 100
    known = papers_in(shelf)[-WISHES:]
    with shelf._file.transaction() as opened:
        for kind in FetchKind:
            fetches.want(opened, known, kind, first=True)
    assert best("an answer about 50 papers of a digest", answer) < 100
    ids = [fetch.id for fetch in fetch_queue.queue(connection).fetches]
    assert len(ids) >= WISHES
    assert best(f"the queue of {len(ids)}", lambda: fetch_queue.queue(connection)) < 50 * len(ids) / WISHES
    assert best("the next PDF", lambda: fetch_queue.next_pdf(connection, 0, 10**9)) < 5
    assert best("the next metadata", lambda: fetch_queue.next_metadata(connection, 0, ANSWERED)) < 5
    last = ids[-5:]
    assert best("moved to the top", lambda: in_transaction(shelf, lambda at: fetches.move(at, last, Move.TOP))) < 200
    assert best("new versions", lambda: papers_in(shelf, Listing(place=Place.NEW_VERSIONS))) < 5
    title = "Deep learning for the training of large language models"
    assert best("similar titles", lambda: held_papers.similar_titles(connection, title)) < 100
