"""What a right click on a tab offers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget


def show_tab_menu(parent: QWidget, at: QPoint, entries: Sequence[tuple[str, Callable[[], object]]]) -> None:
    """Show a menu at that place of the screen; each entry calls what stands behind it."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, act in entries:
        menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
    menu.popup(at)
