"""Find a command by its name and run it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui import tokens
from desktop.ui.actions import ACTIONS, ActionId
from desktop.ui.commands import Commands
from desktop.ui.theme import theme

_ACTION = Qt.ItemDataRole.UserRole
_FOUND_BY = _ACTION + 1
"""Its name in the language of the window, its key, and its English name: manuals and colleagues call it so."""
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CommandPalette(QDialog):
    """Lists what can be done now. Typing narrows it down, Enter does it, Escape leaves."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        look = theme()
        self.setWindowTitle(self.tr("Find a command"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Command"))
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self._nothing = QLabel(self.tr("No action is called so."))
        self._nothing.setProperty("kind", "muted")
        self._list = QListWidget()
        side = look.scaled(tokens.ICON)
        self._list.setIconSize(QSize(side, side))
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setProperty("kind", "menu")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(self._run)
        for entry in ACTIONS:
            if commands[entry.id].isEnabled() and entry.id is not ActionId.PALETTE:
                self._add(commands[entry.id], entry.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.space(2),) * 4)
        layout.addWidget(self.field)
        layout.addWidget(self._nothing)
        layout.addWidget(self._list)
        self.resize(look.scaled(440), look.scaled(380))
        self.field.setFocus()
        self._narrow("")

    @property
    def shown(self) -> list[str]:
        """The commands that fit what was typed."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return [item.text() for item in items if not item.isHidden()]

    def _add(self, action: QAction, english: str) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = action.text().replace("&", "").rstrip("…")
        item = QListWidgetItem(self._icon_of(action), f"{name}    {keys}" if keys else name, self._list)
        item.setData(_ACTION, action)
        item.setData(_FOUND_BY, f"{item.text()} {english.replace('&', '')}".casefold())

    def _icon_of(self, action: QAction) -> QIcon:
        """The icon, or an empty one, so that all names stand in one line."""
        if not action.icon().isNull():
            return action.icon()
        nothing = QPixmap(self._list.iconSize())
        nothing.fill(Qt.GlobalColor.transparent)
        return QIcon(nothing)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        fitting = []
        for row in range(self._list.count()):
            item = self._list.item(row)
            fits = all(word in item.data(_FOUND_BY) for word in words)
            item.setHidden(not fits)
            if fits:
                fitting.append(item)
        self._nothing.setVisible(not fitting)
        # Who types “trash” wants to go there, not to empty it.
        begun = (item for item in fitting if item.text().casefold().startswith(" ".join(words)))
        best = next(begun, fitting[0] if fitting else None)
        self._list.setCurrentItem(best)  # type: ignore[arg-type]  # None clears, which the stub does not know

    def _run(self, _: object = None) -> None:
        item = self._list.currentItem()
        self.close()
        if item is not None:
            action: QAction = item.data(_ACTION)
            action.trigger()

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while the field has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
            self._list.event(QKeyEvent(event.type(), event.key(), event.modifiers()))
            return True
        return False
