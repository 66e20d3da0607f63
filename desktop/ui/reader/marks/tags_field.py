"""Tags in one line, with what is in use already offered while they are typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_SEPARATORS = str.maketrans({"，": ",", "、": ",", ";": ",", "；": ",", "\n": ",", "\u2029": ","})

_OF_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in a line: separated by commas, each once, in order."""
    parts = (" ".join(part.split()).lstrip("#") for part in text.translate(_SEPARATORS).split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


class TagsField(QLineEdit):
    """Emits `edited` when the person has finished with it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        completer = self._completer = _LastTagCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.editingFinished.connect(self.edited)
        self._retranslate()

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these."""
        self.setText(", ".join(tags))

    def offer(self, known: Sequence[str]) -> None:
        """Offer these tags as one types, but for those that stand there."""
        self._known.setStringList([tag for tag in known if tag not in self.tags])

    @property
    def tags(self) -> tuple[str, ...]:
        """What is typed."""
        return tags_of(self.text())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Tags"))
        self.setPlaceholderText(self.tr("Tags, separated by commas"))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        offered = self._completer.popup()
        if offered is not None and offered.isVisible() and event.key() in _OF_THE_LIST:
            event.ignore()  # the list of tags takes it
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _LastTagCompleter(QCompleter):
    """Completes the tag behind the last comma."""

    # Qt

    def splitPath(self, path: str) -> list[str]:
        return [path.translate(_SEPARATORS).rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        field = self.widget()
        assert isinstance(field, QLineEdit)
        earlier = tags_of(field.text().translate(_SEPARATORS).rpartition(",")[0])
        return ", ".join((*earlier, super().pathFromIndex(index)))
