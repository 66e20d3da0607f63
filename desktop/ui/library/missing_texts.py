"""A line in the details of a paper: what a language model is still to write, what it could not, what it could be asked
to write because it is missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.merging import TextField
from desktop.domain.paper import ORIGINAL, PaperDetails, TextKind
from desktop.ui.library.labels import link_button, plain_label
from desktop.ui.text_words import fields_words, text_failure
from desktop.ui.theme import theme
from desktop.ui.tokens import FOCUS_WIDTH

_KINDS = (TextKind.TITLE, TextKind.SUMMARY, TextKind.ABSTRACT)


class MissingTexts(QWidget):
    """Shown only where there is something to tell, or something to work from."""

    write_wanted = Signal()
    list_wanted = Signal()
    """How far the writing is is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: PaperDetails | None = None
        self.button = link_button()
        self.button.clicked.connect(self.write_wanted)
        self.coming, self.failed = plain_label("muted", wraps=True), plain_label("warn", wraps=True)
        self.list_button = link_button()
        self.list_button.clicked.connect(self.list_wanted)
        column = QVBoxLayout(self)
        inset = FOCUS_WIDTH + theme().space()
        column.setContentsMargins(inset, 0, inset, 0)
        column.setSpacing(theme().space())
        column.addWidget(self.coming)
        column.addWidget(self.failed)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.list_button)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def show_details(self, details: PaperDetails) -> None:
        """Tell what this paper lacks."""
        self._details = details
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words from the present language."""
        details = self._details
        if details is None:
            return
        self.list_button.setText(self.tr("Show all"))
        coming = [TextField(wish.kind, wish.language) for wish in details.wishes if not wish.failed]
        failed: dict[str, list[TextField]] = {}
        for wish in details.wishes:
            if wish.failed:
                failed.setdefault(text_failure(wish.reason, wish.detail), []).append(
                    TextField(wish.kind, wish.language)
                )
        words = self.tr("Could not be written: {texts}. {why}")
        self.coming.setText(self.tr("To be written: {texts}").format(texts=fields_words(coming)))
        self.failed.setText("\n".join(words.format(texts=fields_words(of), why=why) for why, of in failed.items()))
        missing = _missing(details) if not coming else []
        self.button.setText(self._offer(missing))
        self.button.setVisible(bool(missing))
        self.coming.setVisible(bool(coming))
        self.failed.setVisible(bool(failed))
        self.list_button.setVisible(bool(coming or failed))
        self.setVisible(bool(coming or failed or missing))

    def _offer(self, missing: list[TextKind]) -> str:
        if missing == [TextKind.SUMMARY]:
            return self.tr("Have the summary written…")
        if TextKind.SUMMARY in missing:
            return self.tr("Have translation and summary written…")
        return self.tr("Have the translation written…")


def _missing(details: PaperDetails) -> list[TextKind]:
    """What a model could write, in the order of the details."""
    there = {text.kind for text in details.texts if text.language not in (ORIGINAL, "") and text.value}
    originals = {text.kind for text in details.texts if text.language == ORIGINAL and text.value}
    if details.row.trashed or not originals & {TextKind.TITLE, TextKind.ABSTRACT}:
        return []
    return [kind for kind in _KINDS if kind not in there and (kind in originals or kind is TextKind.SUMMARY)]
