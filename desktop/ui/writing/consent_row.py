"""Who may be sent the texts of papers, each to be taken back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.theme import theme


class ConsentRow(QWidget):
    """The addresses that a person allowed."""

    changed = Signal(object)
    """Those that are still allowed: a tuple of str."""

    def __init__(self, origins: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = origins
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().space())
        self._fill()

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not self._origins:
            nobody = self.tr("Nobody so far. You are asked before anything is sent for the first time.")
            self._column.addWidget(plain_label("muted", nobody, wraps=True))
        for origin in self._origins:
            self._column.addWidget(self._line(origin))

    def _line(self, origin: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(plain_label("", origin))
        button = link_button(self.tr("Allow no longer"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Allow no longer: {address}").format(address=origin))
        button.clicked.connect(partial(self._take_back, origin))
        row.addWidget(button)
        row.addStretch(1)
        return line

    def _take_back(self, origin: str) -> None:
        self._origins = tuple(known for known in self._origins if known != origin)
        self._fill()
        self.changed.emit(self._origins)
