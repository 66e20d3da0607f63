"""A page beside the list that has papers of its own for the window's actions."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.ids import PaperId
from desktop.ui.actions import Needs


class PapersPage(QWidget):
    """While it is in front, actions on papers are about its papers, not about those selected in the list."""

    state_changed = Signal()
    """Other papers are in hand."""

    @property
    def in_hand(self) -> Sequence[PaperId]:
        """The papers that actions are about."""
        raise NotImplementedError

    def available(self) -> Needs:
        """What there is for actions to work on, beside the library."""
        raise NotImplementedError
