"""A line in the details of a paper whose translation or summary is missing: a language model can write it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.paper import ORIGINAL, PaperDetails, TextKind
from desktop.ui.library.labels import link_button
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH

_KINDS = (TextKind.TITLE, TextKind.SUMMARY, TextKind.ABSTRACT)


class MissingTexts(QWidget):
    """Shown only where there is something to work from."""

    write_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: list[TextKind] = []
        self.button = link_button()
        self.button.clicked.connect(self.write_wanted)
        row = QHBoxLayout(self)
        inset = FOCUS_WIDTH + theme().space()
        row.setContentsMargins(inset, 0, inset, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def show_details(self, details: PaperDetails) -> None:
        """Tell what this paper lacks."""
        there = {text.kind for text in details.texts if text.language not in (ORIGINAL, "") and text.value}
        originals = {text.kind for text in details.texts if text.language == ORIGINAL and text.value}
        self._missing = [
            kind for kind in _KINDS if kind not in there and (kind in originals or kind is TextKind.SUMMARY)
        ]
        able = bool(originals & {TextKind.TITLE, TextKind.ABSTRACT}) and not details.row.trashed
        self.retranslate()
        self.setVisible(able and bool(self._missing))

    def retranslate(self) -> None:
        """Take the words from the present language."""
        if self._missing == [TextKind.SUMMARY]:
            self.button.setText(self.tr("Have the summary written…"))
        elif TextKind.SUMMARY in self._missing:
            self.button.setText(self.tr("Have translation and summary written…"))
        else:
            self.button.setText(self.tr("Have the translation written…"))
