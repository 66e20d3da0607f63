"""The bar in which a person types what to find in the open paper."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QToolButton

from desktop.domain.text_finding import Wanted
from desktop.ui.assets import icon
from desktop.ui.library.labels import ElidedLabel
from desktop.ui.reader.text.find import MOST_HITS, FindInDocument
from desktop.ui.reader.text.view_bar import ViewBar
from desktop.ui.theme import theme
from desktop.ui.tokens import ICON
from desktop.ui.wording import number

_FIELD = 80
"""Pixels at 100 % that the field has at least."""


class FindBar(ViewBar):
    """Tells what is wanted, and shows how the search goes."""

    wanted_changed = Signal(object)  # Wanted
    step_wanted = Signal(int)
    list_wanted = Signal()
    """Show all hits in a list."""
    closed = Signal()

    def __init__(self, view: QAbstractScrollArea, find: FindInDocument) -> None:
        super().__init__(view)
        self._find = find
        self.field = QLineEdit()
        self.field.setMinimumWidth(theme().scaled(_FIELD))
        self.field.setPlaceholderText(self.tr("Find in this paper"))
        self.field.setAccessibleName(self.tr("Find in this paper"))
        self.field.textEdited.connect(self._on_changed)
        self.field.installEventFilter(self)
        self.count = ElidedLabel("muted")
        self.row.addWidget(self.field, 1)
        self.row.addWidget(self.count)
        self.setAccessibleName(self.tr("Find"))
        self.previous = self._button("chevron-up", self.tr("Previous hit"))
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next = self._button("chevron-down", self.tr("Next hit"))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.match_case = self._switch("Aa", self.tr("Match case"))
        self.whole_words = self._switch("“ab”", self.tr("Whole words"))
        self.list = self._button("contents", self.tr("List all hits"))
        self.list.clicked.connect(self.list_wanted)
        self.close_button = self._button("close", self.tr("Close"))
        self.close_button.clicked.connect(self.go)
        for signal in (find.began, find.current_changed, find.progressed):
            signal.connect(self._show_state)
        self._show_state()

    @property
    def wanted(self) -> Wanted:
        """What is typed."""
        return Wanted(self.field.text(), self.match_case.isChecked(), self.whole_words.isChecked())

    def ask(self, text: str = "") -> None:
        """Come, with this text if there is one, and let a person type."""
        self.come()
        if text and text != self.field.text():
            with QSignalBlocker(self.field):
                self.field.setText(text)
            self._on_changed()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def go(self) -> None:
        """Close."""
        if not self.isHidden():
            super().go()
            self.closed.emit()

    def _button(self, image: str, name: str) -> QToolButton:
        button = QToolButton()
        if image:
            side = theme().scaled(ICON)
            button.setIcon(icon(image))
            button.setIconSize(QSize(side, side))
        button.setAccessibleName(name)
        button.setToolTip(name)
        self.row.addWidget(button)
        return button

    def _switch(self, text: str, name: str) -> QToolButton:
        button = self._button("", name)
        button.setText(text)
        button.setCheckable(True)
        button.toggled.connect(self._on_changed)
        return button

    def _on_changed(self) -> None:
        self.wanted_changed.emit(self.wanted)

    def _show_state(self) -> None:
        found = bool(self._find.hits)
        self.previous.setEnabled(found)
        self.next.setEnabled(found)
        self.list.setEnabled(found)
        self.count.setText(self._state())

    def _state(self) -> str:
        find = self._find
        if not find.wanted.text.strip():
            return ""
        if find.hits:
            return self._count()
        if not find.done:
            return self.tr("Page {page} of {pages}…").format(page=number(find.searched), pages=number(find.page_count))
        if find.unread:
            return self.tr("Not found, but not every page can be read")
        if not find.has_words:
            return self.tr("No text in this PDF: its pages are pictures")
        return self.tr("Not found")

    def _count(self) -> str:
        find = self._find
        more = "" if find.done and len(find.hits) < MOST_HITS and not find.unread else "+"
        hits = number(len(find.hits)) + more
        if find.current < 0:
            return hits
        return self.tr("{hit} of {hits}").format(hit=number(find.current + 1), hits=hits)

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field goes to the next hit, with Shift to the previous one."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_wanted.emit(-1 if back else 1)
                return True
            return False
        return super().eventFilter(watched, event)
