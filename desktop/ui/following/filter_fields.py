"""Which papers of a feed a person wants: words, authors, categories, how they were announced."""

import re

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QLineEdit, QWidget

from desktop.domain.feed_filter import FeedFilter, Terms
from desktop.domain.feeds import ANNOUNCE_TYPES
from desktop.ui.announce_words import announced_words
from desktop.ui.reader.handing_on.dialog_parts import labelled_form
from desktop.ui.theme import theme

_BETWEEN = re.compile(r"\s*[,，;；、]\s*")
_TYPES_A_LINE = 2


class FilterFields(QWidget):
    """Left empty, all papers are wanted."""

    changed = Signal()

    def __init__(self, chosen: FeedFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = _TermFields(chosen.words, self)
        self.authors = _TermFields(chosen.authors, self)
        self.categories = _TermFields(chosen.categories, self)
        self.announced = {name: QCheckBox(announced_words(name), self) for name in ANNOUNCE_TYPES}
        self._types = QWidget(self)
        types = QGridLayout(self._types)
        types.setContentsMargins(0, 0, 0, 0)
        types.setSpacing(theme().space(2))
        for place, (name, box) in enumerate(self.announced.items()):
            box.setChecked(chosen.announced.let((name,)))
            box.toggled.connect(self.changed)
            types.addWidget(box, *divmod(place, _TYPES_A_LINE))
        self._form = self._lay_out()

    def _lay_out(self) -> QFormLayout:
        rows: list[tuple[str, QWidget]] = []
        for with_words, without_words, fields in (
            (self.tr("With one of these words"), self.tr("Without these words"), self.words),
            (self.tr("By one of these authors"), self.tr("Not by these authors"), self.authors),
            (self.tr("In one of these categories"), self.tr("Not in these categories"), self.categories),
        ):
            rows += [(with_words, fields.wanted), (without_words, fields.unwanted)]
            for field in (fields.wanted, fields.unwanted):
                field.textEdited.connect(self.changed)
        form = labelled_form(self, *rows, (self.tr("Announced as"), self._types))
        form.setContentsMargins(0, 0, 0, 0)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        form.setVerticalSpacing(theme().space(2))
        self.setLayout(form)
        self.words.wanted.setPlaceholderText(self.tr("such as: diffusion, point cloud"))
        self.categories.unwanted.setPlaceholderText(self.tr("such as: cs.RO, eess"))
        return form

    def show_types(self, shown: bool) -> None:
        """Whether the feed tells how its papers were announced."""
        self._form.setRowVisible(self._types, shown)

    def chosen(self) -> FeedFilter:
        """What stands in the fields."""
        unwanted = tuple(name for name, box in self.announced.items() if not box.isChecked())
        return FeedFilter(self.words.terms(), self.authors.terms(), self.categories.terms(), Terms(unwanted=unwanted))


class _TermFields:
    """Two fields of terms with commas between them."""

    def __init__(self, terms: Terms, parent: QWidget) -> None:
        join = QCoreApplication.translate("Wording", ", ").join
        self.wanted = QLineEdit(join(terms.wanted), parent)
        self.unwanted = QLineEdit(join(terms.unwanted), parent)

    def terms(self) -> Terms:
        return Terms(_split(self.wanted.text()), _split(self.unwanted.text()))


def _split(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(term.split()) for term in _BETWEEN.split(text) if term.strip()))
