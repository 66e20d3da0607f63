"""The page of one paper, from its title down to the person's note."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.paper import Fact, PaperDetails, SeenIn, TextKind
from desktop.domain.search_marks import Needles
from desktop.ui.library.action_row import ActionRow
from desktop.ui.library.bilingual import Bilingual
from desktop.ui.library.fact_field import FactField
from desktop.ui.library.files_list import FilesList
from desktop.ui.library.growing_text import GrowingText
from desktop.ui.library.labels import plain_label
from desktop.ui.library.marks_list import MarksList
from desktop.ui.library.missing_texts import MissingTexts
from desktop.ui.library.note_field import NoteField
from desktop.ui.library.note_section import NoteSection
from desktop.ui.library.paper_arxiv import PaperArxiv
from desktop.ui.library.paper_edits import FactKey, Key, PaperEdits
from desktop.ui.library.paper_facts import PaperFacts
from desktop.ui.library.paper_texts import PaperTexts, Slot
from desktop.ui.library.provenance import Provenance
from desktop.ui.library.reading_strip import ReadingStrip
from desktop.ui.library.text_field import TextField
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, GROUP_GAP, PANE_PADDING

TITLE = Slot(TextKind.TITLE, True)


class PaperPage(QScrollArea):
    """Shows PaperDetails. Everything in it is plain text."""

    link_followed = Signal(str)
    file_opened = Signal(str)
    digest_activated = Signal(object)
    mark_activated = Signal(str)
    refused_elsewhere = Signal(object)
    """An edit of a paper that is no longer shown was not stored (AppError); it is kept until the paper is shown."""

    def __init__(self, edits: PaperEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self.details: PaperDetails | None = None
        """What is shown."""
        self.texts = PaperTexts(edits, self)
        self.facts = PaperFacts(edits, self)
        self.missing, self.strip = MissingTexts(), ReadingStrip()
        self.provenance = Provenance()
        self.files = FilesList()
        self.marks = MarksList()
        self.arxiv = PaperArxiv(self.files, self)
        self._note = NoteSection(edits, self)
        self.note = self._note.field
        self._actions = ActionRow()
        self._headings = {name: plain_label("badge") for name in ("seen", "files", "marks", "note", "arxiv")}
        self._groups: list[QVBoxLayout] = []
        self._content = QWidget()
        self._content.setProperty("kind", "surface")
        self._layout = QVBoxLayout(self._content)
        self._fill()
        # The page is as wide as the pane, never wider: there is no horizontal scroll bar.
        self._content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.facts.link_followed.connect(self.link_followed)
        self.files.opened.connect(self.file_opened)
        self.marks.mark_activated.connect(self.mark_activated)
        self.arxiv.edit_id_wanted.connect(self._edit_id)
        self.provenance.digest_activated.connect(self.digest_activated)
        self.provenance.split_requested.connect(self._on_split_requested)
        edits.refused.connect(self._on_refused)
        for text in (*self.texts, self.facts.authors, self.note):
            text.cursorPositionChanged.connect(partial(self._follow_cursor, text))
        theme().changed.connect(self._apply_spacing)
        self.retranslate()
        self._apply_spacing()

    def show_details(self, details: PaperDetails, needles: Needles) -> None:
        """Show a paper. What is being typed about the same paper stays; about another, it is saved first."""
        other = self.details is None or self.details.row.id != details.row.id
        if other:
            self.finish()
        self.details = details
        self.setUpdatesEnabled(False)
        self.texts.show_texts(details, needles)
        self.facts.show_facts(details, needles)
        self.missing.show_details(details)
        self.strip.show_details(details)
        self.provenance.show_places(details.seen_in, details.found_by)
        self.marks.show_marks(details.marks)
        self.arxiv.show_details(details)
        self._headings["files"].setVisible(self.files.isVisibleTo(self._content))
        self._headings["arxiv"].setVisible(self.arxiv.facts.isVisibleTo(self._content))
        self._headings["marks"].setVisible(bool(details.marks))
        self._headings["seen"].setVisible(bool(details.seen_in or details.found_by))
        self._note.show_note(details, needles)
        self.setUpdatesEnabled(True)
        if other:
            self.verticalScrollBar().setValue(0)

    def finish(self) -> None:
        """End every edit and save it."""
        if self.details is not None:
            self.texts.finish()
            self.facts.finish()
            self.note.flush()

    def edit(self) -> None:
        """Open what has the keyboard for typing, else the title."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.edit_title()
            return
        fact = focused.parentWidget()
        if isinstance(fact, FactField):
            if not fact.edit.editing:
                fact.begin_edit()
        elif isinstance(focused, TextField):
            if not focused.editing:
                focused.begin_edit()
        elif not isinstance(focused, NoteField):
            self.edit_title()

    def edit_title(self) -> None:
        """Open the title for typing."""
        field = self.texts.sections[TITLE].field
        self.ensureWidgetVisible(field)
        if not field.editing:
            field.begin_edit()

    def set_actions(self, actions: list[QAction]) -> None:
        """What the row of actions offers."""
        self._actions.set_actions(actions)

    def add_sections(self, *sections: QWidget) -> None:
        """Show these below all else."""
        for section in sections:
            self._layout.insertWidget(self._layout.count() - 1, section)  # above what keeps the page at the top

    def retranslate(self) -> None:
        """Take the words from the present language."""
        self._headings["seen"].setText(self.tr("Seen in"))
        self._headings["files"].setText(self.tr("Files"))
        self._headings["marks"].setText(self.tr("Marks"))
        self._headings["arxiv"].setText(self.tr("On arXiv"))
        self._headings["note"].setText(self.tr("Note"))
        self._note.retranslate()
        self.texts.retranslate()
        self.missing.retranslate()
        self.facts.retranslate()
        self.arxiv.retranslate()

    def _fill(self) -> None:
        text = self.texts.sections
        kinds = TextKind
        callout = QFrame()
        callout.setProperty("kind", "callout")
        self._callout = QVBoxLayout(callout)
        for original in (False, True):
            self._callout.addWidget(text[Slot(kinds.SUMMARY, original)])
        self.abstracts = Bilingual(text[Slot(kinds.ABSTRACT, True)], text[Slot(kinds.ABSTRACT, False)])
        titles = (text[TITLE], text[Slot(kinds.TITLE, False)])
        self._group(*titles, self.facts.authors, self.facts.line, self.facts.trouble)
        self._group(self.strip)
        self._group(self._actions)
        self._group(self.arxiv.fetches)
        self._group(self.arxiv.new_version)
        self._group(self.missing)
        self._group(self.texts.choice)
        self._group(callout)
        self._group(self.abstracts)
        self._group(self._headings["note"], self._note)
        self._group(self._headings["marks"], self.marks)
        self._group(self._headings["seen"], self.provenance)
        self._group(self._headings["files"], self.files)
        self._group(self._headings["arxiv"], self.arxiv.facts)
        self._layout.addStretch(1)

    def _group(self, *widgets: QWidget) -> None:
        group = QVBoxLayout()
        group.setSpacing(0)
        for widget in widgets:
            if isinstance(widget, QLabel):
                widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            group.addWidget(widget)
        self._layout.addLayout(group)
        self._groups.append(group)

    def _edit_id(self) -> None:
        self.facts.line.fields[Fact.ARXIV_ID].begin_edit()

    def _on_split_requested(self, seen: SeenIn) -> None:
        if self.details is not None:
            self._edits.split(self.details.row.id, seen.digest, seen.position)

    def _follow_cursor(self, text: GrowingText) -> None:
        """The texts do not scroll, so the page does."""
        if text.hasFocus() and not text.isReadOnly():
            place = text.mapTo(self._content, text.cursorRect().center())
            self.ensureVisible(place.x(), place.y(), 0, theme().space(6))

    def _on_refused(self, key: Key) -> None:
        details, draft = self.details, self._edits.draft(key)
        if details is None or key.paper != details.row.id:
            if draft is not None and draft.error is not None:
                self.refused_elsewhere.emit(draft.error)
        elif isinstance(key, FactKey):
            self.facts.show_refusal(key)
        elif key.kind is TextKind.NOTE:
            self._note.show_note(details, Needles())
        else:
            self.texts.show_refusal(key)

    def _apply_spacing(self) -> None:
        space = theme().space
        inset = FOCUS_WIDTH + space()
        edge = max(space(PANE_PADDING) - inset, 0)
        self._layout.setContentsMargins(edge, space(PANE_PADDING) - FOCUS_WIDTH, edge, space(PANE_PADDING))
        self._layout.setSpacing(space(GROUP_GAP))
        self._callout.setContentsMargins(0, space(2), 0, space(2))
        self._callout.setSpacing(space())
        for label in (*self._headings.values(), self.facts.trouble):
            label.setContentsMargins(inset, 0, inset, 0)
        for row in (self.strip, self._actions):
            row.setContentsMargins(max(inset - space(), 0), 0, 0, 0)
