"""Three panes side by side; the outer two can be folded away and keep their widths."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.theme import theme

_LEFT, _MIDDLE, _RIGHT = range(3)
_LEAST = (140, 320, 280)
"""Pixels at a scale of 100 %."""
_FIRST = {_LEFT: (208, 0.22), _RIGHT: (420, 0.34)}
"""At the first start: pixels at 100 %, and the share of the width that a pane may take at most."""


class ThreePanes(QSplitter):
    """The middle pane takes what room there is."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._widths_known = False
        for pane, least in zip((left, middle, right), _LEAST, strict=True):
            pane.setMinimumWidth(min(theme().scaled(least), round(1.2 * least)))
            self.addWidget(pane)
            self.setCollapsible(self.indexOf(pane), False)
        self.setStretchFactor(_MIDDLE, 1)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._on_moved)

    def restore(self, state: QByteArray) -> None:
        """Give the panes the widths that `saveState` told."""
        self._widths_known = self.restoreState(state)

    def _on_moved(self) -> None:
        self._widths_known = True

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out, as long as nobody chose otherwise."""
        super().resizeEvent(event)
        width = event.size().width()
        if not self._widths_known:
            wanted = {pane: min(theme().scaled(most), round(width * share)) for pane, (most, share) in _FIRST.items()}
            self.setSizes([wanted[_LEFT], width - sum(wanted.values()), wanted[_RIGHT]])
