"""The list of texts: how far the model is, what stopped it, and the texts that could not be written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.latex_text import readable
from desktop.domain.model_texts import TextWish
from desktop.ui.assets import icon
from desktop.ui.library.action_row import ActionRow
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.theme import theme
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.writing.failures_model import FailuresModel
from desktop.ui.writing.model_failures import model_failure
from desktop.ui.writing.writer import Writer
from desktop.ui.writing.writing_view import WritingState, WritingView
from desktop.ui.writing.writing_words import status_words

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

KEYS = {"retry": "F5", "forget": "Del", "show": "Ctrl+L"}
"""What can be done with rows, and its key in the list; Enter shows the paper, where the text can be typed."""
_TICK_MS = 1000
_SHARES = 1000
_GOES_ON = (WritingState.OFFERED, WritingState.PAUSED, WritingState.RETRYING, WritingState.STOPPED)


class TextsPage(QWidget):
    """What is ordered here is done by the Writer."""

    paper_wanted = Signal(object)  # PaperId
    settings_wanted = Signal()

    def __init__(self, services: "LibraryServices", writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._writer = writer
        self.model = FailuresModel(self)
        self.list = QTreeView()
        self.words = plain_label("", wraps=True)
        self.trouble = plain_label("warn", wraps=True)
        self._bar = QProgressBar()
        self.go_on = QPushButton(self.tr("Go on"))
        self.pause = QPushButton(self.tr("Pause"))
        self.forget = link_button(self.tr("Forget them"))
        self.settings = link_button(self.tr("Settings…"))
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self.actions_of_rows: dict[str, QAction] = {}
        self._make_actions()
        self._set_up_list()
        self._lay_out()
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._refresh)
        self._connect()
        self._refresh()

    def selected(self) -> list[TextWish]:
        """The selected rows, in order."""
        return [self.model.rows[index.row()] for index in sorted(self.list.selectionModel().selectedRows())]

    # Widgets

    def _make_actions(self) -> None:
        orders: dict[str, tuple[str, str, Callable[[], None]]] = {
            "retry": (self.tr("Try again"), "retry", self._on_retry),
            "forget": (self.tr("Dismiss"), "cancel", self._on_dismiss),
            "show": (self.tr("Show paper"), "papers", self._on_show),
        }
        for name, (text, image, act) in orders.items():
            action = QAction(icon(image), text, self)
            action.setShortcut(QKeySequence(KEYS[name]))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setToolTip(f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
            action.triggered.connect(act)
            self.list.addAction(action)
            self.actions_of_rows[name] = action

    def _set_up_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setProperty("kind", "framed")
        self.list.setAccessibleName(self.tr("Texts that could not be written"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.list.header()
        header.setStretchLastSection(False)
        for column, mode in enumerate(
            (QHeaderView.ResizeMode.Stretch, *(QHeaderView.ResizeMode.ResizeToContents,) * 2)
        ):
            header.setSectionResizeMode(column, mode)

    def _lay_out(self) -> None:
        look = theme()
        head, below = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(look.space(3))
        head.addWidget(self.words, 1)
        for button in (self.forget, self.pause, self.go_on):
            button.setAutoDefault(False)
            head.addWidget(button)
        self.settings.setAutoDefault(False)
        below.addWidget(self.trouble, 1)
        below.addWidget(self.settings)
        rows = ActionRow()
        rows.set_actions(list(self.actions_of_rows.values()))
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("All texts"))
        self._bar.setRange(0, _SHARES)
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.space(2))
        inside.addWidget(plain_label("badge", self.tr("Could not be written")))
        inside.addWidget(self.list, 1)
        inside.addWidget(rows)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(listed)
        column = QVBoxLayout(self)
        column.setSpacing(look.space(2))
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(below)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._writer.changed.connect(self._refresh)
        self.go_on.clicked.connect(self._on_go_on)
        self.pause.clicked.connect(lambda: self._writer.pause(True))
        self.forget.clicked.connect(self._on_forget)
        self.settings.clicked.connect(self.settings_wanted)
        self.list.activated.connect(self._on_show)
        self.list.selectionModel().selectionChanged.connect(self._show_able)
        self.model.modelReset.connect(self._show_able)

    # What is shown

    def _refresh(self) -> None:
        view = self._writer.view
        self.words.setText(self._state_words(view))
        self._bar.setVisible(view.pending.wanted > 0)
        self._bar.setValue(round(_SHARES * view.share))
        self.go_on.setVisible(view.state in _GOES_ON)
        self.pause.setVisible(view.state in (WritingState.WRITING, WritingState.RETRYING))
        self.forget.setVisible(view.pending.wanted > 0)
        self.trouble.setText(self._trouble_words(view))
        self.trouble.setVisible(bool(self.trouble.text()))
        self.settings.setVisible(view.state is WritingState.UNABLE or view.trouble is not None)
        self.model.show(view.pending.failed)
        self._stack.setCurrentIndex(1 if view.pending.failed else 0)
        self._empty.tell("no-work", self._empty_words(view))
        self._ticking.start() if view.waits_until_ms else self._ticking.stop()

    def _state_words(self, view: WritingView) -> str:
        if view.state is WritingState.IDLE:
            return self.tr("No text waits to be written.")
        words = status_words(view)
        return f"{words} · {readable(view.title)}" if view.title and view.state is WritingState.WRITING else words

    def _trouble_words(self, view: WritingView) -> str:
        if view.state is WritingState.UNABLE:
            return self.tr("No language model is chosen, or nobody has allowed to send it anything.")
        url = self._writer.url
        return model_failure(view.trouble, url, writing=True).text if view.trouble is not None else ""

    def _empty_words(self, view: WritingView) -> str:
        if view.pending.wanted:
            return self.tr("Texts appear in the list of papers one by one. Those that cannot be written stand here.")
        return self.tr("Select papers and press Ctrl+Alt+T to have titles, abstracts and summaries written.")

    def _show_able(self) -> None:
        rows = self.selected()
        for name in ("retry", "forget"):
            self.actions_of_rows[name].setEnabled(bool(rows))
        self.actions_of_rows["show"].setEnabled(len(rows) == 1)

    # Orders

    def _on_go_on(self) -> None:
        self._writer.pause(False)

    def _on_forget(self) -> None:
        services = self._services
        self._writer.order(lambda: services.summarising.forget())

    def _on_retry(self) -> None:
        services, rows = self._services, self.selected()
        if rows:
            self._writer.order(lambda: services.summarising.retry(rows), begins=True)

    def _on_dismiss(self) -> None:
        services, rows = self._services, self.selected()
        if rows:
            self._writer.order(lambda: services.summarising.forget(rows))

    def _on_show(self) -> None:
        for wish in self.selected()[:1]:
            self.paper_wanted.emit(wish.paper)
