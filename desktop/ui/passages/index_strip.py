"""One line that tells which PDFs are not found by their words, and why; it lets a person pause reading or go on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.domain.errors import AppError
from desktop.domain.latex_text import readable
from desktop.domain.page_index import UnreadFile
from desktop.ui.failures import failure_words
from desktop.ui.indexing.index_words import failed_words, progress_words, textless_words
from desktop.ui.indexing.indexer import Indexer
from desktop.ui.library.labels import button_text, link_button, plain_label
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_NAMED = 20
"""Files in the menu."""


class IndexStrip(QWidget):
    """Hidden where there is nothing to tell."""

    paper_wanted = Signal(object)  # PaperId

    def __init__(
        self, services: "LibraryServices", tasks: TaskRunner, indexer: Indexer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._indexer = indexer
        self._words = plain_label("muted")
        self._pause = link_button()
        self._pause.clicked.connect(lambda: indexer.pause(not indexer.paused))
        self._textless = plain_label("muted")
        self.failed = link_button()
        self.failed.clicked.connect(self._show_failed)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(3))
        for widget in (self._words, self._pause, self._textless, self.failed):
            row.addWidget(widget)
        row.addStretch(1)
        indexer.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Tell how it stands."""
        view = self._indexer.view
        waits, textless, failed = progress_words(view), textless_words(view), failed_words(view)
        self._words.setText(waits)
        self._words.setVisible(bool(waits))
        self._pause.setText(self.tr("Resume") if view.paused else self.tr("Pause"))
        self._pause.setVisible(bool(waits))
        self._textless.setText(textless)
        self._textless.setVisible(bool(textless))
        self.failed.setText(failed)
        self.failed.setVisible(bool(failed))
        self.setVisible(bool(waits or textless or failed))

    def _show_failed(self) -> None:
        indexing = self._services.indexing
        self._tasks.run(Lane.DB, indexing.unread, owner=self, done=self._show_menu)

    def _show_menu(self, files: tuple[UnreadFile, ...]) -> None:
        self.menu.clear()
        for file in files[:_NAMED]:
            why = failure_words(AppError(file.reason, file.title)).happened
            action = QAction(f"{button_text(readable(file.title))} – {why}", self.menu)
            action.triggered.connect(lambda _=False, paper=file.paper: self.paper_wanted.emit(paper))
            self.menu.addAction(action)
        self.menu.addSeparator()
        again = QAction(self.tr("Try all of them again"), self.menu)
        again.triggered.connect(lambda: self._indexer.try_again())
        self.menu.addAction(again)
        self.menu.popup(self.failed.mapToGlobal(QPoint(0, self.failed.height())))
