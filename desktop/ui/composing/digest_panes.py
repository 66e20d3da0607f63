"""The panes of a digest's page, side by side, as wide as the person left them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.session import Session
from desktop.ui.theme import theme

_STATE = "digest-panes"
_SHARES = (28, 36, 36)


class DigestPanes(QSplitter):
    """The first pane is there at once; each other one is made in a turn of its own, as that costs 10 ms."""

    completed = Signal()
    """All panes stand."""

    def __init__(self, session: Session, makers: Sequence[Callable[[], QWidget]]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session = session
        self._makers = list(makers)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._add()

    @property
    def complete(self) -> bool:
        """Whether all panes stand."""
        return not self._makers

    def remember(self) -> None:
        """Keep how wide they are, for the next digest."""
        if self.complete:
            self._session.remember_bytes(_STATE, self.saveState())

    def _add(self) -> None:
        pane = self._makers.pop(0)()
        pane.setMinimumWidth(theme().scaled(220))
        self.addWidget(pane)
        self.setStretchFactor(self.count() - 1, _SHARES[self.count() - 1])
        if self._makers:
            QTimer.singleShot(0, self, self._add)
            return
        if not self.restoreState(self._session.recall_bytes(_STATE)):
            self.setSizes([share * 100 for share in _SHARES])
        self.completed.emit()
