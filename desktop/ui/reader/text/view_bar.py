"""A bar that lies over an edge of the pages: it comes and goes without moving them."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QHBoxLayout

from desktop.ui.theme import theme

_WIDEST = 640
"""Pixels at 100 %."""


class ViewBar(QFrame):
    """Shown by `come` and hidden by `go`. Esc in it is `go`."""

    def __init__(self, view: QAbstractScrollArea, *, at_top: bool = False) -> None:
        super().__init__(view)
        self.setProperty("kind", "toast")
        self._view = view
        self._at_top = at_top
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme().space(2), theme().space(), theme().space(2), theme().space())
        self.row.setSpacing(theme().space())
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        view.viewport().installEventFilter(self)
        self.hide()

    def come(self) -> None:
        """Slide in, or stay."""
        if not self.isHidden():
            return
        place = self._place()
        self.show()
        self.raise_()
        beyond = -self.height() if self._at_top else self.height()
        self._slide.setDuration(theme().motion_ms)
        self._slide.setStartValue(place + QPoint(0, beyond))
        self._slide.setEndValue(place)
        self._slide.start()

    def go(self) -> None:
        """Hide; the keyboard goes back to the pages."""
        self._slide.stop()
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self._view)
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> QPoint:
        """Take the size and place at the edge; the place."""
        space = theme().space(2)
        area = self._view.viewport().geometry()
        width = min(area.width() - 2 * space, theme().scaled(_WIDEST))
        self.resize(max(width, self.minimumSizeHint().width()), self.sizeHint().height())
        left = area.left() + (area.width() - self.width()) // 2
        place = QPoint(left, area.top() + space if self._at_top else area.bottom() + 1 - space - self.height())
        self.move(place)
        return place

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge when the view is resized."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._slide.stop()
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go()
        # Else no key reaches the pages below.
