"""A viewport that Python made, for views of the first screen."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(view: QAbstractScrollArea) -> None:
    """Let the view have a viewport like its own. For a widget that Qt made, PySide looks through all kinds of widgets
    that there are, and makes the classes of each: 11 ms, once, before the first rows."""
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    view.setViewport(viewport)
