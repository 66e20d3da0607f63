"""The question about a PDF that was recognised by its title alone: is it this paper?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop.ui.theme import theme


class GuessBar(QFrame):
    """Two answers to choose from. Nothing is chosen for the person."""

    decided = Signal(bool)
    """True: the PDF is a paper of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "callout")
        self._question = QLabel(self)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        self.same = QRadioButton(self.tr("It is: attach the PDF"), self)
        self.other = QRadioButton(self.tr("It is another paper: add it"), self)
        self._answers = QButtonGroup(self)
        answers = QHBoxLayout()
        answers.setSpacing(theme().space(4))
        for answer in (self.same, self.other):
            self._answers.addButton(answer)
            answers.addWidget(answer)
        answers.addStretch(1)
        self.same.clicked.connect(lambda: self.decided.emit(False))
        self.other.clicked.connect(lambda: self.decided.emit(True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme().space(2)] * 4)
        layout.setSpacing(theme().space())
        layout.addWidget(self._question)
        layout.addLayout(answers)

    def ask(self, question: str, answer: bool | None) -> None:
        """Show the question; `answer` is what `decided` told before, None if nothing was decided."""
        self._question.setText(question)
        self.setAccessibleName(question)
        self._answers.setExclusive(False)  # else none could be unchecked
        self.same.setChecked(answer is False)
        self.other.setChecked(answer is True)
        self._answers.setExclusive(True)
        self.show()
