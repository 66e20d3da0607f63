"""The text of a text box, typed where it stands on the page."""

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.domain.errors import AppError
from desktop.domain.mark import Mark, MarkKind, MarkStep
from desktop.domain.mark_geometry import TEXT_SIZE, bounds
from desktop.ui.reader.marks.edit_session import EditSession
from desktop.ui.reader.marks.mark_making import now_ms, removed
from desktop.ui.reader.marks.mark_painting import text_ink, text_paper
from desktop.ui.reader.marks.mark_sheet import TEXT_INSET, laid_out
from desktop.ui.reader.marks.marks_layer import MarksLayer
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.marks.plain_editor import PlainEditor
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, Color

_LEAST_LETTERS = 6
"""Pixels."""


class TextBoxEditor(PlainEditor):
    """Lies over the box, in letters of the same size. The box grows with its text; left empty, it is deleted."""

    def __init__(self, view: PageView, model: MarksModel, layer: MarksLayer) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._model = model
        self._layer = layer
        self._session = EditSession(model, self)
        self._mark: Mark | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.save_wanted.connect(self._save)
        self.ended.connect(self.close_up)
        self.textChanged.connect(self._place)
        view.moved.connect(self._place)
        model.refused.connect(self._on_refused)
        self.hide()

    @property
    def mark(self) -> str:
        """The id of the text box it is about; empty while it is closed."""
        return self._mark.id if self._mark is not None else ""

    def open_at(self, mark: Mark) -> None:
        """Type into this text box, which may be a new one that is not stored yet."""
        self.finish()
        self._mark = mark
        self.setAccessibleName(self.tr("Text box"))
        self.setPlaceholderText(self.tr("Text"))
        self.show_text(mark.comment)
        self._layer.hide(mark)
        self._view.update_page(mark.page)
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Store what is typed and close. An empty text box goes."""
        mark = self._mark
        if mark is None:
            return
        self.flush()
        self._save()
        self._session.end()
        self._mark = None
        self._layer.hide(None)
        self.hide()
        stored = self._model.find(mark.id)
        if stored is not None and not stored.comment.strip():
            self._model.do(removed([stored]))
        self._view.update_page(mark.page)

    def close_up(self) -> None:
        """As `finish`; the keyboard goes back to the page."""
        self.finish()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        mark = self._mark
        if mark is None:
            return
        shown = self._model.find(mark.id)
        if shown is None and not self.text.strip():
            return
        after = replace(shown or mark, comment=self.text)
        left, top, right, _ = bounds(after)
        after = replace(after, box=(left, top, right, laid_out(after).area.bottom()))
        if after != shown:
            self._session.change(shown, replace(after, changed_at_ms=now_ms()))

    def _on_refused(self, step: MarkStep, error: AppError) -> None:
        """What was typed comes back, to be copied or stored once there is room."""
        for change in step.changes:
            mark = change.after
            if mark is None or mark.kind is not MarkKind.TEXT or not mark.comment:
                continue
            if not self.mark:
                self.open_at(mark)
            elif self.mark != mark.id:
                self._model.keep(MarkStep((change,)), error)

    def _place(self) -> None:
        mark = self._mark
        if mark is None:
            return
        area = laid_out(replace(mark, comment=self.text)).area
        on_view = self._view.rect_on_view(mark.page, (area.left(), area.top(), area.right(), area.bottom()))
        scale = min(on_view.width(), on_view.height()) / min(area.width(), area.height())
        self._dress(mark.color, max(round(TEXT_SIZE * scale), _LEAST_LETTERS))
        inset = max(round(TEXT_INSET * scale) - FOCUS_WIDTH, 0)
        self.setViewportMargins(inset, inset, 0, 0)
        # A little more than the box: letters of whole pixels may need it.
        self.setGeometry(on_view.toAlignedRect().adjusted(0, 0, 2 * FOCUS_WIDTH, round(TEXT_SIZE * scale)))

    def _dress(self, color: int, letters: int) -> None:
        """Paper and ink of the page rather than of the window, the ring of focus around them."""
        paper, ink = text_paper(color, False), text_ink(False)
        ring = theme().color(Color.ACCENT)
        dress = (
            f"QPlainTextEdit {{ background: {paper.name()}; color: {ink.name()}; font-size: {letters}px; margin: 0;"
            f" padding: 0; border: {FOCUS_WIDTH}px solid {ring.name()}; border-radius: 0; }}"
        )
        if dress != self.styleSheet():
            self.setStyleSheet(dress)
