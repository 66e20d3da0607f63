"""Pages behind tabs: the list of papers, open papers, and pages such as the search in everything."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.library.labels import tool_tip
from desktop.ui.tabs.tab_bar import TabBar

LIBRARY = "library"
"""The key of the first tab."""


@dataclass(slots=True, eq=False)
class _Tab:
    key: str
    make: Callable[[], QWidget]
    """Makes the page once the tab is in front for the first time."""
    page: QWidget | None = None


class Tabs(QWidget):
    """Shows one page at a time. Each tab has a key; the row of tabs is hidden while there is only the first."""

    front_changed = Signal()
    """Another page is in front."""
    changed = Signal()
    """Tabs came, went or changed places, or another one is in front."""
    close_asked = Signal(str)
    """A person wants the tab of that key closed."""
    menu_asked = Signal(str, QPoint)
    """A right click on the tab of that key, at that place of the screen."""

    def __init__(self, first: QWidget, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = [_Tab(LIBRARY, lambda: first, first)]
        self.bar = TabBar()
        self.bar.insert(0, title)
        self.bar.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(first)
        self._front = LIBRARY
        self._bar_wanted = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.front_changed.connect(self.changed)
        self.bar.currentChanged.connect(self._on_current_changed)
        self.bar.tabMoved.connect(self._on_moved)
        self.bar.close_asked.connect(lambda index: self.close_asked.emit(self._tabs[index].key))
        self.bar.menu_asked.connect(lambda index, at: self.menu_asked.emit(self._tabs[index].key, at))

    def __contains__(self, key: object) -> bool:
        return any(tab.key == key for tab in self._tabs)

    def __iter__(self) -> Iterator[str]:
        """The keys in the order of the tabs, but for the first."""
        return iter([tab.key for tab in self._tabs[1:]])

    @property
    def front(self) -> str:
        """The key of the tab in front."""
        return self._front

    def page(self, key: str) -> QWidget | None:
        """The page of that tab; None if there is no such tab or it was never in front."""
        return next((tab.page for tab in self._tabs if tab.key == key), None)

    def title(self, key: str) -> str:
        """The whole title of that tab."""
        return self.bar.accessibleTabName(self._place(key))

    def add(self, key: str, title: str, make: Callable[[], QWidget], *, front: bool = True) -> None:
        """A new tab behind the one in front, or, with `front` False, behind all. Its page is made when it is seen."""
        place = self._place(self._front) + 1 if front else len(self._tabs)
        self._tabs.insert(place, _Tab(key, make))
        self.bar.insert(place, "")
        self.name(key, title)
        self.show_bar(self._bar_wanted)
        if front:
            self.show_tab(key)
        self.changed.emit()

    def name(self, key: str, title: str) -> None:
        """Call the tab so; where there is not enough room, all of the title is in the tool tip."""
        place = self._place(key)
        self.bar.setTabText(place, " ".join(title.split()).replace("&", "&&"))
        self.bar.setTabToolTip(place, tool_tip(title))
        self.bar.setAccessibleTabName(place, title)

    def show_tab(self, key: str) -> None:
        """Bring that tab to the front."""
        self.bar.setCurrentIndex(self._place(key))
        self._bring()

    def step(self, tabs: int) -> None:
        """Go so many tabs to the right, from the last to the first."""
        self.show_tab(self._tabs[(self._place(self._front) + tabs) % len(self._tabs)].key)

    def close_tab(self, key: str) -> None:
        """Take the tab and its page away. The one at its left comes to the front."""
        place = self._place(key)
        if self._front == key:
            self.show_tab(self._tabs[place - 1].key)
        tab = self._tabs.pop(self._place(key))
        self.bar.removeTab(place)
        if tab.page is not None:
            self._stack.removeWidget(tab.page)
            tab.page.hide()
            tab.page.deleteLater()
        self.show_bar(self._bar_wanted)
        self.changed.emit()

    def show_bar(self, wanted: bool) -> None:
        """Show the row of tabs where there are several, or never."""
        self._bar_wanted = wanted
        self.bar.setVisible(wanted and len(self._tabs) > 1)

    def _place(self, key: str) -> int:
        return next(place for place, tab in enumerate(self._tabs) if tab.key == key)

    def _on_current_changed(self, index: int) -> None:
        if 0 <= index < len(self._tabs):
            self._bring()

    def _bring(self) -> None:
        """Show the page of the tab that is chosen in the row."""
        tab = self._tabs[self.bar.currentIndex()]
        if tab.key == self._front:
            return
        self._front = tab.key
        if tab.page is None:
            tab.page = tab.make()
            self._stack.addWidget(tab.page)
        last: QWidget | None = tab.page.focusWidget()  # before Qt gives the keyboard to whatever takes it first
        self._stack.setCurrentWidget(tab.page)
        if not self.bar.hasFocus():  # else the arrow keys go through the tabs
            (tab.page if last is None else last).setFocus()
        self.front_changed.emit()

    def _on_moved(self, old: int, new: int) -> None:
        if 0 in (old, new):  # the list of papers stays the first
            self.bar.blockSignals(True)
            self.bar.moveTab(new, old)
            self.bar.blockSignals(False)
        else:
            self._tabs.insert(new, self._tabs.pop(old))
            self.changed.emit()

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the page in front."""
        page = self._stack.currentWidget()
        if page is not None:
            page.setFocus()
