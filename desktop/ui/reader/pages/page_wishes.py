"""Which bitmaps are wanted for what is seen, and for what is seen after the next step."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect

from desktop.domain.pdf_document import RenderRequest
from desktop.domain.reading import Fit, Spread
from desktop.ui.reader.pages.page_cache import Look, pieces, preview
from desktop.ui.reader.pages.page_layout import PageLayout


@dataclass(frozen=True, slots=True)
class Wishes:
    """Wants bitmaps of pages as they stand in `layout`."""

    layout: PageLayout
    dark: bool
    has_stand_in: Callable[[int, Look], bool]
    """Whether something can be shown of a page until its tiles are there."""

    def seen(self, x: int, y: int) -> list[RenderRequest]:
        """For the part of the content that begins there and is as large as the view."""
        return self._pieces(self.layout, x, y)

    def _after_next_step(self, x: int, y: int, *, forward: bool) -> list[RenderRequest]:
        """For one view further on, and one back; what lies ahead first."""
        height = self.layout.frame.height
        steps = (height, -height) if forward else (-height, height)
        return [piece for step in steps for piece in self._pieces(self.layout, x, y + step)]

    def _after_turning(self, page: int, fit: Fit, x: int) -> list[RenderRequest]:
        """Where pages are shown alone: for the beginnings of the next page and of the one before."""
        rows, frame = self.layout.rows, self.layout.frame
        found: list[RenderRequest] = []
        for other in (page + 1, page - 1):
            if 0 <= other < self.layout.count:
                scale = self.layout.scale if fit is Fit.FREE else rows.fit(fit, frame, other)
                found += self._pieces(PageLayout(rows, frame, scale, other), x, 0)
        return found

    def next(self, x: int, y: int, page: int, fit: Fit, *, forward: bool) -> list[RenderRequest]:
        """What may be seen soon."""
        if self.layout.rows.spread is Spread.SINGLE:
            return self._after_turning(page, fit, x)
        return self._after_next_step(x, y, forward=forward)

    def _pieces(self, layout: PageLayout, x: int, y: int) -> list[RenderRequest]:
        look, frame = Look(layout.scale, layout.turned, self.dark), layout.frame
        found: list[RenderRequest] = []
        for page in layout.pages_between(y, y + frame.height):
            box = layout.box(page)
            parts = pieces(page, box, look, QRect(x - box.left, y - box.top, frame.width, frame.height))
            if parts and parts[0].clip is not None and not self.has_stand_in(page, look):
                found.append(preview(page, box, look))
            found += parts
        return found
