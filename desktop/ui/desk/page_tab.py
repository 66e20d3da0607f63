"""A tab that there is once: the search in everything, duplicates, statistics, triage."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.ui.tabs.tabs import LIBRARY, Tabs

Page = TypeVar("Page", bound=QWidget)


class PageTab(Generic[Page]):
    """The one tab of its key. Its page is made when it is first wanted, and anew after it was closed."""

    def __init__(self, tabs: Tabs, key: str, title: str, make: Callable[[], Page]) -> None:
        self._tabs = tabs
        self._key = key
        self._title = title
        self._make = make
        self._back_to = LIBRARY

    def show(self) -> Page:
        """Bring it to the front. The page that it holds."""
        tabs, key = self._tabs, self._key
        if not self.in_front:
            self._back_to = tabs.front
        if key not in tabs:
            tabs.add(key, self._title, self._make)
        tabs.show_tab(key)
        page: Page = tabs.page(key)  # type: ignore[assignment]  # what `make` gave
        return page

    def add(self) -> None:
        """Open it behind all others; its page is made once it is seen."""
        if self._key not in self._tabs:
            self._tabs.add(self._key, self._title, self._make, front=False)

    @property
    def in_front(self) -> bool:
        """Whether it is what the window shows."""
        return self._tabs.front == self._key

    @property
    def page(self) -> Page | None:
        """The page, if the tab is open."""
        page: Page | None = self._tabs.page(self._key)  # type: ignore[assignment]  # what `make` gave
        return page

    def go_back(self) -> None:
        """Bring to the front what was there before; the tab stays."""
        self._tabs.show_tab(self._back_to if self._back_to in self._tabs else LIBRARY)

    def close(self) -> None:
        """Close the tab, and go back to what was in front before."""
        self.go_back()
        if self._key in self._tabs:
            self._tabs.close_tab(self._key)
