"""Texts that a language model writes: translated titles and abstracts, summaries of one sentence."""

from collections.abc import Callable, Sequence

from db.library_file import LibraryFile
from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.model_texts import (
    EndpointTest,
    Message,
    ModelEndpoint,
    Prompts,
    TextAnswer,
    TextOptions,
    TextPlan,
    TextReport,
    TextRequest,
    TextsPending,
    TextStep,
    TextWish,
)
from desktop.domain.progress import Job


class SummarisePapers:
    """What is wished for is kept in the library until it is written. What works on the library raises StorageError;
    `ask`, `models`, `test` and `messages` know nothing of it and run on any thread."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def plan(self, papers: Sequence[PaperId], options: TextOptions, prompts: Prompts) -> TextPlan:
        """What would have to be asked for, how much that is. What a person typed is never asked for."""
        raise NotImplementedError

    def want(self, plan: TextPlan) -> Changes:
        """Wish for the texts of a plan. No step of undo: `forget` takes them back."""
        raise NotImplementedError

    def pending(self) -> TextsPending:
        """What is still to be written, and what could not be."""
        raise NotImplementedError

    def next_requests(self, limit: int = 500) -> tuple[TextRequest, ...]:
        """What is to be asked next, in the order of the wishes; empty if nothing waits. What nobody wants any more,
        because a person typed the text meanwhile, is forgotten."""
        raise NotImplementedError

    def messages(self, request: TextRequest, prompts: Prompts) -> tuple[Message, ...]:
        """Exactly what is sent for a request."""
        raise NotImplementedError

    def ask(
        self,
        requests: Sequence[TextRequest],
        endpoint: ModelEndpoint,
        key: str,
        prompts: Prompts,
        job: Job,
        answered: Callable[[Sequence[TextAnswer]], None],
        watch: Callable[[TextStep], None] = lambda step: None,
    ) -> None:
        """Ask for all of these, several at a time; refused texts again, with a note of what was wrong. `answered` gets
        each answer as it comes, on this thread, several where several wait.

        Raises NetworkError for what would happen to every request (no way to the endpoint, a key or model that it
        refuses, a quota that is used up), and Cancelled, both after what had come was handed over.
        """
        raise NotImplementedError

    def store(self, answers: Sequence[TextAnswer]) -> Changes:
        """Keep answers, in one transaction. A text that was refused too often is listed as failed."""
        raise NotImplementedError

    def retry(self, wishes: Sequence[TextWish] | None = None) -> Changes:
        """Wish again for texts that failed; None: for all."""
        raise NotImplementedError

    def forget(self, wishes: Sequence[TextWish] | None = None) -> Changes:
        """Wish no longer for these texts; None: for none at all."""
        raise NotImplementedError

    def clear(self, papers: Sequence[PaperId]) -> Changes:
        """Take the texts that a model wrote away from these papers, as one step of undo. What stood under them shows
        again."""
        raise NotImplementedError

    def models(self, endpoint: ModelEndpoint, key: str, job: Job) -> tuple[str, ...]:
        """The names of the models that the endpoint offers, sorted. Raises NetworkError and Cancelled."""
        raise NotImplementedError

    def test(self, endpoint: ModelEndpoint, key: str, job: Job) -> EndpointTest:
        """One cheap call. Raises NetworkError and Cancelled."""
        raise NotImplementedError

    def run(
        self,
        endpoint: ModelEndpoint,
        key: str,
        prompts: Prompts,
        job: Job,
        watch: Callable[[TextStep], None] = lambda step: None,
    ) -> TextReport:
        """Ask for all that is wished for and store it, for the command line. An endpoint that cannot be asked ends it
        early (`TextReport.error`). Raises Cancelled; what came until then stays."""
        raise NotImplementedError
