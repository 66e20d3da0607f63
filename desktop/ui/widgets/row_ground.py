"""What lies under a row of a list: whether it is selected, pointed at, has the keyboard."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, Color

_State = QStyle.StateFlag


def paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
    """Paint it over the whole row."""
    color = theme().color
    if state & _State.State_Selected:
        painter.fillRect(area, color(Color.ACCENT_SOFT))
    elif state & _State.State_MouseOver:
        painter.fillRect(area, color(Color.WINDOW))
    if state & _State.State_HasFocus:
        painter.fillRect(area.left(), area.top(), FOCUS_WIDTH, area.height(), color(Color.ACCENT))
