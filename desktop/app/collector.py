"""Python's search for circles of garbage, done on the GUI thread alone and in portions that nobody feels.

Left to itself it runs wherever the hundredth object happens to be made: on a lane's thread, where taking a circle with
a widget in it apart crashes Qt, and each time over everything that the start has imported, during which the window
stands still (35 ms).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000


class Collector(QObject):
    """Collects every two seconds what Python would have collected by then. What there is when it is made, modules and
    widgets, is never looked at again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.freeze()
        self._limits = gc.get_threshold()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int:
        """Look through the youngest objects if there are many, and in turn through older ones; how many were freed."""
        due = [count > limit for count, limit in zip(gc.get_count(), self._limits, strict=True)]
        if not due[0]:
            return 0
        generation = 2 if due[1] and due[2] else 1 if due[1] else 0
        return gc.collect(generation)
