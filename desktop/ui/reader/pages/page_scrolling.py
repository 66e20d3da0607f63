"""A scrolled stretch of pages: which of them are seen, how large, and where in the document that is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.domain.pdf_document import PageSize, Rect
from desktop.domain.reading import Fit, ReadingPlace, Spread
from desktop.ui.reader.pages.page_layout import MAX_ZOOM, MIN_ZOOM, Box, Frame, PageLayout, PageRows
from desktop.ui.reader.pages.scroll_range import ScrollRange
from desktop.ui.theme import theme

POINTS_PER_INCH = 72
ZOOM_STEPS = (0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8, 12, 16, 24, 32, 64)
_GAP, _MARGIN = 3, 3
"""Steps of spacing between pages, and around them."""
_REVEALED_AT = 0.3
"""Where in the height of the view a place is put that was not visible."""
_SAME_ZOOM = 1e-3


class PageScroller(QAbstractScrollArea):
    """Keeps the point of a page that stands at its upper left corner: over changes of its size, zoom and order of pages
    the same text stays at the top."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    moved = Signal()
    """Other parts of pages are seen, or in another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: Sequence[PageSize] = ()
        self._place = ReadingPlace()
        self._rows = PageRows((), Spread.CONTINUOUS, 0)
        self._layout = PageLayout(self._rows, Frame(0, 0), 1.0)
        self._across = ScrollRange(self.horizontalScrollBar(), self._on_scrolled)
        self._down = ScrollRange(self.verticalScrollBar(), self._on_scrolled)
        self._current = 0
        self._plain = False
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)  # it would be a bright line around a presentation
        # A bar that comes and goes would change the width that pages are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        theme().changed.connect(self._lay_out)

    # Where the reader is
    def place(self) -> ReadingPlace:
        """The point at the upper left corner of the view, and how pages are shown; panels are left empty."""
        return self._place

    def go_to(self, place: ReadingPlace) -> None:
        """Show that place in its way. Pages that are not there are taken for the nearest that is."""
        self._place = replace(place, left="", right="", rotation=place.rotation % 360, zoom=_possible(place.zoom))
        self._arrange()

    def go_to_page(self, page: int) -> None:
        """Show the beginning of that page."""
        self._arrange(show=page)

    @property
    def current_page(self) -> int:
        """The page that is read: the one that was asked for, else the one that most is seen of."""
        return self._current

    def visible_pages(self) -> range:
        """The pages of which anything is seen."""
        top = self._down.pixel
        return self._layout.pages_between(top, top + self._layout.frame.height)

    # How pages are shown
    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        return self._layout.scale / self._unit()

    def set_zoom(self, factor: float, anchor: QPoint | None = None) -> None:
        """Show pages in that size, from 0.1 to 64. What is at `anchor`, a pixel of the view, stays there; without one
        the top stays."""
        self._rescale(replace(self._place, fit=Fit.FREE, zoom=_possible(factor)), anchor)

    def step_zoom(self, direction: int) -> None:
        """The next size up (1) or down (-1) of those that are usual."""
        self.set_zoom(next_zoom(self.zoom, direction))

    def set_fit(self, fit: Fit) -> None:
        """Let the view decide on the size; Fit.FREE keeps the present one."""
        self._rescale(replace(self._place, fit=fit, zoom=_possible(self.zoom)), None)

    def set_spread(self, spread: Spread) -> None:
        """How pages stand."""
        self._place = replace(self._place, spread=spread, page=self._current, y=self._top_of(self._current))
        self._arrange()

    def set_rotation(self, degrees: int) -> None:
        """Turn all pages, clockwise; the page that is read begins at the top again."""
        self._place = replace(self._place, rotation=degrees % 360)
        self._arrange(show=self._current)

    def zoom_to(self, page: int, rect: Rect) -> None:
        """Show that rectangle of page space as large as it fits, in the middle."""
        self._turn_to(page)
        if not self._layout.shows(page):
            return
        frame = self._layout.frame
        left, top, right, bottom = self._layout.rect_of(page, rect)
        factor = min(frame.width / max(right - left, 1), frame.height / max(bottom - top, 1))
        self._place = replace(self._place, fit=Fit.FREE, zoom=_possible(self.zoom * factor), page=page)
        self._arrange()
        left, top, right, bottom = self._layout.rect_of(page, rect)
        self._move_to((left + right - frame.width) / 2, (top + bottom - frame.height) / 2, page)

    def reveal(self, page: int, rect: Rect, *, top: bool = False) -> None:
        """Scroll as little as needed to show that rectangle of page space; with `top`, so that it begins the view."""
        self._turn_to(page)
        if not self._layout.shows(page):
            return
        frame, margin = self._layout.frame, self._pixels(_MARGIN)
        left, upper, right, lower = self._layout.rect_of(page, rect)
        x, y = self._across.offset, self._down.offset
        if left < x or right > x + frame.width:
            x = min(left - margin, right + margin - frame.width) if left < x else right + margin - frame.width
            x = min(x, left - margin)
        if top:
            y = upper - margin
        elif upper < y or lower > y + frame.height:
            y = upper - max(frame.height * _REVEALED_AT, margin)
        if (x, y) == (self._across.offset, self._down.offset):
            self._tell(page)
        else:
            self._move_to(x, y, page)

    # Between pages and pixels of the view
    def transform(self, page: int) -> QTransform:
        """From page space to pixels of the view; for a page that is not shown, to a place outside of it."""
        a, b, c, d, e, f = self._layout.matrix(page)
        ratio = self.devicePixelRatioF()
        e, f = e - self._across.pixel, f - self._down.pixel
        return QTransform(a / ratio, b / ratio, c / ratio, d / ratio, e / ratio, f / ratio)

    def rect_on_view(self, page: int, rect: Rect) -> QRectF:
        """A rectangle of page space in pixels of the view."""
        left, top, right, bottom = rect
        return self.transform(page).mapRect(QRectF(QPointF(left, top), QPointF(right, bottom)))

    # For the view that is built on this
    def _set_pages(self, sizes: Sequence[PageSize]) -> None:
        self._sizes = sizes
        self._arrange()

    def _device_box(self, page: int) -> Box:
        """Where the page is on the view, in device pixels."""
        box = self._layout.box(page)
        return replace(box, left=box.left - self._across.pixel, top=box.top - self._down.pixel)

    def _scroll_by(self, dx: float, dy: float) -> bool:
        """Move by device pixels; whether there was anything left to move to."""
        before = self._across.offset, self._down.offset
        self._move_to(before[0] + dx, before[1] + dy)
        return before != (self._across.offset, self._down.offset)

    def _turn_to(self, page: int, *, end: bool = False) -> None:
        """Show the beginning or the end of a page, where pages are shown one at a time."""
        if self._rows.spread is Spread.SINGLE and 0 <= page < len(self._sizes) and not self._layout.shows(page):
            self._arrange(show=page)
            if end:
                self._move_to(self._across.offset, self._down.most)

    def _content(self, at: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return at.x() * ratio + self._across.pixel, at.y() * ratio + self._down.pixel

    def _pixels(self, steps: float) -> int:
        """Steps of spacing in device pixels."""
        return round(theme().space(steps) * self.devicePixelRatioF())

    def _unit(self) -> float:
        """Device pixels a point at a zoom of 1."""
        return self.logicalDpiX() / POINTS_PER_INCH * self.devicePixelRatioF()

    def _top_of(self, page: int) -> float:
        """The `y` that the place keeps if the page is the one at the top, else its beginning."""
        return self._place.y if page == self._place.page else 0.0

    def _arrange(self, show: int | None = None) -> None:
        """Take over what `_place` says; with `show`, from the beginning of that page."""
        if self._sizes:  # else the place waits for its pages
            page = min(max(self._place.page if show is None else show, 0), len(self._sizes) - 1)
            self._place = replace(self._place, page=page)
        wanted = (self._place.spread, self._place.rotation)
        if (self._rows.spread, self._rows.rotation) != wanted or len(self._rows.widths) != len(self._sizes):
            self._rows = PageRows(self._sizes, *wanted)
        self._lay_out()
        if show is not None and self._sizes:
            box = self._layout.box(self._place.page)
            self._move_to(self._across.offset, box.top - self._layout.frame.margin, self._place.page)

    def _rescale(self, place: ReadingPlace, anchor: QPoint | None) -> None:
        ratio = self.devicePixelRatioF()
        x, y = (anchor.x() * ratio, anchor.y() * ratio) if anchor else (self._layout.frame.width / 2, 0.0)
        left, top = x + self._across.offset, y + self._down.offset
        page = self._layout.page_near(left, top) if self._sizes else 0
        point = self._layout.to_page(page, left, top) if self._sizes else (0.0, 0.0)
        self._place = place
        self._lay_out()
        if self._sizes:
            left, top = self._layout.to_content(page, *point)
            self._move_to(left - x, top - y)

    def _lay_out(self) -> None:
        """Place the pages anew and keep what is at the upper left corner."""
        ratio, before = self.devicePixelRatioF(), self.zoom
        width, height = round(self.viewport().width() * ratio), round(self.viewport().height() * ratio)
        gap, margin = (0, 0) if self._plain else (self._pixels(_GAP), self._pixels(_MARGIN))
        frame, place = Frame(width, height, gap, margin), self._place
        scale = place.zoom * self._unit()
        if self._sizes and place.fit is not Fit.FREE:
            scale = self._rows.fit(place.fit, frame, place.page)
        self._layout = PageLayout(self._rows, frame, scale, place.page)
        self._across.set_extent(self._layout.width, width, self._pixels(_MARGIN))
        self._down.set_extent(self._layout.height, height, self._pixels(_MARGIN))
        if self._sizes:
            left, top = self._layout.to_content(place.page, place.x, place.y)
            self._across.move_to(left)
            self._down.move_to(top if place.y else self._layout.box(place.page).top - margin)
        self._tell(place.page if place.y <= 0 else None)
        if abs(self.zoom - before) > _SAME_ZOOM * before:
            self.zoom_changed.emit(self.zoom)

    def _move_to(self, x: float, y: float, asked: int | None = None) -> None:
        self._across.move_to(x)
        self._down.move_to(y)
        self._on_scrolled(asked)

    def _on_scrolled(self, asked: int | None = None) -> None:
        """The person moved: what is at the upper left corner now is what stays there."""
        if self._sizes:
            left, top = self._across.offset, self._down.offset
            page = next(iter(self.visible_pages()), self._layout.page_near(left, top))
            x, y = self._layout.to_page(page, left, top)
            self._place = replace(self._place, page=page, x=x, y=y)
        self._tell(asked)

    def _tell(self, asked: int | None = None) -> None:
        self._after_move()
        current = self._most_seen() if asked is None else asked
        if current != self._current:
            self._current = current
            self.page_changed.emit(current)
        self.moved.emit()

    def _most_seen(self) -> int:
        height = self._layout.frame.height

        def seen(page: int) -> float:
            box = self._device_box(page)
            return (min(box.bottom, height) - max(box.top, 0)) / box.height

        return max(self.visible_pages(), key=seen, default=self._place.page)

    def _after_move(self) -> None:
        """What is seen changed."""
        self.viewport().update()

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same text stays at the top."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scrolling is done by `ScrollRange`, in fractions of pixels."""


def next_zoom(present: float, direction: int) -> float:
    """The next of the usual sizes above or below the present one; the present one at the end."""
    if direction > 0:
        return next((step for step in ZOOM_STEPS if step > present * (1 + _SAME_ZOOM)), present)
    return next((step for step in reversed(ZOOM_STEPS) if step < present * (1 - _SAME_ZOOM)), present)


def _possible(zoom: float) -> float:
    return min(max(zoom, MIN_ZOOM), MAX_ZOOM)
