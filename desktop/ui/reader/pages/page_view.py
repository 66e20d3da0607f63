"""The pages of a PDF: painted, scrolled and turned; others paint over them and take the mouse."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QWidget

from desktop.ui import tokens
from desktop.ui.reader.pages.accessible_pages import PageAnnouncer
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.layer import PageLayer
from desktop.ui.reader.pages.page_cache import Look
from desktop.ui.reader.pages.page_failures import PageFailures
from desktop.ui.reader.pages.page_mouse import PageMouse
from desktop.ui.reader.pages.page_painting import has_stand_in, paint_edge, paint_late, paint_page
from desktop.ui.reader.pages.page_pictures import PagePictures
from desktop.ui.reader.pages.page_steering import PageSteering
from desktop.ui.reader.pages.page_surface import PageSurface
from desktop.ui.reader.pages.page_wishes import Wishes
from desktop.ui.reader.pages.page_zoom_tool import ZoomTool
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

_SETTLED_MS = 60
"""After the size of pages changed: they are asked for anew, unless it changes again."""


class PageView(PageSurface):
    """Shows a document. Without one, or before it is ready, it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        zoom_tool = ZoomTool(self)
        self.tools.append(zoom_tool)
        self.pictures: PagePictures | None = None
        self._layers: list[PageLayer] = [zoom_tool]
        self._dark = False
        self._forward = True
        self._asked_scale, self._asked_from = 0.0, 0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._ask)
        self._mouse = PageMouse(self)
        self._steering = PageSteering(self)
        self._failures = PageFailures(self.viewport())
        self.announcer = PageAnnouncer(self)
        self.setAccessibleName(self.tr("Pages"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def set_document(self, document: Document) -> None:
        """Show this one, at the place that `go_to` was told or will be told."""
        if self.pictures is not None:
            self.pictures.rest()
            self.pictures.deleteLater()
        self.document = document
        self.pictures = PagePictures(document, self)
        self.pictures.arrived.connect(self._on_arrived)
        document.ready.connect(self._on_ready)
        self.announcer.watch(document)
        if document.facts is not None:
            self._on_ready()

    @property
    def dark(self) -> bool:
        """Whether pages are dark; layers paint accordingly."""
        return self._dark

    def set_dark(self, dark: bool) -> None:
        """Light text on dark paper, pictures as they are."""
        self._dark = dark
        self._after_move()

    def set_plain(self, plain: bool) -> None:
        """Without margins, gaps and bars on a dark ground, as for a presentation."""
        self._plain = plain
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if plain else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policy)
        self._lay_out()

    def add_layer(self, layer: PageLayer) -> None:
        """Paint this over the pages, and over the layers that were added before."""
        self._layers.append(layer)
        self.viewport().update()

    def _on_ready(self) -> None:
        if self.document is not None and self.document.facts is not None:
            self._set_pages(self.document.facts.pages)

    def _on_arrived(self, page: int) -> None:
        self.update_page(page)
        if self.pictures is not None:
            self._show_failures(self.pictures)

    # What is wanted
    def _after_move(self) -> None:
        super()._after_move()
        if self.pictures is None:
            return
        if self._layout.scale != self._asked_scale and all(map(self._has_stand_in, self.visible_pages())):
            self._settle.start()  # more sizes may follow at once, as of a wheel that is being turned
        else:
            self._ask()
        self._show_failures(self.pictures)
        self._mouse.hover_again()

    @property
    def is_settling(self) -> bool:
        """Whether the size of pages has just changed, and sharp ones are not yet asked for."""
        return self._settle.isActive()

    def _look(self) -> Look:
        return Look(self._layout.scale, self._layout.turned, self._dark)

    def _has_stand_in(self, page: int) -> bool:
        return self.pictures is not None and has_stand_in(page, self._look(), self.pictures.cache)

    def _ask(self) -> None:
        pictures = self.pictures
        if pictures is None or not self.isVisible():
            return
        self._settle.stop()
        x, y = self._across.pixel, self._down.pixel
        self._forward, self._asked_from = y >= self._asked_from, y
        self._asked_scale = self._layout.scale
        wishes = Wishes(self._layout, self._dark, lambda page, look: has_stand_in(page, look, pictures.cache))
        soon = wishes.next(x, y, self._current, self._place.fit, forward=self._forward)
        pictures.show(wishes.seen(x, y), soon)

    # Painting
    def _paint(self, painter: QPainter, pictures: PagePictures) -> None:
        ratio, frame, look = self.devicePixelRatioF(), self._layout.frame, self._look()
        boxes = {page: self._device_box(page) for page in self.visible_pages()}
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        for page, box in boxes.items():
            seen = QRect(-box.left, -box.top, frame.width, frame.height)
            paint_page(painter, page, box, look, seen, pictures.cache)
        painter.restore()
        for page, box in boxes.items():
            area, transform = self._area(box), self.transform(page)
            if not self._plain:
                paint_edge(painter, area, self._dark)
            if pictures.is_late(page) and not self._has_stand_in(page):
                paint_late(painter, self._label(page), area & QRectF(self.viewport().rect()), self._dark)
            for layer in self._layers:
                painter.save()
                painter.setClipRect(area)
                layer.paint(painter, page, transform)
                painter.restore()

    def _label(self, page: int) -> str:
        return self.document.page_label(page) if self.document is not None else ""

    def _show_failures(self, pictures: PagePictures) -> None:
        view = QRectF(self.viewport().rect())
        areas = {page: self._area(self._device_box(page)) & view for page in self.visible_pages()}
        self._failures.show(pictures.failures, areas, self._label, pictures.retry)

    # Qt
    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages, then what others paint over them."""
        painter = QPainter(self.viewport())
        around = QRegion(event.rect())
        for page in self.visible_pages():  # what a page covers is not painted twice
            around -= self._area(self._device_box(page)).toRect().adjusted(1, 1, -1, -1)
        dark = self._plain or self._dark or theme().dark
        ground = QColor((tokens.DARK if dark else tokens.LIGHT)[Color.WINDOW])
        painter.setClipRegion(around)
        painter.fillRect(event.rect(), ground)
        painter.setClipping(False)
        if self.pictures is not None:
            self._paint(painter, self.pictures)

    def viewportEvent(self, event: QEvent) -> bool:
        """Gestures, and the mouse that goes."""
        if isinstance(event, QNativeGestureEvent | QGestureEvent) and self._steering.gesture(event):
            event.accept()
            return True
        if event.type() is QEvent.Type.Leave:
            self._mouse.leave()
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """On a screen of another density pages are drawn anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Want what is seen."""
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Want nothing, as for a tab behind others."""
        super().hideEvent(event)
        if self.pictures is not None:
            self.pictures.rest()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll or enlarge."""
        event.setAccepted(self._steering.wheel(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and turn; other keys are the window's."""
        event.setAccepted(self._steering.key(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """For the tools."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """For the tools."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """For the tools."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """For the tools."""
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the tools offer."""
        self._mouse.menu(event)
