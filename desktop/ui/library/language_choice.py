"""Which translation of a paper is shown, where it has been translated into several languages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from desktop.domain.languages import language_of
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.theme import theme


class LanguageChoice(QWidget):
    """A button for each language, in its own name; hidden where there is nothing to choose."""

    chosen = Signal(str)
    """The code of a language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._line = FlowLayout(self)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.property("code")))
        theme().changed.connect(self._apply_spacing)
        self._apply_spacing()
        self.hide()

    def show_languages(self, codes: tuple[str, ...], now: str) -> None:
        """Offer these, of which one is shown."""
        if tuple(self.buttons) != codes:
            self._fill(codes)
        if now in self.buttons:
            self.buttons[now].setChecked(True)
        self.setVisible(len(codes) > 1)

    def _fill(self, codes: tuple[str, ...]) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {code: self._button(code) for code in codes}

    def _button(self, code: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(language_of(code).native)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("code", code)
        self._group.addButton(button)
        self._line.addWidget(button)
        return button

    def _apply_spacing(self) -> None:
        self._line.setSpacing(theme().space(0.5))
        self.setContentsMargins(theme().space(), 0, 0, 0)
