"""A person's own note on a paper, with what is said if it could not be saved."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.paper import PaperDetails, TextKind
from desktop.domain.search_marks import Needles
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import plain_label
from desktop.ui.library.note_field import NoteField
from desktop.ui.library.paper_edits import PaperEdits, TextKey
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH


class NoteSection(QWidget):
    """The note is saved through `edits`. What was refused stays in the field."""

    def __init__(self, edits: PaperEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._details: PaperDetails | None = None
        self.field = NoteField()
        self._trouble = plain_label("bad", wraps=True)
        self._trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.field)
        layout.addWidget(self._trouble)
        self.field.submitted.connect(self._on_submitted)
        theme().changed.connect(self._apply_spacing)
        self.retranslate()
        self._apply_spacing()

    def show_note(self, details: PaperDetails, needles: Needles) -> None:
        """Show the note of a paper; that of another is to be flushed before."""
        self._details = details
        draft = self._edits.draft(TextKey(details.row.id, TextKind.NOTE, ""))
        refused = draft is not None and draft.error is not None
        stored = details.text(TextKind.NOTE, "")
        if draft is not None and not refused:
            stored = draft.value
        self.field.show_note(stored, needles, draft.value if draft is not None and refused else None)
        self._trouble.setVisible(refused)
        if draft is not None and draft.error is not None:
            self._trouble.setText(failure_words(draft.error).text)

    def retranslate(self) -> None:
        """Take the words from the present language."""
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("Your own note"))

    def _on_submitted(self, value: str) -> None:
        if self._details is not None:
            self._edits.save_text(TextKey(self._details.row.id, TextKind.NOTE, ""), value)

    def _apply_spacing(self) -> None:
        inset = FOCUS_WIDTH + theme().space()
        self._trouble.setContentsMargins(inset, 0, inset, 0)
