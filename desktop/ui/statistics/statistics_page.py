"""The page that tells how a person's reading goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import Changes
from desktop.domain.plot import Plot
from desktop.domain.reading_list import Status
from desktop.domain.statistics import Period, ReadingFigures
from desktop.ui import wording
from desktop.ui.events import LibraryEvents
from desktop.ui.library.labels import plain_label
from desktop.ui.session import Session
from desktop.ui.statistics.export import StatisticsExport
from desktop.ui.statistics.plot_card import PlotCard
from desktop.ui.statistics.plots import over_time, present
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import GROUP_GAP, PANE_PADDING
from desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_WIDE = 860
"""Pixels at 100 % from which on plots of what there is now stand beside each other."""
_OVER_TIME = 2
"""The first cards, as wide as the page."""
_CARDS = 6


class StatisticsPage(QWidget):
    """Counts anew whenever it is seen and the library changed."""

    query_wanted = Signal(str)
    """A person wants to see the papers that this finds."""
    add_wanted = Signal()
    left = Signal()

    def __init__(self, services: "LibraryServices", tasks: TaskRunner, events: LibraryEvents, session: Session) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._figures: ReadingFigures | None = None
        self.export = StatisticsExport(services, tasks, session, self)
        self.period = QComboBox()
        self.as_tables = QPushButton()
        self.cards = [PlotCard() for _ in range(_CARDS)]
        self.empty = EmptyState()
        self._summary = plain_label("muted", wraps=True)
        self._grid = QGridLayout()
        self._columns = 0
        self._content = QWidget()
        self._scroll = QScrollArea()
        self._stack = QStackedWidget()
        self._lay_out()
        self.period.currentIndexChanged.connect(self._show)
        self.as_tables.toggled.connect(self._show_tables)
        self.empty.acted.connect(self.add_wanted)
        for card in self.cards:
            card.chosen.connect(self.query_wanted)
        events.changed.connect(self._on_changed)
        theme().changed.connect(self._arrange)

    @property
    def plots(self) -> tuple[Plot, ...]:
        """What is shown."""
        return tuple(card.view.plot for card in self.cards)

    def refresh(self) -> None:
        """Count the library."""
        services = self._services
        self._tasks.run_latest(
            "statistics", Lane.DB, lambda: services.statistics.figures(), owner=self, done=self._on_counted
        )

    def _lay_out(self) -> None:
        look = theme()
        for period, words in (
            (Period.QUARTER, self.tr("Last 3 months")),
            (Period.YEAR, self.tr("Last year")),
            (Period.ALL, self.tr("All time")),
        ):
            self.period.addItem(words, period)
        self.period.setAccessibleName(self.tr("Period"))
        self.as_tables.setText(self.tr("As tables"))
        self.as_tables.setCheckable(True)
        self.empty.tell("no-work", self.tr("Counting …"))
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        for widget in (self.period, self.as_tables, self.export.button):
            head.addWidget(widget)
        head.setSpacing(look.space(2))
        column = QVBoxLayout(self._content)
        side = look.space(PANE_PADDING)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(look.space(GROUP_GAP))
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._arrange()

    def _arrange(self) -> None:
        """One column where the page is narrow, else two."""
        columns = 2 if self.width() >= theme().scaled(_WIDE) else 1
        self._grid.setSpacing(theme().space(GROUP_GAP))
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            if number < _OVER_TIME or columns == 1:
                self._grid.addWidget(card, number, 0, 1, columns)
            else:
                self._grid.addWidget(card, _OVER_TIME + (number - _OVER_TIME) // 2, number % 2)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def _on_counted(self, figures: ReadingFigures) -> None:
        self._figures = figures
        self._show()

    def _show(self) -> None:
        figures = self._figures
        if figures is None:
            return
        if not figures.papers and not figures.added:
            words = self.tr("Here your reading is told in figures, once there are papers in the library.")
            self.empty.tell("no-papers", words, self.tr("Add papers…"))
            self._stack.setCurrentWidget(self.empty)
        else:
            waited = self.empty.hasFocus()
            self._stack.setCurrentWidget(self._scroll)
            if waited:
                self.setFocus()
        self._summary.setText(
            self.tr("{papers}: {read} read, {inbox} in the inbox").format(
                papers=wording.papers(figures.papers),
                read=wording.number(figures.statuses.get(Status.READ, 0)),
                inbox=wording.number(figures.statuses.get(Status.INBOX, 0)),
            )
        )
        plots = (*over_time(figures, Period(self.period.currentData())), *present(figures))
        for card, plot in zip(self.cards, plots, strict=True):
            card.show_plot(plot)
            card.show_table(self.as_tables.isChecked())
        self.export.plots = plots

    def _show_tables(self, wanted: bool) -> None:
        for card in self.cards:
            card.show_table(wanted)

    def _on_changed(self, _: Changes) -> None:
        if self.isVisible():
            self.refresh()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the choice of the period."""
        (self.period if self._stack.currentWidget() is self._scroll else self.empty).setFocus()
        super().focusInEvent(event)
