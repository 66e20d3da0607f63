"""Texts that a language model writes: translated titles and abstracts, summaries of one sentence."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from db import steps, text_wishes
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.texts import texts_of
from desktop.domain.changes import Changes
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.model_messages import messages
from desktop.domain.model_texts import (
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
    WishedText,
)
from desktop.domain.progress import Job
from desktop.domain.text_planning import Planning
from desktop.domain.undo import UndoKind
from desktop.services.kept_answers import KeptAnswers
from desktop.services.text_run import TextRun

if TYPE_CHECKING:
    from desktop.services.model_turns import ModelTurns
    from desktop.sources.model_forms import Form


class SummarisePapers:
    """What is wished for is kept in the library until it is written. What works on the library raises StorageError;
    `ask` and `messages` know nothing of it and run on any thread."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library
        self._kept = KeptAnswers(library.folder)
        self._forms: dict[tuple[str, str], Form] = {}
        """Which form of answers an endpoint's model takes."""
        self.wanted_lately: set[WishedText] = set()
        """What was wished for since this library was opened: no rest of an earlier session."""
        self._turns: dict[tuple[str, int], ModelTurns] = {}
        """When an endpoint may be asked next, whatever was asked before."""

    def plan(self, papers: Sequence[PaperId], options: TextOptions, prompts: Prompts) -> TextPlan:
        """What would have to be asked for, how much that is. What a person typed is never asked for."""
        planning = Planning(options, prompts)
        self.add_to_plan(planning, papers)
        return planning.plan()

    def add_to_plan(self, planning: Planning, papers: Sequence[PaperId]) -> None:
        """The same for some papers more, for a plan of many that is made in pieces."""
        with storage_errors(self._library.path):
            texts = texts_of(self._library.connection, list(dict.fromkeys(papers)))
        for paper, there in texts.items():
            planning.add(paper, there)

    def want(self, plan: TextPlan) -> Changes:
        """Wish for the texts of a plan. No step of undo: `forget` takes them back."""
        with self._library.transaction() as connection:
            changes = text_wishes.want(connection, plan.wishes)
        self.wanted_lately.update(plan.wishes)
        return changes

    def pending(self) -> TextsPending:
        """What is still to be written, and what could not be."""
        with storage_errors(self._library.path):
            return text_wishes.pending(self._library.connection)

    def waiting(self, wishes: Collection[WishedText]) -> int:
        """How many of these texts are still to be written."""
        with storage_errors(self._library.path):
            return text_wishes.waiting(self._library.connection, wishes)

    def next_requests(self, limit: int = 500, of: Collection[WishedText] | None = None) -> tuple[TextRequest, ...]:
        """What is to be asked next for up to so many papers (of these texts alone), in the order of the wishes; empty
        if nothing waits. What nobody wants any more, because a person typed the text meanwhile, is forgotten; what was
        answered and is not stored yet is left out."""
        with self._library.transaction() as connection:
            requests = text_wishes.next_requests(connection, limit, of)
        answered = self._kept.fields()
        left = (
            replace(request, fields=tuple(field for field in request.fields if (request.paper, field) not in answered))
            for request in requests
        )
        return tuple(request for request in left if request.fields)

    def recover(self) -> Changes:
        """Store what came for a program that was killed before it could: before anything is asked for again. What is
        not wished for any more, or is about a paper that has other texts by now, is left out."""
        earlier = self._kept.earlier()
        if not earlier:
            return Changes()
        with self._library.transaction() as connection:
            changes = text_wishes.store(connection, text_wishes.wished(connection, earlier))
        self._kept.stored_earlier()
        return changes

    def messages(self, request: TextRequest, prompts: Prompts) -> tuple[Message, ...]:
        """Exactly what is sent for a request."""
        return messages(request, prompts)

    def ask(
        self,
        requests: Sequence[TextRequest],
        endpoint: ModelEndpoint,
        key: str,
        prompts: Prompts,
        job: Job,
        answered: Callable[[Sequence[TextAnswer]], None],
        watch: Callable[[TextStep], None] = lambda step: None,
        more: Callable[[], bool] = lambda: True,
    ) -> None:
        """Ask for all of these, several at a time; refused texts again, with a note of what was wrong. `answered` gets
        each answer as it comes, on this thread, several where several wait; each is kept in a file until `store` got
        it. Once `more` says no, what is under way is waited for, because it is paid for, and nothing else is sent.

        Raises InputError (CONSENT_NEEDED) if nobody allowed the endpoint to be sent texts, ModelError for what would
        happen to every request (no way to the endpoint, a key or model that it refuses, a quota that is used up), and
        Cancelled, the last two after what had come was handed over.
        """
        from desktop.services.ask_model import AskModel, run_cancellably
        from desktop.services.model_turns import ModelTurns
        from desktop.sources.language_model import LanguageModel

        if not endpoint.allowed:
            raise InputError(Reason.CONSENT_NEEDED, endpoint.url)
        if not requests:
            return
        place = (endpoint.url, endpoint.model)
        turns = self._turns.setdefault((endpoint.url, endpoint.per_minute), ModelTurns(endpoint.per_minute))

        async def work() -> None:
            model = LanguageModel(endpoint, key, self._forms.get(place))
            try:
                asking = AskModel(model, endpoint, prompts, self._kept.keep, answered, watch, more, turns)
                await asking.all(requests)
            finally:
                self._forms[place] = model.form

        run_cancellably(job, work())

    def store(self, answers: Sequence[TextAnswer]) -> Changes:
        """Keep answers, in one transaction. A text that was refused too often is listed as failed."""
        with self._library.transaction() as connection:
            changes = text_wishes.store(connection, answers)
        self._kept.stored(answers)
        return changes

    def retry(self, wishes: Sequence[TextWish] | None = None) -> Changes:
        """Wish again for texts that failed; None: for all."""
        wishes = self.pending().failed if wishes is None else wishes
        again = [(wish.paper, wish.field) for wish in wishes]
        with self._library.transaction() as connection:
            changes = text_wishes.want(connection, again)
        self.wanted_lately.update(again)
        return changes

    def forget(self, wishes: Sequence[TextWish] | None = None) -> Changes:
        """Wish no longer for these texts; None: for none at all."""
        with self._library.transaction() as connection:
            return text_wishes.delete(connection, wishes)

    def clear(self, papers: Sequence[PaperId]) -> Changes:
        """Take the texts that a model wrote away from these papers, as one step of undo. What stood under them shows
        again."""
        with self._library.transaction() as connection:
            return steps.do(connection, UndoKind.CLEAR_TEXTS, text_wishes.clearing(connection, papers))

    def run(
        self,
        endpoint: ModelEndpoint,
        key: str,
        prompts: Prompts,
        job: Job,
        watch: Callable[[TextStep], None] = lambda step: None,
        of: Collection[WishedText] | None = None,
    ) -> TextReport:
        """Ask for all that is wished for (of these texts alone) and store it, for the command line. An
        endpoint that cannot be asked ends it early (`TextReport.error`). Raises Cancelled; what came until then
        stays."""
        Thread(target=_bring_client, name="client of endpoints", daemon=True).start()
        recovered = self.recover()
        run = TextRun(self.store, lambda requests, answered, more: self.ask(
            requests, endpoint, key, prompts, job, answered, watch, more
        ), job, recovered)  # fmt: skip
        while run.error is None and (requests := self.next_requests(of=of)):
            run.ask(requests)
        pending = self.pending()
        return run.report(pending.wanted, pending.failed)


def _bring_client() -> None:
    """The client of endpoints takes as long to import as two answers to come: meanwhile the library is looked at."""
    import desktop.services.ask_model  # noqa: F401
