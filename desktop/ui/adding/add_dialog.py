"""Add papers: paste or type anything, see what was recognised, add it."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.domain.adding import AddPlan
from desktop.domain.arxiv_paper import ArxivPaper
from desktop.services.library import LibraryServices
from desktop.ui.adding.add_text_field import AddTextField
from desktop.ui.adding.add_words import action_words, nothing_words
from desktop.ui.adding.drop import Dropped, DropTarget
from desktop.ui.adding.file_choice import choose_files
from desktop.ui.adding.recognised_pane import RecognisedPane, side_by_side
from desktop.ui.adding.recognition import Recognition
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.services.read_files import ReadFiles

_SIZE = "add-size"


class AddDialog(QDialog):
    """Stays as it was left while it is closed. `accepted` is sent when the person wants what is ticked."""

    show_wanted = Signal(object)
    """Papers (PaperId) of the library that the person wants to see."""
    titles_asked = Signal(object)
    """Lines that may be titles of papers, to be looked up."""
    arrived = Signal(object)
    """Dropped: chosen, dropped or pasted; digests may be among the files."""

    def __init__(
        self, tasks: TaskRunner, services: LibraryServices, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._adds_once_known = False
        self.recognition = Recognition(tasks, services, self)
        self.field = AddTextField(self)
        self.pane = RecognisedPane(self.recognition, self)
        self.model = self.pane.model
        self.download = QCheckBox(self.tr("Download the PDFs"), self)
        self.reason = QLabel(self)
        """Why nothing can be added."""
        self.add_button = QPushButton(self)
        self.files_button = QPushButton(self.tr("Choose files…"), self)
        self.clear_button = QPushButton(self.tr("Clear"), self)
        self.show_button = QPushButton(self.tr("Show in the library"), self)
        self._set_up()
        self._lay_out()
        self._connect()
        self._tell()

    def take(self, text: str = "", paths: Sequence[Path] = (), read: "ReadFiles | None" = None) -> None:
        """Recognise this beside what is there already; in a window that was closed, instead of it."""
        used = self.recognition.busy or self.recognition.plan != AddPlan()
        if (text or paths or read) and used and not self.isVisible():
            self.begin_anew()
        if text:
            self.field.add_text(text)
        if paths:
            self.recognition.read(paths)
        if read is not None:
            self.recognition.take(read)

    def take_titles(self, taken: Sequence[tuple[str, ArxivPaper]]) -> None:
        """Write the ids that arXiv has for lines behind them, and so recognise them."""
        for line, paper in taken:
            self.field.complete_line(line, f"arXiv:{paper.arxiv_id}")

    def begin_anew(self) -> None:
        """Forget everything, once it was added."""
        self.field.clear()
        self.model.forget()
        self.recognition.forget()
        self._propose_download()

    def _propose_download(self) -> None:
        self.download.setChecked(self._session.values.pdf_downloads == "automatic")

    def _set_up(self) -> None:
        self.setWindowTitle(self.tr("Add papers"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.field.setPlaceholderText(
            self.tr("Paste or type links, ids, BibTeX or whole pages. PDFs and other files can be dropped here.")
        )
        self.field.setAccessibleName(self.tr("Links, ids, BibTeX, pages"))
        self.field.setMinimumHeight(2 * self.field.fontMetrics().lineSpacing() + theme().space(4))
        self._propose_download()
        self.add_button.setToolTip(self.tr("Enter adds; Shift+Enter begins a new line."))
        self.add_button.setProperty("kind", "primary")
        self.add_button.setDefault(True)
        for button in (self.files_button, self.clear_button, self.show_button):
            button.setAutoDefault(False)
        for button in (self.clear_button, self.show_button):
            button.setProperty("kind", "link")
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setProperty("kind", "muted")

    def _lay_out(self) -> None:
        look = theme()
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, look.space(2))
        column.addWidget(self.field, 1)
        column.addLayout(side_by_side(self.files_button, None, self.clear_button))
        panes = QSplitter(Qt.Orientation.Vertical, self)
        panes.addWidget(upper)
        panes.addWidget(self.pane)
        panes.setStretchFactor(1, 1)
        panes.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addWidget(panes, 1)
        layout.addLayout(side_by_side(self.download, None, self.reason, self.show_button))
        layout.addWidget(self._buttons())
        self._order_tabs()
        give_size(self, self._session, _SIZE, 720, 600)
        upper_height = min(look.scaled(150), self.height() // 4)  # what was recognised needs the room in large type
        panes.setSizes([upper_height, self.height() - upper_height])

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.add_button, QDialogButtonBox.ButtonRole.AcceptRole)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        return buttons

    def _order_tabs(self) -> None:
        pane = self.pane
        inputs = (self.field, self.files_button, self.clear_button, pane.titles_button, pane.stop_button, pane.view)
        answers = (pane.guess.same, pane.guess.other, self.download, self.show_button, self.add_button)
        for before, then in pairwise((*inputs, *answers)):
            self.setTabOrder(before, then)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.entered.connect(self._on_entered)
        self.field.files_pasted.connect(lambda paths: self.arrived.emit(Dropped(paths)))
        self.field.long_text_pasted.connect(self.recognition.read_text)
        self.recognition.changed.connect(self._on_recognised)
        self.model.ticked.connect(self._tell)
        self.pane.titles_asked.connect(self.titles_asked)
        self.files_button.clicked.connect(self._choose_files)
        self.clear_button.clicked.connect(self._clear)
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(self.model.known_papers()))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._add)
        DropTarget(self).arrived.connect(self.arrived)

    def _on_text_changed(self) -> None:
        self._adds_once_known = False
        self.recognition.set_text(self.field.toPlainText())
        self._tell()

    def _choose_files(self) -> None:
        paths = choose_files(self, self._session, self.tr("Choose files"))
        if paths:
            self.arrived.emit(Dropped(tuple(paths)))

    def _clear(self) -> None:
        self.begin_anew()
        self.field.setFocus()

    def _tell(self) -> None:
        """The button says what it will do, or beside it stands why it can do nothing."""
        outcome, plan = self.model.choice.outcome(), self.model.choice.plan
        searching = outcome.nothing and self.recognition.busy
        self.add_button.setText(self.tr("Looking through it…") if searching else action_words(outcome))
        self.add_button.setEnabled(not outcome.nothing)
        self.reason.setText(nothing_words(plan) if outcome.nothing and not self.recognition.busy else "")
        self.show_button.setVisible(outcome.nothing and bool(self.model.known_papers()))
        self.clear_button.setEnabled(bool(plan.pdfs or plan.refused or self.field.toPlainText()))

    def _on_recognised(self) -> None:
        self._tell()
        if self._adds_once_known and not self.recognition.busy:
            self._add()

    def _on_entered(self) -> None:
        if self.model.choice.outcome().nothing and not self.recognition.busy:
            self.field.insertPlainText("\n")  # there is nothing else that Enter could mean
        else:
            self._add()

    def _add(self) -> None:
        """Add what is ticked, as soon as it is known what that is."""
        if self.recognition.busy:
            self._adds_once_known = True
            return
        self._adds_once_known = False
        if not self.model.choice.outcome().nothing:
            self.accept()

    # Qt

    def done(self, result: int) -> None:
        keep_size(self, self._session, _SIZE)
        super().done(result)
