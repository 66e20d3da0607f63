"""What a model answered to a program that was killed, in the next window."""

from collections.abc import Callable

from desktop.domain.ids import PaperId
from desktop.domain.model_texts import ModelEndpoint, TextOptions
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.services.personal import Personal
from desktop.services.summarise_papers import SummarisePapers
from desktop.system.settings import SettingsFile
from desktop.ui.resources import resource_path
from tests.gui.shown_window import Shown
from tests.gui.writing.writing_window import PAPERS, Writing
from tests.model_server import ModelServer


def test_what_a_program_that_was_killed_had_been_answered_is_seen_and_not_asked_for_again(
    make: Callable[..., Shown],
    untranslated: LibraryServices,
    allowed: SettingsFile,
    model: ModelServer,
    on_db: Callable[[Callable[[], object]], object],
) -> None:
    prompts = Personal(allowed.path.parent, resource_path("prompts")).prompts.all()

    def ask() -> bool:
        texts = SummarisePapers(untranslated._file)
        papers = [PaperId(number) for number in range(1, PAPERS + 1)]
        texts.want(texts.plan(papers, TextOptions(), prompts))
        endpoint = ModelEndpoint(model.url, "made-up-large", allowed=True)
        texts.ask(texts.next_requests(), endpoint, "", prompts, Job(), lambda answers: None)
        return True

    on_db(ask)
    writing = Writing(make(untranslated))
    writing.qtbot.waitUntil(lambda: all(writing.translated()))
    writing.ends()
    assert len(model.calls) == PAPERS
