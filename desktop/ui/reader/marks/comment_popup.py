"""A small sheet beside a mark: its comment, its tags, its colour."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.domain.errors import AppError
from desktop.domain.mark import Mark, MarkKind, MarkStep
from desktop.domain.mark_geometry import bounds
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.mark_words import kind_name, who_and_when
from desktop.ui.reader.marks.beside import beside
from desktop.ui.reader.marks.color_dots import ColorDots
from desktop.ui.reader.marks.edit_session import EditSession
from desktop.ui.reader.marks.mark_making import now_ms
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.marks.plain_editor import PlainEditor
from desktop.ui.reader.marks.tags_field import TagsField
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.theme import theme

_WIDTH, _HEIGHT = 280, 200
"""Pixels at 100 %."""


class CommentPopup(QFrame):
    """Saves while one types; what is typed in one go is one step of undo. What could not be stored stays in it."""

    color_chosen = Signal(int)
    closed = Signal()

    def __init__(self, view: PageView, model: MarksModel) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._model = model
        self._session = EditSession(model, self)
        self._mark: Mark | None = None
        self._refused = False
        self.setProperty("kind", "popup")
        self.dots = ColorDots(self)
        self.editor = PlainEditor(self)
        self.tags = TagsField(self)
        self._facts = plain_label("badge", parent=self)
        self._trouble = plain_label("bad", wraps=True, parent=self)
        self._discard = link_button(parent=self)
        self._lay_out()
        self.dots.chosen.connect(self.color_chosen)
        self.editor.save_wanted.connect(self._save)
        self.editor.ended.connect(self.close_up)
        self.tags.edited.connect(self._save)
        self._discard.clicked.connect(self._throw_away)
        view.moved.connect(self._place)
        model.changed.connect(self._on_marks_changed)
        model.refused.connect(self._on_refused)
        theme().changed.connect(self._apply_sizes)
        self._apply_sizes()
        self._retranslate()
        self.hide()

    def _lay_out(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.dots)
        head.addStretch(1)
        layout.addLayout(head)
        for widget in (self._trouble, self.editor, self.tags, self._facts):
            layout.addWidget(widget, 1 if widget is self.editor else 0)
        layout.addWidget(self._discard, alignment=Qt.AlignmentFlag.AlignRight)

    @property
    def mark(self) -> str:
        """The id of the mark it is about; empty while it is closed."""
        return self._mark.id if self._mark is not None else ""

    def open_at(self, mark: Mark, names: tuple[str, ...], *, tags: bool = False) -> None:
        """Show the comment of a mark, or the line of its tags, ready for typing."""
        if self.mark != mark.id:
            self.finish()
            self._mark = mark
            self._show_refusal(None)
            self.editor.show_text(mark.comment)
            self.tags.show_tags(mark.tags)
            self._model.tell_tags(self.tags.offer, self.tags)
        self.dots.set_names(names)
        self._show_facts(mark)
        self._place()
        self.show()
        self.raise_()
        (self.tags if tags else self.editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Store what is typed and close."""
        if self._mark is None:
            return
        self.editor.flush()
        self._save()
        self._session.end()
        self._mark = None
        self.hide()

    def flush(self) -> None:
        """Store what is typed, as one step so far."""
        if self._mark is not None:
            self.editor.flush()
            self._save()
            self._session.end()

    def close_up(self) -> None:
        """As `finish`; the keyboard goes back to the page."""
        if self._mark is not None:
            self.finish()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.closed.emit()

    def _save(self) -> None:
        known = self._known()
        if known is None:
            return
        after = replace(known, comment=self.editor.text, tags=self.tags.tags)
        if after != self._model.find(known.id):
            self._session.change(self._model.find(known.id), replace(after, changed_at_ms=now_ms()))

    def _known(self) -> Mark | None:
        """The mark as it is now; as it was, if it could not be stored at all."""
        return None if self._mark is None else self._model.find(self._mark.id) or self._mark

    def _throw_away(self) -> None:
        """The person gives up what could not be stored."""
        self._mark = None
        self._session.end()
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _on_refused(self, step: MarkStep, error: AppError) -> None:
        """What was typed comes back, to be copied or stored once there is room."""
        for change in step.changes:
            mark, before = change.after, change.before
            if mark is None or mark.kind is MarkKind.TEXT or mark.comment == ("" if before is None else before.comment):
                continue
            if self.mark not in ("", mark.id):  # another comment is being typed
                self._model.keep(MarkStep((change,)), error)
                continue
            if not self.mark:
                self.open_at(mark, ())
            self._mark = mark
            self._show_refusal(error)

    def _show_refusal(self, error: AppError | None) -> None:
        self._refused = error is not None
        self._trouble.setVisible(self._refused)
        self._discard.setVisible(self._refused)
        if error is not None:
            self._trouble.setText(failure_words(error).text)

    def _on_marks_changed(self, pages: frozenset[int]) -> None:
        if self._mark is None or self._mark.page not in pages or self._refused:
            return
        mark = self._model.find(self._mark.id)
        if mark is None:
            self._throw_away()
            return
        if mark.comment != self._mark.comment and not self.editor.hasFocus():
            self.editor.show_text(mark.comment)
        self._mark = mark
        self._show_facts(mark)
        self._place()

    def _show_facts(self, mark: Mark) -> None:
        self.dots.show_color(mark.color)
        self._facts.setText(who_and_when(mark))
        self.setAccessibleName(self.tr("Comment: {kind}").format(kind=kind_name(mark.kind)))

    def _place(self) -> None:
        mark = self._known()
        if mark is not None:
            place = self._view.rect_on_view(mark.page, bounds(mark)).toAlignedRect()
            room = self._view.viewport().rect().adjusted(2, 2, -2, -2)
            self.resize(self.sizeHint().boundedTo(room.size()))
            self.move(beside(place, self.size(), room, theme().space(2)))

    def _apply_sizes(self) -> None:
        space = theme().space()
        self._layout.setContentsMargins(2 * space, 2 * space, 2 * space, 2 * space)
        self._layout.setSpacing(space)
        self._place()

    def _retranslate(self) -> None:
        self.editor.setAccessibleName(self.tr("Comment"))
        self.editor.setPlaceholderText(self.tr("Your comment"))
        self._discard.setText(self.tr("Discard"))

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # not a press on the page below

    def sizeHint(self) -> QSize:
        look = theme()
        least = super().sizeHint().height() - self.editor.sizeHint().height() + look.scaled(_HEIGHT) // 3
        return QSize(look.scaled(_WIDTH), max(look.scaled(_HEIGHT), least))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_up()
        else:
            event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
