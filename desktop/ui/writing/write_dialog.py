"""Before a language model writes: of which papers, which texts, how much that is, and what is sent where."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.model_choice import chosen_prices, on_this_computer, with_consent
from desktop.domain.model_messages import messages
from desktop.domain.model_texts import Message, TextPlan, TextRequest, in_requests
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.ui import wording
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import plain_label
from desktop.ui.session import Session
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.widgets.scrolled import scrolled
from desktop.ui.writing.counting import Counting
from desktop.ui.writing.sending_box import SendingBox
from desktop.ui.writing.text_choice import TextChoice
from desktop.ui.writing.writer import Writer
from desktop.ui.writing.writing_words import cost_words, offer_words, plan_words, texts

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_SIZE = "write-texts-size"
Offer = tuple[tuple[PaperId, ...], tuple[PaperId, ...]]
"""The papers that are selected, and all of the list."""


class WriteDialog(QDialog):
    """Nothing is sent before its button is pressed. The writing goes on behind the window."""

    settings_wanted = Signal()

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        writer: Writer,
        offer: Offer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._writer = writer
        self._plan: TextPlan | None = None
        self._counting = Counting(services, tasks, session.personal, self)
        self.papers = QComboBox()
        self.papers.setAccessibleName(self.tr("Papers"))
        self.choice = TextChoice(session.values)
        self.much = plain_label("", wraps=True)
        self.cost = plain_label("muted", wraps=True)
        self.earlier = plain_label("muted", wraps=True)
        self.sending = SendingBox(tasks, session)
        self.write_button = QPushButton()
        self._offer(offer)
        self._lay_out()
        self._connect()
        self._count()

    def _offer(self, offer: Offer) -> None:
        selected, shown = offer
        if selected:
            self.papers.addItem(self.tr("{papers} selected").format(papers=wording.papers(len(selected))), selected)
        if shown and set(shown) != set(selected):
            words = self.tr("The whole list: {papers}").format(papers=wording.papers(len(shown)))
            self.papers.addItem(words, shown)

    def _lay_out(self) -> None:
        look = theme()
        self.setWindowTitle(self.tr("Write texts"))
        self.write_button.setProperty("kind", "primary")
        self.write_button.setDefault(True)
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(self.write_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(QPushButton(self.tr("Cancel"), self), QDialogButtonBox.ButtonRole.RejectRole)
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space(3))
        line = QHBoxLayout()
        line.addWidget(self.papers)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.choice)
        column.addWidget(self._line())
        for widget in (self.much, self.cost, self.earlier, self.sending):
            column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.space(4),) * 4)
        layout.setSpacing(look.space(3))
        layout.addWidget(scrolled(self.body), 1)
        layout.addWidget(self._buttons)
        give_size(self, self._session, _SIZE, 640, 660)

    @staticmethod
    def _line() -> QFrame:
        line = QFrame()
        line.setProperty("kind", "line")
        return line

    def _connect(self) -> None:
        self.papers.currentIndexChanged.connect(self._count)
        self.choice.changed.connect(self._count)
        self.sending.changed.connect(self._refresh)
        self.sending.settings_wanted.connect(self.settings_wanted)
        self.sending.exact_wanted.connect(self._show_exact)
        self._session.changed.connect(self.sending.refresh)
        self._counting.counted.connect(self._on_planned)
        self._counting.came_to.connect(self._on_came_to)
        self._counting.failed.connect(self._on_failed)
        self.write_button.clicked.connect(self._write)
        self._buttons.rejected.connect(self.reject)

    # How much it is

    def _count(self) -> None:
        papers: tuple[PaperId, ...] = self.papers.currentData() or ()
        self._plan = None
        self._counting.count(papers, self.choice.options())
        self._refresh()

    def _on_came_to(self, papers: int) -> None:
        self.much.setText(self.tr("Counting: {papers} so far…").format(papers=wording.papers(papers)))

    def _on_planned(self, plan: TextPlan) -> None:
        self._plan = plan
        self.sending.show_papers(len(plan.papers))
        if self.sending.sent.isVisible():
            self._show_exact()
        self._refresh()

    def _on_failed(self, error: AppError) -> None:
        self.much.setText(failure_words(error).text)

    def _refresh(self) -> None:
        plan, pending = self._plan, self._writer.view.pending
        if plan is None:
            self.much.setText(self.tr("Counting…"))
        else:
            self.much.setText(plan_words(plan))
            values = self._session.values
            here = bool(values.model_url) and on_this_computer(values.model_url)
            self.cost.setText(cost_words(plan, chosen_prices(values), here=here) if plan.texts else "")
        self.earlier.setVisible(bool(pending.wanted))
        wait = self.tr("{texts} They are written along with these.")
        self.earlier.setText(wait.format(texts=offer_words(pending)))
        count = plan.texts if plan is not None else 0
        self.sending.setVisible(plan is None or count > 0)
        self.write_button.setEnabled(count > 0 and self.sending.ready)
        self.write_button.setText(self.tr("Write {texts}").format(texts=texts(count)) if count else self.tr("Write"))

    def _show_exact(self) -> None:
        """For the first paper, as the database knows it."""
        plan, services, prompts = self._plan, self._services, self._session.personal
        if plan is None or not plan.papers:
            return
        paper = plan.papers[0]

        def work() -> tuple[Message, ...]:
            details = services.browse.details(paper)
            if details is None:
                return ()
            title, abstract = (details.text(kind, ORIGINAL) for kind in (TextKind.TITLE, TextKind.ABSTRACT))
            language, fields = in_requests([field for of, field in plan.wishes if of == paper])[0]
            return messages(TextRequest(paper, language, fields, title, abstract), prompts.prompts.all())

        self._tasks.run_latest("exact", Lane.DB, work, owner=self, done=self.sending.show_exact)

    # What is chosen

    def _write(self) -> None:
        plan, values = self._plan, self._session.values
        if plan is None or not self.write_button.isEnabled():
            return
        options = self.choice.options()
        self._session.change(
            model_consents=with_consent(values.model_consents, values.model_url),
            text_languages=options.languages or values.text_languages,
            text_summary_en=self.choice.english.isChecked(),
        )

        def begin() -> None:
            self._writer.want(plan)
            self.accept()

        self.sending.key.keep_then(begin)

    # Qt

    def done(self, result: int) -> None:
        keep_size(self, self._session, _SIZE)
        super().done(result)
        self.deleteLater()
