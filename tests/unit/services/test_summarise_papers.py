"""Texts that a language model writes: planned, asked for, checked, stored."""

from collections.abc import Sequence

import pytest

from desktop.domain.errors import Cancelled, ModelError, Reason
from desktop.domain.exporting import PapersSource
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.model_texts import MOST_ATTEMPTS, TextAnswer, TextOptions, TextRequest
from desktop.domain.paper import OriginKind, TextKind
from desktop.domain.progress import Job
from desktop.domain.undo import UndoKind
from desktop.services.library import LibraryServices
from desktop.services.try_model import list_models, try_model
from tests.model_server import Fault, ModelServer, written
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.model_texts import (
    ABSTRACT,
    PROMPTS,
    SUMMARY,
    SUMMARY_EN,
    TITLE,
    UNTRANSLATED,
    answer,
    endpoint,
    shown,
    want,
    write,
)


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    import_entries("a.md", *(entry(number, **UNTRANSLATED) for number in range(1, 6)))
    return papers_in(library)


def hits(library: LibraryServices, query: str) -> int:
    return len(library.browse.list_papers(Listing(query=query, typing=False)).ids)


def test_what_is_missing_is_written_shown_found_and_named(library: LibraryServices, papers: list[PaperId]) -> None:
    with ModelServer() as server:
        want(library, papers)
        report = write(library, server)

    assert (report.written, report.waiting, report.failed, report.error) == (20, 0, (), None)
    assert len(server.calls) == 5
    details = library.browse.details(papers[0])
    assert details is not None
    title = written("translated_title", "zh", details.row.title, "")
    assert details.row.translated_title == title
    assert hits(library, f'"{title}"') == 1
    (text,) = (text for text in details.texts if (text.kind, text.language) == TITLE)
    assert (text.origin.kind, text.origin.name, text.origin.prompt) == (
        OriginKind.MODEL,
        "made-up-large",
        "translate.zh-1",
    )
    assert not text.locked


def test_only_what_is_missing_is_planned_and_nothing_that_was_typed(
    library: LibraryServices, import_entries: ImportEntries
) -> None:
    import_entries("a.md", entry(1), entry(2, **UNTRANSLATED), entry(3, abstract="", **UNTRANSLATED))
    first, second, third = papers_in(library)
    library.editing.edit_text(second, *TITLE, "我的标题")
    library.editing.edit_text(second, *SUMMARY, "我的总结。")

    plan = library.summarising.plan([first, second, third], TextOptions(), PROMPTS)

    assert set(plan.wishes) == {(first, SUMMARY_EN), (second, ABSTRACT), (second, SUMMARY_EN), (third, TITLE)}
    assert (plan.requests, plan.texts, plan.locked) == (3, 4, 2)
    again = library.summarising.plan([first, second], TextOptions(again=True, summary_en=False), PROMPTS)
    assert {field for paper, field in again.wishes if paper == first} == {TITLE, ABSTRACT, SUMMARY}
    assert {field for paper, field in again.wishes if paper == second} == {ABSTRACT}


def test_a_text_typed_while_its_answer_is_under_way_stays_and_reverting_shows_what_was_paid_for(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    want(library, papers[:1])
    (request,) = library.summarising.next_requests()
    library.editing.edit_text(papers[0], *TITLE, "手写的标题")
    library.summarising.store([TextAnswer(request, (answer(papers[0], TITLE, "模型的标题"),))])

    assert shown(library, papers[0], TITLE) == "手写的标题"
    library.editing.revert_text(papers[0], *TITLE)
    assert shown(library, papers[0], TITLE) == "模型的标题"


def test_a_text_that_was_typed_after_the_wish_is_not_asked_for(library: LibraryServices, papers: list[PaperId]) -> None:
    want(library, papers[:1])
    library.editing.edit_text(papers[0], *TITLE, "手写的标题")

    (request,) = library.summarising.next_requests()

    assert request.fields == (ABSTRACT, SUMMARY, SUMMARY_EN)
    assert library.summarising.pending().wanted == 3


def test_bad_answers_are_asked_for_again_with_a_note_and_what_was_good_is_not(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    faults = iter([Fault.MISSING])
    with ModelServer(fault_of=lambda call: next(faults, None)) as server:
        want(library, papers[:1])
        report = write(library, server)

    assert (report.written, report.calls) == (4, 2)
    assert server.calls[1].keys == ("translated_title",)
    assert '"translated_title": it was empty or missing' in server.calls[1].text


def test_what_is_refused_three_times_is_listed_with_its_reason_retried_and_forgotten(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    with ModelServer(fault_of=lambda call: Fault.COPIED if call.title.endswith("1") else None) as server:
        want(library, papers)
        report = write(library, server)
        assert sum(call.title.endswith("1") for call in server.calls) == MOST_ATTEMPTS
        assert {wish.reason for wish in report.failed} == {Reason.TEXT_COPIED}
        assert {wish.title for wish in report.failed} == {"A study of subject 1"}
        assert library.summarising.pending().wanted == 0
        server.fault_of = lambda call: None
        library.summarising.retry(report.failed[:1])
        assert write(library, server).written == 1
    assert len(library.summarising.pending().failed) == 3
    library.summarising.forget()
    assert library.summarising.pending().failed == ()


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.KEY_REFUSED, Reason.KEY_REFUSED),
        (Fault.NO_MODEL, Reason.NO_SUCH_MODEL),
        (Fault.NO_CREDIT, Reason.QUOTA_USED_UP),
        (Fault.REDIRECT, Reason.ADDRESS_REFUSED),
    ],
)
def test_what_would_happen_to_every_request_ends_the_run_and_all_wishes_wait(
    library: LibraryServices, papers: list[PaperId], fault: Fault, reason: Reason
) -> None:
    with ModelServer(fault_of=lambda call: fault) as server:
        want(library, papers)
        report = write(library, server, parallel=2)
    assert report.error is not None
    assert report.error.reason is reason
    assert (report.waiting, len(server.calls)) == (20, 2)


def test_a_busy_endpoint_is_waited_for_and_costs_no_attempt(library: LibraryServices, papers: list[PaperId]) -> None:
    with ModelServer() as server:
        server.retry_after = "0"
        busy = iter([Fault.BUSY] * 5)
        server.fault_of = lambda call: next(busy, None)
        want(library, papers)
        report = write(library, server, parallel=1)
    assert (report.written, len(server.calls)) == (20, 10)


def test_an_answer_that_a_limit_cut_is_asked_for_with_room(library: LibraryServices, papers: list[PaperId]) -> None:
    with ModelServer(fault_of=lambda call: Fault.SHORT_LIMIT) as server:
        want(library, papers[:1])
        assert write(library, server).written == 4
        assert "max_completion_tokens" in server.calls[-1].asked


def test_failures_that_come_together_are_one_pause(library: LibraryServices, papers: list[PaperId]) -> None:
    pauses: list[float] = []
    with ModelServer(latency_s=0.1) as server:
        failing = iter([Fault.ERROR_500] * 5)
        server.fault_of = lambda call: next(failing, None)
        want(library, papers)
        report = library.summarising.run(
            endpoint(server, 5), "", PROMPTS, Job(), lambda step: pauses.append(step.wait_s)
        )
    assert report.written == 20
    assert max(pauses) == 0.5


def test_cancelling_keeps_what_came(library: LibraryServices, papers: list[PaperId]) -> None:
    job = Job()
    came: list[TextAnswer] = []

    def answered(answers: Sequence[TextAnswer]) -> None:
        came.extend(answers)
        job.cancel()

    with ModelServer() as server:
        silent = iter([None, Fault.SILENT])
        server.fault_of = lambda call: next(silent, Fault.SILENT)
        want(library, papers)
        requests = library.summarising.next_requests()
        with pytest.raises(Cancelled):
            library.summarising.ask(requests, endpoint(server, 1), "", PROMPTS, job, answered)
    library.summarising.store(came)
    assert (len(came), library.summarising.pending().wanted) == (1, 16)


def test_clearing_is_one_step_that_can_be_taken_back(library: LibraryServices, papers: list[PaperId]) -> None:
    with ModelServer() as server:
        want(library, papers)
        write(library, server)
    title = shown(library, papers[0], TITLE)

    library.summarising.clear(papers)

    assert shown(library, papers[0], TITLE) == ""
    state = library.undo.state()
    assert state.undo is not None
    assert (state.undo.kind, state.undo.count) == (UndoKind.CLEAR_TEXTS, 5)
    library.undo.undo()
    assert shown(library, papers[0], TITLE) == title
    library.undo.redo()
    assert hits(library, f'"{title}"') == 0


def test_papers_that_are_merged_keep_what_a_model_wrote_and_what_is_wished(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    first, second, *_ = papers
    want(library, [second], TextOptions(summary_en=False, kinds=frozenset({TextKind.TITLE})))
    with ModelServer() as server:
        write(library, server)
    title = shown(library, second, TITLE)
    want(library, [second], TextOptions(kinds=frozenset({TextKind.SUMMARY})))

    library.duplicates.merge(first, [second], {TITLE: second})

    assert shown(library, first, TITLE) == title
    assert {field for request in library.summarising.next_requests() for field in request.fields} == {
        SUMMARY,
        SUMMARY_EN,
    }
    library.undo.undo()
    assert (shown(library, first, TITLE), shown(library, second, TITLE)) == ("", title)


def test_what_a_model_wrote_is_exported(library: LibraryServices, papers: list[PaperId]) -> None:
    with ModelServer() as server:
        want(library, papers[:1])
        write(library, server)
    data = library.exporting.document(PapersSource((papers[0],), "zh")).data
    for field in (TITLE, ABSTRACT, SUMMARY, SUMMARY_EN):
        assert shown(library, papers[0], field).encode() in data


def test_traditional_chinese_and_another_language_are_requests_of_their_own(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    with ModelServer() as server:
        want(library, papers[:1], TextOptions(("zh-Hant", "de"), summary_en=True))
        report = write(library, server)
    assert (report.written, report.failed) == (7, ())
    assert {call.language for call in server.calls} == {"zh-Hant", "de"}
    details = library.browse.details(papers[0])
    assert details is not None
    assert details.row.translated_title


def test_the_endpoint_lists_its_models_and_answers_one_cheap_call(library: LibraryServices) -> None:
    with ModelServer() as server:
        assert list_models(endpoint(server), "k", Job()) == ("made-up-large", "made-up-small")
        told = try_model(endpoint(server), "k", Job())
    assert (told.model, told.answer) == ("made-up-large", "OK")


def test_an_endpoint_that_is_not_there_is_said_to_be(library: LibraryServices) -> None:
    with ModelServer() as server:
        gone = endpoint(server)
    with pytest.raises(ModelError) as raised:
        list_models(gone, "", Job())
    assert raised.value.reason is Reason.OFFLINE


def test_a_request_says_what_the_model_has_to_know_and_the_paper_stands_between_marks(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    request = TextRequest(papers[0], "zh", (TITLE, SUMMARY_EN), "Title </title-1> with an end", "Abstract.")
    system, user = library.summarising.messages(request, PROMPTS)
    assert PROMPTS["translate.zh"].text in system.text
    assert PROMPTS["summarise"].text.replace("{language}", "English") in system.text
    assert "</title-1> with" in user.text
    assert user.text.count("</title-1>") == 1
