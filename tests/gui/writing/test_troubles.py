"""What goes wrong between the window and a language model is said in words, and loses nothing that was written."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import ModelError, Reason
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.text_words import text_failure
from desktop.ui.writing.model_failures import model_failure
from desktop.ui.writing.writing_view import WritingState
from tests.gui.shown_window import Shown
from tests.gui.writing.writing_window import PAPERS, TEXTS, Writing
from tests.model_server import Fault, ModelServer

OnDb = Callable[[Callable[[], object]], object]


def opened(library: LibraryServices) -> Callable[[], bool]:
    def work() -> bool:
        library.open()
        return True

    return work


def test_a_key_that_is_refused_stops_until_a_person_mends_it(writing: Writing, model: ModelServer) -> None:
    model.fault_of = lambda call: Fault.KEY_REFUSED
    writing.begin()
    writing.ends(WritingState.STOPPED)
    page = writing.page()
    assert "refused the key" in page.trouble.text()
    assert "What was written so far is stored." in page.trouble.text()
    assert page.settings.isVisible()
    asked = len(model.calls)
    writing.writer.wake()
    writing.qtbot.wait(100)
    assert len(model.calls) == asked
    model.fault_of = lambda call: None
    page.go_on.click()
    writing.ends()
    assert writing.writer.view.pending.wanted == 0


def test_a_model_that_is_not_known_stops_and_another_one_goes_on(writing: Writing, model: ModelServer) -> None:
    model.fault_of = lambda call: Fault.NO_MODEL if call.asked["model"] == "made-up-large" else None
    writing.begin()
    writing.ends(WritingState.STOPPED)
    assert "does not know the model" in writing.page().trouble.text()
    writing.shown.window.session.change(model_name="made-up-small")
    writing.ends()
    assert writing.writer.view.pending.wanted == 0


def test_credit_that_is_used_up_is_said_and_what_was_written_stays(writing: Writing, model: ModelServer) -> None:
    model.fault_of = lambda call: Fault.NO_CREDIT if len(model.delivered) >= 2 else None
    writing.begin()
    writing.ends(WritingState.STOPPED)
    assert "used up" in writing.page().trouble.text()
    assert PAPERS * TEXTS - writing.writer.view.pending.wanted >= 2 * TEXTS


def test_a_program_on_this_computer_that_does_not_run_is_asked_for(
    asking: Writing, model: ModelServer, chosen: SettingsFile
) -> None:
    chosen.change(model_url="http://localhost:9/v1", model_consents=("http://localhost:9",))
    asking.begin()
    asking.ends(WritingState.RETRYING)
    assert "Is http://localhost:9/v1 running?" in asking.page().trouble.text()
    chosen.change(model_url=model.url, model_consents=(model.url.removesuffix("/v1"),))
    asking.page().go_on.click()
    asking.ends()
    assert len(model.calls) == PAPERS


def test_a_model_that_asks_to_wait_is_waited_for(writing: Writing, model: ModelServer) -> None:
    model.retry_after = "0.2"
    model.fault_of = lambda call: Fault.BUSY if len(model.calls) < 3 else None
    writing.begin()
    writing.ends()
    assert writing.writer.view.pending.wanted == 0
    assert writing.writer.view.pending.failed == ()


def test_another_library_stops_the_writing_and_what_came_is_stored(
    writing: Writing, model: ModelServer, untranslated: LibraryServices, on_db: OnDb, tasks: TaskRunner, tmp_path: Path
) -> None:
    model.latency_s = 0.1
    writing.begin()
    model.wait_for(2)
    other = LibraryServices(tmp_path / "other")
    on_db(opened(other))
    writing.shown.window.show_library(other)
    left = on_db(lambda: untranslated.summarising.pending().wanted)
    delivered = Counter(call.title for call in model.delivered)
    assert isinstance(left, int)
    assert PAPERS * TEXTS - left >= 2 * TEXTS
    assert len(model.calls) < PAPERS or set(delivered.values()) == {1}
    writing.shown.window.show_library(untranslated)
    tasks.run(Lane.DB, other.close, owner=tasks)


def test_what_came_before_the_end_is_stored_before_the_library_closes(
    writing: Writing, model: ModelServer, untranslated: LibraryServices, on_db: OnDb
) -> None:
    model.latency_s = 0.1
    writing.begin()
    model.wait_for(2)
    app = QCoreApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    left = on_db(lambda: untranslated.summarising.pending().wanted)
    assert isinstance(left, int)
    assert PAPERS * TEXTS - left >= 2 * TEXTS


def test_what_waits_can_be_forgotten(writing: Writing, model: ModelServer) -> None:
    model.latency_s = 0.3
    writing.begin()
    page = writing.page()
    page.forget.click()
    writing.ends()
    assert writing.writer.view.pending.wanted == 0
    assert len(model.calls) < PAPERS + 1


def test_the_writing_goes_on_while_the_window_is_made_anew(
    writing: Writing, model: ModelServer, shown_larger: Callable[[Shown], None]
) -> None:
    model.latency_s = 0.05
    writing.begin()
    shown_larger(writing.shown)
    writing.shown.told("were written")
    writing.shown.sees(PAPERS)
    writing.qtbot.waitUntil(lambda: all(writing.translated()))


@pytest.mark.parametrize(
    "reason",
    [
        *(Reason.KEY_REFUSED, Reason.NO_SUCH_MODEL, Reason.QUOTA_USED_UP, Reason.BUSY, Reason.TIMED_OUT),
        *(Reason.OFFLINE, Reason.SERVER_FAILED, Reason.BAD_ANSWER, Reason.TOO_LARGE, Reason.WEB_PAGE),
    ],
)
def test_each_failure_says_what_happened_what_it_means_and_what_to_do(reason: Reason) -> None:
    words = model_failure(ModelError(reason, "api.openai.com"), "https://api.openai.com/v1", writing=True)
    assert "arXiv" not in words.text
    assert words.advice.startswith("What was written so far is stored.")
    assert len(words.advice) > len("What was written so far is stored. ")
    assert "{" not in words.text


def test_ollama_that_does_not_run_is_called_by_its_name() -> None:
    words = model_failure(ModelError(Reason.OFFLINE, "localhost"), "http://localhost:11434/v1", writing=False)
    assert words.text == "Ollama cannot be reached. Is Ollama running? Start it; then go on."


def test_an_answer_that_is_none_is_told_with_how_it_begins() -> None:
    assert text_failure(Reason.BAD_ANSWER, "I am sorry,\nI cannot.") == (
        "The answer could not be read: I am sorry, I cannot."
    )
    assert len(text_failure(Reason.BAD_ANSWER, "x" * 500)) < 200
    assert text_failure(Reason.BAD_ANSWER) == "The answer could not be read."
