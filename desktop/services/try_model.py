"""What an endpoint of a language model offers, and whether it answers: for the settings, which need no library."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from desktop.domain.errors import ModelError
from desktop.domain.model_texts import EndpointTest, Message, ModelEndpoint
from desktop.domain.progress import Job
from desktop.services.ask_model import run_cancellably
from desktop.sources.language_model import LanguageModel

_HELLO = Message("user", "Answer with the one word OK.")
_SHOWN = 80
"""Characters of an answer to a test."""
_AT_HAND_S = 3.0
"""A program on this computer tells in no time which models it has."""
_NO_WRITER = "embed"


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


def find_models(endpoints: Sequence[ModelEndpoint], job: Job) -> tuple[ModelEndpoint, ...]:
    """Which models are offered at these addresses, all asked at once and none waited for long: an endpoint for each
    model, in the order of the addresses; those that cannot write (they are made for searches) come last. Raises
    Cancelled."""

    async def offered(endpoint: ModelEndpoint) -> list[ModelEndpoint]:
        try:
            async with LanguageModel(endpoint, "", whole_s=_AT_HAND_S) as model:
                return [replace(endpoint, model=name) for name in await model.models()]
        except ModelError:
            return []

    async def work() -> tuple[ModelEndpoint, ...]:
        found = await asyncio.gather(*map(offered, endpoints))
        return tuple(sorted(chain.from_iterable(found), key=lambda endpoint: _NO_WRITER in endpoint.model.lower()))

    return run_cancellably(job, work())
