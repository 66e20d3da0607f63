"""A text of a paper with its heading, the words on where it came from, and the editor it is in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.paper import OriginKind, PaperText
from desktop.domain.search_marks import Needles
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import ElidedLabel, link_button, plain_label
from desktop.ui.library.origin_words import origin_words
from desktop.ui.library.paper_edits import Draft
from desktop.ui.library.text_field import TextField
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH


class TextSection(QWidget):
    """Heading and origin above the text, or, of a `quiet` one, below it; and, if it could not be saved, why."""

    revert_requested = Signal()

    def __init__(self, field: TextField, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._quiet = quiet
        """Has no heading, and says where the text came from only if no digest and not arXiv told it."""
        self._heading = plain_label("badge")
        self._heading.setBuddy(field)
        self._origin = ElidedLabel("badge")
        self._revert = link_button()
        self._revert.clicked.connect(self.revert_requested)
        self._trouble = plain_label("bad", wraps=True)
        self._top = QWidget()
        line = QHBoxLayout(self._top)
        line.addWidget(self._heading)
        line.addWidget(self._origin)
        line.addWidget(self._revert)
        line.addStretch(1)
        self._line = line
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # The text must stay where it is once it is saved, so words that only then appear stand below it.
        for widget in (field, self._top) if quiet else (self._top, field):
            layout.addWidget(widget)
        layout.addWidget(self._trouble)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self.retranslate()
        self.show_trouble(None)

    def set_heading(self, text: str) -> None:
        """What stands above the text."""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))

    def show_text(self, text: PaperText | None, value: str, needles: Needles, draft: Draft | None = None) -> None:
        """Show a text; `value` is shown if there is no draft. A refused draft opens in the editor."""
        self.field.show_text(value if draft is None or draft.error else draft.value, needles)
        self._show_origin(text)
        self.show_trouble(draft)
        if draft is not None and draft.error is not None:
            self.field.begin_edit(draft.value)

    def show_trouble(self, draft: Draft | None) -> None:
        """Say why an edit was refused."""
        error = draft.error if draft else None
        self._trouble.setVisible(error is not None)
        if error is not None:
            self._trouble.setText(failure_words(error).text)

    def retranslate(self) -> None:
        """Take the words from the present language."""
        self._revert.setText(self.tr("Revert"))
        self._revert.setToolTip(self.tr("Go back to the text as it came"))

    def _show_origin(self, text: PaperText | None) -> None:
        words = origin_words(text) if text is not None else ""
        typed = text is not None and text.origin.kind is OriginKind.PERSON
        told = text is not None and text.origin.kind in (OriginKind.PERSON, OriginKind.MODEL, OriginKind.FILE)
        self._origin.setText(words)
        self._origin.setVisible(bool(words) and (told or not self._quiet))
        self._revert.setVisible(typed)
        self._top.setVisible(self._heading.isVisibleTo(self._top) or self._origin.isVisibleTo(self._top) or typed)
        self.field.setAccessibleDescription(words)

    def _apply_spacing(self) -> None:
        inset = FOCUS_WIDTH + theme().space()
        self._line.setContentsMargins(inset, 0, inset, 0)
        self._line.setSpacing(theme().space(2))
        self._trouble.setContentsMargins(inset, 0, inset, 0)
        self._layout.setSpacing(0)
