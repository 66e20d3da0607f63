"""Settings: where the library is, the language of the translations in new digests, and the search in PDFs."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.domain.settings import Settings
from desktop.ui.digests.language_box import language_box
from desktop.ui.library.open_file import show_folder
from desktop.ui.preferences.form import note, page_form
from desktop.ui.theme import theme


class LibraryPage(QWidget):
    """Moves to another library through the window."""

    other_asked = Signal()
    changed = Signal(str, object)
    """Name of a setting and its new value."""

    def __init__(self, settings: Settings, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        where = QLabel(str(folder) if folder else self.tr("None is open."))
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setWordWrap(True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setAccessibleName(self.tr("Library folder"))
        show = QPushButton(self.tr("Show folder"))
        show.setEnabled(folder is not None)
        show.clicked.connect(lambda: show_folder(folder or Path()))
        other = QPushButton(self.tr("Open another library…"))
        other.clicked.connect(self.other_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().space(2))
        for button in (show, other):
            button.setAutoDefault(False)  # Enter in another field shall press none of them
            buttons.addWidget(button)
        buttons.addStretch(1)
        language = language_box(settings.digest_language, self)
        language.activated.connect(lambda: self.changed.emit("digest_language", language.currentData()))
        form = page_form(self)
        form.addRow(self.tr("Library folder"), where)
        form.addRow("", buttons)
        form.addRow("", note(self.tr("The whole folder can be copied or backed up while Papershelf is closed.")))
        form.addRow(self.tr("Language of digests"), language)
        form.addRow("", note(self.tr("Proposed for the next import. What was imported keeps its language.")))
        form.addRow(self.tr("Search in PDFs"), self._indexing(settings.index_pdfs))
        form.addRow("", note(self.tr("Only PDFs that were read are found by their words. On battery, reading waits.")))

    def _indexing(self, now: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName("index_pdfs")
        choices = {"automatic": self.tr("Read PDFs in the background"), "paused": self.tr("Read none for now")}
        for value, text in choices.items():
            box.addItem(text, value)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setCurrentIndex(max(box.findData(now), 0))
        box.activated.connect(lambda: self.changed.emit("index_pdfs", box.currentData()))
        return box
