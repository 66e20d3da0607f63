"""How far downloads are is worked out from the queue, and told in one line."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.errors import Reason
from desktop.domain.fetching import Downloaded, Fetch, FetchKind, FetchQueue, FetchState
from desktop.domain.ids import FetchId, PaperId
from desktop.domain.progress import Progress
from desktop.ui.fetching.fetch_state import (
    NOTHING,
    FetchNews,
    Finished,
    Loading,
    NewsDesk,
    Overview,
    download_rows,
    overview,
    pdf_states,
    standing,
)
from desktop.ui.fetching.fetch_words import line_words, news_words, progress_words, row_words, status_words
from desktop.ui.fetching.row_state import RowState
from desktop.ui.language import ENGLISH, language_switch

NOW = 1_000_000
MINUTE = 60_000


def wish(number: int, state: FetchState = FetchState.WANTED, **more: object) -> Fetch:
    kind = more.pop("kind", FetchKind.PDF)
    assert isinstance(kind, FetchKind)
    return Fetch(FetchId(number), PaperId(number), kind, state, f"2403.0000{number}", None, f"Paper {number}", **more)  # type: ignore[arg-type]


def file(size: int) -> Downloaded:
    return Downloaded("papers/a.pdf", "", size, 1, 1)


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> None:
    language_switch().use(ENGLISH)


def seen(queue: FetchQueue, loading: Fetch | None = None, progress: Progress = NOTHING, **more: int) -> Overview:
    values: dict[str, int] = {"done": 0, "limit": 0} | more
    asking = bool(values.pop("asking", 0))
    return overview(standing(queue, values["limit"], NOW), loading, progress, asking=asking, done=values["done"])


def test_rows_stand_in_the_order_of_their_turn_then_failures_then_what_came() -> None:
    queue = FetchQueue((wish(1, FetchState.FAILED), wish(2), wish(3, FetchState.PAUSED), wish(4, retry_at_ms=NOW + 1)))
    came = [Finished(wish(8), file(1)), Finished(wish(9), file(2))]
    rows = download_rows(standing(queue, 0, NOW), wish(2), came)
    assert [(row.fetch.id, row.state) for row in rows] == [
        (2, RowState.LOADING),
        (3, RowState.PAUSED),
        (4, RowState.RETRYING),
        (1, RowState.FAILED),
        (9, RowState.DONE),
        (8, RowState.DONE),
    ]
    assert len({row.key for row in rows}) == len(rows)


def test_the_share_counts_what_came_and_the_part_that_is_coming() -> None:
    view = seen(FetchQueue((wish(1), wish(2))), wish(1), Progress(50, 100), done=3)
    assert (view.done, view.waiting, view.share) == (3, 2, 0.7)
    assert status_words(view, NOW, paused=False) == "PDFs: 3 of 5 · 70 %"
    assert status_words(view, NOW, paused=True) == "Downloads are paused: 2 PDFs to come"


def test_nothing_to_tell_is_told_by_nothing() -> None:
    assert status_words(seen(FetchQueue(())), NOW, paused=False) == ""


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason.OFFLINE, "No network: 2 PDFs to come, tried again in 40\N{NO-BREAK SPACE}s"),
        (Reason.BUSY, "arXiv does not answer well: 2 PDFs to come, tried again in 40\N{NO-BREAK SPACE}s"),
    ],
)
def test_everything_waits_for_another_try(reason: Reason, words: str) -> None:
    later, soon = (wish(number, reason=reason, retry_at_ms=NOW + wait) for number, wait in ((1, MINUTE), (2, 40_000)))
    assert status_words(seen(FetchQueue((later, soon))), NOW, paused=False) == words
    assert seen(FetchQueue((later, soon)), asking=1).retry is None


def test_metadata_that_waits_for_another_try_is_told_by_papers() -> None:
    retried = wish(1, kind=FetchKind.METADATA, reason=Reason.OFFLINE, retry_at_ms=NOW + 5 * MINUTE)
    view = seen(FetchQueue((), papers_waiting=1200, papers_retry=retried))
    words = "No network: 1,200 papers to come, tried again in 5\N{NO-BREAK SPACE}min"
    assert status_words(view, NOW, paused=False) == words


def test_papers_to_ask_about_and_pdfs_are_told_side_by_side() -> None:
    queue = FetchQueue((wish(1),), papers_waiting=65_000)
    words = status_words(seen(queue, wish(1), Progress(1, 2), asking=1), NOW, paused=False)
    assert words == "arXiv: 65,000 papers to ask about · PDFs: 0 of 1 · 50 %"
    full = FetchQueue((wish(1, automatic=True),), pdf_bytes=10, papers_waiting=1)
    told = "arXiv: 1 paper to ask about · The limit of disk space is reached: 1 PDF to come"
    assert status_words(seen(full, limit=10, asking=1), NOW, paused=False) == told


def test_failures_are_counted_beside_what_goes_on() -> None:
    view = seen(FetchQueue((wish(1), wish(2, FetchState.FAILED), wish(3, FetchState.FAILED))), wish(1))
    assert status_words(view, NOW, paused=False) == "PDFs: 0 of 1 · 0 % · 2 failed"


def test_at_the_limit_only_what_a_person_asked_for_goes_on() -> None:
    full = FetchQueue((wish(1, automatic=True),), pdf_bytes=10)
    assert seen(full, limit=10).full
    assert status_words(seen(full, limit=10), NOW, paused=False).startswith("The limit of disk space is reached: 1 PDF")
    assert not seen(FetchQueue((wish(1, automatic=True), wish(2)), pdf_bytes=10), limit=10).full
    assert not seen(full, limit=11).full


def test_the_table_knows_how_the_pdf_of_a_paper_stands() -> None:
    unknown = wish(3, FetchState.FAILED, kind=FetchKind.METADATA, reason=Reason.NOT_ON_ARXIV)
    queue = FetchQueue((wish(1), wish(2, FetchState.FAILED), unknown))
    states = {1: RowState.LOADING, 2: RowState.FAILED, 3: RowState.UNKNOWN}
    assert pdf_states(standing(queue, 0, NOW), wish(1)) == states


def test_a_download_is_told_in_words() -> None:
    assert progress_words(Progress(0, 0)) == "Asking arXiv for it…"
    assert progress_words(Progress(1_200_000, 3_400_000)) == "1.2 MB of 3.4 MB"
    assert progress_words(Progress(1_200_000, 0)) == "1.2 MB so far"
    stands = standing(FetchQueue((wish(1), wish(2, FetchState.PAUSED))), 0, NOW)
    rows = download_rows(stands, None, [Finished(wish(3), file(2000))])
    assert [row_words(row, Loading(), NOW) for row in rows] == ["Waits for its turn", "Paused", "Done · 2.0 kB"]
    assert row_words(rows[0], Loading(paused=True), NOW) == "Waits until downloads go on"


def test_every_reason_is_told_with_what_is_done_about_it() -> None:
    for reason in Reason:
        failed = wish(1, FetchState.FAILED, reason=reason)
        assert line_words(failed, RowState.FAILED, Loading(), NOW).endswith((".", "arxiv."))
        again = line_words(wish(1, reason=reason, retry_at_ms=NOW + 1000), RowState.RETRYING, Loading(), NOW)
        assert again.endswith("It is tried again by itself in 1\N{NO-BREAK SPACE}s.")


def test_news_name_a_few_ids_and_count_the_rest() -> None:
    papers = tuple(PaperId(number) for number in range(12))
    news = FetchNews(papers, missing=("2403.00001", "2403.00002"), withdrawn=("2403.00003",))
    assert news_words(news) == "arXiv does not know 2 of 12 ids: 2403.00001, 2403.00002. 1 paper was withdrawn."
    many = FetchNews(papers, missing=tuple(f"2403.0000{number}" for number in range(5)))
    assert news_words(many) == "arXiv does not know 5 of 12 ids: 2403.00000, 2403.00001, 2403.00002 and 2 more."


def test_that_nothing_is_new_is_news_only_to_who_asked() -> None:
    desk = NewsDesk(papers=[PaperId(1)])
    assert desk.news() is None
    desk.checked = True
    news = desk.news()
    assert news is not None
    assert news_words(news) == "No new version of 1 paper."
    assert NewsDesk(checked=True).news() is None
