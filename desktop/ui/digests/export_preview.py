"""What a digest will look like: to a reader, and as the file's text."""

import re
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from desktop.domain.digest import Digest, DigestFormat, Entry, entry_strings
from desktop.domain.exporting import ExportDocument
from desktop.ui.digests.export_words import size_words
from desktop.ui.digests.still_page import LONGEST, StillPage, escaped, paragraph
from desktop.ui.theme import theme
from desktop.ui.tokens import Color, Size
from desktop.ui.wording import number, papers

SHOWN = 60_000
"""Characters of text shown as a reader sees them, about 100 kB: set at once they take some 30 ms."""
ENTRIES_SHOWN = 200
"""At most, however short they are."""
SOURCE_SHOWN = 200_000
"""Bytes of the file shown as they are."""
_ARXIV = re.compile(r"\s\(arXiv")
"""The table of a digest shows titles up to here."""
_AT_ONCE = 8_000
"""Characters of source added at once."""
_READER, _SOURCE = range(2)


class ExportPreview(QTabWidget):
    """Two views of one document; nothing in it is read as markup, loaded or opened. The source is filled by pieces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = StillPage(self)
        self.source = QPlainTextEdit(self)
        self.source.setReadOnly(True)
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.source.setUndoRedoEnabled(False)
        self.cut = QLabel(self)
        self.cut.setProperty("kind", "muted")
        self.cut.setWordWrap(True)
        self.addTab(self._with_margin(self.page), self.tr("As a reader sees it"))
        self.addTab(self._with_margin(self.source), self.tr("Source"))
        self._document: ExportDocument | None = None
        self._rest: Iterator[str] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_piece)
        self._apply_theme()
        theme().changed.connect(self._apply_theme)
        self.currentChanged.connect(self._tell_cut)

    def show_document(self, document: ExportDocument | None) -> None:
        """Show this document from its beginning; None empties both views."""
        self._document = document
        self.page.clear()
        self.source.clear()
        self._rest = iter(())
        if document is not None:
            self.page.setHtml(page_html(document.digest))
            self._rest = _pieces(document.data[:SOURCE_SHOWN].decode("utf-8", "ignore"))
        self._timer.start()
        self._tell_cut()

    @property
    def filled(self) -> bool:
        """All that is to be shown stands."""
        return not self._timer.isActive()

    def _with_margin(self, view: QWidget) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        return page

    def _apply_theme(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme().font(Size.BODY).pixelSize())
        self.source.setFont(font)
        if self._document is not None:
            self.show_document(self._document)

    def _add_piece(self) -> None:
        piece = next(self._rest, "")
        if not piece:
            self._timer.stop()
            return
        cursor = QTextCursor(self.source.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)

    def _tell_cut(self) -> None:
        document = self._document
        text = ""
        if document is not None and self.currentIndex() == _READER:
            shown = shown_entries(document.digest)
            if shown < len(document.digest.entries):
                text = self.tr("The first {count} of {papers} are shown here; the file holds all.").format(
                    count=number(shown), papers=papers(len(document.digest.entries))
                )
        elif document is not None and len(document.data) > SOURCE_SHOWN:
            text = self.tr("The first {shown} of {size} are shown here; the file holds all.").format(
                shown=size_words(SOURCE_SHOWN), size=size_words(len(document.data))
            )
        self.cut.setText(text)
        self.cut.setVisible(bool(text))


def _pieces(text: str) -> Iterator[str]:
    return (text[start : start + _AT_ONCE] for start in range(0, len(text), _AT_ONCE))


def shown_entries(digest: Digest) -> int:
    """How many entries a reader's view shows."""
    room = SHOWN
    for count, entry in enumerate(digest.entries[:ENTRIES_SHOWN]):
        room -= sum(min(len(text), LONGEST) for text in entry_strings(entry))
        if room < 0:
            return max(count, 1)
    return min(len(digest.entries), ENTRIES_SHOWN)


def page_html(digest: Digest) -> str:
    """The digest as a reader of its Markdown sees it, as far as it is shown. All of its own text is escaped."""
    entries = digest.entries[: shown_entries(digest)]
    if digest.format is DigestFormat.DAILY_PAPERS:
        return "".join(map(_daily_entry, entries))
    details = (_entry(entry, position) for position, entry in enumerate(entries, 1))
    heading = partial(paragraph, size=Size.TITLE, space=3)
    return "".join([heading("<b>摘要</b>"), _table(entries), heading("<br><b>详细</b>"), *details])


def _table(entries: tuple[Entry, ...]) -> str:
    look = theme()
    line, muted, link = (look.color(c).name() for c in (Color.LINE, Color.TEXT_MUTED, Color.ACCENT))
    style = f"padding:{look.space()}px {look.space(2)}px; border-bottom:1px solid {line}"
    rows = [
        f'<tr><td width="{look.space(12)}" style="{style}; color:{muted}">{position}</td>'
        f'<td style="{style}; color:{link}">{escaped(_ARXIV.split(entry.title[:LONGEST])[0])}</td>'
        f'<td style="{style}">{escaped(entry.summary)}</td></tr>'
        for position, entry in enumerate(entries, 1)
    ]
    look_of_all = f"font-size:{look.font(Size.BODY).pixelSize()}px; color:{look.color(Color.TEXT).name()}"
    return f'<table cellspacing="0" border="0" width="100%" style="{look_of_all}">{"".join(rows)}</table>'


def _entry(entry: Entry, position: int) -> str:
    head = f"<b>{position}. {escaped(entry.translated_title)}</b>"
    parts = [paragraph(head, Size.SECTION, space=1), paragraph(escaped(entry.title), space=1)]
    parts.append(paragraph(escaped(entry.link), color=Color.ACCENT))
    texts = (entry.summary, entry.summary_en, entry.translated_abstract, entry.abstract)
    parts += [paragraph(escaped(text)) for text in texts if text]
    return "".join(parts) + "<p></p>"


def _daily_entry(entry: Entry) -> str:
    listing = paragraph(escaped(entry.listing), color=Color.TEXT_MUTED, space=4)
    title = paragraph(f"<b>{escaped(entry.title)}</b>", Size.SECTION, space=1)
    return title + paragraph(escaped(entry.abstract)) + listing
