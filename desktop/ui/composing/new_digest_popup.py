"""Ctrl+Alt+N: what a new digest is made of. Enter or the F-key of a row makes it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.labels import MAX_NAME, tidy_name
from desktop.domain.own_digest import MadeOfKind
from desktop.ui.composing.digest_sources import MOST, Source, within_reach
from desktop.ui.labels.choice_popup import Choice, ChoicePopup
from desktop.ui.wording import number, papers

_F_KEYS = tuple(Qt.Key(Qt.Key.Key_F1.value + place) for place in range(12))


class NewDigestPopup(ChoicePopup):
    """While one types, the sources whose name fits, and an empty digest of that name."""

    source_taken = Signal(object, str)
    """What it is made of (Source), and its name; empty for the usual one."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("NewDigestPopup", "New digest from…"),
            QCoreApplication.translate("NewDigestPopup", "Type a collection, a feed, or a name for an empty digest"),
            self._choices,
            over,
        )
        self.field.setMaxLength(MAX_NAME)
        self._sources: Sequence[Source] = ()
        self.taken.connect(self._take_source)

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Offer these; the first one is marked."""
        self._sources = sources
        self.refresh()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _choices(self, typed: str) -> list[Choice]:
        if not self._sources:
            return []
        named = [(place, self._words(source)) for place, source in enumerate(self._sources)]
        fitting = [(place, words) for place, words in named if typed.casefold() in words.casefold()]
        rows = [
            Choice(place, f"F{row + 1}  {words}" if row < len(_F_KEYS) else words)
            for row, (place, words) in enumerate(fitting)
        ]
        if name := tidy_name(typed):
            rows.append(Choice(name, self.tr("An empty digest “{name}”").format(name=name)))
        return rows

    def _words(self, source: Source) -> str:
        made_of, count = source.made_of, papers(len(source.papers))
        if not source.papers:
            return self.tr("An empty digest")
        texts = {
            MadeOfKind.SELECTION: self.tr("The selection: {papers}"),
            MadeOfKind.LISTING: self.tr("{name}: {papers}"),
            MadeOfKind.FEED_DAY: self.tr("{name}, {day}: {papers}"),
            MadeOfKind.READ_LATELY: self.tr("What I read this week: {papers}"),
        }
        name = made_of.name or made_of.query or self.tr("This list")
        text = texts[made_of.kind].format(name=name, day=made_of.day, papers=count)
        if within_reach(source.papers):
            return text
        return self.tr("{source} (a digest holds {count} at most)").format(source=text, count=number(MOST))

    def _take_source(self, key: int | str) -> None:
        if isinstance(key, str):
            self._make(self._sources[-1], key)
        else:
            self._make(self._sources[key], "")

    def _make(self, source: Source, name: str) -> None:
        if within_reach(source.papers):
            self.close()
            self.source_taken.emit(source, name)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F-keys take the row that names them, whatever they mean to the window."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() in _F_KEYS:
            row = _F_KEYS.index(Qt.Key(event.key()))
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and row < self.list.count():
                self._take(self.list.item(row))
                return True
        return super().eventFilter(watched, event)
