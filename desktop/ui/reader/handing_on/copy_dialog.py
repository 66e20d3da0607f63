"""Asks for what an annotated copy needs: a name for the annotations and a place for the file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.annotated_copy import CopyWish
from desktop.domain.reading import OpenedPaper
from desktop.ui.library.labels import plain_label
from desktop.ui.reader.handing_on.dialog_parts import agree_or_cancel, labelled_form
from desktop.ui.reader.handing_on.person_name import person_name, remember_person_name
from desktop.ui.reader.handing_on.target_row import TargetRow
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.wording import marks, sentences

_WIDTH = 560


class CopyDialog(QDialog):
    """About the marks of one file. What is chosen is sent as `wished` when the person agrees."""

    wished = Signal(object)  # CopyWish

    def __init__(
        self, tasks: TaskRunner, session: Session, opened: OpenedPaper, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._opened = opened
        self.author = QLineEdit(person_name(session), self)
        self.author.setMaxLength(100)
        taken = self.tr("There is a file of this name already. It is replaced if you go on.")
        self.target = TargetRow(tasks, session, self, taken=taken)
        self.export_button = QPushButton(self)
        self.told = plain_label("", self._words(), wraps=True)
        self.setWindowTitle(self.tr("Export annotated copy"))
        self._set_up()
        self.target.changed.connect(self._tell_button)
        self.target.propose(name)
        self._tell_button()
        self.target.setFocus()

    def _set_up(self) -> None:
        look = theme()
        buttons = agree_or_cancel(self, self.export_button, self._agree, self.tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addWidget(self.told)
        layout.addLayout(
            labelled_form(self, (self.tr("File name"), self.target), (self.tr("Your name"), self.author)),
        )
        remark = self.tr("Other programs show your name at each mark. It may be left empty.")
        layout.addWidget(plain_label("muted", remark, wraps=True))
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(look.scaled(_WIDTH))

    def _words(self) -> str:
        placed = sum(mark.placed for mark in self._opened.marks)
        left_out = len(self._opened.marks) - placed
        parts = [
            self.tr("A copy of the PDF with {marks} that any PDF reader shows. The original stays as it is.").format(
                marks=marks(placed)
            )
        ]
        if left_out:
            parts.append(
                self.tr("{marks} have no place in this version and are left out.").format(marks=marks(left_out))
            )
        return sentences(parts)

    def _tell_button(self) -> None:
        self.export_button.setText(self.tr("Replace the file") if self.target.is_there else self.tr("Export"))
        self.export_button.setEnabled(self.target.is_usable)

    def _agree(self) -> None:
        if not self.target.is_usable:
            return
        self.target.remember()
        author = " ".join(self.author.text().split())
        remember_person_name(self._session, author)
        self.wished.emit(CopyWish(self._opened.file, self._opened.marks, author, str(self.target.path)))
        self.accept()
