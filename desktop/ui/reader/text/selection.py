"""Selecting text on the pages: by characters, words, lines and paragraphs, with the mouse or the keyboard alone."""

from collections import deque

from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QTransform,
)

from desktop.domain.citation import Source, citation, citation_markdown
from desktop.domain.pdf_document import Point
from desktop.domain.text_carets import START, Caret, PageCarets, TextPlace, last_caret, quads_between
from desktop.domain.text_selection import SelectedText, selected
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.layer import PagePoint, PageTool
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.text.selection_clicks import ClickCount
from desktop.ui.reader.text.selection_painting import box_around, outline, selection_tint
from desktop.ui.reader.text.selection_range import SelectionRange, Unit, between, dragged, span_at, whole_page
from desktop.ui.reader.text.selection_steps import is_step, is_vertical, stepped
from desktop.ui.reader.text.selection_texts import SelectionTexts


class TextSelection(QObject, PageTool):
    """The selection of one view: a tool, a layer, and what the keys of the view extend."""

    changed = Signal()
    """Another text is selected, or none; also when the text of a page comes that the selection reaches over."""

    def __init__(self, view: PageView, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else view)
        self.menu_actions: list[QAction] = []
        """What a right click offers while text is selected."""
        self._view = view
        self._document = document
        self._texts = SelectionTexts(document, self)
        self._texts.arrived.connect(self._on_text_arrived)
        self._range: SelectionRange | None = None
        self._caret: TextPlace | None = None
        """Where the keyboard begins while nothing is selected."""
        self._goal: Point | None = None
        self._steps: deque[QKeyCombination] = deque()
        """Keys that wait for a text."""
        self._pressed: tuple[PagePoint, Unit] | None = None
        self._dragged_to: PagePoint | None = None
        self._clicks = ClickCount()
        self._outlines: dict[int, QPainterPath] = {}
        self._quote: SelectedText | None = None
        self._quote_known = False
        view.installEventFilter(self)

    # What is selected
    def quote(self) -> SelectedText | None:
        """What is selected; None for nothing. Without the pages whose text has not come yet."""
        if not self._quote_known:
            span = self._range
            self._quote = selected(self._texts.held, span.start, span.end) if span is not None else None
            self._quote_known = True
        return self._quote

    def start(self) -> TextPlace | None:
        """Where the selection begins, or where the keyboard would begin one; None if neither is known."""
        return self._range.start if self._range is not None else self._caret

    def select(self, page: int, start: Caret, end: Caret) -> None:
        """Select what lies between two places of a page."""
        self._set(between(TextPlace(page, start), TextPlace(page, end)))

    def select_page(self) -> None:
        """Select all text of the page that is read."""
        page = self._view.current_page
        carets = self._texts.carets(page)
        if carets is None:
            self._document.when_text(page, lambda _: self.select_page(), self)
        else:
            self._set(whole_page(carets, page))

    def clear(self) -> bool:
        """Select nothing; whether anything was selected. The keyboard goes on from where it was."""
        had = self._range is not None and not self._range.empty
        self._pressed = self._dragged_to = None
        self._set(None)
        return had

    # For other programs
    def copy(self) -> None:
        """The text to the clipboard."""
        quote = self.quote()
        if quote is not None:
            QGuiApplication.clipboard().setText(quote.text)

    def copy_citation(self, source: Source) -> None:
        """The text with where it is from to the clipboard, as plain text and as Markdown."""
        quote = self.quote()
        if quote is not None:
            label = self._document.page_label(quote.parts[0].page)
            both = QMimeData()
            both.setText(citation(quote.quote, source, label))
            both.setData("text/markdown", citation_markdown(quote.quote, source, label).encode())
            QGuiApplication.clipboard().setMimeData(both)

    # As a tool
    def press(self, at: PagePoint, event: QMouseEvent) -> bool:
        """Begins a selection, or extends it with Shift."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        unit = Unit(self._clicks.pressed(event))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and unit is Unit.CHARACTER:
            self._extend_to(at)
        else:
            self._pressed, self._dragged_to = (at, unit), at
            self._follow_mouse()
        return True

    def move(self, at: PagePoint, event: QMouseEvent) -> None:
        """The selection reaches to the mouse."""
        if self._pressed is None:
            self._extend_to(at)
        else:
            self._dragged_to = at
            self._follow_mouse()

    def release(self, at: PagePoint, event: QMouseEvent) -> None:
        """What is selected can be pasted with the middle button where the system has that."""
        self._pressed = self._dragged_to = None
        clipboard, quote = QGuiApplication.clipboard(), self.quote()
        if quote is not None and clipboard.supportsSelection():
            clipboard.setText(quote.text, QClipboard.Mode.Selection)

    def double_click(self, at: PagePoint, event: QMouseEvent) -> bool:
        """Selects a word, or, as the fourth click, a paragraph."""
        return self.press(at, event)

    def hover(self, at: PagePoint) -> Qt.CursorShape | None:
        """The I-beam over text."""
        carets = self._texts.carets(at.page)
        return Qt.CursorShape.IBeamCursor if carets is not None and carets.on_text(at.point) else None

    def menu(self, at: PagePoint) -> list[QAction]:
        """What can be done with the selection."""
        return self.menu_actions if self.quote() is not None else []

    # As a layer
    def paint(self, painter: QPainter, page: int, transform: QTransform) -> None:
        """Tint the selected text."""
        span, text = self._range, self._texts.held.get(page)
        if span is None or text is None or page not in span.pages:
            return
        if page not in self._outlines:
            start = span.start.caret if page == span.start.page else START
            end = span.end.caret if page == span.end.page else last_caret(text)
            self._outlines[page] = outline(quads_between(text, start, end))
        painter.fillPath(transform.map(self._outlines[page]), selection_tint(self._view.dark))

    # Mouse
    def _follow_mouse(self) -> None:
        """Select from what was pressed to what is under the mouse, as far as the texts of both are there."""
        if self._pressed is None or self._dragged_to is None:
            return
        (at, unit), to = self._pressed, self._dragged_to
        here, there = self._texts.carets(at.page), self._texts.carets(to.page)
        if here is None or there is None:
            return
        anchor = span_at(here, at, unit)
        head = span_at(there, to, unit)
        if anchor is None:
            anchor = head
        self._set(dragged(anchor, head, unit) if anchor is not None else None)

    def _extend_to(self, at: PagePoint) -> None:
        carets = self._texts.carets(at.page)
        head = span_at(carets, at, Unit.CHARACTER) if carets is not None else None
        if head is None:
            return
        begin = self._range
        anchor = (begin.anchor, begin.anchor_end) if begin is not None else (self._caret or head[0],) * 2
        self._set(dragged(anchor, head, Unit.CHARACTER))

    # Keyboard
    def _go_on(self) -> None:
        """Do the steps that wait, as far as the texts are there that they need."""
        while self._steps and self._step(self._steps[0]):
            self._steps.popleft()

    def _step(self, step: QKeyCombination) -> bool:
        """Move the end of the selection; False if a text is missing for it, after which `_go_on` follows."""
        place = self._range.head if self._range is not None else self._caret or self._first_seen()
        carets = self._carets_or_later(place.page if place is not None else self._view.current_page)
        if carets is None or place is None or not carets.page.lines:
            return carets is not None
        goal = self._goal if is_vertical(step) else None
        goal = goal if goal is not None else carets.point(place.caret)
        found = stepped(carets, place.caret, step, goal)
        if isinstance(found, Caret):
            self._move_head(TextPlace(place.page, found))
            self._goal = goal if is_vertical(step) else None
            return True
        return self._cross_page(place.page + found, found)

    def _cross_page(self, page: int, direction: int) -> bool:
        """To the next page that has text; whether its text is there."""
        while 0 <= page < self._document.page_count:
            carets = self._carets_or_later(page)
            if carets is None:
                return False
            if carets.page.lines:
                span = whole_page(carets, page)
                self._move_head(span.start if direction > 0 else span.end)
                break
            page += direction
        return True

    def _carets_or_later(self, page: int) -> PageCarets | None:
        carets = self._texts.carets(page)
        if carets is None:
            self._document.when_text(page, lambda _: self._go_on(), self)
        return carets

    def _move_head(self, head: TextPlace) -> None:
        self._set(between(self._fixed_end() or self._caret or self._first_seen() or head, head))
        carets = self._texts.carets(head.page)
        if carets is not None and carets.page.lines:
            self._view.reveal(head.page, box_around(carets, head.caret))

    def _fixed_end(self) -> TextPlace | None:
        begin = self._range
        if begin is None:
            return None
        return begin.start if begin.head == begin.end else begin.end

    def _first_seen(self) -> TextPlace | None:
        """The place nearest to the upper left corner of what is seen."""
        at = self._view.page_point(QPoint(0, 0))
        carets = self._texts.carets(at.page) if at is not None else None
        if at is None or carets is None:
            return None
        caret = carets.nearest(at.point)
        return TextPlace(at.page, caret) if caret is not None else None

    def _set(self, span: SelectionRange | None) -> None:
        if span is not None:
            self._caret = span.head
        if span == self._range:
            return
        pages = {*(self._range.pages if self._range else ()), *(span.pages if span else ())}
        self._range, self._goal = span, None
        self._texts.hold(span.pages if span is not None else range(0))
        self._tell(pages)

    def _on_text_arrived(self) -> None:
        self._follow_mouse()
        if self._range is not None:
            self._tell(self._range.pages)

    def _tell(self, pages: "set[int] | range") -> None:
        self._quote_known = False
        self._outlines.clear()
        for page in self._view.visible_pages():
            if page in pages:
                self._view.update_page(page)
        self.changed.emit()

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shift with arrows, Home and End extend the selection."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_step(event):
            self._steps.append(event.keyCombination())
            self._go_on()
            return True
        return False
