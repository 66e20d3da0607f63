"""From what a person gives to a plan: texts are scanned while they type, files are read beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.adding import AddPlan, AddState, PlannedId, Scan
from desktop.domain.arxiv_scan import scan
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.adding.add_choice import merged
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.services.read_files import ReadFiles

T = TypeVar("T")

SHORT = 40_000
"""Characters that are scanned at once, which takes some milliseconds; longer texts are scanned on a lane."""


class Recognition(QObject):
    """Keeps the plan of one text and of files. What the text names is told first, what the library knows of it then."""

    changed = Signal()
    """See `plan`, `unknown` and `busy`."""
    progressed = Signal(object)
    """Progress of reading files."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._services = services
        self._text = self._planned_text = ""
        self._scanned = "", Scan(())
        """The text that was looked through last, and what it names."""
        self._text_plan = AddPlan()
        self._unknown: frozenset[str] = frozenset()
        self._others: list[Callable[[], AddPlan]] = []
        """Look up what files and endless texts named."""
        self._others_plan = AddPlan()
        self._jobs: list[Job] = []
        self._others_awaited = 0
        """How many answers about them are still to come."""

    @property
    def plan(self) -> AddPlan:
        """What was recognised so far."""
        return merged(self._text_plan, self._others_plan)

    @property
    def unknown(self) -> frozenset[str]:
        """Ids of which it is not known yet whether the library has them."""
        return self._unknown

    @property
    def reading(self) -> bool:
        """Files are being read."""
        return bool(self._jobs)

    @property
    def busy(self) -> bool:
        """The plan is not complete yet."""
        return self._text != self._planned_text or self._others_awaited > 0 or self.reading

    def set_text(self, text: str) -> None:
        """Recognise this text instead of the one before."""
        self._text = text
        if len(text) <= SHORT:
            self._on_scanned(text, scan(text))
        else:
            done = partial(self._on_scanned, text)
            self._tasks.run_latest("scan", Lane.FILES, partial(scan, text), owner=self, done=done)

    def look_up_again(self) -> None:
        """The library may know other papers now."""
        text, found = self._scanned
        if text == self._text:  # else it is being looked through
            self._look_up(text, found)
        self._look_up_others()

    def read(self, paths: Sequence[Path]) -> None:
        """Recognise these files, too."""
        services = self._services
        self._gather(lambda job: services.adding.read_files(paths, job), lambda read: services.adding.plan_read(read))

    def take(self, read: "ReadFiles") -> None:
        """Recognise what files were found to tell, too."""
        services = self._services
        self._add_other(lambda: services.adding.plan_read(read))

    def read_text(self, text: str) -> None:
        """Recognise this text, too, which is too long to be shown."""
        services = self._services
        self._gather(lambda _: scan(text), lambda found: services.adding.plan_scan(found))

    def _gather(self, work: Callable[[Job], T], plan: Callable[[T], AddPlan]) -> None:
        """Find out what is named without the library, then what the library knows of it."""

        def done(found: T) -> None:
            if not job.cancelled:
                self._add_other(lambda: plan(found))

        def ended() -> None:
            self._jobs.remove(job)
            self.changed.emit()

        job = self._tasks.run_unlisted(
            Lane.FILES, work, owner=self, progressed=self.progressed.emit, done=done, ended=ended
        )
        self._jobs.append(job)
        self.changed.emit()

    def stop_reading(self) -> None:
        """Leave out the files that are being read."""
        for job in self._jobs:
            job.cancel()

    def forget(self) -> None:
        """Begin anew without text and files."""
        self.stop_reading()
        self._others, self._others_plan = [], AddPlan()
        self.set_text("")

    def _on_scanned(self, text: str, found: Scan) -> None:
        if text != self._text:
            return
        known = {planned.id.value: planned for planned in self._text_plan.ids}
        new = frozenset(wanted.value for wanted in found.found if wanted.value not in known)
        ids = (
            PlannedId(wanted, AddState.NEW) if wanted.value in new else replace(known[wanted.value], id=wanted)
            for wanted in found.found
        )
        self._text_plan = AddPlan(tuple(ids), not_understood=found.not_understood)
        self._unknown = new | (self._unknown & known.keys())
        self._scanned = text, found
        self._look_up(text, found)
        self.changed.emit()

    def _look_up(self, text: str, found: Scan) -> None:
        if not self._text_plan.ids:
            self._planned_text = text
            return
        services, done = self._services, partial(self._on_planned, text)
        self._tasks.run_latest("look-up", Lane.DB, lambda: services.adding.plan_scan(found), owner=self, done=done)

    def _on_planned(self, text: str, plan: AddPlan) -> None:
        if text == self._text:
            self._planned_text = text
            self._text_plan, self._unknown = plan, frozenset()
            self.changed.emit()

    def _add_other(self, plan: Callable[[], AddPlan]) -> None:
        self._others.append(plan)
        self._look_up_others()

    def _look_up_others(self) -> None:
        others = tuple(self._others)

        def work() -> AddPlan:
            return reduce(merged, (plan() for plan in others))

        if others:
            self._others_awaited += 1
            done = partial(self._on_others_planned, others)
            self._tasks.run(Lane.DB, work, owner=self, done=done, ended=self._on_others_ended)

    def _on_others_planned(self, others: tuple[Callable[[], AddPlan], ...], plan: AddPlan) -> None:
        if others == tuple(self._others):
            self._others_plan = plan

    def _on_others_ended(self) -> None:
        self._others_awaited -= 1
        self.changed.emit()
