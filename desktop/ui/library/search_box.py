"""The search box: every key searches, Esc clears, fields are offered with what they look for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QTreeView, QWidget

from desktop.ui.assets import icon
from desktop.ui.theme import theme
from desktop.ui.tokens import Color

if TYPE_CHECKING:
    from desktop.domain.query_parser import NameInText
    from desktop.ui.library.search_suggestions import Suggestion

_TEXT = Qt.ItemDataRole.UserRole


class SearchBox(QLineEdit):
    """`query_changed(text, typing)`: typing is True while keys are pressed, False after Enter, Esc or a choice."""

    query_changed = Signal(str, bool)
    results_wanted = Signal()
    """Down was pressed below the words, or Enter: the person goes on in the table."""
    names_wanted = Signal(str, str)
    """A name is being typed behind that field: `offer_names` is called once names are known."""
    hint_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = ""
        """Why words of the search find nothing; empty if no reason is known."""
        self._history: list[str] = []
        self._wanted: NameInText | None = None
        self._offers = QStandardItemModel(0, 2, self)
        self._popup = QTreeView()
        self._completer = self._make_completer()
        self.addAction(QAction(icon("search", Color.TEXT_MUTED), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("close", Color.TEXT_MUTED), "", self)
        self._clear.triggered.connect(self.clear_query)
        self._hint = QAction(icon("warn", Color.WARN), "", self)
        self.addAction(self._hint, QLineEdit.ActionPosition.TrailingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._show_signs)
        self._show_signs()
        self._retranslate()

    def set_query(self, text: str) -> None:
        """Show that search without sending it."""
        self.setText(text)
        self._close_offers()

    def look_for(self, text: str) -> None:
        """Search for that, as if a person had typed all of it."""
        self.set_query(text)
        self.query_changed.emit(text, False)

    def clear_query(self) -> None:
        """Search for nothing."""
        self._wanted = None
        self._remember()
        self.clear()
        self.query_changed.emit("", False)

    def history(self) -> list[str]:
        """Searches made before, the latest first; for the settings file."""
        return list(self._history)

    def set_history(self, history: Sequence[str]) -> None:
        """Put back what `history` gave."""
        self._history = []
        for query in reversed(history):
            self._put_first(query)

    def _put_first(self, query: str) -> None:
        from desktop.ui.library.search_suggestions import remembered

        self._history = remembered(self._history, query)

    def offer(self) -> None:
        """Show what may follow the words left of the cursor."""
        from desktop.domain.query_parser import name_being_typed  # 5 ms, with what is offered, once somebody types
        from desktop.ui.library.search_suggestions import suggestions

        text = self.text()[: self.cursorPosition()]
        self._wanted = name_being_typed(text)
        if self._wanted is not None:
            if not self._wanted.name:
                self._popup.hide()  # with the fields
            self.names_wanted.emit(self._wanted.field, self._wanted.name)
            return
        chinese = QLocale().language() is QLocale.Language.Chinese
        self._show_offers(suggestions(text, self._history, chinese=chinese))

    def offer_names(self, field: str, typed: str, names: Sequence[str]) -> None:
        """Show names for what was typed behind that field, if it is still being typed."""
        from desktop.ui.library.search_suggestions import name_suggestions

        wanted = self._wanted
        if wanted is not None and (wanted.field, wanted.name) == (field, typed):
            self._show_offers(name_suggestions(self.text()[: self.cursorPosition()], wanted, names))

    def set_hint(self, text: str) -> None:
        """Tell beside the words why they find nothing."""
        if self.hint != text:
            self.hint = text
            self._hint.setToolTip(text)
            self._show_signs()
            self._describe()
            self.hint_changed.emit(text)

    def _show_signs(self) -> None:
        """Beside an empty box nothing warns: what a saved search lacks is told where its papers would stand."""
        typed = bool(self.text())
        self._clear.setVisible(typed)
        self._hint.setVisible(typed and bool(self.hint))

    def _show_offers(self, found: "Sequence[Suggestion]") -> None:
        self._offers.removeRows(0, self._offers.rowCount())
        for suggestion in found:
            label, words = QStandardItem(suggestion.label), QStandardItem(suggestion.words)
            label.setData(suggestion.text, _TEXT)
            label.setData(f"{suggestion.label} {suggestion.words}", Qt.ItemDataRole.AccessibleTextRole)
            words.setForeground(theme().color(Color.TEXT_MUTED))
            self._offers.appendRow([label, words])
        if not found:
            self._popup.hide()
            return
        self._popup.resizeColumnToContents(0)
        self._completer.complete()
        self._popup.setCurrentIndex(QModelIndex())  # Enter belongs to the search until a row is chosen

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(16)
        completer.setWidget(self)
        popup = self._popup
        popup.setRootIsDecorated(False)
        popup.setHeaderHidden(True)
        popup.setUniformRowHeights(True)
        popup.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setProperty("kind", "suggestions")
        completer.setPopup(popup)
        completer.setCompletionRole(_TEXT)
        completer.activated.connect(self._on_chosen)
        return completer

    def _on_text_edited(self, text: str) -> None:
        self.query_changed.emit(text, True)
        if text.strip():
            self.offer()
        else:
            self._close_offers()

    def _close_offers(self) -> None:
        self._wanted = None
        self._popup.hide()

    def _on_chosen(self, text: str) -> None:
        rest = self.text()[self.cursorPosition() :]
        self.setText(f"{text}{rest}")
        self.setCursorPosition(len(text))
        self.query_changed.emit(self.text(), False)
        self._wanted = None
        if text.endswith(":"):  # a field: its values are next, once the list of fields is closed
            QTimer.singleShot(0, self, self.offer)

    def _remember(self) -> None:
        self._put_first(self.text())

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search titles, abstracts, notes …"))
        self.setAccessibleName(self.tr("Search"))
        self._describe()
        self._clear.setToolTip(self.tr("Clear the search"))

    def _describe(self) -> None:
        usual = self.tr("Results appear in the table while you type. Down offers fields and earlier searches.")
        self.setAccessibleDescription(self.hint or usual)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._popup.isVisible() and (key == Qt.Key.Key_Escape or self._popup.currentIndex().isValid()):
            super().keyPressEvent(event)  # the list takes Enter and Esc
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear_query()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close_offers()
            self._remember()
            self.query_changed.emit(self.text(), False)
            self.results_wanted.emit()
        elif key == Qt.Key.Key_Down and not self.text().strip():
            self.offer()
        elif key == Qt.Key.Key_Down:
            self._remember()
            self.results_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._wanted = None
            self._remember()
        super().focusOutEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text; files are dropped to be imported, so they go on to the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
