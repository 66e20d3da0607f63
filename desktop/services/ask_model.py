"""Asking a language model for the texts of many papers, several requests at a time, in one thread.

What comes is handed over as soon as it is there, and what was refused is asked for again at once, so that no request
waits for others. Nothing here knows the library.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.domain.errors import Cancelled, ModelError, Reason
from desktop.domain.model_answers import read_answer
from desktop.domain.model_messages import messages
from desktop.domain.model_texts import (
    MOST_ATTEMPTS,
    ModelEndpoint,
    Prompts,
    Refusal,
    TextAnswer,
    TextRequest,
    TextStep,
    field_name,
)
from desktop.domain.progress import Job
from desktop.services.model_turns import ModelTurns
from desktop.sources.language_model import LanguageModel
from desktop.system.redaction import redacted

_STOPPING = frozenset(
    {Reason.OFFLINE, Reason.KEY_REFUSED, Reason.NO_SUCH_MODEL, Reason.QUOTA_USED_UP, Reason.ADDRESS_REFUSED}
)
"""Failures that would happen to every request."""
_OVERLOADED = frozenset({Reason.BUSY, Reason.SERVER_FAILED, Reason.TIMED_OUT})
"""Failures after which all requests wait a little."""
_IN_VAIN = 3
"""So often for each of the requests at a time nothing comes but failures; then the endpoint is taken for broken."""
_LOOK_S = 0.05
_T = TypeVar("_T")

Answered = Callable[[Sequence[TextAnswer]], None]


def run_cancellably(job: Job, work: Coroutine[object, object, _T]) -> _T:
    """Run this in a loop of its own. Raises Cancelled soon after the job was cancelled, whatever is under way."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(_watched(job, work))
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()  # does not wait for a look-up of a name, which nothing can interrupt


async def _watched(job: Job, work: Coroutine[object, object, _T]) -> _T:
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            if job.cancelled:
                raise Cancelled
            await asyncio.wait({task}, timeout=_LOOK_S)
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})
    return task.result()


class AskModel:
    """Asks for all of some requests; made anew for each time."""

    def __init__(
        self,
        model: LanguageModel,
        endpoint: ModelEndpoint,
        prompts: Prompts,
        keep: Callable[[TextAnswer], None],
        answered: Answered,
        watch: Callable[[TextStep], None],
        more: Callable[[], bool],
        turns: ModelTurns,
    ) -> None:
        """`keep` is told of each answer at once, `answered` as soon as there is time. `more` says whether another
        request may be sent; what was sent is waited for in any case."""
        self._model = model
        self._parallel = max(1, endpoint.parallel)
        self._more = more
        self._turns = turns
        self._prompts = prompts
        self._keep = keep
        self._answered = answered
        self._watch = watch
        self._queue: deque[TextRequest] = deque()
        self._came: list[TextAnswer] = []
        self._news = asyncio.Event()
        self._in_vain = 0
        self._error: ModelError | None = None
        self._done = self._total = 0

    async def all(self, requests: Sequence[TextRequest]) -> None:
        """Ask for all of these. Raises ModelError; what came until then was handed over."""
        self._queue.extend(requests)
        self._total = sum(len(request.fields) for request in requests)
        self._watch(TextStep(0, self._total))
        async with self._model:
            workers = asyncio.ensure_future(self._work_all(min(self._parallel, len(requests))))
            teller = asyncio.ensure_future(self._tell())
            try:
                await asyncio.wait({workers, teller}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                workers.cancel()
                teller.cancel()
                ended = await asyncio.gather(workers, teller, return_exceptions=True)
                self._hand_over()
        for error in (*ended, self._error):
            if isinstance(error, Exception):
                raise error

    async def _work_all(self, workers: int) -> None:
        tasks = [asyncio.ensure_future(self._work()) for _ in range(workers)]
        try:
            await asyncio.gather(*tasks)
        finally:  # none goes on asking when another failed
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _work(self) -> None:
        while self._queue and self._more():
            request = self._queue.popleft()
            turn = await self._turns.turn()
            if not self._more():
                return
            answer = await self._answer(request, turn)
            if answer is None:
                continue
            self._came.append(answer)
            self._news.set()
            self._again(answer)

    async def _answer(self, request: TextRequest, turn: float) -> TextAnswer | None:
        try:
            answer = await self._ask(request)
        except ModelError as error:
            return self._failed(request, turn, error)
        self._keep(answer)
        self._in_vain = 0
        self._turns.answered()
        return answer

    async def _ask(self, request: TextRequest) -> TextAnswer:
        names = [field_name(field, request.language) for field in request.fields]
        cut = any(refusal.reason is Reason.TEXT_CUT for refusal in request.refused)
        said = await self._model.said(messages(request, self._prompts), names, room=cut)
        content = redacted(said.content) if said.content else None  # a server may say the key again
        answer = read_answer(request, content, said.finish, said.model, self._prompts)
        return replace(answer, tokens_in=said.tokens_in, tokens_out=said.tokens_out)

    def _failed(self, request: TextRequest, turn: float, error: ModelError) -> TextAnswer | None:
        """What becomes of a request without an answer: an attempt in vain, or None where it has to wait for a better
        time. What is under way when the endpoint is given up was paid for, and is waited for."""
        self._in_vain += 1
        if error.reason in _STOPPING or self._in_vain >= _IN_VAIN * max(self._parallel, MOST_ATTEMPTS):
            self._error = self._error or error
            self._queue.clear()
            return None
        if error.reason in _OVERLOADED:
            pause_s = self._turns.pause(turn, error.retry_after_s)
            self._watch(TextStep(self._done, self._total, request.title, pause_s))
        if error.reason is Reason.BUSY:
            self._queue.appendleft(request)
            return None
        said = redacted(error.detail)
        return TextAnswer(request, refused=tuple(Refusal(field, error.reason, said) for field in request.fields))

    def _again(self, answer: TextAnswer) -> None:
        """Ask again for what was refused, next of all."""
        request = answer.request
        attempts = request.attempts + 1
        ended = attempts >= MOST_ATTEMPTS
        self._done += len(answer.written) + (len(answer.refused) if ended else 0)
        self._watch(TextStep(self._done, self._total, request.title))
        if answer.refused and not ended and self._error is None:
            fields = tuple(refusal.field for refusal in answer.refused)
            self._queue.appendleft(replace(request, fields=fields, attempts=attempts, refused=answer.refused))

    async def _tell(self) -> None:
        """Hands over what came, apart from the workers: they send their next request first."""
        while True:
            await self._news.wait()
            self._hand_over()

    def _hand_over(self) -> None:
        self._news.clear()
        if self._came:
            came, self._came = self._came, []
            self._answered(came)
