"""The strip of the details: status, star, priority, due date, tags and collections of a paper."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.domain.ids import CollectionId
from desktop.domain.paper import PaperDetails
from desktop.domain.reading_list import Priority
from desktop.ui.actions import ActionId
from desktop.ui.assets import icon
from desktop.ui.commands import Commands
from desktop.ui.library.chips import Chip, ChipLabel, Chips
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.reading_words import PRIORITY_COLORS, STATUS_ICONS, due_words, overdue, priority_name, status_name
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON, Color

Id = ActionId
_STATUS = (Id.STATUS_INBOX, Id.STATUS_QUEUED, Id.STATUS_READING, Id.READ_UNREAD, Id.STATUS_ARCHIVED)
_PRIORITY = (Id.PRIORITY_0, Id.PRIORITY_1, Id.PRIORITY_2, Id.PRIORITY_3)


class ReadingStrip(QWidget):
    """What is chosen here goes through the window's actions, which work on the selected paper."""

    tag_followed = Signal(str)
    tag_removed = Signal(str)
    collection_followed = Signal(object)  # CollectionId
    collection_removed = Signal(object)  # CollectionId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: PaperDetails | None = None
        self.status = self._button(beside=True)
        self.star = self._button()
        self.priority = self._button()
        self.due = self._button(beside=True)
        self.add_tag = self._button()
        self.add_to_collection = self._button()
        self._tags, self._collections = Chips(self), Chips(self)
        self._given, self._filed = QWidget(self), QWidget(self)
        self._rows = (FlowLayout(self._given), FlowLayout(self._filed))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for button in (self.status, self.star, self.priority, self.due):
            self._rows[0].addWidget(button)
        for button in (self.add_tag, self.add_to_collection):
            self._rows[1].addWidget(button)
        column.addWidget(self._given)
        column.addWidget(self._filed)
        theme().changed.connect(self._apply_scale)
        self._apply_scale()

    def bind(self, commands: Commands) -> None:
        """Let the buttons do what the window's actions do."""
        for button, names in ((self.status, _STATUS), (self.priority, _PRIORITY)):
            menu = QMenu(button)
            menu.addActions([commands[name] for name in names])
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        clicks = {
            self.star: Id.STAR,
            self.due: Id.DUE,
            self.add_tag: Id.TAGS,
            self.add_to_collection: Id.COLLECT,
        }
        for button, name in clicks.items():
            button.clicked.connect(commands[name].trigger)

    def show_details(self, details: PaperDetails) -> None:
        """Show what a person gave this paper."""
        self._details = details
        row = details.row
        self.setEnabled(not row.trashed)
        self._say(self.status, STATUS_ICONS[row.status], status_name(row.status), self.tr("Status: {value}"))
        star, words = ("star-filled", self.tr("Starred")) if row.starred else ("star", self.tr("Not starred"))
        self._say(self.star, star, words, color=Color.ACCENT if row.starred else Color.TEXT_MUTED)
        flag = PRIORITY_COLORS.get(row.priority, Color.LINE_STRONG)
        self._say(self.priority, "priority", priority_name(Priority(row.priority)), color=flag)
        due = due_words(row) or self.tr("No due date")
        self._say(self.due, "due", due, self.tr("Due date: {value}"), Color.WARN if overdue(row) else Color.TEXT_MUTED)
        self.due.setText(due_words(row))
        self._say(self.add_tag, "tag", self.tr("Tags…"))
        self._say(self.add_to_collection, "folder", self.tr("Collections…"))
        self._show_chips(details)

    def retranslate(self) -> None:
        """Take the words from the present language."""
        if self._details is not None:
            self.show_details(self._details)

    def _show_chips(self, details: PaperDetails) -> None:
        follow, remove = self.tr("Show papers with the tag “{name}”"), self.tr("Take the tag “{name}” off")
        tags = [
            ChipLabel(tag.name, tag.name, tag.color, follow.format(name=tag.name), remove.format(name=tag.name))
            for tag in details.row.tags
        ]
        follow, remove = self.tr("Show the collection “{name}”"), self.tr("Take out of the collection “{name}”")
        collections = [
            ChipLabel(found.id, found.name, 0, follow.format(name=found.name), remove.format(name=found.name))
            for found in details.collections
        ]
        for chip in self._tags.show_labels(tags):
            chip.followed.connect(self._follow_tag)
            chip.removed.connect(self._remove_tag)
        for chip in self._collections.show_labels(collections):
            chip.followed.connect(self._follow_collection)
            chip.removed.connect(self._remove_collection)
        self._arrange((self.add_tag, *self._tags, self.add_to_collection, *self._collections))

    def _arrange(self, widgets: "tuple[QToolButton | Chip, ...]") -> None:
        """Set the row anew where a chip was made; the keyboard goes through it in this order."""
        layout = self._rows[1]
        if layout.count() == len(widgets):
            return
        while layout.takeAt(0) is not None:
            pass
        for widget in widgets:
            layout.addWidget(widget)
        layout.invalidate()

    def _follow_tag(self, key: object) -> None:
        self.tag_followed.emit(str(key))

    def _remove_tag(self, key: object) -> None:
        self.tag_removed.emit(str(key))

    def _follow_collection(self, key: CollectionId) -> None:
        self.collection_followed.emit(key)

    def _remove_collection(self, key: CollectionId) -> None:
        self.collection_removed.emit(key)

    def _button(self, *, beside: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if beside:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _say(
        self, button: QToolButton, image: str, words: str, spoken: str = "{value}", color: Color = Color.TEXT_MUTED
    ) -> None:
        button.setIcon(icon(image, color))
        button.setText(words)
        button.setToolTip(spoken.format(value=words))
        button.setAccessibleName(spoken.format(value=words))

    def _apply_scale(self) -> None:
        side = theme().scaled(ICON)
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(side, side))
        for layout in self._rows:
            layout.setSpacing(theme().space())

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
