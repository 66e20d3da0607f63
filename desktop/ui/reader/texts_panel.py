"""The texts of a paper in both languages and a person's note, beside its pages."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperDetails, TextKind
from desktop.domain.search_marks import Needles
from desktop.ui.library.bilingual import Bilingual
from desktop.ui.library.growing_text import GrowingText
from desktop.ui.library.labels import plain_label
from desktop.ui.library.note_section import NoteSection
from desktop.ui.library.paper_edits import Key, PaperEdits, TextKey
from desktop.ui.library.paper_texts import PaperTexts, Slot
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.tasks import Lane
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, GROUP_GAP, PANE_PADDING

TITLE = Slot(TextKind.TITLE, True)


class TextsPanel(QScrollArea):
    """Edited where they stand, as in the details of the library."""

    def __init__(self, around: Surroundings, paper: PaperId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._paper = paper
        self._details: PaperDetails | None = None
        self._edit_wanted = False
        self._edits = PaperEdits(around.tasks, around.services, self)
        self._edits.changed.connect(around.events.announce)
        self._edits.refused.connect(self._on_refused)
        self.texts = PaperTexts(self._edits, self)
        self._note = NoteSection(self._edits)
        self.note = self._note.field
        self.note.setReadOnly(True)  # what is typed before the paper is read could not be saved
        self._heading = plain_label("badge", self.tr("Note"))
        self._content = QWidget()
        self._content.setProperty("kind", "surface")
        self._content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._layout = QVBoxLayout(self._content)
        self._fill()
        self.setProperty("kind", "surface")
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Texts and note"))
        for text in (*self.texts, self.note):
            text.cursorPositionChanged.connect(partial(self._follow_cursor, text))
        around.events.changed.connect(self._on_changed)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self._load()

    def flush(self) -> None:
        """Save what is being typed."""
        if self._details is not None:
            self.texts.finish()
            self._note.field.flush()

    def edit(self) -> None:
        """Open the title for typing, once it is there."""
        self._edit_wanted = self._details is None
        if self._edit_wanted:
            return
        field = self.texts.sections[TITLE].field
        self.ensureWidgetVisible(field)
        field.setFocus()
        if not field.editing:
            field.begin_edit()

    def _fill(self) -> None:
        section = self.texts.sections
        kinds = TextKind
        self._abstracts = Bilingual(section[Slot(kinds.ABSTRACT, True)], section[Slot(kinds.ABSTRACT, False)])
        callout = QFrame()
        callout.setProperty("kind", "callout")
        self._callout = QVBoxLayout(callout)
        for original in (False, True):
            self._callout.addWidget(section[Slot(kinds.SUMMARY, original)])
        groups = (
            (section[TITLE], section[Slot(kinds.TITLE, False)]),
            (self.texts.choice,),
            (callout,),
            (self._heading, self._note),
            (self._abstracts,),
        )
        for group in groups:
            column = QVBoxLayout()
            column.setSpacing(0)
            for widget in group:
                column.addWidget(widget)
            self._layout.addLayout(column)
        self._layout.addStretch(1)

    def _load(self) -> None:
        services, paper = self._around.services, self._paper
        self._around.tasks.run_latest(
            "details", Lane.DB, lambda: services.browse.details(paper), owner=self, done=self._show
        )

    def _show(self, details: PaperDetails | None) -> None:
        if details is not None:
            self._details = details
            self.texts.show_texts(details, Needles())
            self._note.show_note(details, Needles())
            self.note.setReadOnly(False)
            if self._edit_wanted:
                self.edit()

    def _on_changed(self, changes: Changes) -> None:
        if self._paper in (*changes.papers_changed, *changes.papers_added):
            self._load()

    def _on_refused(self, key: Key) -> None:
        if self._details is not None and isinstance(key, TextKey):
            if key.kind is TextKind.NOTE:
                self._note.show_note(self._details, Needles())
            else:
                self.texts.show_refusal(key)

    def _follow_cursor(self, text: GrowingText) -> None:
        """The texts do not scroll, so the panel does."""
        if text.hasFocus() and not text.isReadOnly():
            place = text.mapTo(self._content, text.cursorRect().center())
            self.ensureVisible(place.x(), place.y(), 0, theme().space(6))

    def _apply_spacing(self) -> None:
        space = theme().space
        inset = FOCUS_WIDTH + space()
        edge = max(space(PANE_PADDING) - inset, 0)
        self._layout.setContentsMargins(edge, space(PANE_PADDING) - FOCUS_WIDTH, edge, space(PANE_PADDING))
        self._layout.setSpacing(space(GROUP_GAP))
        self._callout.setContentsMargins(0, space(2), 0, space(2))
        self._callout.setSpacing(space())
        self._heading.setContentsMargins(inset, 0, inset, 0)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the note."""
        self.note.setFocus()
