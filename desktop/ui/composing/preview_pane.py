"""What would be handed on now: the page as it reads, and the Markdown as text."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from desktop.domain.own_digest import Way
from desktop.ui.composing.digest_view import Preview
from desktop.ui.composing.lines_view import LinesView
from desktop.ui.digests.still_page import StillPage
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme
from desktop.ui.tokens import Size
from desktop.ui.wording import size


class PreviewPane(QWidget):
    """Nothing in it is read as markup, loaded or opened. Of the two views only the one in front is kept up to date."""

    way_changed = Signal()
    """Another view is in front."""

    def __init__(self, source: Way = Way.MARKDOWN, parent: QWidget | None = None) -> None:
        """`source` is shown beside the page: Markdown, or the plain text of a mail."""
        super().__init__(parent)
        self._ways = (Way.PAGE, source)
        name = self.tr("Text") if source is Way.MAIL else self.tr("Markdown")
        self.tabs = QTabWidget()
        self.page = StillPage()
        self.page.setAccessibleName(self.tr("Preview of the page"))
        self.source = QPlainTextEdit()
        wraps = QPlainTextEdit.LineWrapMode
        self.source.setLineWrapMode(wraps.WidgetWidth if source is Way.MAIL else wraps.NoWrap)
        self.source.setAccessibleName(
            self.tr("Preview of the text") if source is Way.MAIL else self.tr("Preview of the Markdown")
        )
        self.source.setProperty("kind", "bare")
        self._lines = {Way.PAGE: LinesView(self.page), source: LinesView(self.source)}
        self._starts: dict[Way, dict[int, int]] = {}
        self._size = plain_label("badge")
        self.tabs.addTab(self.page, self.tr("Page"))
        self.tabs.addTab(self.source, name)
        for widget in (self.tabs, self.tabs.tabBar()):
            widget.setAccessibleName(self.tr("Preview"))
        self.tabs.currentChanged.connect(self.way_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._size)
        self._apply_theme()
        theme().changed.connect(self._apply_theme)

    @property
    def way(self) -> Way:
        """What is in front."""
        return self._ways[self.tabs.currentIndex()]

    @property
    def complete(self) -> bool:
        """Whether all that is to be seen stands."""
        return self._lines[self.way].complete

    def show_preview(self, way: Way, shown: Preview) -> None:
        """Show what is handed on in that way."""
        self._starts[way] = dict(enumerate(shown.starts))
        self._lines[way].show(shown.lines)
        if way is self.way:
            told = self.tr("This is what is handed on: {size}.").format(size=size(shown.size))
            self._size.setText(told if shown.size else "")

    def go_to(self, paper: int) -> None:
        """Bring the paper of that number, from 0, into sight."""
        line = self._starts.get(self.way, {}).get(paper)
        if line is not None:
            self._lines[self.way].go_to(line)

    def _apply_theme(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme().font(Size.BODY).pixelSize())
        self.source.setFont(font)
        self._size.setContentsMargins(*(theme().space(steps) for steps in (4, 1, 4, 1)))
