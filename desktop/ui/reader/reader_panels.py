"""The panels at both sides of the pages: each folds with one key and keeps its width."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.ids import PaperId
from desktop.ui.reader.open_file import OpenFile
from desktop.ui.reader.side_panel import SidePanel
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.reader.texts_panel import TextsPanel
from desktop.ui.theme import theme
from desktop.ui.widgets.three_panes import ThreePanes

TEXTS = "texts"
_WIDE = 1500
"""Pixels at 100 % of a window that has room for the texts beside the pages when a paper is first read."""
_WIDTHS = "reader panes"
_ROOM_FOR_PAGES = 1400
"""Pixels at 100 %."""


class ReaderPanels(QWidget):
    """The left panel, the pages, and at the right the texts of the paper."""

    changed = Signal()
    """Another panel is shown."""

    def __init__(self, around: Surroundings, paper: PaperId, middle: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._paper = paper
        self._texts: TextsPanel | None = None
        self._folded: tuple[str, str] | None = None
        """The panels that were shown before all were folded away."""
        self.left = SidePanel()
        self.left.hide()
        self.left.chosen.connect(self.show_left)
        self._right = QStackedWidget()
        self._right.setProperty("kind", "surface")
        self._right.hide()
        self._panes = ThreePanes(self.left, middle, self._right, room_for_middle=_ROOM_FOR_PAGES)
        self._panes.restore(around.session.recall(_WIDTHS))
        self._panes.splitterMoved.connect(self._on_widths)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)

    def show_file(self, file: OpenFile) -> None:
        """Offer what belongs to this file, and show the panels that were shown when it was left."""
        kept = self.left.shown
        self.left.set_pages(file.side_pages())
        place = file.opened.place
        if place is not None:
            self.left.show_page(place.left)
            self._show_texts(place.right == TEXTS)
        else:
            self.left.show_page(kept)
            self._show_texts(self._texts is not None or self.window().width() >= theme().scaled(_WIDE))

    @property
    def right_shown(self) -> str:
        """The name of what is shown at the right; empty for nothing."""
        if self._folded is not None:
            return self._folded[1]
        return TEXTS if self._right.isVisibleTo(self) else ""

    @property
    def texts(self) -> TextsPanel:
        """The texts at the right, made when first wanted."""
        if self._texts is None:
            self._texts = TextsPanel(self._around, self._paper)
            self._right.addWidget(self._texts)
        return self._texts

    def show_left(self, name: str) -> None:
        """Show that page of the left panel; empty folds it away."""
        self.left.show_page(name)
        self.changed.emit()

    def toggle_left(self, name: str) -> None:
        """Fold the left panel away if it shows that page, else show it."""
        self.show_left("" if self.left.shown == name else name)

    def toggle_texts(self) -> None:
        """Show the texts or fold them away."""
        self._show_texts(not self.right_shown)
        self.changed.emit()

    def edit_texts(self) -> None:
        """Show the texts, the title open for typing."""
        if not self.right_shown:
            self.toggle_texts()
        self.texts.edit()

    def fold(self, folded: bool) -> None:
        """Fold all away for a while, or bring them back."""
        if folded and self._folded is None:
            self._folded = self.left.shown, self.right_shown
            self.left.hide()
            self._right.hide()
        elif not folded and self._folded is not None:
            (left, right), self._folded = self._folded, None
            self.left.show_page(left)
            self._show_texts(right == TEXTS)

    def flush(self) -> None:
        """Save what is being typed."""
        if self._texts is not None:
            self._texts.flush()

    def _show_texts(self, shown: bool) -> None:
        if shown:
            self._right.setCurrentWidget(self.texts)
        elif self._texts is not None:
            self._texts.flush()
        self._right.setVisible(shown)

    def _on_widths(self) -> None:
        self._around.session.remember(_WIDTHS, self._panes.save())
