"""The eight colours of marks, as pages and lists show them."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.theme import theme
from desktop.ui.tokens import MARK_DOT, MARK_LINES, MARK_ON_DARK, MARKS, Color

_NAMES = (
    QT_TRANSLATE_NOOP("MarkColors", "Yellow"),
    QT_TRANSLATE_NOOP("MarkColors", "Green"),
    QT_TRANSLATE_NOOP("MarkColors", "Blue"),
    QT_TRANSLATE_NOOP("MarkColors", "Pink"),
    QT_TRANSLATE_NOOP("MarkColors", "Purple"),
    QT_TRANSLATE_NOOP("MarkColors", "Orange"),
    QT_TRANSLATE_NOOP("MarkColors", "Red"),
    QT_TRANSLATE_NOOP("MarkColors", "Grey"),
)


def plain_color_name(color: int) -> str:
    """What everybody calls colour 1 to 8."""
    return QCoreApplication.translate("MarkColors", _NAMES[color - 1])


def color_name(color: int, given: tuple[str, ...]) -> str:
    """What the person calls colour 1 to 8, "claim"; else its plain name."""
    return (given[color - 1] if color <= len(given) else "") or plain_color_name(color)


@cache
def fill(color: int, dark: bool) -> QColor:
    """What is laid over the page; on a dark one a part of it."""
    found = QColor(MARKS[color - 1])
    if dark:
        found.setAlphaF(MARK_ON_DARK)
    return found


@cache
def line(color: int, dark: bool) -> QColor:
    """For what is thin: seen on light and on dark paper."""
    return QColor((MARKS if dark else MARK_LINES)[color - 1])


def paint_dot(painter: QPainter, area: QRectF, color: int) -> None:
    """A round spot of the colour, with an edge that is seen on any surface."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme().color(Color.LINE_STRONG))
    painter.setBrush(fill(color, False))
    painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))


def dot_icon(color: int) -> QIcon:
    """The spot as an icon."""
    side = theme().scaled(MARK_DOT)
    ratio = 2.0
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_dot(painter, QRectF(0, 0, side, side), color)
    painter.end()
    return QIcon(picture)
