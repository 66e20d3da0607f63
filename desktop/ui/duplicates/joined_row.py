"""One line of the comparison in which there is nothing to choose: the merged paper has what all have."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from desktop.domain.paper import PaperDetails
from desktop.ui.duplicates.field_row import row_label
from desktop.ui.duplicates.joined_facts import Joined, joined_name, joined_value
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme


class JoinedRow(QObject):
    """Puts its labels into row `place` of the grid."""

    def __init__(self, kind: Joined, grid: QGridLayout, place: int, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._grid = grid
        self._place = place
        self._label = row_label(joined_name(kind))
        self._label.hide()
        self._values: list[QLabel] = []
        grid.addWidget(self._label, place, 0, Qt.AlignmentFlag.AlignTop)

    def show_papers(self, papers: Sequence[PaperDetails]) -> None:
        """Show what each has; nothing where none has any."""
        values = [joined_value(self._kind, paper) for paper in papers]
        told = values if any(values) else []
        self._label.setVisible(bool(told))
        while len(self._values) < len(told):
            label = plain_label("", wraps=True)
            label.setContentsMargins(theme().space(2.5), theme().space(1), 0, 0)
            self._values.append(label)
            self._grid.addWidget(label, self._place, len(self._values), Qt.AlignmentFlag.AlignTop)
        for number, label in enumerate(self._values):
            label.setVisible(number < len(told))
            if number < len(told):
                label.setText(told[number] or "–")
