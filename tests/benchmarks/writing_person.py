"""Somebody who has the texts of a day written, and looks at the list, or scrolls in it, while they come."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app.container import Container
from desktop.domain.listing import Place
from desktop.domain.model_choice import with_consent
from desktop.domain.model_texts import TextOptions, TextPlan
from desktop.ui.tasks import Lane
from desktop.ui.writing.writing_view import WritingState
from tests.benchmarks.person import REPEAT_MS, Gap, Heartbeat, Person, Steps

ROUNDS = {"zh": "texts come", "de": "texts come, a key is held"}
"""By the language that is written into: the texts of one are there after its round."""
HELD_S = 5.0


class OwnTime(Heartbeat):
    """Counts what the GUI thread alone computed: lanes compute beside it."""

    def _beat(self) -> None:
        now, computed = time.perf_counter(), time.thread_time()
        self._gaps.append(Gap(round(1000 * (now - self._last), 2), round(1000 * (computed - self._computed), 2)))
        self._last, self._computed = now, computed


class WritingPerson(Person):
    """`told` says how it went."""

    def __init__(self, program: Container, url: str, papers: int) -> None:
        super().__init__(program, [])
        self.heart = OwnTime()
        self._url = url
        self._papers = papers
        self.told: dict[str, list[Gap]] = {}
        self.seconds: dict[str, float] = {}

    def _day(self) -> Steps:
        room, session = self.desk.room, self._program.window.session
        session.change(
            model_url=self._url, model_name="made-up-large", model_consents=with_consent((), self._url), theme="light"
        )
        yield lambda: room.shown_count > 0
        yield 3000  # the rest of the program is imported meanwhile
        room.go_to(Place.DIGEST, max(known.id for known in room.counts.digests))
        yield lambda: room.shown_count == self._papers
        writer = self.desk.digests.writing.writer
        room.table.selectRow(0)
        yield 1000
        until = time.perf_counter() + HELD_S
        yield from self._deed("a key is held", lambda: time.perf_counter() < until, holds=True)
        room.table.clearSelection()
        yield 1000
        for language, name in ROUNDS.items():
            plans: list[TextPlan] = []
            self._plan(language, plans)
            yield lambda plans=plans: bool(plans)  # type: ignore[misc]  # mypy cannot infer such a default
            self.heart.lap()
            writer.want(plans[0])
            yield lambda: writer.view.state is WritingState.WRITING
            yield from self._deed(name, lambda: writer.view.state is WritingState.WRITING, holds="key" in name)

    def _deed(self, name: str, goes_on: Callable[[], bool], *, holds: bool) -> Steps:
        """Wait while it goes on, with the key held that leads from paper to paper."""
        table = self.desk.room.table
        begun = time.perf_counter()
        self.heart.lap()
        yield 5 * REPEAT_MS
        while goes_on():
            if holds:
                QTest.keyClick(table, Qt.Key.Key_Down)
            yield REPEAT_MS
        self.told[name] = self.heart.lap()
        self.seconds[name] = round(time.perf_counter() - begun, 2)

    def _plan(self, language: str, plans: list[TextPlan]) -> None:
        services, papers = self._program._services, list(self.desk.room.shown)
        assert services is not None
        prompts, options = self._program.window.session.personal.prompts, TextOptions((language,))
        self._program.tasks.run(
            Lane.DB,
            lambda: services.summarising.plan(papers, options, prompts.all()),
            owner=self,
            done=plans.append,
        )
