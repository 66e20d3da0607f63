"""Which feeds found a paper, and in which digests it was seen, row by row; a guess by title can be split off here."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayoutItem, QPushButton, QVBoxLayout, QWidget

from desktop.domain.feeds import FoundBy
from desktop.domain.paper import SeenIn
from desktop.ui.announce_words import announced_words
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import button_text, link_button, plain_label, tool_tip
from desktop.ui.library.origin_words import day
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH
from desktop.ui.wording import listed

_AT_ONCE = 6
"""A paper that is announced again and again is in many digests; the others are behind a click."""


class Provenance(QWidget):
    """One line a feed and day, the newest first; then one a digest, the newest import first."""

    digest_activated = Signal(object)
    """A digest's name was clicked (DigestId)."""
    feed_activated = Signal(object)
    """A feed's name was clicked (FeedId)."""
    split_requested = Signal(object)
    """A person says that this row is another paper (SeenIn)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen_in: tuple[SeenIn, ...] = ()
        self._found_by: tuple[FoundBy, ...] = ()
        self._all = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_places(self, seen_in: tuple[SeenIn, ...], found_by: tuple[FoundBy, ...] = ()) -> None:
        """Show where a paper was seen."""
        if (seen_in, found_by) == (self._seen_in, self._found_by) and self._layout.count():
            return
        self._seen_in, self._found_by, self._all = seen_in, found_by, False
        self._fill()

    def _fill(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            _discard(item)
        places: tuple[FoundBy | SeenIn, ...] = (*self._found_by, *self._seen_in)
        shown = places if self._all else places[:_AT_ONCE]
        for place in shown:
            self._layout.addWidget(self._found_line(place) if isinstance(place, FoundBy) else self._line(place))
        if len(shown) < len(places):
            more = link_button(self.tr("Show all {count}").format(count=len(places)), self)
            more.clicked.connect(self._show_all)
            self._layout.addWidget(more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _named_line(self, name: str, shown: str) -> tuple[QWidget, FlowLayout, QPushButton]:
        line = QWidget(self)
        layout = FlowLayout(line)
        layout.setContentsMargins(theme().space(), 0, FOCUS_WIDTH + theme().space(), 0)
        layout.setSpacing(theme().space())
        button = link_button(button_text(shown), line)
        button.setToolTip(tool_tip(name))
        layout.addWidget(button)
        return line, layout, button

    def _found_line(self, found: FoundBy) -> QWidget:
        line, layout, name = self._named_line(found.name, self.tr("Feed {name}").format(name=found.name))
        name.clicked.connect(partial(self.feed_activated.emit, found.feed))
        told = (found.day, announced_words(found.announced))
        layout.addWidget(plain_label("muted", listed(word for word in told if word), parent=line))
        return line

    def _line(self, seen: SeenIn) -> QWidget:
        line, layout, name = self._named_line(seen.name, seen.name)
        name.clicked.connect(partial(self.digest_activated.emit, seen.digest))
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
