"""The texts of one paper of a digest, edited where they stand."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperDetails, TextKind
from desktop.domain.search_marks import Needles
from desktop.ui.library.bilingual import Bilingual
from desktop.ui.library.growing_text import GrowingText
from desktop.ui.library.labels import plain_label
from desktop.ui.library.paper_edits import FactKey, Key, PaperEdits, TextKey
from desktop.ui.library.paper_texts import PaperTexts, Slot
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, GROUP_GAP, PANE_PADDING
from desktop.ui.widgets.empty_state import EmptyState

_TITLE = Slot(TextKind.TITLE, False)


class DigestTextsPane(QStackedWidget):
    """What is typed belongs to the paper, in this digest and everywhere else."""

    typed = Signal()
    """Something was typed and is not stored yet, or was given up: see `drafts`."""

    def __init__(self, edits: PaperEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self.details: PaperDetails | None = None
        """What is shown."""
        self.texts = PaperTexts(edits, self)
        self._place = plain_label("badge")
        self._empty = EmptyState()
        self._scroll = QScrollArea()
        self._content = QWidget()
        self._layout = QVBoxLayout(self._content)
        self._callout = QVBoxLayout()
        self._fill()
        for page in (self._empty, self._scroll):
            self.addWidget(page)
        for text in self.texts:
            text.cursorPositionChanged.connect(partial(self._follow_cursor, text))
            text.textChanged.connect(partial(self._on_text_changed, text))
            text.cancelled.connect(self.typed)
        edits.refused.connect(self._on_refused)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Texts of the paper"))

    @property
    def drafts(self) -> dict[TextKey, str]:
        """What is being typed, as it would be stored now."""
        return self.texts.typed() if self.details is not None else {}

    def show_details(self, details: PaperDetails, language: str, place: str) -> None:
        """Show a paper; `place` tells where it stands. What is being typed about the same paper stays."""
        other = self.details is None or self.details.row.id != details.row.id
        if other or language != self.texts.language:
            self.finish()
        self.details = details
        self.texts.language = language
        self._place.setText(place)
        self.setUpdatesEnabled(False)
        self.texts.show_texts(details, Needles())
        self.setCurrentWidget(self._scroll)
        self.setUpdatesEnabled(True)
        if other:
            self._scroll.verticalScrollBar().setValue(0)

    def show_nothing(self, words: str) -> None:
        """Show no paper, and say why."""
        self.finish()
        self.details = None
        self._empty.tell("no-selection", words)
        self.setCurrentWidget(self._empty)

    def finish(self) -> None:
        """End every edit and save it."""
        if self.details is not None:
            self.texts.finish()

    def edit(self) -> None:
        """Open the translated title for typing, unless something is open."""
        if self.details is not None and not any(text.editing for text in self.texts):
            field = self.texts.sections[_TITLE].field
            self._scroll.ensureWidgetVisible(field)
            field.begin_edit()

    def shows(self, paper: PaperId) -> bool:
        """Whether it is that paper."""
        return self.details is not None and self.details.row.id == paper

    def _fill(self) -> None:
        text = self.texts.sections
        callout = QFrame()
        callout.setProperty("kind", "callout")
        callout.setLayout(self._callout)
        for original in (False, True):
            self._callout.addWidget(text[Slot(TextKind.SUMMARY, original)])
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._place)
        titles.addWidget(text[_TITLE])
        titles.addWidget(text[Slot(TextKind.TITLE, True)])
        self._layout.addLayout(titles)
        self._layout.addWidget(callout)
        abstracts = (text[Slot(TextKind.ABSTRACT, original)] for original in (True, False))
        self._layout.addWidget(Bilingual(*abstracts))
        self._layout.addStretch(1)
        self._content.setProperty("kind", "surface")
        self._content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)

    def _on_text_changed(self, text: GrowingText) -> None:
        if text.hasFocus() and not text.isReadOnly():
            self.typed.emit()

    def _follow_cursor(self, text: GrowingText) -> None:
        """The texts do not scroll, so the page does."""
        if text.hasFocus() and not text.isReadOnly():
            place = text.mapTo(self._content, text.cursorRect().center())
            self._scroll.ensureVisible(place.x(), place.y(), 0, theme().space(6))

    def _on_refused(self, key: Key) -> None:
        if not isinstance(key, FactKey) and self.shows(key.paper):
            self.texts.show_refusal(key)

    def _apply_spacing(self) -> None:
        space = theme().space
        inset = FOCUS_WIDTH + space()
        edge = max(space(PANE_PADDING) - inset, 0)
        self._layout.setContentsMargins(edge, space(PANE_PADDING) - FOCUS_WIDTH, edge, space(PANE_PADDING))
        self._layout.setSpacing(space(GROUP_GAP))
        self._callout.setContentsMargins(0, space(2), 0, space(2))
        self._callout.setSpacing(space())
        self._place.setContentsMargins(inset, 0, inset, 0)

    # Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().space(60), theme().space(40))
