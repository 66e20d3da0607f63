"""The window that shows the help."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from desktop.ui import tokens
from desktop.ui.digests.window_size import give_first_size
from desktop.ui.help.help_pages import HelpPage, help_contents, help_html
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size

FIRST_PAGE = "first-steps.md"


class InertBrowser(QTextBrowser):
    """Shows what it is given and loads nothing."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing, whatever is asked for."""
        return QImage()


class HelpViewer(QDialog):
    """Contents at the left, the page at the right."""

    def __init__(self, tasks: TaskRunner, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Papershelf help"))
        look = theme()
        give_first_size(self, 820, 600)
        self._tasks = tasks
        self._language = language
        self._page = ""
        self._contents = QListWidget()
        self._contents.setAccessibleName(self.tr("Contents"))
        self._contents.setProperty("kind", "sidebar")
        self._contents.setFixedWidth(look.scaled(220))
        self._contents.currentItemChanged.connect(self._on_page_chosen)
        self._text = InertBrowser()
        self._text.setAccessibleName(self.tr("Help page"))
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._on_link)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._contents)
        layout.addWidget(self._text, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        theme().changed.connect(self._load)
        tasks.run(Lane.FILES, lambda: help_contents(language), owner=self, done=self._on_contents)

    @property
    def text(self) -> str:
        """The page shown, as plain text."""
        return self._text.toPlainText()

    def show_page(self, name: str) -> None:
        """Show that page."""
        self._page = name
        for row in range(self._contents.count()):
            item = self._contents.item(row)
            if item.data(_NAME) == name:
                self._contents.setCurrentItem(item)
        self._load()

    def _on_contents(self, pages: list[HelpPage]) -> None:
        for page in pages:
            item = QListWidgetItem(page.title, self._contents)
            item.setData(_NAME, page.name)
        self.show_page(self._page or FIRST_PAGE)

    def _on_page_chosen(self, item: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) != self._page:
            self.show_page(item.data(_NAME))

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == "https":
            QDesktopServices.openUrl(url)
        elif not url.scheme() and url.path().endswith(".md"):
            self.show_page(url.path())

    def _load(self) -> None:
        if self._page:
            language, name = self._language, self._page
            self._tasks.run_latest("page", Lane.FILES, lambda: help_html(language, name), owner=self, done=self._show)

    def _show(self, html: str) -> None:
        document = QTextDocument(self._text)
        document.setDefaultFont(theme().font(Size.BODY))
        document.setDocumentMargin(theme().space(6))
        document.setDefaultStyleSheet(_page_style())
        document.setHtml(html)
        self._text.setDocument(document)


_NAME = 0x0100  # Qt.ItemDataRole.UserRole


def _page_style() -> str:
    look = theme()
    line, accent, ground = (look.color(name).name() for name in (Color.LINE, Color.ACCENT, Color.WINDOW))
    sizes = {size: look.scaled(pixels) for size, pixels in tokens.TYPE.items()}
    return f"""
        h1 {{ font-size: {sizes[Size.TITLE]}px; font-weight: 600; margin-bottom: {look.space(3)}px }}
        h2 {{ font-size: {sizes[Size.SECTION]}px; font-weight: 600; margin-top: {look.space(5)}px }}
        p, li {{ line-height: {round(tokens.LINE_HEIGHT * 100)}% }}
        li {{ margin-bottom: {look.space(1)}px }}
        a {{ color: {accent}; text-decoration: none }}
        code, pre {{ background-color: {ground} }}
        th, td {{ padding: {look.space(1)}px {look.space(3)}px; border-bottom: 1px solid {line}; text-align: left }}
    """
