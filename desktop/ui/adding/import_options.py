"""The options of an import: the language of the translations, and the year of dates that tell none."""

from PySide6.QtCore import QRegularExpression, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.domain.import_plan import ImportOptions
from desktop.ui.adding.plan_contents import PlanContents
from desktop.ui.digests.language_box import language_box
from desktop.ui.theme import theme
from desktop.ui.tokens import Size

_YEAR = QRegularExpression("(19|20)[0-9]{2}|")
_PAUSE_MS = 400
"""After the last change of the year, before the files are read again."""


class ImportOptionsBar(QWidget):
    """One line of options. The year is shown only where a date lacks it."""

    changed = Signal()

    def __init__(self, contents: PlanContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language_box(contents.plan.options.language, self)
        self.year = QLineEdit(self)
        self.year.setValidator(QRegularExpressionValidator(_YEAR, self.year))
        self.year.setPlaceholderText(self.tr("not told"))
        room = QFontMetrics(theme().font(Size.BODY)).horizontalAdvance(self.year.placeholderText())
        self.year.setFixedWidth(room + theme().space(7))
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
        self._told: int | None = None
        self.set_contents(contents)
        self.year.textChanged.connect(self._on_year_changed)

    def set_contents(self, contents: PlanContents) -> None:
        """Show what this plan has to be asked."""
        self.year.setVisible(contents.needs_year)
        self._year_label.setVisible(contents.needs_year)

    def options(self) -> ImportOptions:
        """What is chosen now."""
        year = int(self.year.text()) if self.year.hasAcceptableInput() and self.year.text() else None
        return ImportOptions(year, str(self.language.currentData()))

    def _on_year_changed(self) -> None:
        if self.options().year != self._told:
            self._told = self.options().year
            self._pause.start()
