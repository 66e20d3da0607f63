"""A plot with its title, what it says in words, its legend, and its figures as a table."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.domain.plot import Plot
from desktop.ui.library.labels import plain_label
from desktop.ui.statistics.plot_painter import legend, paint_legend, plot_metrics
from desktop.ui.statistics.plot_table import PlotTable
from desktop.ui.statistics.plot_view import PlotView
from desktop.ui.theme import theme
from desktop.ui.tokens import PANE_PADDING


class PlotCard(QFrame):
    """Shows one plot, as bars or as a table."""

    chosen = Signal(str)
    """A person wants to see what this query finds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PlotView()
        self.table: PlotTable | None = None
        """Made once it is wanted."""
        self._title = plain_label("section")
        self._words = plain_label("muted", wraps=True)
        self._legend = _Legend()
        self.setProperty("kind", "card")
        self._layout = QVBoxLayout(self)
        for widget in (self._title, self._words, self._legend, self.view):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        self.view.told.connect(self._tell)
        self.view.chosen.connect(self.chosen)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()

    def show_plot(self, plot: Plot) -> None:
        """Show this one."""
        self.view.show_plot(plot)
        if self.table is not None:
            self.table.show_plot(plot)
        self._legend.show_plot(plot)
        self._title.setText(plot.title)
        self._tell("")

    def show_table(self, wanted: bool) -> None:
        """Show the figures as a table, or as bars."""
        if wanted and self.table is None:
            self.table = PlotTable()
            self.table.show_plot(self.view.plot)
            self._layout.insertWidget(self._layout.indexOf(self.view), self.table)
        self.view.setHidden(wanted)
        self._legend.setHidden(wanted or len(self.view.plot.series) < 2)
        if self.table is not None:
            self.table.setVisible(wanted)

    def _tell(self, figures: str) -> None:
        """The figures of a bar stand where else the note does: nothing moves."""
        words = figures or self.view.plot.note
        self._words.setProperty("kind", "strong" if figures else "muted")
        self._words.style().polish(self._words)
        self._words.setText(words or "\N{NO-BREAK SPACE}")

    def _apply_spacing(self) -> None:
        side = theme().space(PANE_PADDING)
        self._layout.setContentsMargins(side, side, side, side)
        self._layout.setSpacing(theme().space())


class _Legend(QWidget):
    """The series of a plot that has several."""

    def __init__(self) -> None:
        super().__init__()
        self._plot = Plot("", "", (), ())

    def show_plot(self, plot: Plot) -> None:
        """Name the series of this one."""
        self._plot = plot
        self.setVisible(bool(legend(plot)))
        self.updateGeometry()
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(0, round(plot_metrics().height()) + theme().space())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_legend(QPainter(self), QRectF(self.rect()), self._plot)
