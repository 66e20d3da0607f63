"""The files of a paper; a click shows one in a tab."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.paper import PaperFile
from desktop.ui import wording
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import button_text, link_button, plain_label, tool_tip
from desktop.ui.theme import theme


class FilesList(QWidget):
    """One line a file; without any, an offer to download one."""

    read_wanted = Signal(str)
    """A file was clicked; its sha256."""
    opened = Signal(str)
    """A file is to be opened in another program; its path inside the library folder."""
    folder_wanted = Signal(str)
    """Where that file lies is to be shown."""
    download_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[PaperFile, ...], bool] = ((), False)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_files(self, files: tuple[PaperFile, ...], *, to_download: bool) -> None:
        """Show the files of a paper; `to_download`: there is none, and arXiv may have one."""
        if (files, to_download) == self._shown:
            return
        self._shown = files, to_download
        self.setVisible(bool(files) or to_download)
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for file in files:
            self._layout.addWidget(self._line(file))
        if to_download:
            line = QWidget(self)
            download = link_button(self.tr("Download PDF"), line)
            download.clicked.connect(self.download_wanted)
            self._flow(line).addWidget(download)
            self._layout.addWidget(line)

    def _line(self, file: PaperFile) -> QWidget:
        line = QWidget(self)
        layout = self._flow(line)
        button = link_button(button_text(self._name(file)), line)
        button.setToolTip(tool_tip(file.name or file.path))
        button.clicked.connect(partial(self.read_wanted.emit, file.sha256))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        outside = QAction(self.tr("Open in another program"), button)
        outside.triggered.connect(partial(self.opened.emit, file.path))
        button.addAction(outside)
        folder = link_button(self.tr("Show in folder"), line)
        folder.setToolTip(tool_tip(file.path))
        folder.clicked.connect(partial(self.folder_wanted.emit, file.path))
        for widget in (button, plain_label("muted", wording.size(file.size), parent=line), folder):
            layout.addWidget(widget)
        return line

    def _name(self, file: PaperFile) -> str:
        if file.version is not None:
            return self.tr("PDF v{version}").format(version=file.version)
        return file.name or file.path.rpartition("/")[2]

    def _flow(self, line: QWidget) -> FlowLayout:
        layout = FlowLayout(line)
        layout.setContentsMargins(theme().space(), 0, theme().space(), 0)
        layout.setSpacing(theme().space(2))
        return layout
