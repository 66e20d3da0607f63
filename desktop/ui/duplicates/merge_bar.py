"""What can be done with the papers that are compared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.domain.latex_text import readable
from desktop.ui import wording
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.folded_section import wrapped
from desktop.ui.library.labels import button_text, tool_tip
from desktop.ui.theme import theme


class MergeBar(QWidget):
    """Merge, these are different, skip; and the keys."""

    merge_clicked = Signal()
    apart_clicked = Signal()
    skip_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.merge_button = QPushButton(self)
        self.merge_button.setProperty("kind", "primary")
        self.apart_button = QPushButton(self.tr("These are different"), self)
        self.skip_button = QPushButton(self.tr("Skip"), self)
        self.merge_button.clicked.connect(self.merge_clicked)
        self.apart_button.clicked.connect(self.apart_clicked)
        self.skip_button.clicked.connect(self.skip_clicked)
        self.apart_button.setToolTip(self.tr("They are not shown as duplicates again. Key D"))
        self.skip_button.setToolTip(self.tr("Decide later. Key J"))
        keys = wrapped(
            "badge", self.tr("M merge · D different · J and K next and previous · 1, 2 … the one to keep"), self
        )
        line = QFrame(self)
        line.setProperty("kind", "line")
        row = QWidget(self)
        buttons = FlowLayout(row)
        buttons.setSpacing(theme().space(2))
        for widget in (self.merge_button, self.apart_button, self.skip_button):
            buttons.addWidget(widget)
        inner = QVBoxLayout()
        inner.setContentsMargins(*(theme().space(3), theme().space(2)) * 2)
        inner.addWidget(row)
        inner.addWidget(keys)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inner)
        layout.addWidget(line)

    def show_what(self, title: str, papers: int) -> None:
        """Into which paper so many are merged."""
        name = readable(title)
        self.merge_button.setText(self.tr("Merge into “{title}”").format(title=button_text(name)))
        told = self.tr("{papers} become one. It can be undone, and later imports find the one that is kept. Key M")
        self.merge_button.setToolTip(tool_tip(told.format(papers=wording.papers(papers))))
        self.merge_button.setEnabled(papers > 1)
        self.apart_button.setEnabled(papers > 1)
