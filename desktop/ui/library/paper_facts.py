"""The editable facts of the details: authors on lines of their own, the others in one line."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.paper import Fact, PaperDetails
from desktop.domain.search_marks import Needles
from desktop.ui.failures import failure_words
from desktop.ui.library.authors_field import AuthorsField
from desktop.ui.library.facts_line import FactsLine, fact_values
from desktop.ui.library.labels import plain_label
from desktop.ui.library.paper_edits import FactKey, PaperEdits


class PaperFacts(QObject):
    """Shows and saves facts. What was refused stays open, with the reason below."""

    link_followed = Signal(str)

    def __init__(self, edits: PaperEdits, parent: QObject) -> None:
        super().__init__(parent)
        self._edits = edits
        self._details: PaperDetails | None = None
        self._needles = Needles()
        self.authors = AuthorsField("")
        self.line = FactsLine()
        self.trouble = plain_label("bad", wraps=True)
        self.authors.submitted.connect(lambda value: self._save(Fact.AUTHORS, value))
        self.authors.cancelled.connect(lambda: self._give_up(Fact.AUTHORS))
        self.line.submitted.connect(self._save)
        self.line.cancelled.connect(self._give_up)
        self.line.link_followed.connect(self.link_followed)
        self.retranslate()

    def show_facts(self, details: PaperDetails, needles: Needles) -> None:
        """Show the facts of a paper; what is being typed about the same paper stays open."""
        same = self._details is not None and self._details.row.id == details.row.id
        self._details, self._needles = details, needles
        if not (same and self.authors.editing):
            self.authors.show_text(fact_values(details)[Fact.AUTHORS], needles)
        self.line.show_facts(details)
        self._show_drafts()

    def show_refusal(self, key: FactKey) -> None:
        """Open a fact again that could not be saved, if it is of the paper shown."""
        if self._details is not None and key.paper == self._details.row.id:
            self.show_facts(self._details, self._needles)

    def finish(self) -> None:
        """End every edit and save it."""
        self.authors.finish()
        for field in self.line.fields.values():
            field.edit.finish()

    def retranslate(self) -> None:
        """Take the words from the present language."""
        self.authors.setAccessibleName(self.tr("Authors"))
        self.authors.setPlaceholderText(self.tr("Add authors"))
        self.line.retranslate()

    def _show_drafts(self) -> None:
        assert self._details is not None
        words = ""
        for fact in Fact:
            draft = self._edits.draft(FactKey(self._details.row.id, fact))
            if draft is None or draft.error is None:
                continue
            words = failure_words(draft.error).text
            if fact is Fact.AUTHORS and not self.authors.editing:
                self.authors.begin_edit(draft.value)
            elif fact is not Fact.AUTHORS and not self.line.fields[fact].edit.editing:
                self.line.fields[fact].setVisible(True)
                self.line.fields[fact].begin_edit(draft.value)
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _save(self, fact: Fact, value: str) -> None:
        if self._details is not None:
            self.trouble.hide()
            self._edits.save_fact(FactKey(self._details.row.id, fact), value)

    def _give_up(self, fact: Fact) -> None:
        if self._details is not None:
            self._edits.discard(FactKey(self._details.row.id, fact))
            self.trouble.hide()
