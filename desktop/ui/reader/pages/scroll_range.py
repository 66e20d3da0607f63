"""An offset in fractions of device pixels, shown by a scroll bar, whose own values end at 2^31."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollBar

_LARGEST = 1 << 30
"""Of the values of a bar; longer contents are shown in coarser units."""


class ScrollRange:
    """How far contents are scrolled in one direction. `moved` is called when a person moves the bar."""

    def __init__(self, bar: QScrollBar, moved: Callable[[], None]) -> None:
        self._bar = bar
        self._moved = moved
        self._unit = 1.0
        self._settling = False
        self.offset = 0.0
        """Device pixels before the visible part."""
        self.most = 0.0
        """The largest offset."""
        bar.valueChanged.connect(self._on_bar_moved)

    @property
    def pixel(self) -> int:
        """The offset to paint at: on whole pixels of the device, so that pages stay sharp."""
        return round(self.offset)

    def set_extent(self, length: int, visible: int, step: int) -> None:
        """The contents are `length` long, of which `visible` are seen; an arrow of the bar moves by `step`."""
        self.most = float(max(length - visible, 0))
        self._unit = max(self.most / _LARGEST, 1.0)
        self._settling = True
        self._bar.setRange(0, round(self.most / self._unit))
        self._bar.setPageStep(max(round(visible / self._unit), 1))
        self._bar.setSingleStep(max(round(step / self._unit), 1))
        self._settling = False
        self.move_to(self.offset)

    def move_to(self, offset: float) -> None:
        """Scroll there, or as far as it goes."""
        self.offset = min(max(offset, 0.0), self.most)
        self._settling = True
        self._bar.setValue(round(self.offset / self._unit))
        self._settling = False

    def _on_bar_moved(self, value: int) -> None:
        if not self._settling:
            self.offset = min(value * self._unit, self.most)
            self._moved()
