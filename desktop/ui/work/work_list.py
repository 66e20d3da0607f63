"""The window of long work, beside the main window: a page for it, and pages of what an open library works on."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from desktop.ui.digests.window_size import give_first_size
from desktop.ui.job_record import JobRecord
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.work.work_page import WorkPage

WORK = "work"
"""Name of the page that is always there."""


class WorkTab(NamedTuple):
    """A page that another part of the window made."""

    title: str
    page: QWidget


class WorkList(QDialog):
    """Its pages are known by names."""

    def __init__(
        self,
        tasks: TaskRunner,
        records: list[JobRecord],
        parent: QWidget | None = None,
        more: Mapping[str, WorkTab] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Work list"))
        look = theme()
        give_first_size(self, 760, 520)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._names: list[str] = []
        tabs = {WORK: WorkTab(self.tr("Work"), WorkPage(tasks, records)), **(more or {})}
        for name, tab in tabs.items():
            self._names.append(name)
            self._tabs.addTab(tab.page, tab.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.space(), 0, 0)
        layout.addWidget(self._tabs)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._names[self._tabs.currentIndex()]

    def show_page(self, name: str) -> None:
        """Show another page; one that is not there changes nothing."""
        if name in self._names:
            self._tabs.setCurrentIndex(self._names.index(name))
