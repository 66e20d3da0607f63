"""What is sent to whom, before anything is: the address, the model, which texts of how many papers, what never is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.model_choice import chosen_endpoint, consented, on_this_computer
from desktop.domain.model_texts import Message
from desktop.domain.secrets import origin_of
from desktop.ui import wording
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.writing.key_row import KeyRow
from desktop.ui.writing.local_models import LocalModels
from desktop.ui.writing.model_presets import preset_name

_LINES = 9


class SendingBox(QFrame):
    """Asks for consent where nobody gave it yet for this address, and for a key where one is lacking."""

    changed = Signal()
    settings_wanted = Signal()
    exact_wanted = Signal()
    """What is sent for the first paper is to be shown."""

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._papers = 0
        self.setProperty("kind", "card")
        self.whom = plain_label("strong", wraps=True)
        self.what = plain_label("", wraps=True)
        self.never = plain_label("muted", wraps=True)
        self.set_up = QPushButton(self.tr("Choose a language model…"))
        self.at_hand = LocalModels(tasks, session)
        self.exact = link_button(self.tr("See exactly what is sent"))
        for button in (self.set_up, self.exact):
            button.setAutoDefault(False)
        self.sent = QPlainTextEdit()
        self.sent.setReadOnly(True)
        self.sent.setTabChangesFocus(True)
        self.sent.setAccessibleName(self.tr("What is sent for the first paper"))
        self.sent.setFixedHeight(_LINES * self.sent.fontMetrics().lineSpacing())
        self.sent.hide()
        self.key = KeyRow(tasks, session)
        self.consent = QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme().space(3),) * 4)
        column.setSpacing(theme().space(2))
        for widget in (self.whom, self.what, self.never):
            column.addWidget(widget)
        column.addWidget(self.at_hand)
        column.addWidget(self.set_up, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.exact)
        for below in (self.sent, self.key, self.consent):
            column.addWidget(below)
        self.set_up.clicked.connect(self.settings_wanted)
        self.exact.clicked.connect(self._on_exact)
        self.consent.toggled.connect(self.changed)
        self.key.known.connect(self.refresh)
        self.key.field.textChanged.connect(self.changed)
        self.refresh()

    def show_papers(self, papers: int) -> None:
        """So many papers would be sent."""
        self._papers = papers
        self.refresh()

    @property
    def ready(self) -> bool:
        """Whether there is whom to ask, with a key if one is needed, and a person allows it."""
        values = self._session.values
        allowed = consented(values, values.model_url) or self.consent.isChecked()
        return chosen_endpoint(values) is not None and allowed and not self.key.lacks

    def refresh(self) -> None:
        """Tell it as the settings are now."""
        values = self._session.values
        there = chosen_endpoint(values) is not None
        for widget in (self.what, self.never, self.exact):
            widget.setVisible(there)
        self.set_up.setVisible(not there)
        self.at_hand.show_for(values)
        if there:
            self._tell(values.model_url, values.model_name)
        else:
            self.whom.setText(self.tr("No language model is chosen yet. Until then, texts are typed by hand."))
        self.consent.setVisible(there and not consented(values, values.model_url))
        self.key.show_for(values.model_url if there else "")
        self.key.setVisible(there and (self.key.lacks or bool(self.key.field.text())))
        self.changed.emit()

    def show_exact(self, parts: tuple[Message, ...]) -> None:
        """What is sent for the first paper."""
        self.sent.setPlainText("\n\n".join(f"[{part.role}]\n{part.text}" for part in parts))

    def _tell(self, url: str, model: str) -> None:
        address, name = origin_of(url), preset_name(url)
        named = self.tr("{address} ({name})").format(address=address, name=name) if name else address
        self.whom.setText(self.tr("Sent to {address}, model {model}:").format(address=named, model=model))
        papers = wording.papers(self._papers)
        self.what.setText(self.tr("Title and abstract of {papers}, and the prompts.").format(papers=papers))
        never = self.tr("Never sent: notes, marks, PDFs, tags, nor anything else of your library.")
        here = (
            self.tr("The address is on this computer; Papershelf sends nothing further.")
            if on_this_computer(url)
            else ""
        )
        self.never.setText(wording.sentences(part for part in (never, here) if part))
        self.consent.setText(self.tr("I allow {address} to be sent this. (Asked once.)").format(address=address))

    def _on_exact(self) -> None:
        self.sent.setVisible(not self.sent.isVisible())
        self.exact.setText(self.tr("Hide it") if self.sent.isVisible() else self.tr("See exactly what is sent"))
        if self.sent.isVisible():
            self.exact_wanted.emit()
