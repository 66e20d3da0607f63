"""Lets a language model write what the library waits for: asks on a lane of its own, stores each answer as it comes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Changes, joined
from desktop.domain.errors import AppError, StorageError
from desktop.domain.ids import PaperId
from desktop.domain.model_choice import chosen_endpoint, chosen_texts, consented
from desktop.domain.model_texts import ModelEndpoint, TextPlan, TextRequest, TextsPending, TextStep
from desktop.domain.progress import Job
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.writing.answer_box import AnswerBox
from desktop.ui.writing.asking import asking
from desktop.ui.writing.writing_trouble import WritingTrouble, now_ms
from desktop.ui.writing.writing_view import WritingRun, WritingView, state_of

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_SOON_MS = 50
"""Several changes at once are one look."""
_TELL_MS = 120
"""Between two reports of what came: the list and its counts are not drawn anew for each answer."""
_REMEMBERED = "writing"


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to be done."""

    recovered: Changes
    """What came for a program that was killed."""
    pending: TextsPending
    requests: tuple[TextRequest, ...]


class Writer(QObject):
    """Wishes are kept by the library: what was not written when the window was closed is offered at the next start."""

    library_changed = Signal(object)  # Changes
    changed = Signal()
    """It stands otherwise than before."""
    news = Signal(object)  # WritingNews

    _arrived = Signal()
    _stepped = Signal(object)

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._box = AnswerBox()
        self._pending = TextsPending(0, 0)
        self._told = Changes()
        """What came and was not announced yet."""
        self._job: Job | None = None
        self._asked: ModelEndpoint | None = None
        self._begun = self._left = self._storing = False
        self._held = True
        """Nobody has said in this session that the texts of an earlier one are to be written."""
        self._trouble = WritingTrouble()
        self._waits_until_ms = 0
        """The endpoint asked to wait that long while it is being asked."""
        self._run = WritingRun()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._telling = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._telling.timeout.connect(self._tell)
        self._arrived.connect(self._store)
        self._stepped.connect(self._on_step)

    @property
    def view(self) -> WritingView:
        """How far everything is."""
        run, pending, trouble = self._run, self._pending, self._trouble
        until, able = trouble.until_ms or self._waits_until_ms, self._endpoint() is not None
        state = state_of(pending, trouble, paused=self.paused, held=self._held and self._job is None, able=able)
        return WritingView(state, pending, run.done(pending), run.title, until, trouble.error)

    @property
    def paused(self) -> bool:
        """A person wants nothing to be written for now."""
        return self._session.recall(_REMEMBERED) == "paused"

    @property
    def url(self) -> str:
        """The address of the endpoint that is chosen."""
        return self._session.values.model_url

    # What a person, or a feed, wants

    def want(self, plan: TextPlan) -> None:
        """Have the texts of the plan written."""
        services = self._services
        self.pause(False)
        self._change(lambda: services.summarising.want(plan))

    def want_for(self, papers: Sequence[PaperId]) -> None:
        """Have written what these papers lack, as the settings say; they wait until a model may be sent them."""
        services, prompts = self._services, self._session.personal.prompts
        options = chosen_texts(self._session.values)

        def work() -> Changes:
            summarising = services.summarising
            return summarising.want(summarising.plan(papers, options, prompts.all()))

        self._change(work)

    def go_on(self) -> None:
        """Write what waits: what an earlier session left, what was paused, what a person mended."""
        self._held = False
        self.try_again()

    def try_again(self) -> None:
        """Write what was wished for in this session, whatever went wrong before."""
        self._trouble.over()
        self.wake()

    def pause(self, paused: bool) -> None:
        """Ask for nothing more from now on, or go on. What is under way is paid for, and is waited for."""
        self._session.remember(_REMEMBERED, "paused" if paused else "")
        if not paused:
            self.go_on()
        self.changed.emit()

    def order(self, work: Callable[[], Changes], *, begins: bool = False) -> None:
        """Let the library change what is wished for; where it `begins` the writing, that goes on. Otherwise what is
        under way is left off, because it may no longer be wanted."""
        if begins:
            self._change(work)
            return
        self._stop()
        self._tasks.run(Lane.DB, work, owner=self, done=self._on_changed, ended=self.wake)

    def obey(self) -> None:
        """Do what the settings say by now: with another endpoint, or one that may be sent nothing any more, what is
        under way is left off, and what went wrong before counts no longer."""
        if self._asked != self._endpoint():
            self._asked = None
            self._stop()
            self._trouble.over()
            self.wake()
        self.changed.emit()

    def on_library_changed(self, changes: Changes) -> None:
        """Look whether other texts are wanted by now."""
        if changes.texts_wanted or changes.papers_removed:
            self.wake()

    def wake(self) -> None:
        """Look soon whether there is something to write."""
        if not self._left:
            self._timer.start(_SOON_MS)

    def rest(self) -> None:
        """The window is closed, or the library left: stop at once, and store what has come."""
        if self._left:
            return
        self._left = True
        self._timer.stop()
        self._stop()
        box, services = self._box, self._services
        self._tasks.run(Lane.DB, lambda: box.store_last(services.summarising), owner=self._tasks)

    def leave(self) -> None:
        """The library is closed."""
        self.rest()
        self.deleteLater()

    # Looking

    def _look(self) -> None:
        services, ask, held = self._services, self._may_ask(), self._held

        def work() -> _Found:
            summarising = services.summarising
            recovered, pending = summarising.recover(), summarising.pending()
            of = summarising.wanted_lately if held else None
            return _Found(recovered, pending, summarising.next_requests(of=of) if ask and pending.wanted else ())

        self._tasks.run_latest("look", Lane.DB, work, owner=self, done=self._on_found, failed=self._on_broken)

    def _on_found(self, found: _Found) -> None:
        self._on_changed(found.recovered)
        if not self._begun:
            self._begun, self._run = True, WritingRun(len(found.pending.failed))
        self._held = self._held and bool(found.pending.wanted)
        self._pending = found.pending
        if found.requests and self._may_ask() and (endpoint := self._endpoint()) is not None:
            self._ask(found.requests, endpoint)
        elif self._job is None and (not found.pending.wanted or (self._held and self._may_ask())):
            self._tell_news()
        elif self._trouble.until_ms and not self._timer.isActive():
            self._timer.start(self._trouble.left_ms + _SOON_MS)  # timers may be early, and a look may come between
        self.changed.emit()

    def _may_ask(self) -> bool:
        return not (self._left or self.paused or self._trouble.holds or self._job) and self._endpoint() is not None

    def _endpoint(self) -> ModelEndpoint | None:
        values = self._session.values
        return chosen_endpoint(values) if consented(values, values.model_url) else None

    # Asking

    def _ask(self, requests: Sequence[TextRequest], endpoint: ModelEndpoint) -> None:
        services, personal = self._services, self._session.personal
        work = asking(
            *(services.summarising, personal, requests, endpoint, self._box),
            *(lambda: not self.paused, self._arrived.emit, self._stepped.emit),
        )
        self._asked = endpoint
        self._job = self._tasks.run_unlisted(
            Lane.MODEL,
            work,
            owner=self,
            progressed=lambda _: None,
            done=lambda _: self._trouble.over(),
            failed=self._on_refused,
            ended=self._on_ended,
        )

    def _on_refused(self, error: AppError) -> None:
        if self._trouble.take(error):
            self._timer.start(self._trouble.left_ms + _SOON_MS)

    def _on_ended(self) -> None:
        self._job, self._waits_until_ms = None, 0
        self._store()
        if self._trouble.error is None:
            self.wake()
        self.changed.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_step(self, step: TextStep) -> None:
        self._run.title = step.label or self._run.title
        self._waits_until_ms = now_ms() + round(1000 * step.wait_s) if step.wait_s else 0
        self.changed.emit()

    # Storing

    def _store(self) -> None:
        if self._storing or self._left:
            return
        self._storing = True
        box, services = self._box, self._services

        def work() -> tuple[Changes, list[PaperId], TextsPending]:
            return (*box.store(services.summarising), services.summarising.pending())

        def done(stored: tuple[Changes, list[PaperId], TextsPending]) -> None:
            changes, written, self._pending = stored
            self._run.add(written)
            self._told = joined(self._told, changes)
            if not self._telling.isActive():
                self._telling.start()

        self._tasks.run(Lane.DB, work, owner=self, done=done, failed=self._on_broken, ended=self._on_stored)

    def _on_stored(self) -> None:
        self._storing = False
        if self._box and not isinstance(self._trouble.error, StorageError):
            self._store()

    def _tell(self) -> None:
        told, self._told = self._told, Changes()
        if told:
            self.library_changed.emit(told)
        self.changed.emit()

    def _tell_news(self) -> None:
        news = self._run.news(self._pending)
        self._run = WritingRun(len(self._pending.failed))
        if news is not None:
            self._tell()
            self.news.emit(news)

    def _change(self, work: Callable[[], Changes]) -> None:
        self.try_again()
        self._tasks.run(Lane.DB, work, owner=self, done=self._on_changed, ended=self.wake)

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self.library_changed.emit(changes)

    def _on_broken(self, error: AppError) -> None:
        """The library could not be read or written: what came is kept here until a person says to go on."""
        self._trouble.take(error, passes=False)
        self._stop()
        self._tasks.failure_reported.emit(error)
        self.changed.emit()
