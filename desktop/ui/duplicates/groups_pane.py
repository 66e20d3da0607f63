"""The left of the page: how many groups there are, and the list of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.ui import wording
from desktop.ui.duplicates.groups_list import GroupsList
from desktop.ui.duplicates.groups_model import GroupsModel
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.theme import theme


class GroupsPane(QWidget):
    """Counts what the model holds."""

    def __init__(self, model: GroupsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self.list = GroupsList(model)
        self.count = plain_label("strong", wraps=True)
        self.all_button = link_button(self.tr("Look through all papers"))
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        space = theme().space
        self.count.setContentsMargins(space(3), 0, space(3), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(2), 0, space(2))
        for widget in (self.count, self._progress, self.list):
            column.addWidget(widget, 1 if widget is self.list else 0)
        line = QHBoxLayout()
        line.setContentsMargins(space(2), 0, space(2), 0)
        line.addWidget(self.all_button)
        line.addStretch(1)
        column.addLayout(line)

    def tell(self, *, looking: bool, some_only: bool) -> None:
        """Say how many groups there are; `some_only`: those that were asked for."""
        rows = self._model.rowCount()
        if looking:
            text = self.tr("Looking for duplicates …")
        elif rows == 1:
            text = self.tr("1 group of papers")
        else:
            text = self.tr("{count} groups of papers").format(count=wording.number(rows))
        self.count.setText(text)
        self._progress.setVisible(looking)
        self.all_button.setVisible(some_only and not looking)
