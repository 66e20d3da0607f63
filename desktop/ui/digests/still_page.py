"""A page of text that fetches nothing and goes nowhere, whatever the text says."""

import html
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.domain.latex_text import readable
from desktop.ui.theme import theme
from desktop.ui.tokens import LINE_HEIGHT, Color, Size

LONGEST = 10_000
"""Characters of one text that are shown; abstracts have some thousand at most, a longer text would stall the window."""


class StillPage(QTextBrowser):
    """Shows text of our own making. It loads no picture, no style and no other page, and opens no link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self._apply_margin()
        theme().changed.connect(self._apply_margin)

    def _apply_margin(self) -> None:
        self.document().setDocumentMargin(theme().space(4))

    # Qt

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # Qt's own
        return ""


def escaped(text: str) -> str:
    """The text as HTML that shows exactly this text, cut where nobody reads on."""
    if len(text) > LONGEST:
        text = text[:LONGEST] + " …"
    return html.escape(text).replace("\n", "<br>")


def title_html(text: str) -> str:
    """A title as it is read, its LaTeX as text."""
    return escaped(readable(text))


def paragraph(inside: str, size: Size = Size.BODY, color: Color = Color.TEXT, *, space: float = 2) -> str:
    """A paragraph around HTML; `space` is what follows it, in steps."""
    look = theme()
    style = (
        f"margin:0 0 {look.space(space)}px 0; line-height:{LINE_HEIGHT * 100:.0f}%; "
        f"font-size:{look.font(size).pixelSize()}px; color:{look.color(color).name()};"
    )
    return f'<p style="{style}">{inside}</p>'


def marked(text: str, part: tuple[int, int]) -> str:
    """The text with text[part] on the ground of what was found."""
    start, end = part
    ground = theme().color(Color.FOUND).name()
    inside = f'<span style="background-color:{ground}">{escaped(text[start:end])}</span>' if end > start else ""
    return escaped(text[:start]) + inside + escaped(text[end:])
