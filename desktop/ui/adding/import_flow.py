"""From files or pasted text to papers in the library: read, show the plan, add what was ticked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.import_plan import ImportOptions, ImportPlan, ImportResult
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.adding.plan_contents import PlanContents, contents_of
from desktop.ui.adding.plan_words import action_words, files, result_words
from desktop.ui.digests.language_box import digest_language, remember_digest_language
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from desktop.ui.adding.import_plan_dialog import ImportPlanDialog

Plan = Callable[[ImportOptions, Job], ImportPlan]


class ImportFlow(QObject):
    """Imports into one library. Lives as long as its window."""

    planned = Signal(object)
    """ImportPlanDialog that was opened."""
    imported = Signal(object, str)
    """ImportResult, and what to tell the person."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._services = services
        self._session = session
        self._window = window

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read these files and folders and show what importing them would do."""
        services = self._services
        self._read(lambda options, job: services.importing.plan(paths, options, job), len(paths))

    def import_texts(self, texts: Sequence[tuple[str, bytes]]) -> None:
        """The same for texts that are no files: names and bytes."""
        services = self._services
        self._read(lambda options, job: services.importing.plan_texts(texts, options, job), len(texts))

    def _read(self, plan: Plan, count: int, dialog: "ImportPlanDialog | None" = None) -> None:
        options = ImportOptions(language=digest_language(self._session))
        if dialog is not None:
            options = dialog.chosen_options()

        def work(job: Job) -> PlanContents:
            return contents_of(plan(options, job))

        self._tasks.run_job(
            Lane.DB,
            work,
            owner=self if dialog is None else dialog,
            label=self.tr("Reading {files}").format(files=files(count)),
            done=partial(self._open, plan, count) if dialog is None else dialog.show_contents,
        )

    def _open(self, plan: Plan, count: int, contents: PlanContents) -> None:
        from desktop.ui.adding.import_plan_dialog import ImportPlanDialog  # not needed for the first screen

        dialog = ImportPlanDialog(self._tasks, self._services, self._session, contents, self._window)
        dialog.replan_wanted.connect(lambda _: self._read(plan, count, dialog))
        dialog.accepted.connect(lambda: self._add(plan, dialog))
        dialog.finished.connect(dialog.deleteLater)
        self.destroyed.connect(dialog.reject)  # another library, or the window is made anew
        dialog.show()
        self.planned.emit(dialog)

    def _add(self, plan: Plan, dialog: "ImportPlanDialog") -> None:
        options, choice = dialog.chosen_options(), dialog.model.choice
        remember_digest_language(self._session, options.language)
        services = self._services

        def work(job: Job) -> ImportResult:
            wanted = choice
            if options.year != choice.contents.plan.options.year:  # it was typed a moment ago
                wanted = choice.carried_to(contents_of(plan(options, job)))
            chosen, unticked = wanted.to_apply()
            return services.importing.apply(replace(chosen, options=options), job, unticked)

        self._tasks.run_job(
            Lane.DB,
            work,
            owner=self,
            label=action_words(choice.outcome()),
            done=lambda result: self.imported.emit(result, result_words(result)),
        )
