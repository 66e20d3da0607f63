"""What has to do with a paper, and why; a click shows it in the list."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.latex_text import readable
from desktop.domain.related import Reasons, RelatedPaper
from desktop.services.library import LibraryServices
from desktop.ui import wording
from desktop.ui.library.folded_section import FoldedSection, wrapped
from desktop.ui.library.labels import tool_tip
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme

_MOST_NAMES = 3
_MOST_WORDS = 5


class RelatedSection(FoldedSection[RelatedPaper]):
    """The nearest first."""

    paper_activated = Signal(object)
    """A title was clicked (PaperId)."""

    def __init__(self, tasks: TaskRunner, services: LibraryServices, parent: QWidget | None = None) -> None:
        super().__init__(tasks, lambda paper: services.related.of(paper), parent)
        self._name()

    def line(self, found: RelatedPaper) -> QWidget:
        """A title, and below it why it is here."""
        line = QWidget(self)
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        title, other = readable(found.row.title), readable(found.row.translated_title)
        button = TitleButton(title or other, line)
        button.setToolTip(tool_tip("\n".join(part for part in (title, other) if part)))
        button.clicked.connect(partial(self.paper_activated.emit, found.row.id))
        words = self.reason_words(found.reasons)
        button.setAccessibleDescription(words)
        why = wrapped("muted", words, line)
        why.setContentsMargins(theme().space(), 0, 0, 0)
        layout.addWidget(button)
        layout.addWidget(why)
        return line

    def nothing(self) -> str:
        """What is said where nothing was found."""
        return self.tr("No other paper of the library has to do with it, as far as words, authors and digests tell.")

    def reason_words(self, reasons: Reasons) -> str:
        """By Ada Lovelace · in 3 digests with it · shares “flow”, “fluid”."""
        parts = []
        if reasons.authors:
            names = wording.listed(reasons.authors[:_MOST_NAMES])
            parts.append(self.tr("also by {names}").format(names=names))
        if reasons.digests > 1:
            parts.append(self.tr("in {count} digests with it").format(count=wording.number(reasons.digests)))
        elif reasons.digests:
            parts.append(self.tr("in the same digest"))
        if reasons.words:
            parts.append(self.tr("similar text: {words}").format(words=wording.listed(reasons.words[:_MOST_WORDS])))
        return " · ".join(parts)

    def _name(self) -> None:
        self.heading.setText(self.tr("Related papers"))

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)


class TitleButton(QPushButton):
    """A link as wide as there is room, which ends in an ellipsis."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(theme().space(20), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() - theme().space(2)
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        super().resizeEvent(event)
