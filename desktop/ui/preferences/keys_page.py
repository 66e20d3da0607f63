"""Settings: the keys of the actions."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.actions import ACTIONS, Action, ActionId, may_share_a_key
from desktop.ui.commands import KEY_SEPARATOR, keys_of
from desktop.ui.theme import theme

_ID = 0x0100  # Qt.ItemDataRole.UserRole
_BY_ID = {entry.id: entry for entry in ACTIONS}


class KeysPage(QWidget):
    """Choose an action, press its new key. A key that another action has is not taken, and that is said."""

    changed = Signal(object)
    """The keys that differ from the usual ones, by action."""

    def __init__(self, chosen: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = dict(chosen)
        self._list = QTreeWidget()
        self._list.setProperty("kind", "framed")
        self._list.setAccessibleName(self.tr("Actions and keys"))
        self._list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        for entry in ACTIONS:
            item = QTreeWidgetItem([entry.label.rstrip("…"), ""])
            item.setData(0, _ID, entry.id)
            self._list.addTopLevelItem(item)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Find an action"))
        self._filter.setAccessibleName(self.tr("Find an action"))
        self._filter.textChanged.connect(self._on_filter)
        self._edit = QKeySequenceEdit()
        self._edit.setMaximumSequenceLength(1)
        self._edit.setAccessibleName(self.tr("New key"))
        self._edit.editingFinished.connect(self._on_edited)
        self._usual = QPushButton(self.tr("Usual keys"))
        self._usual.clicked.connect(self._on_usual)
        self._none = QPushButton(self.tr("No key"))
        self._none.clicked.connect(lambda: self._set(""))
        self._message = QLabel()
        self._message.setProperty("kind", "warn")
        self._message.setWordWrap(True)
        self._lay_out()
        self._refresh()
        self._list.setCurrentIndex(self._list.model().index(0, 0))

    def _lay_out(self) -> None:
        look = theme()
        row = QHBoxLayout()
        row.setSpacing(look.space(2))
        label = QLabel(self.tr("New key"))
        label.setBuddy(self._edit)
        for widget in (label, self._edit, self._none, self._usual):
            row.addWidget(widget)
        for button in (self._none, self._usual):
            button.setAutoDefault(False)  # Enter in the filter shall press none of them
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.space(5),) * 4)
        column.setSpacing(look.space(2))
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        column.addWidget(self._message)

    def _current(self) -> Action | None:
        item = self._list.currentItem()
        return _BY_ID[ActionId(item.data(0, _ID))] if item is not None else None

    def _refresh(self) -> None:
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            assert item is not None
            entry = _BY_ID[ActionId(item.data(0, _ID))]
            item.setText(1, "   ".join(_native(key) for key in keys_of(entry, self._chosen)))

    def _set(self, keys: str) -> None:
        entry = self._current()
        if entry is not None:
            self._chosen[entry.id.value] = keys
            if keys == KEY_SEPARATOR.join(entry.shortcuts):
                del self._chosen[entry.id.value]
            self._refresh()
            self._message.clear()
            self.changed.emit(dict(self._chosen))

    def _on_current_changed(self) -> None:
        self._edit.clear()
        self._message.clear()

    def _on_edited(self) -> None:
        key = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        entry = self._current()
        if not key or entry is None:
            return
        holder = next((other for other in self._rivals(entry) if key in keys_of(other, self._chosen)), None)
        if holder is not None:
            text = self.tr("{key} belongs to “{action}”. Take it away there first.")
            self._message.setText(text.format(key=_native(key), action=holder.label.rstrip("…")))
            self._edit.clear()
        else:
            self._set(key)

    @staticmethod
    def _rivals(entry: Action) -> list[Action]:
        """The other actions that may be there at the same time."""
        others = (other for other in ACTIONS if other is not entry)
        return [other for other in others if not may_share_a_key(entry, other)]

    def _on_usual(self) -> None:
        entry = self._current()
        if entry is None:
            return
        taken = {key for other in self._rivals(entry) for key in keys_of(other, self._chosen)}
        if taken & set(entry.shortcuts):
            self._message.setText(self.tr("Another action has the usual key now. Take it away there first."))
            return
        self._set(KEY_SEPARATOR.join(entry.shortcuts))

    def _on_filter(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            assert item is not None
            item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
