"""Icons and drawings: one line set, coloured by the theme when it is painted, sharp at every device pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.resources import resource_path
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

__all__ = ["app_icon", "drawing", "icon", "icon_pixmap", "resource_path"]


def icon(name: str, color: Color = Color.TEXT) -> QIcon:
    """The icon `resources/icons/<name>.svg`. It turns with the theme by itself; disabled, it is faint."""
    return QIcon(_LineIconEngine(f"icons/{name}", color))


def icon_pixmap(name: str, size: int, color: Color, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels, for painters; `ratio` is the device's."""
    return _render(f"icons/{name}", round(size * ratio), color, ratio)


def app_icon() -> QIcon:
    """The icon of the program."""
    image = QIcon()
    for size in (16, 32, 48, 128):
        image.addPixmap(_render("icons/papershelf", size, Color.TEXT, 1.0))
    return image


def drawing(name: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing of an empty place, `resources/drawings/<name>.svg`, in muted ink."""
    return _render(f"drawings/{name}", round(size * ratio), Color.TEXT_MUTED, ratio)


class _LineIconEngine(QIconEngine):
    """Draws a file of the line set in a colour of the theme."""

    def __init__(self, path: str, color: Color) -> None:
        super().__init__()
        self._path = path
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into `rect`."""
        # Of the device, of which PySide would have to find out first what it is: 11 ms, before the first rows.
        ratio = painter.deviceTransform().m11()
        side = min(rect.width(), rect.height())
        target = QRect(0, 0, side, side)
        target.moveCenter(rect.center())
        painter.drawPixmap(target, _render(self._path, round(side * ratio), self._color_for(mode), ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of that many device pixels."""
        return _render(self._path, min(size.width(), size.height()), self._color_for(mode), 1.0)

    def clone(self) -> QIconEngine:
        """Another of the same kind."""
        return _LineIconEngine(self._path, self._color)

    def _color_for(self, mode: QIcon.Mode) -> Color:
        return Color.LINE_STRONG if mode is QIcon.Mode.Disabled else self._color


@cache
def _source(path: str) -> str:
    return resource_path(f"{path}.svg").read_text(encoding="utf-8")


def _render(path: str, pixels: int, color: Color, ratio: float) -> QPixmap:
    """The file as a square picture of so many device pixels."""
    ink = theme().color(color).name()
    key = f"{path} {pixels} {ink} {ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_source(path).replace("currentColor", ink).encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture
