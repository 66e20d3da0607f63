"""Ctrl+Alt+A: the papers in hand into a digest, with one Enter."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import OwnDigestId
from desktop.domain.labels import MAX_NAME, label_key, tidy_name
from desktop.domain.listing import OwnDigestSummary
from desktop.ui.labels.choice_popup import Choice, ChoicePopup
from desktop.ui.wording import papers


class AddToDigestPopup(ChoicePopup):
    """The digest made last stands first; while one types, those that fit, and a new one of that name."""

    digest_taken = Signal(object, str)
    """The papers go into this digest (OwnDigestId), and its name."""
    made = Signal(str)
    """A new digest of that name is wanted for the papers."""

    def __init__(self, title: str, over: QWidget) -> None:
        super().__init__(title, self.tr("Type a digest"), self._choices, over)
        self._digests: Sequence[OwnDigestSummary] = ()
        self.field.setMaxLength(MAX_NAME)
        self.taken.connect(self._take_digest)
        self.set_nothing(self.tr("No digests yet. Type a name, then Enter."))

    def show_digests(self, digests: Sequence[OwnDigestSummary]) -> None:
        """Offer these."""
        self._digests = digests
        self.refresh()
        if digests and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _choices(self, typed: str) -> list[Choice]:
        wanted = label_key(typed)
        rows = [
            Choice(one.id, self.tr("{name}: {papers}").format(name=one.name, papers=papers(one.papers)))
            for one in self._digests
            if wanted in label_key(one.name)
        ]
        new = tidy_name(typed)
        if new and all(label_key(one.name) != wanted for one in self._digests):
            rows.append(Choice(new, self.tr("New digest “{name}”").format(name=new)))
        return rows

    def _take_digest(self, key: OwnDigestId | str) -> None:
        self.close()
        if isinstance(key, str):
            self.made.emit(key)
        else:
            self.digest_taken.emit(key, next(one.name for one in self._digests if one.id == key))
