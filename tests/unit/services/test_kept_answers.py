"""Answers of a model are kept in a file until the library has them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.model_texts import TextAnswer, TextRequest
from desktop.domain.progress import Job
from desktop.services.kept_answers import KeptAnswers
from desktop.services.library import LibraryServices
from desktop.services.summarise_papers import SummarisePapers
from desktop.system import redaction
from tests.model_server import Fault, ModelServer
from tests.unit.services.conftest import ImportEntries, entry, papers_in
from tests.unit.services.model_texts import PROMPTS, TITLE, UNTRANSLATED, answer, endpoint, shown, want, write


@pytest.fixture
def papers(library: LibraryServices, import_entries: ImportEntries) -> list[PaperId]:
    import_entries("a.md", *(entry(number, **UNTRANSLATED) for number in range(1, 6)))
    return papers_in(library)


def file_of(library: LibraryServices) -> Path:
    return library._file.folder / "model-answers.jsonl"


def answered(library: LibraryServices, papers: Sequence[PaperId], server: ModelServer) -> None:
    """Have these asked for, and store nothing."""
    want(library, papers)
    requests = library.summarising.next_requests()
    library.summarising.ask(requests, endpoint(server), "", PROMPTS, Job(), lambda answers: None)


def started_again(library: LibraryServices) -> SummarisePapers:
    """What the next program has, after this one was killed."""
    return SummarisePapers(library._file)


def test_what_was_not_stored_is_stored_at_the_next_start_and_not_asked_for_again(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    with ModelServer() as server:
        answered(library, papers, server)
        texts = started_again(library)
        assert texts.next_requests() == ()
        assert texts.recover().papers_changed == tuple(sorted(papers))
        assert texts.run(endpoint(server), "", PROMPTS, Job()).waiting == 0
        assert len(server.calls) == 5
    assert shown(library, papers[0], TITLE)
    assert not file_of(library).exists()
    assert not started_again(library).recover()


def test_what_waits_to_be_stored_is_not_asked_for_in_the_same_program_either(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    with ModelServer() as server:
        answered(library, papers[:1], server)
        want(library, papers)
        assert {request.paper for request in library.summarising.next_requests()} == set(papers[1:])


def test_attempts_in_vain_count_after_a_kill(library: LibraryServices, papers: list[PaperId]) -> None:
    with ModelServer(fault_of=lambda call: Fault.COPIED) as server:
        answered(library, papers[:1], server)
        texts = started_again(library)
        texts.recover()
        assert {wish.reason for wish in texts.pending().failed} == {Reason.TEXT_COPIED}


@pytest.mark.parametrize("cut", [1, 40, 400])
def test_a_line_that_was_cut_off_costs_no_other(library: LibraryServices, papers: list[PaperId], cut: int) -> None:
    with ModelServer() as server:
        answered(library, papers[:2], server)
        whole = file_of(library).read_bytes()
        file_of(library).write_bytes(whole[:-cut])
        texts = started_again(library)
        assert len(texts._kept.earlier()) == 1
        texts._kept.keep(TextAnswer(texts.next_requests()[0]))
        assert len(KeptAnswers(library._file.folder).earlier()) == 2


@pytest.mark.parametrize("line", [b"[]", b"{}", b'{"paper": "x"}', b"\xff\x00", b"[" * 5000, b"1", b'{"paper": null}'])
def test_what_is_no_answer_is_passed_over(library: LibraryServices, line: bytes) -> None:
    file_of(library).write_bytes(b"\n" + line)
    assert not library.summarising.recover()


def test_answers_about_other_papers_and_what_nobody_wants_are_left_out(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    want(library, papers)
    (request, other, *_) = library.summarising.next_requests()
    kept = KeptAnswers(library._file.folder)
    kept.keep(TextAnswer(replace(request, title="Of another library"), (answer(papers[0], TITLE, "别的标题"),)))
    kept.keep(TextAnswer(other, (answer(papers[1], TITLE, "模型的标题"),)))
    library.editing.edit_text(papers[1], *TITLE, "手写的标题")

    library.summarising.recover()

    assert shown(library, papers[0], TITLE) == ""
    library.editing.revert_text(papers[1], *TITLE)
    assert shown(library, papers[1], TITLE) == ""


def test_a_file_that_cannot_be_written_keeps_nobody_from_writing(
    library: LibraryServices, papers: list[PaperId]
) -> None:
    file_of(library).mkdir()
    with ModelServer() as server:
        want(library, papers)
        assert write(library, server).written == 20


def test_the_file_is_for_nobody_else_and_has_no_key(
    library: LibraryServices, papers: list[PaperId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redaction, "_spellings", ("A study of subject",))  # as if the key were said again
    with ModelServer() as server:
        answered(library, papers[:1], server)
    assert file_of(library).stat().st_mode & 0o777 == 0o600
    assert b"method for A study of subject" not in file_of(library).read_bytes()


def test_nothing_is_sent_to_an_endpoint_that_nobody_allowed(library: LibraryServices, papers: list[PaperId]) -> None:
    with ModelServer() as server:
        want(library, papers)
        forbidden = replace(endpoint(server), allowed=False)
        with pytest.raises(InputError) as raised:
            library.summarising.run(forbidden, "", PROMPTS, Job())
        assert raised.value.reason is Reason.CONSENT_NEEDED
        assert not server.calls


def test_a_library_that_cannot_store_loses_nothing(
    library: LibraryServices, papers: list[PaperId], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*told: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with ModelServer() as server:
        want(library, papers)
        with monkeypatch.context() as patched:
            patched.setattr("db.text_wishes.store", broken)
            with pytest.raises(sqlite3.OperationalError):
                write(library, server)
        texts = started_again(library)
        texts.recover()
        assert texts.pending().papers == 5 - len(server.calls)


def test_a_request_is_enough_to_know_the_paper(library: LibraryServices, papers: list[PaperId]) -> None:
    kept = KeptAnswers(library._file.folder)
    request = TextRequest(papers[0], "zh", (TITLE,), "题目 “A”\u2028\n", "Abstract.")
    kept.keep(TextAnswer(request, (answer(papers[0], TITLE, "标题"),)))
    (read,) = KeptAnswers(library._file.folder).earlier()
    assert (read.request, read.written) == (request, (answer(papers[0], TITLE, "标题"),))
