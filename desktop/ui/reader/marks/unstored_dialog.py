"""Shows what a person typed about marks that could not be stored and is shown nowhere else any more."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import AppError
from desktop.domain.mark import Mark, MarkStep
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme
from desktop.ui.wording import sentences

_SIZE = (480, 320)


class UnstoredDialog(QDialog):
    """Stays until the marks are stored or the person gives them up; nothing else does either."""

    again_wanted = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget, *, leaving: bool = False) -> None:
        """With `leaving` the window waits for it to be closed itself."""
        super().__init__(parent)
        if leaving:
            self.setWindowModality(Qt.WindowModality.WindowModal)
        look = theme()
        self.setWindowTitle(self.tr("Marks that are not saved"))
        self.told = plain_label("", wraps=True, parent=self)
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("What is not saved"))
        self.again = QPushButton(self.tr("Try again"), self)
        self.again.setProperty("kind", "primary")
        self.again.setDefault(True)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.discard = QPushButton(self.tr("Discard and close") if leaving else self.tr("Discard"), self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.discard, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.again.clicked.connect(self.again_wanted)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words.toPlainText()))
        self.discard.clicked.connect(self.discarded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        for widget in (self.told, self.words, buttons):
            layout.addWidget(widget)
        self.resize(look.scaled(_SIZE[0]), look.scaled(_SIZE[1]))

    def tell(self, steps: Iterable[MarkStep], error: AppError | None) -> None:
        """Show the words of these steps, and why they are not stored; None: they are not yet."""
        why = self.tr("This is still being saved.") if error is None else failure_words(error).text
        self.told.setText(sentences((why, self.tr("What you wrote is kept here until it can be saved."))))
        self.words.setPlainText("\n\n".join(_words(mark) for mark in _latest(steps)))
        self.show()
        self.raise_()

    def reject(self) -> None:
        """Esc does not give up what was typed; the button does."""


def _latest(steps: Iterable[MarkStep]) -> Iterable[Mark]:
    marks = {change.after.id: change.after for step in steps for change in step.changes if change.after is not None}
    return marks.values()


def _words(mark: Mark) -> str:
    return "\n".join(part for part in (mark.quote, mark.comment) if part)
