"""The eight colours side by side, to choose one."""

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop.domain.mark import COLORS
from desktop.ui.mark_colors import color_name, paint_dot
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, MARK_DOT, Color


class ColorDot(QAbstractButton):
    """One colour. Checked, it has a ring; with the keyboard, the ring of focus."""

    def __init__(self, color: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = color
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().changed.connect(self.updateGeometry)

    # Qt

    def sizeHint(self) -> QSize:
        side = theme().scaled(MARK_DOT) + 4 * FOCUS_WIDTH
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, look = QRectF(self.rect()), theme()
        if self.hasFocus() or self.isChecked():
            ring = look.color(Color.ACCENT if self.hasFocus() else Color.TEXT)
            half = FOCUS_WIDTH / 2
            painter.setPen(QPen(ring, FOCUS_WIDTH))
            painter.drawEllipse(area.adjusted(half, half, -half, -half))
        gap = 2 * FOCUS_WIDTH
        paint_dot(painter, area.adjusted(gap, gap, -gap, -gap), self._color)


class ColorDots(QWidget):
    """One of eight; the arrow keys go from one to the next."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._dots = {color: ColorDot(color, self) for color in COLORS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for color, dot in self._dots.items():
            dot.clicked.connect(partial(self._on_clicked, color))
            layout.addWidget(dot)
        self.setFocusProxy(self._dots[1])
        self.set_names(())

    def set_names(self, names: tuple[str, ...]) -> None:
        """The names that the person gave."""
        self._names = names
        for color, dot in self._dots.items():
            dot.setAccessibleName(color_name(color, names))
            dot.setToolTip(self.tr("{name} ({key})").format(name=color_name(color, names), key=color))

    def show_color(self, color: int) -> None:
        """Ring that one; 0 for none."""
        self.show_colors(frozenset({color}))

    def show_colors(self, colors: frozenset[int]) -> None:
        """Ring these."""
        for each, dot in self._dots.items():
            dot.setChecked(each in colors)

    @property
    def checked(self) -> frozenset[int]:
        """The colours with a ring."""
        return frozenset(color for color, dot in self._dots.items() if dot.isChecked())

    def _on_clicked(self, color: int) -> None:
        self.chosen.emit(color)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        dots = list(self._dots.values())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        at = next((number for number, dot in enumerate(dots) if dot.hasFocus()), -1)
        if step and at >= 0:
            dots[(at + step) % len(dots)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            dots[at].click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.set_names(self._names)
        super().changeEvent(event)
