"""The editable texts of the details: which there are, and how each is shown and saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from desktop.domain.languages import LANGUAGES
from desktop.domain.paper import ORIGINAL, PaperDetails, TextKind
from desktop.domain.search_marks import Needles
from desktop.ui.library.language_choice import LanguageChoice
from desktop.ui.library.paper_edits import PaperEdits, TextKey
from desktop.ui.library.text_field import TextField
from desktop.ui.library.text_section import TextSection

TRANSLATION = "zh"
"""The language of a translation that is not there yet."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a text."""

    kind: TextKind
    original: bool


_KINDS = (TextKind.TITLE, TextKind.SUMMARY, TextKind.ABSTRACT)
SLOTS = tuple(Slot(kind, original) for kind in _KINDS for original in (True, False))
_SEARCH_FIELDS = {TextKind.TITLE: "title", TextKind.SUMMARY: "summary", TextKind.ABSTRACT: "abstract"}


class PaperTexts(QObject):
    """Six texts: title, summary and abstract, each in the original and in translation."""

    def __init__(self, edits: PaperEdits, parent: QObject) -> None:
        super().__init__(parent)
        self._edits = edits
        self._details: PaperDetails | None = None
        self._needles = Needles()
        self.language = ""
        """Of translations; empty: one that the paper has."""
        self.choice = LanguageChoice()
        self.choice.chosen.connect(self._choose)
        self._preferred = ""
        """What was chosen last, for papers that have it."""
        self.sections = {slot: self._section(slot) for slot in SLOTS}
        self.retranslate()

    def __iter__(self) -> Iterator[TextField]:
        return (section.field for section in self.sections.values())

    def show_texts(self, details: PaperDetails, needles: Needles) -> None:
        """Show the texts of a paper; what is being typed about the same paper stays open."""
        same = self._details is not None and details.row.id == self._details.row.id
        self._details, self._needles = details, needles
        self.choice.show_languages(() if self.language else _languages(details), self._translated(details))
        for slot, section in self.sections.items():
            if not (same and section.field.editing):
                self._show(slot)

    def show_refusal(self, key: TextKey) -> bool:
        """Open the editor again with what could not be saved. False if it is not a text shown here."""
        for slot, section in self.sections.items():
            if self._details is not None and self._key(slot) == key and not section.field.editing:
                self._show(slot)
                return True
        return False

    def typed(self) -> dict[TextKey, str]:
        """What is being typed, as it would be stored now."""
        return {
            self._key(slot): section.field.typed_value
            for slot, section in self.sections.items()
            if section.field.editing
        }

    def finish(self) -> None:
        """End every edit and save it."""
        for field in self:
            field.finish()

    def retranslate(self) -> None:
        """Take the words from the present language."""
        words = {
            Slot(TextKind.TITLE, True): ("", self.tr("Title"), self.tr("Add a title")),
            Slot(TextKind.TITLE, False): ("", self.tr("Translated title"), self.tr("Add a translated title")),
            Slot(TextKind.SUMMARY, True): ("", self.tr("Summary"), self.tr("Add a summary")),
            Slot(TextKind.SUMMARY, False): ("", self.tr("Translated summary"), self.tr("Add a translated summary")),
            Slot(TextKind.ABSTRACT, True): (self.tr("Abstract"), self.tr("Abstract"), self.tr("Add the abstract")),
            Slot(TextKind.ABSTRACT, False): (
                self.tr("Translation"),
                self.tr("Translated abstract"),
                self.tr("Add a translated abstract"),
            ),
        }
        for slot, section in self.sections.items():
            heading, name, empty = words[slot]
            section.set_heading(heading)
            section.field.setAccessibleName(name)
            section.field.setPlaceholderText(empty)
            section.retranslate()

    def _show(self, slot: Slot) -> None:
        assert self._details is not None
        key, section = self._key(slot), self.sections[slot]
        text = next((t for t in self._details.texts if t.kind is key.kind and t.language == key.language), None)
        section.field.set_language(key.language)
        stands_in = self._details.row.title if slot == Slot(TextKind.TITLE, True) else ""  # as the list shows it
        section.show_text(text, text.value if text else stands_in, self._needles, self._edits.draft(key))

    def _section(self, slot: Slot) -> TextSection:
        title = slot.kind is TextKind.TITLE
        look = ("title" if slot.original else "subtitle") if title else "body"
        field = TextField("", look, field=_SEARCH_FIELDS[slot.kind], one_line=title, latex=True)
        section = TextSection(field, quiet=slot.kind is not TextKind.ABSTRACT)
        field.submitted.connect(partial(self._on_submitted, slot))
        field.cancelled.connect(partial(self._on_cancelled, slot))
        section.revert_requested.connect(partial(self._on_revert_requested, slot))
        return section

    def _key(self, slot: Slot) -> TextKey:
        assert self._details is not None
        language = ORIGINAL if slot.original else self._translated(self._details)
        return TextKey(self._details.row.id, slot.kind, language)

    def _translated(self, details: PaperDetails) -> str:
        """The language of the translations that are shown."""
        there = _languages(details)
        return self.language or (self._preferred if self._preferred in there else next(iter(there), TRANSLATION))

    def _choose(self, language: str) -> None:
        self.finish()
        self._preferred = language
        if self._details is not None:
            self.show_texts(self._details, self._needles)

    def _on_submitted(self, slot: Slot, value: str) -> None:
        self.sections[slot].show_trouble(None)
        self._edits.save_text(self._key(slot), value)

    def _on_cancelled(self, slot: Slot) -> None:
        self._edits.discard(self._key(slot))
        self.sections[slot].show_trouble(None)

    def _on_revert_requested(self, slot: Slot) -> None:
        self._edits.revert_text(self._key(slot))


def _languages(details: PaperDetails) -> tuple[str, ...]:
    """Those that the paper was translated into, in the order in which they are offered everywhere."""
    there = {text.language for text in details.texts} - {ORIGINAL, ""}
    known = [language.code for language in LANGUAGES if language.code in there]
    return (*known, *sorted(there.difference(known)))
