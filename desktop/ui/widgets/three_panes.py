"""Three panes side by side; the outer two can be folded away and keep their widths."""

import json
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.theme import theme

_LEFT, _MIDDLE, _RIGHT = range(3)
_LEAST = (140, 320, 280)
"""Pixels at a scale of 100 %."""
_FIRST = {_LEFT: (208, 0.24), _RIGHT: (420, 0.34)}
"""At the first start: pixels at 100 %, and the share of the width that a pane may take at most."""
_ROOM_FOR_TABLE = 950
"""Of what a wide window has beyond this, the right pane takes the room that two texts side by side need."""
_WIDE = 760
_MOST = {_LEFT: 0.4, _RIGHT: 0.6}
"""The share that a width from an earlier start may take: the window may be smaller now, or the type larger."""


class ThreePanes(QSplitter):
    """The middle pane takes what room there is; beyond `room_for_middle` (pixels at 100 %) the right one gets some."""

    def __init__(
        self,
        left: QWidget,
        middle: QWidget,
        right: QWidget,
        parent: QWidget | None = None,
        *,
        room_for_middle: int = _ROOM_FOR_TABLE,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._room_for_middle = room_for_middle
        self._chosen: dict[int, int] = {}
        """Widths that a person gave, in pixels at 100 %."""
        for pane, least in zip((left, middle, right), _LEAST, strict=True):
            pane.setMinimumWidth(min(theme().scaled(least), round(1.2 * least)))
            self.addWidget(pane)
            self.setCollapsible(self.indexOf(pane), False)
        self.setStretchFactor(_MIDDLE, 1)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._on_moved)

    def save(self) -> str:
        """The widths that a person gave to the outer panes, for `restore`; empty if none were given."""
        return json.dumps([self._chosen.get(pane, 0) for pane in _FIRST]) if self._chosen else ""

    def restore(self, saved: str) -> None:
        """Give the panes the widths that `save` told; what is not understood is passed over."""
        with suppress(ValueError):
            widths = json.loads(saved or "[]")
            if isinstance(widths, list):
                known = zip(_FIRST, widths, strict=False)
                self._chosen = {pane: width for pane, width in known if isinstance(width, int) and 0 < width < 4000}

    def _on_moved(self) -> None:
        for pane in _FIRST:
            if self.sizes()[pane]:  # else it is folded away
                self._chosen[pane] = round(self.sizes()[pane] * 100 / theme().scale)

    def _wanted(self, pane: int, width: int) -> int:
        if pane in self._chosen:
            return min(theme().scaled(self._chosen[pane]), round(width * _MOST[pane]))
        most, share = _FIRST[pane]
        first = min(theme().scaled(most), round(width * share))
        if pane == _LEFT:
            return first
        to_spare = width - self._wanted(_LEFT, width) - theme().scaled(self._room_for_middle)
        return max(first, min(theme().scaled(_WIDE), to_spare))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The outer panes keep their widths, the middle gets or gives the difference."""
        super().resizeEvent(event)
        width = event.size().width()
        left, right = (self._wanted(pane, width) for pane in (_LEFT, _RIGHT))
        self.setSizes([left, width - left - right, right])
