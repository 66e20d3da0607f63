"""What is being fetched from arXiv for a paper, and what could not be: one line each, with what can be done."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import Reason
from desktop.domain.fetching import Fetch
from desktop.ui import tokens
from desktop.ui.assets import icon_pixmap
from desktop.ui.fetching.fetch_state import Loading, now_ms, state_of
from desktop.ui.fetching.fetch_words import line_words
from desktop.ui.fetching.row_state import ICONS, RowState
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.library.paper_wishes import Wish
from desktop.ui.theme import theme

_TICK_MS = 1000


class FetchLines(QWidget):
    """Shows the wishes of one paper."""

    wished = Signal(object, object)  # Wish, FetchId
    edit_wanted = Signal()
    """The arXiv id is to be corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fetches: tuple[Fetch, ...] = ()
        self._withdrawn = False
        self._loading = Loading()
        self._lines: list[_FetchLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self._refresh)

    def show_fetches(self, fetches: tuple[Fetch, ...], *, withdrawn: bool) -> None:
        """Show these; `withdrawn`: the paper was taken back."""
        self._fetches, self._withdrawn = fetches, withdrawn
        while len(self._lines) > len(fetches):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(fetches):
            line = _FetchLine(self)
            line.wished.connect(self.wished)
            line.edit_wanted.connect(self.edit_wanted)
            self._layout.addWidget(line)
            self._lines.append(line)
        self.setVisible(bool(fetches))
        self._refresh()

    def show_loading(self, loading: Loading) -> None:
        """Something is being downloaded; it may be for this paper."""
        self._loading = loading
        if self._fetches:
            self._refresh()

    def _refresh(self) -> None:
        now = now_ms()
        states = [state_of(fetch, now, self._loading.fetch) for fetch in self._fetches]
        for line, fetch, state in zip(self._lines, self._fetches, states, strict=True):
            line.show_fetch(fetch, state, self._loading)
            line.tell(line_words(fetch, state, self._loading, now, withdrawn=self._withdrawn))
        if RowState.RETRYING in states:
            self._ticking.start()
        else:
            self._ticking.stop()


class _FetchLine(QFrame):
    wished = Signal(object, object)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "callout")
        self._fetch: Fetch | None = None
        self._icon = QLabel(self)
        self._words = plain_label("muted", wraps=True, parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._buttons: dict[Wish, QPushButton] = {}
        row = QWidget(self)
        flow = FlowLayout(row)
        flow.setSpacing(theme().space(3))
        self._edit = link_button(self.tr("Edit the id"), row)
        self._edit.clicked.connect(self.edit_wanted)
        flow.addWidget(self._edit)
        names = {Wish.RETRY: self.tr("Try again"), Wish.RESUME: self.tr("Resume"), Wish.CANCEL: self.tr("Cancel")}
        for wish, name in names.items():
            button = self._buttons[wish] = link_button(name, row)
            button.clicked.connect(partial(self._on_clicked, wish))
            flow.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(theme().space())
        for widget in (self._words, self._bar, row):
            column.addWidget(widget)
        layout = QHBoxLayout(self)
        inset = tokens.FOCUS_WIDTH + theme().space()
        layout.setContentsMargins(inset, theme().space(2), inset, theme().space(2))
        layout.setSpacing(theme().space(2))
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)

    def tell(self, words: str) -> None:
        """How that stands, in words."""
        self._words.setText(words)

    def show_fetch(self, fetch: Fetch, state: RowState, loading: Loading) -> None:
        """Show how that stands."""
        self._fetch = fetch
        name, color = ICONS[state]
        side = theme().scaled(tokens.ICON)
        self._icon.setPixmap(icon_pixmap(name, side, color, self.devicePixelRatioF()))
        comes = state is RowState.LOADING
        self._bar.setVisible(comes)
        self._bar.setRange(0, 1000 if loading.progress.total else 0)
        if loading.progress.total:
            self._bar.setValue(1000 * loading.progress.done // loading.progress.total)
        self._edit.setVisible(fetch.reason is Reason.NOT_ON_ARXIV and state is RowState.FAILED)
        self._buttons[Wish.RETRY].setVisible(state in (RowState.FAILED, RowState.RETRYING))
        self._buttons[Wish.RESUME].setVisible(state is RowState.PAUSED)
        # What failed does not run any more: there is nothing to cancel.
        self._buttons[Wish.CANCEL].setText(self.tr("Dismiss") if state is RowState.FAILED else self.tr("Cancel"))

    def _on_clicked(self, wish: Wish) -> None:
        if self._fetch is not None:
            self.wished.emit(wish, self._fetch.id)
