"""Asks an endpoint for its models, or for one cheap answer, and tells what came of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError
from desktop.domain.model_texts import EndpointTest, ModelEndpoint
from desktop.domain.progress import Job
from desktop.domain.secrets import origin_of
from desktop.domain.settings import Settings
from desktop.ui.library.labels import plain_label
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.writing.model_failures import model_failure

T = TypeVar("T")


class ModelTrial(QObject):
    """Of the endpoint that the settings name. It is left off with the page that shows it."""

    listed = Signal(object)
    """Names of models: a tuple of str."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self._job: Job | None = None
        self.words = plain_label("muted", wraps=True)
        """What came of it."""

    @property
    def settings(self) -> Settings:
        """Those that count now."""
        return self._session.values

    def list_models(self) -> None:
        """Ask which models there are."""
        from desktop.services.try_model import list_models

        self._ask(list_models, self._on_listed)

    def test(self) -> None:
        """One cheap call."""
        from desktop.services.try_model import try_model

        self._ask(try_model, self._on_tested)

    def forget(self) -> None:
        """What was told was about another choice."""
        if self._job is not None:
            self._job.cancel()
        self.words.clear()

    def _ask(self, ask: Callable[[ModelEndpoint, str, Job], T], done: Callable[[T], None]) -> None:
        values, secrets = self.settings, self._session.personal
        endpoint = ModelEndpoint(values.model_url, values.model_name, proxy=values.proxy)
        self.forget()
        self._say("muted", self.tr("Asking…"))

        def work(job: Job) -> T:
            return ask(endpoint, secrets.secrets.get(origin_of(endpoint.url)) or "", job)

        self._job = self._tasks.run_unlisted(
            Lane.NET, work, owner=self, progressed=lambda _: None, done=done, failed=self._on_failed
        )

    def _on_listed(self, names: tuple[str, ...]) -> None:
        if names:
            self._say("muted", self.tr("{count} models. Choose one.").format(count=len(names)))
        else:
            self._say("warn", self.tr("It lists none. Type the name that its description gives."))
        self.listed.emit(names)

    def _on_tested(self, told: EndpointTest) -> None:
        words = self.tr("It works: {model} answered in {seconds} s.")
        self._say("good", words.format(model=told.model, seconds=f"{told.seconds:.1f}"))

    def _on_failed(self, error: AppError) -> None:
        self._say("bad", model_failure(error, self.settings.model_url, writing=False).text)

    def _say(self, kind: str, text: str) -> None:
        self.words.setProperty("kind", kind)
        self.words.style().polish(self.words)
        self.words.setText(text)
