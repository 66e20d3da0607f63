"""Opens a window and prints, as JSON, at which moments (monotonic clock) it was painted and showed its first rows.

Arguments: "bare" or "papershelf", the library folder. A bare window is a QMainWindow with a label.
Both end by themselves.
"""

import json
import sys
import time
from pathlib import Path

moments: dict[str, float] = {}


def bare() -> None:
    """The least that PySide6 can show."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            moments.setdefault("paint", time.monotonic())
            QTimer.singleShot(0, QApplication.quit)

    app = QApplication([])
    window = Window()
    window.setCentralWidget(QLabel("Papershelf"))
    window.resize(1200, 760)
    window.show()
    app.exec()


def papershelf(library: Path) -> None:
    """The program as a person starts it, with two methods watched."""
    from desktop.app import window as start
    from desktop.app.paths import find_paths

    usual = start.name_application

    def watch(app: object) -> None:  # called once Qt is there and before the window is
        usual(app)  # type: ignore[arg-type]  # passed through
        from PySide6.QtGui import QPaintEvent

        from desktop.ui.library.paper_table_view import PaperTableView
        from desktop.ui.main_window import MainWindow

        # Methods are replaced by watched ones, in this process only; mypy sees classes that do not declare them.
        paint_window, paint_table = MainWindow.paintEvent, PaperTableView.paintEvent

        def window_painted(self: MainWindow, event: QPaintEvent) -> None:
            paint_window(self, event)
            moments.setdefault("paint", time.monotonic())

        def table_painted(self: PaperTableView, event: QPaintEvent) -> None:
            paint_table(self, event)
            model = self.model()
            if "rows" not in moments and model.rowCount() and model.index(0, 0).data():
                moments["rows"] = time.monotonic()
                self.window().close()

        MainWindow.paintEvent = window_painted  # type: ignore[method-assign, assignment]
        PaperTableView.paintEvent = table_painted  # type: ignore[method-assign, assignment]

    start.name_application = watch
    sys.argv[1:] = ["--library", str(library)]
    from desktop.app.arguments import parse

    start.open_window(find_paths(), parse(sys.argv[1:]))


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        papershelf(Path(sys.argv[2]))
    print(json.dumps(moments))
