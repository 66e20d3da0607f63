"""A section of the details that is asked for once it is unfolded."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.ids import PaperId
from desktop.ui.assets import icon
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, Color

Found = TypeVar("Found")


class FoldedSection(QWidget, Generic[Found]):
    """A heading that unfolds, and below it a line for each thing found. Of what is asked only the last wish counts."""

    def __init__(
        self, tasks: TaskRunner, ask: Callable[[PaperId], Sequence[Found]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ask = ask
        self._paper: PaperId | None = None
        self._asked: PaperId | None = None
        """What the lines are of, or will be."""
        self.heading = link_button()
        self.heading.setCheckable(True)
        self._body = QWidget()
        self._body.hide()
        self._lines = QVBoxLayout(self._body)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self._body)
        self.heading.toggled.connect(self._unfold)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self._unfold(False)

    @property
    def lines(self) -> list[QWidget]:
        """What stands below the heading."""
        items = (self._lines.itemAt(number) for number in range(self._lines.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def show_paper(self, paper: PaperId) -> None:
        """The section is of that paper from now on, as it is by now."""
        if paper != self._paper:
            self._fill([])
        self._paper, self._asked = paper, None
        self._look()

    def line(self, found: Found) -> QWidget:
        """How one thing is shown."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What is said where nothing was found."""
        raise NotImplementedError

    def _look(self) -> None:
        """Ask, if somebody sees the answer."""
        paper, ask = self._paper, self._ask
        if paper is None or paper == self._asked or not self.heading.isChecked() or not self.isVisible():
            return
        self._asked = paper

        def done(found: Sequence[Found]) -> None:
            if paper == self._asked == self._paper:
                self._fill([self.line(one) for one in found] or [wrapped("muted", self.nothing(), self)])

        self._tasks.run_latest("section", Lane.DB, lambda: ask(paper), owner=self, done=done)

    def _fill(self, lines: list[QWidget]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(line)

    def _unfold(self, unfolded: bool) -> None:
        self.heading.setIcon(icon("chevron-down" if unfolded else "chevron-right", Color.TEXT_MUTED))
        self._body.setVisible(unfolded)
        self._look()

    def _apply_spacing(self) -> None:
        side = theme().space() + FOCUS_WIDTH
        self._lines.setContentsMargins(side, theme().space(), side, 0)
        self._lines.setSpacing(theme().space(2))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()


def wrapped(kind: str, text: str, parent: QWidget) -> QLabel:
    """A label that is as high as its text at the width it gets; `plain_label` alone keeps room for a narrower one."""
    label = plain_label(kind, text, wraps=True, parent=parent)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label
