"""Marks of another version of the paper, carried over to the file that is open by the text they stand on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.mark import Mark
from desktop.domain.mark_lineage import not_carried
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.domain.reading import OpenedPaper
from desktop.ui import wording
from desktop.ui.library.labels import IconButton, link_button, plain_label
from desktop.ui.reader.file_names import short_name
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.tasks import Lane
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.services.carry_marks import CarriedMarks


class CarryMarks(QObject):
    """Of one open file."""

    ended = Signal()
    """Marks were carried over, or it was cancelled."""
    list_wanted = Signal()
    """The marks that found no place are to be seen."""

    def __init__(self, around: Surroundings, opened: OpenedPaper, model: MarksModel, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._opened = opened
        self._model = model
        self._job: Job | None = None

    @property
    def waiting(self) -> Sequence[Mark]:
        """The marks on other files that were not carried to this one."""
        if self._job is not None:
            return ()
        return not_carried((*self._model.marks, *self._opened.elsewhere), self._opened.file.sha256)

    def learn(self, opened: OpenedPaper) -> None:
        """The paper has other files or marks now than when it was opened."""
        self._opened = opened

    def begin(self) -> None:
        """Carry them over, as work with progress that can be cancelled."""
        if self._job is not None or not self._model.takes_new():
            return
        if not self.waiting:
            self._around.toast.show_message(self.tr("There are no marks on other versions of this paper."))
            return
        opened, services = self._opened, self._around.services
        marks = (*self._model.marks, *opened.elsewhere)

        def work(job: Job) -> "CarriedMarks":
            return services.carrying.plan(opened, marks, job)

        label = self.tr("Carrying marks over")
        self._job = self._around.tasks.run_job(
            Lane.INDEX, work, owner=self, label=label, done=self._on_carried, ended=self._on_ended
        )

    def _on_carried(self, found: "CarriedMarks") -> None:
        self._model.do(found.step, found.pictures)
        lost = len(found.not_placed)
        words = [self.tr("{marks} carried over.").format(marks=wording.marks(len(found.step.changes) - lost))]
        if lost:
            words.append(self.tr("{marks} could not be placed.").format(marks=wording.marks(lost)))
        self._around.toast.show_message(wording.sentences(words), self.tr("Show"), self._show_list)

    def _show_list(self) -> None:
        if isValid(self):  # the message stays longer than the tab may
            self.list_wanted.emit()

    def _on_ended(self) -> None:
        self._job = None
        self.ended.emit()


class CarryBar(QWidget):
    """Says quietly that there are marks on another version."""

    carry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = plain_label("muted")
        carry = link_button(self.tr("Carry them over"))
        carry.clicked.connect(self.carry_wanted)
        close = IconButton("close")
        close.set_name(self.tr("Not now"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(3), 0, theme().space(2), theme().space(0.5))
        layout.addWidget(self._words)
        layout.addWidget(carry)
        layout.addStretch(1)
        layout.addWidget(close)
        self.hide()

    def show_waiting(self, marks: Sequence[Mark], files: Sequence[PdfFile]) -> None:
        """Tell of these marks; none hides the bar."""
        where = {mark.sha256 for mark in marks}
        names = [short_name(file) for file in files if file.sha256 in where]
        text = self.tr("{marks} on {version}")
        self._words.setText(text.format(marks=wording.marks(len(marks)), version=wording.listed(names)))
        self.setVisible(bool(marks))
