"""The list of downloads: how far all is, each PDF with what can be done about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.fetching import Move
from desktop.domain.ids import FetchId
from desktop.services.library import LibraryServices
from desktop.ui.assets import icon
from desktop.ui.downloads.downloads_list import DownloadsList
from desktop.ui.downloads.downloads_model import DownloadsModel
from desktop.ui.fetching.fetch_orders import FetchOrders
from desktop.ui.fetching.fetch_state import DownloadRow, download_rows, now_ms
from desktop.ui.fetching.fetch_words import asking_words, status_words
from desktop.ui.fetching.fetcher import Fetcher
from desktop.ui.fetching.row_state import RowState
from desktop.ui.library.action_row import ActionRow
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState

KEYS = {
    "pause": "Space",
    "retry": "F5",
    "cancel": "Del",
    "top": "Ctrl+Home",
    "up": "Ctrl+Up",
    "down": "Ctrl+Down",
    "open": "Ctrl+Return",
    "show": "Ctrl+L",
}
"""What can be done with rows, and its key in the list. Enter does the likeliest of the last two."""
_TICK_MS = 1000
_RUNNING = frozenset({RowState.LOADING, RowState.WAITING, RowState.RETRYING})
_COMING = _RUNNING | {RowState.PAUSED}


class DownloadsPage(QWidget):
    """Shows the queue of one library. What is ordered here is done by the Fetcher."""

    paper_wanted = Signal(object)  # PaperId
    file_wanted = Signal(object, str)  # PaperId, sha256 of the PDF that is to be read

    def __init__(self, services: LibraryServices, fetcher: Fetcher, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fetcher = fetcher
        self._orders = FetchOrders(services, fetcher)
        self.model = DownloadsModel(self)
        self.list = DownloadsList(self.model)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self.pause_all = QPushButton(self.tr("Pause downloads"))
        self.pause_all.setCheckable(True)
        self.pause_all.setAutoDefault(False)
        self._questions = plain_label("muted", wraps=True)
        self._cancel_questions = link_button(self.tr("Ask no more"))
        self._detail = plain_label("muted", wraps=True)
        self._clear = link_button(self.tr("Clear what is done"))
        self._forget = link_button(self.tr("Clear what failed"))
        self._forget.setToolTip(self.tr("Nothing of it is tried again; the papers stay"))
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self.actions_of_rows: dict[str, QAction] = {}
        self._cancelled_at: int | None = None
        """Where the selected rows stood that are about to go: what comes there is selected then."""
        self._make_actions()
        self._set_up_list()
        self._lay_out()
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._connect()
        self._refresh()

    def selected(self) -> list[DownloadRow]:
        """The selected rows, in order."""
        ranges = sorted((chosen.top(), chosen.bottom()) for chosen in self.list.selectionModel().selection().toList())
        return [row for first, last in ranges for row in self.model.rows[first : last + 1]]

    # Widgets

    def _make_actions(self) -> None:
        orders: dict[str, tuple[str, str, Callable[[], None]]] = {
            "pause": (self.tr("Pause"), "pause", self._on_pause),
            "retry": (self.tr("Try again"), "retry", self._on_retry),
            "cancel": (self.tr("Cancel"), "cancel", self._on_cancel),
            "top": (self.tr("Top"), "to-top", partial(self._on_move, Move.TOP)),
            "up": (self.tr("Up"), "chevron-up", partial(self._on_move, Move.UP)),
            "down": (self.tr("Down"), "chevron-down", partial(self._on_move, Move.DOWN)),
            "open": (self.tr("Open PDF"), "pdf", self._on_open),
            "show": (self.tr("Show paper"), "papers", self._on_show),
        }
        for name, (text, image, act) in orders.items():
            action = QAction(icon(image), text, self)
            action.setShortcut(QKeySequence(KEYS[name]))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.list.addAction(action)
            self.actions_of_rows[name] = action
            self._name(name, text)

    def _name(self, name: str, text: str) -> None:
        action = self.actions_of_rows[name]
        action.setText(text)
        action.setToolTip(f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")

    def _set_up_list(self) -> None:
        self.list.setAccessibleName(self.tr("Downloads"))
        self.list.setProperty("kind", "framed")

    def _lay_out(self) -> None:
        look = theme()
        head = QHBoxLayout()
        head.setSpacing(look.space(3))
        head.addWidget(self._words, 1)
        head.addWidget(self._forget)
        head.addWidget(self._clear)
        head.addWidget(self.pause_all)
        questions = QHBoxLayout()
        questions.setSpacing(look.space(2))
        questions.addWidget(self._questions, 1)
        questions.addWidget(self._cancel_questions)
        rows = ActionRow()
        rows.set_actions(list(self.actions_of_rows.values()))
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Room for two lines, so that nothing jumps when another row is selected.
        self._detail.setMinimumHeight(2 * self._detail.fontMetrics().lineSpacing() + look.space())
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("All downloads"))
        self._bar.setRange(0, 1000)
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.space(2))
        for widget in (self.list, self._detail, rows):
            inside.addWidget(widget, 1 if widget is self.list else 0)
        self._empty.tell("no-work", self.tr("No PDF is to come. Select papers and press Ctrl+D to download theirs."))
        self._stack.addWidget(self._empty)
        self._stack.addWidget(listed)
        column = QVBoxLayout(self)
        column.setSpacing(look.space(2))
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(questions)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.pause_all.toggled.connect(self._fetcher.pause_all)
        self._cancel_questions.clicked.connect(self._orders.cancel_questions)
        self._clear.clicked.connect(self._fetcher.forget_finished)
        self._forget.clicked.connect(self._on_forget)
        self.list.activated.connect(self._on_activated)
        self.list.selectionModel().selectionChanged.connect(self._show_selected)
        self._fetcher.queue_changed.connect(self._refresh)
        self._fetcher.progressed.connect(self._on_progressed)

    # What is shown

    def _refresh(self) -> None:
        fetcher = self._fetcher
        rows = download_rows(fetcher.stands, fetcher.loading.fetch, fetcher.finished)
        self.model.show(rows, fetcher.loading)
        self._stack.setCurrentIndex(1 if rows else 0)
        self._clear.setVisible(bool(fetcher.finished))
        self._forget.setVisible(bool(fetcher.stands.failed))
        self.pause_all.blockSignals(True)
        self.pause_all.setChecked(fetcher.paused)
        self.pause_all.blockSignals(False)
        self._select_after_cancelled()
        if rows and not self.list.currentIndex().isValid():
            self.list.selectionModel().setCurrentIndex(self.model.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._ticking.start() if fetcher.stands.retry is not None else self._ticking.stop()
        self._show_words()
        self._show_selected()

    def _select_after_cancelled(self) -> None:
        at, last = self._cancelled_at, len(self.model.rows) - 1
        if at is not None and not self.list.selectionModel().hasSelection():
            self._cancelled_at = None
            self.list.selectRow(min(at, last))

    def _on_progressed(self) -> None:
        self.model.show_progress(self._fetcher.loading)
        self._show_words()

    def _tick(self) -> None:
        self.model.tick()
        self._show_words()
        self._show_selected()

    def _show_words(self) -> None:
        view = self._fetcher.overview()
        words = status_words(view, now_ms(), paused=self._fetcher.paused)
        self._words.setText(words or self.tr("Everything has come."))
        self._bar.setValue(round(1000 * view.share))
        self._bar.setVisible(view.waiting > 0)
        self._questions.setText(asking_words(view.papers) if view.papers else "")
        for widget in (self._questions, self._cancel_questions):
            widget.setVisible(view.papers > 0)

    def _show_selected(self) -> None:
        rows = self.selected()
        states = {row.state for row in rows}
        held = bool(states) and not states & _RUNNING and RowState.PAUSED in states
        actions = self.actions_of_rows
        self._name("pause", self.tr("Resume") if held else self.tr("Pause"))
        # What failed does not run any more: there is nothing to cancel.
        gone = states - {RowState.DONE} == {RowState.FAILED}
        self._name("cancel", self.tr("Dismiss") if gone else self.tr("Cancel"))
        actions["pause"].setIcon(icon("play" if held else "pause"))
        able = {
            "pause": bool(states & _COMING),
            "retry": bool(states & {RowState.FAILED, RowState.RETRYING}),
            "cancel": bool(states - {RowState.DONE}),
            "open": len(rows) == 1 and RowState.DONE in states,
            "show": len(rows) == 1,
        }
        able |= dict.fromkeys(("top", "up", "down"), bool(states & _COMING))
        for name, enabled in able.items():
            actions[name].setEnabled(enabled)
        self._detail.setText(self.model.words(rows[0]) if len(rows) == 1 else "")

    # Orders

    def _ids(self, states: frozenset[RowState]) -> list[FetchId]:
        return [row.fetch.id for row in self.selected() if row.state in states]

    def _on_pause(self) -> None:
        if running := self._ids(_RUNNING):
            self._orders.pause(running)
        elif held := self._ids(frozenset({RowState.PAUSED})):
            self._orders.resume(held)

    def _on_retry(self) -> None:
        self._orders.retry(self._ids(frozenset({RowState.FAILED, RowState.RETRYING})))

    def _on_cancel(self) -> None:
        ranges = self.list.selectionModel().selection().toList()
        self._cancelled_at = min((chosen.top() for chosen in ranges), default=None)
        self._orders.cancel(self._ids(_COMING | {RowState.FAILED}))

    def _on_forget(self) -> None:
        self._orders.cancel([row.fetch.id for row in self.model.rows if row.state is RowState.FAILED])

    def _on_move(self, where: Move) -> None:
        self._orders.move(self._ids(_COMING), where)

    def _on_open(self) -> None:
        for row in self.selected()[:1]:
            if row.file is not None:
                self.file_wanted.emit(row.fetch.paper, row.file.sha256)

    def _on_show(self) -> None:
        for row in self.selected()[:1]:
            self.paper_wanted.emit(row.fetch.paper)

    def _on_activated(self) -> None:
        (self._on_open if any(row.file for row in self.selected()) else self._on_show)()
