"""The options of an import: the language of the translations, and the year of dates that tell none."""

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from desktop.domain.import_plan import ImportOptions
from desktop.ui.adding.plan_contents import PlanContents
from desktop.ui.theme import theme

LANGUAGES = ("zh", "ja", "ko", "en", "de", "fr", "es", "pt", "it", "ru")
"""ISO 639-1 codes that are offered for translations."""
_FIRST_YEAR = 1990
_PAUSE_MS = 400
"""After the last change of the year, before the files are read again."""


class ImportOptionsBar(QWidget):
    """One line of options. The year is shown only where a date lacks it."""

    changed = Signal()

    def __init__(self, contents: PlanContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language_box(contents.plan.options.language, self)
        self.year = QSpinBox(self)
        self.year.setRange(_FIRST_YEAR, QDate.currentDate().year() + 1)
        self.year.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.year.setSpecialValueText(self.tr("not told"))
        self.year.setMinimumWidth(
            self.year.fontMetrics().horizontalAdvance(self.year.specialValueText()) + theme().space(7)
        )
        self.year.setAccessibleName(self.tr("Year of dates without one"))
        self._year_label = QLabel(self.tr("Year of dates without one"), self)
        self._language_label = QLabel(self.tr("Translations in"), self)
        for label, field in ((self._year_label, self.year), (self._language_label, self.language)):
            label.setBuddy(field)
            label.setProperty("kind", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().space(2))
        for widget in (self._year_label, self.year, self._language_label, self.language):
            layout.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.set_contents(contents)
        self.year.valueChanged.connect(lambda: self._pause.start())

    def set_contents(self, contents: PlanContents) -> None:
        """Show what this plan has to be asked."""
        self.year.setVisible(contents.needs_year)
        self._year_label.setVisible(contents.needs_year)

    def options(self) -> ImportOptions:
        """What is chosen now."""
        year = self.year.value()
        return ImportOptions(None if year == self.year.minimum() else year, str(self.language.currentData()))


def language_box(chosen: str, parent: QWidget) -> QComboBox:
    """A choice of languages, each in its own name; the data of an item is the code."""
    box = QComboBox(parent)
    codes = LANGUAGES if chosen in LANGUAGES else (chosen, *LANGUAGES)
    for code in codes:
        name = QLocale(code).nativeLanguageName() or code
        box.addItem(name[:1].upper() + name[1:], code)
    box.setCurrentIndex(codes.index(chosen))
    return box
