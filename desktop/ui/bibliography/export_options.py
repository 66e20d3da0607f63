"""What is written into a bibliography: fields that are remembered from one export to the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from desktop.domain.bibliography import BibliographyFormat
from desktop.domain.bibliography_export import AbstractChoice, BibliographyChoice, FilesChoice, TitleChoice
from desktop.domain.ids import PaperId
from desktop.ui.adding.bibliography_words import FORMATS
from desktop.ui.digests.language_box import digest_language, language_box
from desktop.ui.session import Session
from desktop.ui.theme import theme

_REMEMBERED = "bibliography-options"


class ExportOptions(QWidget):
    """A form."""

    format_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.format = QComboBox(self)
        for form, name in FORMATS.items():
            self.format.addItem(name, form)
        self.notes = QCheckBox(self.tr("Notes"), self)
        self.labels = QCheckBox(self.tr("Tags and collections"), self)
        self.files = self._box(
            {
                FilesChoice.NONE: self.tr("none"),
                FilesChoice.LINKS: self.tr("links to where they are"),
                FilesChoice.COPIES: self.tr("copies in a folder beside the file"),
            }
        )
        self.abstracts = self._box(
            {
                AbstractChoice.NONE: self.tr("none"),
                AbstractChoice.ORIGINAL: self.tr("original"),
                AbstractChoice.TRANSLATED: self.tr("translated"),
                AbstractChoice.BOTH: self.tr("both"),
            }
        )
        self.titles = self._box(
            {
                TitleChoice.NONE: self.tr("left out"),
                TitleChoice.FIELD: self.tr("as a field of their own"),
                TitleChoice.NOTE: self.tr("in the note"),
            }
        )
        self.language = language_box(digest_language(session), self)
        self._set_up()
        self._recall()
        self.format.currentIndexChanged.connect(self.format_changed)

    def choice(self, papers: tuple[PaperId, ...]) -> BibliographyChoice:
        """What is chosen, for these papers."""
        return BibliographyChoice(
            papers,
            BibliographyFormat(self.format.currentData()),
            self.notes.isChecked(),
            self.labels.isChecked(),
            FilesChoice(self.files.currentData()),
            TitleChoice(self.titles.currentData()),
            AbstractChoice(self.abstracts.currentData()),
            str(self.language.currentData()),
            self._session.values.cite_keys,
        )

    def remember(self) -> None:
        """Propose the same the next time."""
        ticks = [str(int(box.isChecked())) for box in (self.notes, self.labels)]
        self._session.remember(_REMEMBERED, " ".join([*(str(box.currentData()) for box in self._boxes()), *ticks]))

    def _recall(self) -> None:
        *chosen, notes, labels = (self._session.recall(_REMEMBERED) or "bibtex none original field 1 1").split()
        for box, value in zip(self._boxes(), chosen, strict=False):
            box.setCurrentIndex(max(box.findData(value), 0))
        self.notes.setChecked(notes == "1")
        self.labels.setChecked(labels == "1")

    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.format, self.files, self.abstracts, self.titles

    def _box(self, choices: "dict[FilesChoice, str] | dict[AbstractChoice, str] | dict[TitleChoice, str]") -> QComboBox:
        box = QComboBox(self)
        for value, text in choices.items():
            box.addItem(text, value)
        return box

    def _set_up(self) -> None:
        form = self.form = QFormLayout(self)
        """Takes rows of the dialog above and below."""
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme().space(3))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        ticks = QHBoxLayout()
        ticks.setSpacing(theme().space(4))
        ticks.addWidget(self.notes)
        ticks.addWidget(self.labels)
        ticks.addStretch(1)
        rows: list[tuple[str, QComboBox | QHBoxLayout]] = [
            (self.tr("Format"), self.format),
            (self.tr("With"), ticks),
            (self.tr("Abstracts"), self.abstracts),
            (self.tr("Translated titles"), self.titles),
            (self.tr("Translations in"), self.language),
            (self.tr("PDFs"), self.files),
        ]
        for text, field in rows:
            label = QLabel(text, self)
            label.setProperty("kind", "muted")
            if isinstance(field, QComboBox):
                label.setBuddy(field)
                field.setAccessibleName(text)
            form.addRow(label, field)
