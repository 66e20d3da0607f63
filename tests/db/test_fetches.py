"""What is to be fetched: in which order, how often, for whom."""

from collections.abc import Sequence

from db import fetch_queue, fetches
from desktop.domain.errors import Reason
from desktop.domain.fetching import Fetch, FetchKind, FetchState, Move
from desktop.domain.ids import FetchId, PaperId
from desktop.services.library import LibraryServices
from tests.db.arxiv import add, details, in_transaction
from tests.unit.services.conftest import ImportEntries, entry, papers_in

NOW = 1_800_000_000_000
SIX = [f"2403.0000{number}" for number in range(1, 7)]


def want_pdfs(
    library: LibraryServices,
    papers: Sequence[PaperId],
    version: int | None = None,
    *,
    automatic: bool = False,
    first: bool = False,
) -> tuple[PaperId, ...]:
    return in_transaction(
        library,
        lambda connection: (
            fetches.want(connection, papers, FetchKind.PDF, version, automatic=automatic, first=first).papers_changed
        ),
    )


def pdfs(library: LibraryServices) -> list[Fetch]:
    found = fetch_queue.queue(library._file.connection).fetches
    return [fetch for fetch in found if fetch.kind is FetchKind.PDF]


def next_pdf(library: LibraryServices, now: int = NOW, limit: int = 0) -> PaperId | None:
    found = fetch_queue.next_pdf(library._file.connection, now, limit)
    return None if found is None else found.paper


def give_pdf(library: LibraryServices, paper: PaperId, version: int | None) -> None:
    library._file.connection.execute(
        "INSERT INTO files (paper_id, path, sha256, size, added_at, version) VALUES (?, ?, '', 1000, 0, ?)",
        (paper, f"papers/{paper}-{version}.pdf", version),
    )


def test_wishes_have_their_turn_in_order_and_some_come_first(library: LibraryServices) -> None:
    papers = add(library, *SIX)
    want_pdfs(library, papers[:2])
    want_pdfs(library, papers[2:4])
    want_pdfs(library, papers[4:], first=True)
    assert [fetch.paper for fetch in pdfs(library)] == [*papers[4:], *papers[:4]]
    want_pdfs(library, [papers[3]], first=True)
    assert next_pdf(library) == papers[3]
    assert len(pdfs(library)) == 6


def test_wishes_are_moved(library: LibraryServices) -> None:
    papers = add(library, *SIX)
    want_pdfs(library, papers)
    ids = [fetch.id for fetch in pdfs(library)]

    def moved(where: Move, *places: int) -> list[int]:
        chosen: list[FetchId] = [ids[place] for place in places]
        in_transaction(library, lambda connection: fetches.move(connection, chosen, where))
        return [ids.index(fetch.id) for fetch in pdfs(library)]

    assert moved(Move.TOP, 4, 2) == [2, 4, 0, 1, 3, 5]
    assert moved(Move.UP, 4, 0) == [4, 0, 2, 1, 3, 5]
    assert moved(Move.UP, 4, 0) == [4, 0, 2, 1, 3, 5]
    assert moved(Move.DOWN, 0, 3) == [4, 2, 0, 1, 5, 3]
    assert moved(Move.BOTTOM, 4) == [2, 0, 1, 5, 3, 4]


def test_what_is_there_or_cannot_be_is_not_wished_for(library: LibraryServices, import_entries: ImportEntries) -> None:
    import_entries("a.md", entry(9, link="", abstract=""))
    (nameless,) = papers_in(library)
    old, other, none = add(library, "2403.00001v2", "2403.00002", "2403.00003")
    give_pdf(library, old, 1)
    give_pdf(library, other, None)
    everyone = [nameless, old, other, none]

    assert want_pdfs(library, everyone, automatic=True) == (none,)
    assert want_pdfs(library, everyone) == (old, other, none)
    assert want_pdfs(library, everyone, 1) == (other, none)
    give_pdf(library, old, 2)
    assert want_pdfs(library, [old]) == ()


def test_a_failure_comes_back_at_its_moment_or_when_a_person_asks(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    want_pdfs(library, [paper])
    (wish,) = pdfs(library)

    def fail(retry_at: int | None) -> Fetch:
        in_transaction(
            library, lambda connection: fetches.failed(connection, [wish.id], Reason.TIMED_OUT, "slow", retry_at)
        )
        return pdfs(library)[0]

    failed = fail(NOW + 5000)
    assert (failed.state, failed.attempts, failed.reason) == (FetchState.WANTED, 1, Reason.TIMED_OUT)
    assert (next_pdf(library, NOW + 4999), next_pdf(library, NOW + 5000)) == (None, paper)
    assert (fail(None).state, next_pdf(library, NOW + 9999)) == (FetchState.FAILED, None)
    in_transaction(library, lambda connection: fetches.set_state(connection, [wish.id], FetchState.WANTED))
    assert pdfs(library)[0].state is FetchState.FAILED
    in_transaction(library, lambda connection: fetches.retry(connection, [wish.id]))
    assert (pdfs(library)[0].attempts, pdfs(library)[0].reason, next_pdf(library)) == (0, None, paper)


def test_a_paused_wish_goes_on_when_a_person_asks_and_not_by_itself(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    want_pdfs(library, [paper])
    (wish,) = pdfs(library)
    in_transaction(library, lambda connection: fetches.set_state(connection, [wish.id], FetchState.PAUSED))
    assert next_pdf(library) is None
    want_pdfs(library, [paper], automatic=True)
    assert next_pdf(library) is None
    want_pdfs(library, [paper])
    assert next_pdf(library) == paper


def test_beyond_the_limit_only_what_a_person_asked_for_comes(library: LibraryServices) -> None:
    mine, theirs, holder = add(library, "2403.00001", "2403.00002", "2403.00003")
    give_pdf(library, holder, 1)
    want_pdfs(library, [theirs], automatic=True)
    assert next_pdf(library, limit=1001) == theirs
    assert next_pdf(library, limit=1000) is None
    want_pdfs(library, [mine])
    assert next_pdf(library, limit=1000) == mine
    want_pdfs(library, [theirs])
    in_transaction(library, lambda connection: fetches.cancel(connection, [pdfs(library)[1].id]))
    assert next_pdf(library, limit=1000) == theirs
    assert fetch_queue.queue(library._file.connection).pdf_bytes == 1000


def test_a_paper_shows_its_wishes_in_the_trash_too(library: LibraryServices) -> None:
    (paper,) = add(library, "2403.00001")
    want_pdfs(library, [paper], 2)
    library.organising.move_to_trash([paper])
    assert pdfs(library) == []
    assert [(fetch.kind, fetch.version) for fetch in details(library, paper).fetches] == [
        (FetchKind.METADATA, None),
        (FetchKind.PDF, 2),
    ]


def test_the_next_wishes_are_found_in_their_order_without_sorting(library: LibraryServices) -> None:
    statement = fetch_queue._NEXT.replace(":limit", "50")
    plan = library._file.connection.execute(
        f"EXPLAIN QUERY PLAN {statement}", {"kind": "pdf", "now": NOW, "room": True}
    ).fetchall()
    steps = [detail for *_, detail in plan]
    assert any("USING INDEX ix_fetches_state_kind_position" in step for step in steps), steps
    assert not any("USE TEMP B-TREE" in step for step in steps), steps
