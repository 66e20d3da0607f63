"""The shortest way to a language model: those that programs on this computer offer, found when a person asks for it."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desktop.domain.model_choice import chosen_endpoint
from desktop.domain.model_texts import ModelEndpoint
from desktop.domain.progress import Job
from desktop.domain.settings import Settings
from desktop.ui import wording
from desktop.ui.library.labels import plain_label
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.writing.model_presets import LOCAL, preset_name


class LocalModels(QWidget):
    """A button as long as no model is chosen. What it finds is chosen at once, and can be changed here."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session = session
        self.look = QPushButton(self.tr("Look on this computer"))
        self.look.setAutoDefault(False)
        self.models = QComboBox()
        self.models.setAccessibleName(self.tr("Model"))
        self.words = plain_label("muted", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(self.look)
        row.addWidget(self.models)
        row.addWidget(self.words, 1)
        row.addStretch()  # as long as there are no words
        self.look.clicked.connect(self._look)
        self.models.activated.connect(self._choose)
        self.show_for(session.values)

    def show_for(self, settings: Settings) -> None:
        """Offer what there is to choose."""
        chosen = chosen_endpoint(settings)
        listed = [self.models.itemData(row) for row in range(self.models.count())]
        here = chosen is not None and (chosen.url, chosen.model) in listed
        self.look.setVisible(chosen is None)
        self.models.setVisible(here and len(listed) > 1)
        self.words.setVisible(chosen is None and bool(self.words.text()))
        self.setVisible(chosen is None or self.models.isVisibleTo(self))

    def _look(self) -> None:
        asked = [ModelEndpoint(preset.url, "") for preset in LOCAL]

        def work(job: Job) -> tuple[ModelEndpoint, ...]:
            from desktop.services.try_model import find_models  # the client of endpoints takes its time

            return find_models(asked, job)

        self.look.setEnabled(False)
        self._say(self.tr("Looking…"))
        self._tasks.run_unlisted(
            Lane.NET, work, owner=self, progressed=lambda _: None, done=self._on_found, ended=self._on_looked
        )

    def _on_looked(self) -> None:
        self.look.setEnabled(True)

    def _on_found(self, found: tuple[ModelEndpoint, ...]) -> None:
        self.models.clear()
        for endpoint in found:
            named = self.tr("{model} ({program})").format(model=endpoint.model, program=preset_name(endpoint.url))
            self.models.addItem(named, (endpoint.url, endpoint.model))
        if found:
            self._choose()
            return
        programs = wording.listed([preset.name for preset in LOCAL])
        self._say(
            self.tr("None answers here. Asked for: {programs}. Start one of them, or choose a service.").format(
                programs=programs
            )
        )

    def _choose(self) -> None:
        url, model = self.models.currentData()
        self._session.change(model_url=url, model_name=model)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.show_for(self._session.values)
