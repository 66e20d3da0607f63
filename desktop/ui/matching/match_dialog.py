"""Find on arXiv: what it proposes for titles, to be ticked and taken over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.arxiv_paper import ArxivPaper
from desktop.services.library import LibraryServices
from desktop.ui.adding.tick_view import TickView
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.failures import failure_words
from desktop.ui.matching.match_choice import TitleQuestion
from desktop.ui.matching.match_model import MatchModel
from desktop.ui.matching.title_look_up import TitleLookUp
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.wording import number

_SIZE = "matches-size"
_STATE_WIDTH = 168


class MatchDialog(QDialog):
    """Asks arXiv as soon as it is shown. `accepted` is sent when the person takes over what is ticked."""

    def __init__(
        self,
        tasks: TaskRunner,
        services: LibraryServices,
        session: Session,
        questions: Sequence[TitleQuestion],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.model = MatchModel(questions, self)
        self.view = TickView(self.model, _STATE_WIDTH, parent=self)
        self.look_up = TitleLookUp(tasks, services, self.model, self)
        self.take_button = QPushButton(self)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.again_button = QPushButton(self.tr("Ask again"), self)
        self._summary = QLabel(self)
        self._bar = QProgressBar(self)
        self._set_up()
        self.look_up.changed.connect(self._tell_progress)
        self.model.ticked.connect(self._tell_button)
        self.stop_button.clicked.connect(self.look_up.stop)
        self.again_button.clicked.connect(self.look_up.start)
        self.finished.connect(self.look_up.stop)
        self._tell_button()
        self.look_up.start()

    def taken(self) -> list[tuple[TitleQuestion, ArxivPaper]]:
        """The questions of which a proposal is ticked, and the proposals."""
        return [(question, paper) for question in self.model.questions if (paper := question.taken) is not None]

    def _set_up(self) -> None:
        look = theme()
        self.setWindowTitle(self.tr("Find on arXiv"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.view.setAccessibleName(self.tr("Titles and what arXiv proposes"))
        self.view.setProperty("kind", "framed")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setProperty("kind", "muted")
        self._summary.setWordWrap(True)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(look.scaled(120))
        self._bar.setAccessibleName(self.tr("Progress"))
        for button in (self.stop_button, self.again_button):
            button.setAutoDefault(False)
            button.setProperty("kind", "link")
        self.take_button.setProperty("kind", "primary")
        self.take_button.setDefault(True)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.take_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.setSpacing(look.space(2))
        top.addWidget(self._summary, 1)
        for widget in (self._bar, self.stop_button, self.again_button):
            top.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        give_size(self, self._session, _SIZE, 820, 620)
        self.view.make_current(0)
        self.view.setFocus()

    def _tell_progress(self) -> None:
        look_up, total = self.look_up, len(self.model.questions)
        asked = look_up.asked
        self._bar.setRange(0, total)
        self._bar.setValue(asked)
        self._bar.setVisible(look_up.running)
        self.stop_button.setVisible(look_up.running)
        self.again_button.setVisible(not look_up.running and asked < total)
        if look_up.failure is not None:
            text = failure_words(look_up.failure).text
        elif asked == total:
            text = self.tr("arXiv has answered. Tick what is the same paper.")
        else:
            told = self.tr("{done} of {total} titles looked up; arXiv lets programs ask every three seconds.")
            text = told.format(done=number(asked), total=number(total))
        self._summary.setText(text)

    def _tell_button(self) -> None:
        count = len(self.taken())
        one, many = self.tr("Take over 1 match"), self.tr("Take over {count} matches")
        text = one if count == 1 else many if count else self.tr("Nothing is ticked")
        self.take_button.setText(text.format(count=number(count)))
        self.take_button.setEnabled(count > 0)
        self.view.viewport().update()

    # Qt

    def done(self, result: int) -> None:
        keep_size(self, self._session, _SIZE)
        super().done(result)
