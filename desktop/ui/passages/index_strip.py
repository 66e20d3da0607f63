"""One line that tells how many PDFs were not read for the search yet, and lets a person pause or go on."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui import wording
from desktop.ui.indexing.index_words import gap_words, progress_words
from desktop.ui.indexing.indexer import Indexer
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.theme import theme


class IndexStrip(QWidget):
    """Hidden where there is nothing to tell."""

    def __init__(self, indexer: Indexer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indexer = indexer
        self._words: QLabel = plain_label("muted")
        self._pause = link_button()
        self._pause.clicked.connect(self._on_pause)
        self._again = link_button(self.tr("Try again"))
        self._again.setToolTip(self.tr("Read the PDFs again that could not be read"))
        self._again.clicked.connect(lambda: indexer.try_again())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(3))
        row.addWidget(self._words)
        row.addWidget(self._pause)
        row.addWidget(self._again)
        row.addStretch(1)
        indexer.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Tell how it stands."""
        view = self._indexer.view
        waits, gaps = progress_words(view), gap_words(view)
        self._words.setText(wording.sentences(part for part in (waits, gaps) if part))
        self._pause.setText(self.tr("Resume") if view.paused else self.tr("Pause"))
        self._pause.setVisible(bool(waits))
        self._again.setVisible(view.overview.failed > 0)
        self.setVisible(bool(waits or gaps))

    def _on_pause(self) -> None:
        self._indexer.pause(not self._indexer.paused)
