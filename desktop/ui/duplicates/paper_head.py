"""The head of a column: which paper it is, and whether it is the one to keep."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QRadioButton, QWidget

from desktop.domain.latex_text import readable
from desktop.domain.paper import PaperDetails
from desktop.ui.theme import theme


class PaperHead(QWidget):
    """Keep this one; with more than two papers, leave this one out."""

    chosen = Signal()
    left_out_changed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.radio = QRadioButton(self)
        self.radio.setAutoExclusive(False)  # its siblings are in other columns
        self.radio.setToolTip(self.tr("Key {number}").format(number=number))
        self.radio.clicked.connect(self.chosen)
        self.out = QCheckBox(self.tr("Leave out"), self)
        self.out.setAccessibleName(self.tr("Leave out paper {number}").format(number=number))
        self.out.toggled.connect(self.left_out_changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(), 0, 0, 0)
        layout.addWidget(self.radio)
        layout.addStretch(1)
        layout.addWidget(self.out)

    @property
    def left_out(self) -> bool:
        """It is not one of them, as the person says."""
        return self.out.isChecked()

    def show_paper(self, paper: PaperDetails, *, can_leave_out: bool) -> None:
        """Stand over this paper."""
        self.radio.setAccessibleDescription(readable(paper.row.title))
        self.out.setVisible(can_leave_out)

    def leave_out(self, out: bool) -> None:
        """Say so, without telling."""
        self.out.blockSignals(True)
        self.out.setChecked(out)
        self.out.blockSignals(False)

    def show_kept(self, kept: bool) -> None:
        """Whether this is the paper that stays."""
        self.radio.setChecked(kept)
        words = self.tr("{number}. Kept") if kept else self.tr("{number}. Keep this one")
        self.radio.setText(words.format(number=self._number))
