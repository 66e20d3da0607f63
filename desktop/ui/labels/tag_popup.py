"""T: tags on the papers in hand and off them, each with one Enter."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import TagId
from desktop.domain.labels import MAX_NAME, Tag, label_key, ranked_tags, tag_name
from desktop.ui.labels.choice_popup import Choice, ChoicePopup

_SEPARATORS = re.compile("[,，、;；\n]")
_SHOWN = 100
"""Rows; who has more tags types."""


def share(having: int, papers: int) -> Qt.CheckState:
    """Whether all, some or none of so many papers have it."""
    if not having:
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if having >= papers else Qt.CheckState.PartiallyChecked


class TagPopup(ChoicePopup):
    """The tags of the papers stand first, then the most used. A comma gives the tag that is typed, Enter the marked
    one, or takes it off where all papers have it. Each is a step of its own; the popup stays for more."""

    tagged = Signal(str, bool)
    """The name of a tag, and whether it is given or taken off."""

    def __init__(self, papers: int, title: str, over: QWidget) -> None:
        super().__init__(title, self.tr("Type a tag; “/” puts one below another"), self._choices, over)
        self._papers = papers
        self._tags: Sequence[Tag] = ()
        self._having: dict[str, int] = {}
        self._first: frozenset[str] = frozenset()
        """Keys of the tags that the papers had when it was opened: rows do not run away while one works."""
        self.field.setMaxLength(MAX_NAME)
        self.field.textEdited.connect(self._on_edited)
        self.taken.connect(self._toggle)
        self.set_nothing(self.tr("No tags yet. Type a name, then Enter."))

    def show_tags(self, tags: Sequence[Tag], having: Mapping[TagId, int]) -> None:
        """Show all tags of the library, and how many of the papers have each."""
        self._tags = tags
        self._having = {label_key(tag.name): having.get(tag.id, 0) for tag in tags}
        self._first |= {key for key, count in self._having.items() if count}
        self.refresh()

    def _choices(self, typed: str) -> list[Choice]:
        ranked = ranked_tags(self._tags, typed)
        if not typed:
            ranked = sorted(ranked, key=lambda tag: label_key(tag.name) not in self._first)
        rows = [
            Choice(
                tag.name, tag.name, state=share(self._having.get(label_key(tag.name), 0), self._papers), color=tag.color
            )
            for tag in ranked[:_SHOWN]
        ]
        new = tag_name(typed)
        if new and label_key(new) not in self._having:
            rows.append(Choice(new, self.tr("New tag “{name}”").format(name=new), color=0))
        elif new:  # the very tag that is typed comes before those that are more used
            rows.sort(key=lambda row: label_key(str(row.key)) != label_key(new))
        return rows

    def _on_edited(self, text: str) -> None:
        *whole, rest = _SEPARATORS.split(text)
        for name in filter(None, map(tag_name, whole)):
            self._give(name)
        if whole:
            self.field.setText(rest.lstrip())

    def _toggle(self, name: str) -> None:
        if self._having.get(label_key(name), 0) >= self._papers:
            self._having[label_key(name)] = 0
            self.tagged.emit(name, False)
        else:
            self._give(name)
        self.field.clear()
        self.refresh()

    def _give(self, name: str) -> None:
        self._having[label_key(name)] = self._papers
        self.tagged.emit(name, True)
