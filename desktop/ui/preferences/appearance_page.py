"""Settings: theme, size of type, language of the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.domain.settings import Settings
from desktop.ui import tokens
from desktop.ui.language import CHINESE, ENGLISH
from desktop.ui.preferences.form import note, page_form
from desktop.ui.theme import ThemeMode, theme


class AppearancePage(QWidget):
    """Every choice is sent at once, by the name of the setting."""

    changed = Signal(str, object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        modes = {
            ThemeMode.SYSTEM.value: self.tr("As the system"),
            ThemeMode.LIGHT.value: self.tr("Light"),
            ThemeMode.DARK.value: self.tr("Dark"),
        }
        scales = {scale: self.tr("{scale} %").format(scale=scale) for scale in tokens.SCALES}
        languages = {"": self.tr("As the system"), ENGLISH: "English", CHINESE: "简体中文"}
        form = page_form(self)
        form.addRow(self.tr("Theme"), self._choice("theme", modes, settings.theme))
        form.addRow(self.tr("Size of text"), self._choice("scale", scales, settings.scale))
        form.addRow(self.tr("Language"), self._choice("language", languages, settings.language))
        form.addRow("", note(self.tr("Changes show at once.")))

    def _choice(self, setting: str, choices: dict[str, str] | dict[int, str], now: object) -> QComboBox:
        box = QComboBox()
        box.setObjectName(setting)
        for value, text in choices.items():
            box.addItem(text, value)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(theme().scaled(180))
        box.setCurrentIndex(max(box.findData(now), 0))
        box.activated.connect(lambda: self.changed.emit(setting, box.currentData()))
        return box
