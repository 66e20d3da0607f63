"""Asking a model and storing what it says at the same time, for the command line.

A thread of its own asks, so that no answer waits for a disk; this one stores, for a library belongs to one thread.
"""

from collections.abc import Callable, Iterator, Sequence
from queue import SimpleQueue
from threading import Event, Thread

from desktop.domain.changes import Changes, joined
from desktop.domain.errors import ModelError
from desktop.domain.ids import PaperId
from desktop.domain.model_texts import TextAnswer, TextReport, TextRequest, TextWish
from desktop.domain.progress import Job

Answered = Callable[[Sequence[TextAnswer]], None]
_Ask = Callable[[Sequence[TextRequest], Answered, Callable[[], bool]], None]
_Told = SimpleQueue[Sequence[TextAnswer] | BaseException | None]
"""Answers, and in the end what ended it."""


class TextRun:
    """What came so far. `ask(requests, answered, more)` asks as long as there may be `more`, and raises what ended it;
    it stops at once when the job is cancelled."""

    def __init__(
        self,
        store: Callable[[Sequence[TextAnswer]], Changes],
        ask: _Ask,
        job: Job,
        changes: Changes,
    ) -> None:
        """`changes`: what was done before."""
        self._store = store
        self._ask = ask
        self._job = job
        self._changes = changes
        self._papers: dict[PaperId, None] = {}
        self._written = self._calls = self._tokens_in = self._tokens_out = 0
        self.error: ModelError | None = None
        """What keeps the endpoint from being asked any more."""

    def ask(self, requests: Sequence[TextRequest]) -> None:
        """Ask and store. Raises whatever ended either but a ModelError, which is kept. If nothing can be stored,
        nothing else is sent, and what was is waited for: it is paid for, and kept in a file."""
        told: _Told = SimpleQueue()
        stopped = Event()
        thread = Thread(target=_tell_all, args=(self._ask, requests, told, stopped), name="language model", daemon=True)
        thread.start()
        end = None
        try:
            for answers, end in _together(told):  # noqa: B007 - the last one counts
                if answers:
                    self._take(answers)
        except KeyboardInterrupt:
            self._job.cancel()
            raise
        finally:
            stopped.set()
            thread.join()
        if isinstance(end, ModelError):
            self.error = end
        elif end is not None:
            raise end

    def _take(self, answers: Sequence[TextAnswer]) -> None:
        self._changes = joined(self._changes, self._store(answers))
        self._calls += len(answers)
        self._written += sum(len(answer.written) for answer in answers)
        self._tokens_in += sum(answer.tokens_in for answer in answers)
        self._tokens_out += sum(answer.tokens_out for answer in answers)

    def report(self, waiting: int, failed: tuple[TextWish, ...]) -> TextReport:
        """All of it."""
        return TextReport(
            *(self._written, failed, waiting, self._calls, self._tokens_in, self._tokens_out, self._changes),
            error=self.error,
        )


def _tell_all(ask: _Ask, requests: Sequence[TextRequest], told: _Told, stopped: Event) -> None:
    """The thread that asks: tells each answer and how it ended."""
    try:
        ask(requests, told.put, lambda: not stopped.is_set())
    except BaseException as error:  # noqa: BLE001 - raised again by who waits for it
        told.put(error)
    else:
        told.put(None)


def _together(told: _Told) -> Iterator[tuple[list[TextAnswer], BaseException | None]]:
    """All that waits at a time, until the end; with the last, what ended it."""
    ended = False
    while not ended:
        answers: list[TextAnswer] = []
        end: BaseException | None = None
        items = [told.get()]
        while not told.empty():
            items.append(told.get())
        for item in items:
            if item is None or isinstance(item, BaseException):
                ended, end = True, item
            else:
                answers.extend(item)
        yield answers, end
