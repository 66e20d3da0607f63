"""A line to type into over a list that narrows down: Enter takes what is marked."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.ui.labels.popup import Popup
from desktop.ui.library.labels import plain_label
from desktop.ui.mark_colors import dot_icon
from desktop.ui.theme import theme
from desktop.ui.tokens import MARK_DOT

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_FEW = 4
"""Rows for which there is always room."""
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the list."""

    key: Hashable
    text: str
    depth: int = 0
    """How many levels it stands below the top of its tree."""
    state: Qt.CheckState | None = None
    """Whether all, some or none of the papers have it; None where that means nothing."""
    color: int | None = None
    """1 to 8 as the colours of marks, 0 for none; None leaves no room for one."""


Offer = Callable[[str], Sequence[Choice]]
"""The rows for what is typed, the best first."""


class ChoicePopup(Popup):
    """Typing narrows the list down, arrows move in it, Enter or a click takes a row, Esc closes. Enter with nothing
    typed and no row marked closes it, too."""

    taken = Signal(object)
    """The key of the row that was taken."""

    def __init__(self, title: str, hint: str, offer: Offer, over: QWidget) -> None:
        super().__init__(title, over)
        self._offer = offer
        self._ready = False
        self._rows = _FEW
        """The most that were offered: it grows with them, and does not shrink while a person types."""
        self._early: list[str] = []
        """What was typed and entered before there was anything to choose from."""
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setProperty("kind", "menu")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemClicked.connect(self._take)
        self._nothing = plain_label("muted", wraps=True)
        self._nothing.hide()
        for widget in (self.field, self._nothing, self.list):
            self.column.addWidget(widget)

    def set_nothing(self, words: str) -> None:
        """Say this where there is nothing to choose."""
        self._nothing.setText(words)

    def refresh(self) -> None:
        """Show what is offered now; the marked row stays marked. What was entered early is done."""
        self._ready = True
        marked = self._marked()
        self._fill(self.field.text().strip())
        self._place()
        if marked is not None:
            self._mark(marked)
        early, self._early = self._early, []
        for typed in early:
            if choices := self._offer(typed):
                self.taken.emit(choices[0].key)

    @property
    def shown(self) -> list[str]:
        """The texts of the rows."""
        return [self.list.item(row).text().strip() for row in range(self.list.count())]

    def wanted_height(self, highest: int) -> int:
        """As high as its rows, so that few of them leave no empty room."""
        row = max(self.list.sizeHintForRow(0), theme().space(6))
        around = self.sizeHint().height() - self.list.sizeHint().height()
        return min(highest, around + (self._rows + 1) * row)

    def _fill(self, typed: str) -> None:
        choices = self._offer(typed)
        self.list.clear()
        side = theme().scaled(MARK_DOT)
        self.list.setIconSize(QSize(side, side))
        for choice in choices:
            item = QListWidgetItem("\N{EM SPACE}" * 2 * choice.depth + choice.text, self.list)
            item.setData(_KEY, choice.key)
            if choice.color is not None:
                item.setIcon(_dot(choice.color, side))
            if choice.state is not None:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setCheckState(choice.state)
        self._nothing.setVisible(not choices and self._ready)
        self._rows = max(self._rows, len(choices))

    def _marked(self) -> Hashable | None:
        key: Hashable | None = self.list.currentIndex().data(_KEY)
        return key

    def _mark(self, key: Hashable) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)

    def _on_typed(self, text: str) -> None:
        self._fill(text.strip())
        if text.strip() and self.list.count():
            self.list.setCurrentRow(0)

    def _enter(self) -> None:
        typed = self.field.text().strip()
        if not self._ready and typed:
            self._early.append(typed)
            self.field.clear()
        elif self.list.currentRow() >= 0:
            self._take(self.list.currentItem())
        elif not typed:
            self.close()

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(_KEY))

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while the field has the keyboard; Enter takes what is marked there."""
        if watched is not self.field:
            return super().eventFilter(watched, event)
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return True
        if event.key() in _MOVES:
            self.list.event(QKeyEvent(event.type(), event.key(), event.modifiers()))
            return True
        return False


def _dot(color: int, side: int) -> QIcon:
    """The colour of a tag; an empty place for none, so that all names stand in one line."""
    if color:
        return dot_icon(color)
    nothing = QPixmap(side, side)
    nothing.fill(Qt.GlobalColor.transparent)
    return QIcon(nothing)
