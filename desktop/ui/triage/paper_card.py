"""One paper, large and in both languages, to decide about at a glance."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.labels import TagLabel
from desktop.domain.latex_text import readable
from desktop.domain.paper import ORIGINAL, PaperDetails, PaperRow, TextKind
from desktop.ui import wording
from desktop.ui.announce_words import found_words
from desktop.ui.library.bilingual import Bilingual
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.growing_text import GrowingText
from desktop.ui.library.labels import plain_label
from desktop.ui.library.paper_columns import arxiv_label
from desktop.ui.mark_colors import dot_icon
from desktop.ui.reading_words import due_words, priority_name, status_name
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH, MARK_DOT

_AUTHORS = 8
_DIGESTS = 3
_WIDEST = 1160
"""Pixels at 100 %: two abstracts beside each other, as wide as prose is read."""


class PaperCard(QWidget):
    """Shows `PaperDetails`; nothing of it can be edited here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = GrowingText("title")
        self.other_title = GrowingText("subtitle")
        self.facts = plain_label("muted", wraps=True)
        self.summary = GrowingText("body")
        self.provenance = plain_label("muted", wraps=True)
        self.original = GrowingText("body")
        self.translation = GrowingText("body")
        self._tags = QWidget()
        self._tags_line = FlowLayout(self._tags)
        self._abstracts = Bilingual(self.original, self.translation)
        for text in (self.title, self.other_title, self.summary, self.original, self.translation):
            text.setReadOnly(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = self._column = QVBoxLayout(self)
        for part in (self.title, self.other_title, self.facts, self._tags, self.summary, self._abstracts):
            column.addWidget(part)
        column.addWidget(self.provenance)
        column.addStretch(1)
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self._retranslate()

    def show_paper(self, details: PaperDetails) -> None:
        """Show that paper."""
        row = details.row
        language = next((text.language for text in details.texts if text.language not in (ORIGINAL, "")), ORIGINAL)
        first, second = (row.translated_title, row.title) if row.translated_title else (row.title, "")
        _show(self.title, readable(first), language if row.translated_title else ORIGINAL)
        _show(self.other_title, readable(second), ORIGINAL)
        self.facts.setText(_facts(details))
        self._show_tags(row.tags)
        summaries = [details.text(TextKind.SUMMARY, one) for one in (language, ORIGINAL)]
        _show(self.summary, next(filter(None, summaries), ""), language if summaries[0] else ORIGINAL)
        original, translation = (details.text(TextKind.ABSTRACT, one) for one in (ORIGINAL, language))
        both = bool(original and translation) and language != ORIGINAL
        self._abstracts.show_alone(None if both else self.original)
        _show(self.original, readable(original or translation), ORIGINAL if original else language)
        _show(self.translation, readable(translation) if both else "", language, hide=False)
        room = self.original.maximumWidth() + (self.translation.maximumWidth() + theme().space(4) if both else 0)
        self._abstracts.setMaximumWidth(room)
        self.provenance.setText(_provenance(details))
        self.setAccessibleName(row.title)
        self.setAccessibleDescription(self.facts.text())

    def _show_tags(self, tags: tuple[TagLabel, ...]) -> None:
        while (item := self._tags_line.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for tag in tags:
            self._tags_line.addWidget(_chip(tag, self._tags))
        self._tags.setVisible(bool(tags))
        self._tags.setAccessibleName(wording.listed(tag.name for tag in tags))

    def _apply_spacing(self) -> None:
        look = theme()
        self._column.setContentsMargins(look.space(6), look.space(5), look.space(6), look.space(6))
        self._column.setSpacing(look.space(2))
        self.setMaximumWidth(look.scaled(_WIDEST))
        self._tags_line.setSpacing(look.space(2))
        edge = FOCUS_WIDTH + look.space()  # of the texts, under which the lines stand
        for line in (self.facts, self.provenance, self._tags):
            line.setContentsMargins(edge, 0, 0, 0)

    def _retranslate(self) -> None:
        self._abstracts.retranslate()
        names = {
            self.title: self.tr("Title"),
            self.other_title: self.tr("Original title"),
            self.summary: self.tr("Summary"),
            self.original: self.tr("Abstract"),
            self.translation: self.tr("Translated abstract"),
        }
        for text, name in names.items():
            text.setAccessibleName(name)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _show(field: GrowingText, text: str, language: str, *, hide: bool = True) -> None:
    field.set_language(language)
    if field.toPlainText() != text:
        field.set_plain(text)
    if hide:
        field.setVisible(bool(text))


def _chip(tag: TagLabel, parent: QWidget) -> QWidget:
    chip = QWidget(parent)
    line = QHBoxLayout(chip)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().space())
    if tag.color:
        dot = QLabel(chip)
        side = theme().scaled(MARK_DOT)
        picture: QPixmap = dot_icon(tag.color).pixmap(side, side)
        dot.setPixmap(picture)
        line.addWidget(dot)
    line.addWidget(plain_label("badge", tag.name, parent=chip))
    return chip


def _facts(details: PaperDetails) -> str:
    row = details.row
    translate = QCoreApplication.translate
    authors = wording.listed(row.authors[:_AUTHORS])
    if (others := len(row.authors) - _AUTHORS) > 0:
        text = translate("PaperCard", "{authors} and {count} more")
        authors = text.format(authors=authors, count=wording.number(others))
    there = translate("PaperCard", "PDF is here") if row.has_pdf else translate("PaperCard", "no PDF")
    arxiv = f"arXiv:{arxiv_label(row)}" if row.arxiv_id else ""
    parts = (authors, row.published, arxiv, " ".join(row.categories), there, *_standing(row))
    return " · ".join(filter(None, parts))


def _standing(row: PaperRow) -> list[str]:
    """What a person has said of it already."""
    parts = [status_name(row.status)]
    if row.starred:
        parts.append(QCoreApplication.translate("PaperCard", "starred"))
    if row.priority:
        parts.append(priority_name(row.priority))
    return [*parts, due_words(row)]


def _provenance(details: PaperDetails) -> str:
    translate = QCoreApplication.translate
    seen = details.seen_in
    if not seen:
        newest = details.found_by[:1]
        return "".join(found_words(found.name, found.day, found.announced) for found in newest)
    names = wording.listed(place.name for place in seen[:_DIGESTS])
    if (others := len(seen) - _DIGESTS) > 0:
        text = translate("PaperCard", "{digests} and {count} more")
        names = text.format(digests=names, count=wording.number(others))
    return translate("PaperCard", "From {digests}").format(digests=names)
