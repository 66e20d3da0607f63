"""Answers of a model on their way into the library: what was paid for is not lost, whatever ends meanwhile."""

from collections.abc import Sequence
from threading import Event, Lock
from typing import TYPE_CHECKING

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.model_texts import TextAnswer

if TYPE_CHECKING:
    from desktop.services.summarise_papers import SummarisePapers

_PATIENCE_S = 3.0
"""For the lane of the model to hand over what has come, once it was told to stop."""


class AnswerBox:
    """Filled on the lane of the model, emptied on that of the database."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: list[TextAnswer] = []
        self._idle = Event()
        self._idle.set()

    def __bool__(self) -> bool:
        with self._lock:
            return bool(self._answers)

    def begin(self) -> None:
        """Answers may come from now on."""
        self._idle.clear()

    def end(self) -> None:
        """No more come."""
        self._idle.set()

    def put(self, answers: Sequence[TextAnswer]) -> None:
        """Keep what came until it is stored."""
        with self._lock:
            self._answers.extend(answers)

    def store(self, summarising: "SummarisePapers") -> tuple[Changes, list[PaperId]]:
        """Store what is here, and tell the paper of each text that was written. Raises StorageError; what could not be
        stored is here again then."""
        with self._lock:
            answers, self._answers = self._answers, []
        if not answers:
            return Changes(), []
        try:
            return summarising.store(answers), [text.paper for answer in answers for text in answer.written]
        except BaseException:
            with self._lock:
                self._answers[:0] = answers
            raise

    def store_last(self, summarising: "SummarisePapers") -> None:
        """The same once no more come, before the library is closed."""
        self._idle.wait(_PATIENCE_S)
        self.store(summarising)
