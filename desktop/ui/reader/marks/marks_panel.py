"""The panel at the left that lists the marks of the paper: filter, jump, edit, recolour, delete."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.mark import Mark, MarkKind
from desktop.ui import wording
from desktop.ui.library.labels import link_button
from desktop.ui.mark_words import kind_name
from desktop.ui.reader.marks.color_dots import ColorDots
from desktop.ui.reader.marks.color_names import ColorNames
from desktop.ui.reader.marks.edit_session import EditSession
from desktop.ui.reader.marks.mark_making import now_ms
from desktop.ui.reader.marks.mark_pictures import MarkPictures
from desktop.ui.reader.marks.mark_row_delegate import MarkRowDelegate
from desktop.ui.reader.marks.marks_list_model import Index, MarkFilter, MarksListModel
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.reader.marks.plain_editor import PlainEditor
from desktop.ui.reader.pages.document import Document
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState

_Trigger = QAbstractItemView.EditTrigger


class MarksList(QListView):
    """A click or Enter jumps, F2 or a double click edits the comment."""

    jumped = Signal(object)
    """To this mark (Mark), to go on reading there."""
    shown = Signal(object)
    """This mark (Mark) became the current one by the keyboard or a click."""

    def __init__(self, model: MarksListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = model
        self.offered: Callable[[], list[QAction]] = list
        """What can be done with the selected marks."""
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Trigger.EditKeyPressed | _Trigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    @property
    def selected(self) -> list[Mark]:
        """The marks that are selected, in the order of the list."""
        return [self._marks.mark(index) for index in sorted(self.selectedIndexes(), key=QModelIndex.row)]

    # Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.shown.emit(self._marks.mark(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # the height of a row depends on its width

    def event(self, event: QEvent) -> bool:
        """In the list F2 is for the comment, not for the paper."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid())
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.jumped.emit(self._marks.mark(current))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selectedIndexes():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.offered())
            menu.popup(event.globalPos())


class MarksPanel(QWidget):
    """Made when it is first shown."""

    carry_wanted = Signal()
    """Marks of another version are to be carried over."""

    def __init__(self, model: MarksModel, document: Document, pictures: MarkPictures, names: ColorNames) -> None:
        super().__init__()
        self._marks = model
        self._names = names
        self._rows = MarksListModel(model, self)
        self._session = EditSession(model, self)
        self.list = MarksList(self._rows)
        delegate = MarkRowDelegate(document.page_label, pictures.get, self._unplaced_words, self.list)
        self.list.setItemDelegate(delegate)
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.dots = ColorDots()
        self.kinds = QComboBox()
        self.tags = QComboBox()
        self._carry = link_button()
        self._elsewhere = 0
        self._empty = EmptyState()
        self._lay_out()
        delegate.comment_typed.connect(self._on_comment_typed)
        delegate.typing_ended.connect(self._session.end)
        pictures.arrived.connect(self._rows.picture_came)
        model.changed.connect(self._on_marks_changed)
        names.changed.connect(self._on_names)
        self.text.textChanged.connect(self._filter)
        self.dots.chosen.connect(self._filter)
        self.kinds.activated.connect(self._filter)
        self.tags.activated.connect(self._filter)
        self._carry.clicked.connect(self.carry_wanted)
        self._retranslate()

    def _lay_out(self) -> None:
        look = theme()
        head = QVBoxLayout()
        head.setContentsMargins(look.space(2), 0, look.space(2), look.space())
        head.setSpacing(look.space())
        head.addWidget(self.text)
        head.addWidget(self.dots, alignment=Qt.AlignmentFlag.AlignLeft)
        for choice in (self.kinds, self.tags):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            head.addWidget(choice)
        head.addWidget(self._carry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        self.setFocusProxy(self.list)

    def show_all(self) -> None:
        """List the marks without any filter."""
        self.text.clear()
        self.dots.show_colors(frozenset())
        self.kinds.setCurrentIndex(0)
        self.tags.setCurrentIndex(0)
        self._filter()

    def show_chosen(self, mark: str) -> None:
        """Make that mark the current one, where it is listed and the person does not go through the list."""
        index = self._rows.index_of(mark)
        if index.isValid() and not self.list.hasFocus():
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)

    def show_elsewhere(self, count: int) -> None:
        """Offer to carry over so many marks of another version; 0 offers nothing."""
        self._elsewhere = count
        carry = self.tr("Carry over {marks}…").format(marks=wording.marks(count))
        self._carry.setText(carry)
        self._carry.setVisible(count > 0)

    def flush(self) -> None:
        """Store what is being typed."""
        for editor in self.list.findChildren(PlainEditor):
            editor.flush()
        self._session.end()

    def _filter(self) -> None:
        kind = self.kinds.currentData()  # Qt makes a plain text of it
        wanted = MarkFilter(
            self.text.text(), self.dots.checked, self.tags.currentData() or "", MarkKind(kind) if kind else None
        )
        self._rows.use_filter(wanted)
        self._show_empty()

    def _on_comment_typed(self, name: str, text: str) -> None:
        mark = self._marks.find(name)
        if mark is not None:
            self._session.change(mark, replace(mark, comment=text, changed_at_ms=now_ms()))

    def _on_marks_changed(self) -> None:
        known = [self.tags.itemData(row) for row in range(1, self.tags.count())]
        if known != sorted(self._marks.tags()):
            self._fill_tags()
        self._show_empty()

    def _on_names(self) -> None:
        self.dots.set_names(self._names.names)

    def _fill_tags(self) -> None:
        chosen = self.tags.currentData()
        self.tags.clear()
        self.tags.addItem(self.tr("All tags"), "")
        for tag in sorted(self._marks.tags()):
            self.tags.addItem(tag, tag)
        self.tags.setCurrentIndex(max(self.tags.findData(chosen), 0))
        self.tags.setVisible(self.tags.count() > 1)

    def _fill_kinds(self) -> None:
        chosen = self.kinds.currentData()
        self.kinds.clear()
        self.kinds.addItem(self.tr("All kinds"), None)
        for kind in MarkKind:
            self.kinds.addItem(kind_name(kind), kind)
        self.kinds.setCurrentIndex(max(self.kinds.findData(chosen), 0))

    def _show_empty(self) -> None:
        some = self._rows.rowCount() > 0
        self.list.setVisible(some)
        self._empty.setVisible(not some)
        if self._rows.filtered:
            self._empty.tell("nothing-found", self.tr("No mark fits the filter."))
        else:
            words = self.tr("Select text and press Alt+1, or choose a colour in the small bar beside it.")
            self._empty.tell("no-selection", words)

    def _unplaced_words(self) -> str:
        return self.tr(
            "Not found in this version. The page is that of the other version. "
            "Select the text here and choose “Place at selected text”, or delete the mark."
        )

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Marks"))
        self.list.setAccessibleName(self.tr("Marks"))
        self.text.setPlaceholderText(self.tr("Filter marks"))
        self.text.setAccessibleName(self.tr("Filter marks"))
        self.kinds.setAccessibleName(self.tr("Kind of mark"))
        self.tags.setAccessibleName(self.tr("Tag"))
        self.show_elsewhere(self._elsewhere)
        self._fill_kinds()
        self._fill_tags()
        self._on_names()
        self._show_empty()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.list.setFocus()
