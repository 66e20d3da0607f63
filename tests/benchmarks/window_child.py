"""Opens a window and prints, as JSON, at which moments (monotonic clock) it was painted and showed its first rows.

Arguments: "bare" or "papershelf", the library folder. A bare window is a QMainWindow with a label.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

moments: dict[str, float] = {}


class FirstPaint(QObject):
    """Notes when the top-level window was painted for the first time."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After the first paint of a window: note it, and end with a bare one."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow() and not moments:
            moments["paint"] = time.monotonic()
            if sys.argv[1] == "bare":
                QTimer.singleShot(0, QApplication.quit)
        return False


def bare() -> None:
    """The least that PySide6 can show."""
    app = QApplication([])
    watcher = FirstPaint()
    app.installEventFilter(watcher)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Papershelf"))
    window.resize(1280, 800)
    window.show()
    app.exec()


if __name__ == "__main__":
    bare()
    print(json.dumps(moments))
