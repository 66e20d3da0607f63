"""The panel at the left of the pages: contents, thumbnails, marks, hits of a search, one at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.library.labels import IconButton
from desktop.ui.theme import theme


@dataclass(frozen=True, slots=True)
class SidePage:
    """One of the pages of the panel."""

    name: str
    """As it is remembered."""
    title: str
    icon: str
    make: Callable[[], QWidget]
    """Makes it when it is first shown."""


class SidePanel(QWidget):
    """A row of icons, and under it the page that was chosen."""

    chosen = Signal(str)
    """Another page is wanted; empty: the panel is to be folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages: dict[str, SidePage] = {}
        self._made: dict[str, QWidget] = {}
        self._buttons: dict[str, IconButton] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._row = QHBoxLayout()
        self._row.setSpacing(theme().space(0.5))
        self._row.setContentsMargins(*(theme().space(1.5),) * 4)
        self._row.addStretch(1)
        close = IconButton("close", self)
        close.set_name(self.tr("Close the panel"))
        close.clicked.connect(lambda: self.chosen.emit(""))
        self._row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._row)
        layout.addWidget(self._stack, 1)

    @property
    def shown(self) -> str:
        """The name of the page that is shown; empty while the panel is folded away."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "") if self._open else ""

    def page(self, name: str) -> QWidget:
        """That page, made if it was not."""
        if name not in self._made:
            self._made[name] = made = self._pages[name].make()
            self._stack.addWidget(made)
        return self._made[name]

    def set_pages(self, pages: list[SidePage]) -> None:
        """Offer these pages. Those of another file are thrown away."""
        for made in self._made.values():
            self._stack.removeWidget(made)
            made.deleteLater()
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._made, self._buttons = {}, {}
        self._pages = {page.name: page for page in pages}
        for place, page in enumerate(pages):
            button = IconButton(page.icon, self)
            button.setCheckable(True)
            button.set_name(page.title)
            button.clicked.connect(lambda _=False, name=page.name: self.chosen.emit(name))
            self._group.addButton(button)
            self._row.insertWidget(place, button)
            self._buttons[page.name] = button

    def show_page(self, name: str) -> None:
        """Show that page; an empty or unknown name folds the panel away."""
        known = name in self._pages
        if known:
            self._stack.setCurrentWidget(self.page(name))
            self._buttons[name].setChecked(True)
        self._open = known
        self.setVisible(known)

    _open = False

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the page that is shown."""
        page: QWidget | None = self._stack.currentWidget()
        if page is not None:
            page.setFocus()
