"""Plots as a picture (PNG) or a drawing (SVG), one below the other, in light colours whatever the window has."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop.domain.plot import Plot
from desktop.ui.statistics.plot_layout import height_for, lay_out
from desktop.ui.statistics.plot_painter import legend, paint_legend, paint_plot, plot_metrics
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size

_WIDTH = 900
_STANDING = 240
"""Pixels at 100 %."""
_SHARP = 2.0
"""Pixels of the picture for each of these."""


def picture(plots: Sequence[Plot], title: str) -> QImage:
    """The plots as an image, twice as sharp as most screens; `png` makes bytes of it."""
    image = QImage(_size(plots) * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    with theme().on_paper():
        _paint(painter, plots, title, _SHARP)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """The file of an image. Callable from any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know of file names alone
    return bytes(buffer.data().data())


def svg(plots: Sequence[Plot], title: str) -> bytes:
    """The plots as a drawing; its words stay words, in the fonts of the window."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size = _size(plots)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), size.toSizeF()))
    generator.setTitle(title)
    painter = QPainter(generator)
    with theme().on_paper():
        _paint(painter, plots, title, 1.0)
    painter.end()
    return bytes(buffer.data().data())


def _size(plots: Sequence[Plot]) -> QSize:
    look = theme()
    height = _margin() * 2 + _title_height() + sum(_height(plot) for plot in plots)
    return QSize(look.scaled(_WIDTH), round(height))


def _paint(painter: QPainter, plots: Sequence[Plot], title: str, ratio: float) -> None:
    look = theme()
    size, margin = _size(plots), _margin()
    painter.fillRect(QRectF(QPointF(0, 0), size.toSizeF()), look.color(Color.SURFACE))
    top, width = float(margin), size.width() - 2 * margin
    _write(painter, QRectF(margin, top, width, _title_height()), title, Size.TITLE, look.color(Color.TEXT))
    top += _title_height()
    for plot in plots:
        _paint_plot(painter, plot, QRectF(margin, top, width, _height(plot)), ratio)
        top += _height(plot)


def _paint_plot(painter: QPainter, plot: Plot, area: QRectF, ratio: float) -> None:
    look, top = theme(), area.top()
    for text, size, color in (
        (plot.title, Size.SECTION, look.color(Color.TEXT)),
        (plot.note, Size.BODY, look.color(Color.TEXT_MUTED)),
    ):
        height = _line(size)
        if text:
            _write(painter, QRectF(area.left(), top, area.width(), height), text, size, color)
            top += height
    if legend(plot):
        paint_legend(painter, QRectF(area.left(), top, area.width(), _line(Size.BODY)), plot)
        top += _line(Size.BODY)
    body = QRectF(area.left(), top + look.space(), area.width(), _body_height(plot))
    paint_plot(painter, lay_out(plot, body, plot_metrics(), ratio))


def _write(painter: QPainter, area: QRectF, text: str, size: Size, color: QColor) -> None:
    font = theme().font(size, bold=size is not Size.BODY)
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _margin() -> int:
    return theme().space(6)


def _line(size: Size) -> float:
    return QFontMetricsF(theme().font(size)).height() * 1.4


def _title_height() -> float:
    return _line(Size.TITLE) * 1.4


def _body_height(plot: Plot) -> float:
    return height_for(plot, plot_metrics(), theme().scaled(_STANDING))


def _height(plot: Plot) -> float:
    words = _line(Size.SECTION) + _line(Size.BODY) * (bool(plot.note) + bool(legend(plot)))
    return words + _body_height(plot) + theme().space(8)
