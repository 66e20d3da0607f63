"""The files of a paper; a click opens one with the program that the system has for it."""

from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.paper import PaperFile
from desktop.ui.library.labels import button_text, link_button, plain_label, tool_tip
from desktop.ui.theme import theme


class FilesList(QWidget):
    """One line a file."""

    opened = Signal(str)
    """A file was clicked; its path inside the library folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[PaperFile, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_files(self, files: tuple[PaperFile, ...]) -> None:
        """Show the files of a paper."""
        if files == self._files:
            return
        self._files = files
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for file in files:
            self._layout.addWidget(self._line(file))

    def _line(self, file: PaperFile) -> QWidget:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(theme().space(), 0, theme().space(), 0)
        layout.setSpacing(theme().space())
        button = link_button(button_text(file.path.rpartition("/")[2]), line)
        button.setToolTip(tool_tip(file.path))
        button.clicked.connect(partial(self.opened.emit, file.path))
        layout.addWidget(button)
        layout.addWidget(plain_label("muted", QLocale().formattedDataSize(file.size), parent=line))
        layout.addStretch(1)
        return line
