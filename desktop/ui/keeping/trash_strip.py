"""Above the papers of the Trash: how long they stay there, and the way to empty it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.domain.trash import DAYS_IN_TRASH
from desktop.ui import wording
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.theme import theme


class TrashStrip(QFrame):
    """Shown while there is something in the Trash."""

    empty_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "callout")
        space = theme().space()
        words = self.tr("Papers stay here for {days} days and are deleted then. Until they are, Undo brings them back.")
        self._empty = link_button(self.tr("Empty Trash"))
        self._empty.clicked.connect(self.empty_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space)
        row.addWidget(plain_label("muted", words.format(days=wording.number(DAYS_IN_TRASH)), wraps=True), 1)
        row.addWidget(self._empty)
