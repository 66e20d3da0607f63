"""The settings. What is chosen counts at once; nothing needs to be confirmed."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from desktop.domain.settings import Settings
from desktop.ui.assets import icon
from desktop.ui.digests.window_size import give_first_size
from desktop.ui.preferences.appearance_page import AppearancePage
from desktop.ui.preferences.arxiv_page import ArxivPage
from desktop.ui.preferences.citing_page import CitingPage
from desktop.ui.preferences.keys_page import KeysPage
from desktop.ui.preferences.library_page import LibraryPage
from desktop.ui.preferences.settings_page import SettingsPage
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON
from desktop.ui.widgets.scrolled import scrolled


class PreferencesDialog(QDialog):
    """Pages at the left, the page at the right."""

    changed = Signal(str, object)
    """Name of a setting and its new value."""
    other_library_asked = Signal()

    def __init__(
        self, settings: Settings, folder: Path | None, pdf_bytes: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        look = theme()
        give_first_size(self, 720, 500)
        self._pages = QStackedWidget()
        self._areas: list[QWidget] = []
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setProperty("kind", "sidebar")
        self._list.setFixedWidth(look.scaled(168))
        self._list.setIconSize(QSize(look.scaled(ICON), look.scaled(ICON)))
        self._list.currentRowChanged.connect(self._pages.setCurrentIndex)
        appearance = AppearancePage(settings)
        appearance.changed.connect(self.changed)
        library = LibraryPage(settings, folder)
        library.other_asked.connect(self.other_library_asked)
        library.changed.connect(self.changed)
        arxiv = ArxivPage(settings, pdf_bytes)
        arxiv.changed.connect(self.changed)
        citing = CitingPage(settings)
        citing.changed.connect(self.changed)
        keys = KeysPage(settings.shortcuts)
        keys.changed.connect(lambda chosen: self.changed.emit("shortcuts", chosen))
        self._add("settings", self.tr("Appearance"), appearance)
        self._add("library", self.tr("Library"), library)
        self._add("download", self.tr("arXiv"), arxiv)
        self._add("quote", self.tr("Citing"), citing)
        self._add("keyboard", self.tr("Keys"), keys)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        layout.addWidget(self._pages, 1)
        self._list.setCurrentRow(0)

    @property
    def page(self) -> int:
        """Number of the page shown."""
        return self._list.currentRow()

    def show_page(self, number: int) -> None:
        """Show another page."""
        self._list.setCurrentRow(number)

    def show_named(self, name: str) -> None:
        """Show the page whose widget has that object name."""
        for number, area in enumerate(self._areas):
            if area.findChild(QWidget, name) is not None:
                self._list.setCurrentRow(number)

    def add_page(self, page: SettingsPage) -> None:
        """Add a page that another part of the window made, before that of the keys."""
        place = self._list.count() - 1
        page.changed.connect(self.changed)
        self._insert(place, page.image, page.title, page)

    def resume(self, earlier: "PreferencesDialog") -> None:
        """Show the page and give the keyboard to the field where a person was before this dialog was made anew."""
        self.show_page(earlier.page)
        focused: QWidget | None = earlier.focusWidget()
        field = self.findChild(QWidget, focused.objectName()) if focused is not None and focused.objectName() else None
        if field is not None:
            field.setFocus()

    def _add(self, image: str, name: str, page: QWidget) -> None:
        self._insert(len(self._areas), image, name, page)

    def _insert(self, place: int, image: str, name: str, page: QWidget) -> None:
        area = scrolled(page)
        self._areas.insert(place, area)
        self._pages.insertWidget(place, area)
        self._list.insertItem(place, QListWidgetItem(icon(image), name))
