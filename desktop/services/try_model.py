"""What an endpoint of a language model offers, and whether it answers: for the settings, which need no library."""

import time

from desktop.domain.model_texts import EndpointTest, Message, ModelEndpoint
from desktop.domain.progress import Job
from desktop.services.ask_model import run_cancellably
from desktop.sources.language_model import LanguageModel

_HELLO = Message("user", "Answer with the one word OK.")
_SHOWN = 80
"""Characters of an answer to a test."""


def list_models(endpoint: ModelEndpoint, key: str, job: Job) -> tuple[str, ...]:
    """The names of the models that the endpoint offers, sorted. Raises ModelError and Cancelled."""

    async def work() -> tuple[str, ...]:
        async with LanguageModel(endpoint, key) as model:
            return await model.models()

    return run_cancellably(job, work())


def try_model(endpoint: ModelEndpoint, key: str, job: Job) -> EndpointTest:
    """One cheap call. Raises ModelError and Cancelled."""

    async def work() -> EndpointTest:
        begun = time.monotonic()
        async with LanguageModel(endpoint, key) as model:
            said = await model.said((_HELLO,))
        answer = " ".join((said.content or "").split())[:_SHOWN]
        return EndpointTest(said.model, time.monotonic() - begun, answer)

    return run_cancellably(job, work())
