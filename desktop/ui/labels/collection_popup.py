"""Ctrl+Shift+K: papers in hand into collections and out of them, each with one Enter."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import CollectionId
from desktop.domain.labels import MAX_NAME, Collection, label_key, tidy_name
from desktop.ui.labels.choice_popup import Choice, ChoicePopup
from desktop.ui.labels.tag_popup import share

_BETWEEN = " › "


class CollectionPopup(ChoicePopup):
    """The tree of collections; while one types, those that fit, with what they lie in."""

    collected = Signal(object, bool)
    """A CollectionId, and whether papers are put there or taken out."""
    made = Signal(str)
    """A new collection of that name is wanted for the papers."""

    def __init__(self, papers: int, title: str, over: QWidget) -> None:
        super().__init__(title, self.tr("Type a collection"), self._choices, over)
        self._papers = papers
        self._collections: Sequence[Collection] = ()
        self._having: dict[CollectionId, int] = {}
        self.field.setMaxLength(MAX_NAME)
        self.taken.connect(self._toggle)
        self.set_nothing(self.tr("No collections yet. Type a name, then Enter."))

    def show_collections(self, collections: Sequence[Collection], having: Mapping[CollectionId, int]) -> None:
        """Show all collections, parents before children, and how many of the papers are in each."""
        self._collections = collections
        self._having = dict(having)
        self.refresh()

    def _choices(self, typed: str) -> list[Choice]:
        wanted, paths, rows = label_key(typed), dict[CollectionId, tuple[str, ...]](), []
        for one in self._collections:
            above = paths[one.parent] if one.parent is not None else ()
            paths[one.id] = (*above, one.name)
            if wanted in label_key(one.name):
                name = _BETWEEN.join(paths[one.id]) if typed else one.name
                state = share(self._having.get(one.id, 0), self._papers)
                rows.append(Choice(one.id, name, depth=0 if typed else len(above), state=state))
        new = tidy_name(typed)
        if new and all(label_key(one.name) != wanted for one in self._collections):
            rows.append(Choice(new, self.tr("New collection “{name}”").format(name=new)))
        return rows

    def _toggle(self, key: CollectionId | str) -> None:
        if isinstance(key, str):
            self.made.emit(key)
        else:
            put = self._having.get(key, 0) < self._papers
            self._having[key] = self._papers if put else 0
            self.collected.emit(key, put)
        self.field.clear()
        self.refresh()
