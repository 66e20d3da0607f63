"""In which digests a paper was seen, row by row; a guess by title can be split off here."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayoutItem, QVBoxLayout, QWidget

from desktop.domain.paper import SeenIn
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import button_text, link_button, plain_label, tool_tip
from desktop.ui.library.origin_words import day
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH

_AT_ONCE = 6
"""A paper that is announced again and again is in many digests; the others are behind a click."""


class Provenance(QWidget):
    """One line a digest, the newest import first."""

    digest_activated = Signal(object)
    """A digest's name was clicked (DigestId)."""
    split_requested = Signal(object)
    """A person says that this row is another paper (SeenIn)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen_in: tuple[SeenIn, ...] = ()
        self._all = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_places(self, seen_in: tuple[SeenIn, ...]) -> None:
        """Show where a paper was seen."""
        if seen_in == self._seen_in and self._layout.count():
            return
        self._seen_in, self._all = seen_in, False
        self._fill()

    def _fill(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            _discard(item)
        shown = self._seen_in if self._all else self._seen_in[:_AT_ONCE]
        for seen in shown:
            self._layout.addWidget(self._line(seen))
        if len(shown) < len(self._seen_in):
            more = link_button(self.tr("Show all {count}").format(count=len(self._seen_in)), self)
            more.clicked.connect(self._show_all)
            self._layout.addWidget(more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _line(self, seen: SeenIn) -> QWidget:
        line = QWidget(self)
        layout = FlowLayout(line)
        layout.setContentsMargins(theme().space(), 0, FOCUS_WIDTH + theme().space(), 0)
        layout.setSpacing(theme().space())
        name = link_button(button_text(seen.name), line)
        name.setToolTip(tool_tip(seen.name))
        name.clicked.connect(partial(self.digest_activated.emit, seen.digest))
        layout.addWidget(name)
        words = self.tr("row {row}, imported {day}").format(row=seen.position, day=day(seen.imported_at))
        layout.addWidget(plain_label("muted", words, parent=line))
        if seen.by_title:
            guess = plain_label("warn", self.tr("recognised by its title alone"), parent=line)
            split = link_button(self.tr("Split off"), line)
            split.setToolTip(self.tr("This row is another paper: give it an entry of its own. Can be undone."))
            split.clicked.connect(partial(self.split_requested.emit, seen))
            layout.addWidget(guess)
            layout.addWidget(split)
        return line


def _discard(item: QLayoutItem) -> None:
    widget = item.widget()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
