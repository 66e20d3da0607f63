"""The work of the model's lane: ask, and put what comes into the box."""

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.model_texts import ModelEndpoint, TextAnswer, TextRequest, TextStep
from desktop.domain.progress import Job
from desktop.domain.secrets import origin_of
from desktop.services.personal import Personal
from desktop.ui.writing.answer_box import AnswerBox

if TYPE_CHECKING:
    from desktop.services.summarise_papers import SummarisePapers


def asking(
    summarising: "SummarisePapers",
    personal: Personal,
    requests: Sequence[TextRequest],
    endpoint: ModelEndpoint,
    box: AnswerBox,
    more: Callable[[], bool],
    arrived: Callable[[], None],
    stepped: Callable[[TextStep], None],
) -> Callable[[Job], None]:
    """Work that asks for all of these, as long as `more` says so. `arrived` and `stepped` are signals, whose sender may
    be gone once the library was left; what is in the box is stored then all the same."""

    def answered(answers: Sequence[TextAnswer]) -> None:
        box.put(answers)
        with suppress(RuntimeError):
            arrived()

    def watch(step: TextStep) -> None:
        with suppress(RuntimeError):
            stepped(step)

    def work(job: Job) -> None:
        try:
            _bring_client()
            key = personal.secrets.get(origin_of(endpoint.url)) or ""
            summarising.ask(requests, endpoint, key, personal.prompts.all(), job, answered, watch, more)
        finally:
            box.end()

    box.begin()
    return work


@cache
def _bring_client() -> None:
    """The client of endpoints is a hundred thousand objects that stay. The search for garbage, which is made on the GUI
    thread (`app.collector`), would go through them for 40 ms each time."""
    import desktop.services.ask_model  # noqa: F401 - `ask` makes use of it

    gc.freeze()
