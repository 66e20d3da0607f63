"""A file that is not the one that was added: what that means, and what a person can do."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.library.labels import IconButton, plain_label
from desktop.ui.reader.open_file import OpenFile
from desktop.ui.theme import theme
from desktop.ui.wording import sentences


class ReplacedBar(QWidget):
    """Stands above the pages of such a file, until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = (
            self.tr("This PDF was replaced in the folder of the library by another file."),
            self.tr("Its marks and your place are kept, but may not fit these pages; new marks cannot be made."),
            self.tr("Put the original back or download it again; add the new file as a PDF of its own."),
        )
        self.words = plain_label("muted", sentences(told), wraps=True)
        close = IconButton("close")
        close.set_name(self.tr("Close"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(3), 0, theme().space(2), theme().space(0.5))
        layout.addWidget(self.words, 1)
        layout.addWidget(close)
        self.hide()

    def watch(self, file: OpenFile) -> None:
        """Tell of this file, now or when it turns out."""
        self.setVisible(bool(file.replaced))
        file.replaced.found.connect(self.show)
