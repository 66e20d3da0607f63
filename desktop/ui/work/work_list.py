"""The window of long work and downloads, beside the main window."""

from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from desktop.ui.digests.window_size import give_first_size
from desktop.ui.tasks import JobRecord, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.work.work_page import WorkPage


class WorkList(QDialog):
    """One page for long work, one for what an open library downloads."""

    def __init__(
        self,
        tasks: TaskRunner,
        records: list[JobRecord],
        parent: QWidget | None = None,
        downloads: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Work list"))
        look = theme()
        give_first_size(self, 760, 520)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(WorkPage(tasks, records), self.tr("Work"))
        if downloads is not None:
            self._tabs.addTab(downloads, self.tr("Downloads"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.space(), 0, 0)
        layout.addWidget(self._tabs)

    @property
    def page(self) -> int:
        """0 for work, 1 for downloads."""
        return self._tabs.currentIndex()

    def show_page(self, number: int) -> None:
        """Show the other page."""
        self._tabs.setCurrentIndex(number)
