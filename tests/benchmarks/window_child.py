"""Opens a window and prints, as JSON, at which moments (monotonic clock) it was painted and showed its first rows.

Arguments: "bare", or "papershelf" and what follows that word on the command line. A bare window is a QMainWindow with
a label. Both end by themselves.
"""

import sys
import time

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


def watch_table() -> None:
    """Note when the table paints rows that are there, and close the window then."""
    from PySide6.QtGui import QPaintEvent

    from desktop.ui.library.paper_table_view import PaperTableView

    paint_table = PaperTableView.paintEvent

    def table_painted(self: PaperTableView, event: QPaintEvent) -> None:
        paint_table(self, event)
        model = self.model()
        if "rows" not in moments and model.rowCount() and model.index(0, 0).data():
            moments["rows"] = time.monotonic()
            self.window().close()

    PaperTableView.paintEvent = table_painted  # type: ignore[method-assign, assignment]  # in this process only


def papershelf() -> None:
    """The program as a person starts it, with two methods watched."""
    from desktop.__main__ import main
    from desktop.app import window as start

    usual = start.name_application

    def watch(app: object) -> None:  # called once Qt is there and before the window is
        usual(app)  # type: ignore[arg-type]  # passed through
        from PySide6.QtGui import QPaintEvent

        from desktop.ui.main_window import MainWindow

        paint_window = MainWindow.paintEvent

        def window_painted(self: MainWindow, event: QPaintEvent) -> None:
            paint_window(self, event)
            if "paint" not in moments:
                moments["paint"] = time.monotonic()
                watch_table()

        MainWindow.paintEvent = window_painted  # type: ignore[method-assign]  # in this process only

    start.name_application = watch
    del sys.argv[1]
    main()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        papershelf()
    print(str(moments).replace("'", '"'))
