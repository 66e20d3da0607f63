"""Which texts are to be written: languages, kinds, and whether those are written anew that are there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desktop.domain.languages import LANGUAGES
from desktop.domain.model_texts import TextOptions
from desktop.domain.paper import TextKind
from desktop.domain.settings import Settings
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import plain_label
from desktop.ui.theme import theme


class TextChoice(QWidget):
    """A form of ticks."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages = {
            language.code: self._tick(language.native, language.code in settings.text_languages)
            for language in LANGUAGES
        }
        self.kinds = {
            TextKind.TITLE: self._tick(self.tr("Title"), True),
            TextKind.ABSTRACT: self._tick(self.tr("Abstract"), True),
            TextKind.SUMMARY: self._tick(self.tr("Summary in one sentence"), True),
        }
        self.english = self._tick(self.tr("Summary in English, too"), settings.text_summary_en)
        self.again = self._tick(self.tr("Write those anew that are there; what you typed stays"), False)
        grid = QGridLayout(self)  # a QFormLayout gives lines that wrap the room of others
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().space(4))
        grid.setVerticalSpacing(theme().space(3))
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Into"), _beside(*self.languages.values())),
            (self.tr("Texts"), _beside(*self.kinds.values(), self.english)),
            ("", self.again),
        )
        for number, (name, ticks) in enumerate(rows):
            label = plain_label("", name)
            label.setMinimumHeight(self.again.sizeHint().height())
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(ticks, number, 1)

    def options(self) -> TextOptions:
        """What is chosen."""
        return TextOptions(
            tuple(code for code, tick in self.languages.items() if tick.isChecked()),
            self.english.isChecked() and self.kinds[TextKind.SUMMARY].isChecked(),
            frozenset(kind for kind, tick in self.kinds.items() if tick.isChecked()),
            self.again.isChecked(),
        )

    def _tick(self, text: str, on: bool) -> QCheckBox:
        tick = QCheckBox(text)
        tick.setChecked(on)
        tick.toggled.connect(self._on_toggled)
        return tick

    def _on_toggled(self) -> None:
        self.english.setEnabled(self.kinds[TextKind.SUMMARY].isChecked())
        self.changed.emit()


def _beside(*ticks: QCheckBox) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box)
    flow.setSpacing(theme().space(3))
    for tick in ticks:
        flow.addWidget(tick)
    return box
