"""The head of a digest: its name, what it looks like, what it leaves out, its preface, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain.labels import MAX_NAME
from desktop.domain.own_digest import TRANSLATIONS, DigestChoice, DigestField, Template
from desktop.ui.assets import icon
from desktop.ui.composing.digest_words import field_name, template_name
from desktop.ui.composing.preface_field import PrefaceField
from desktop.ui.composing.staying_menu import StayingMenu
from desktop.ui.digests.language_box import language_box
from desktop.ui.library.flow_layout import FlowLayout
from desktop.ui.library.labels import IconButton, link_button
from desktop.ui.theme import theme
from desktop.ui.tokens import PANE_PADDING, Color
from desktop.ui.wording import number


class DigestHead(QWidget):
    """Shows a `DigestChoice` and tells when a person chose or typed another."""

    chosen = Signal(object)
    """This is to be stored (DigestChoice)."""
    typed = Signal()
    """A name or a preface is being typed: see `choice`."""
    delete_wanted = Signal()
    papers_wanted = Signal()
    """More papers are to be found for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = DigestChoice()
        self.name = QLineEdit()
        self.template = QComboBox()
        self.language = language_box(self._stored.language, self)
        self.fields = QPushButton()
        self.field_menu = StayingMenu(self.fields)
        self.field_actions: dict[DigestField, QAction] = {}
        self.add = QPushButton(icon("add", Color.TEXT_MUTED), self.tr("Add papers…"))
        self.preface = PrefaceField()
        self.preface_button = link_button(self.tr("Preface"))
        self.history = link_button()
        self.history_menu = QMenu(self.history)
        self.history.setMenu(self.history_menu)
        self.hand_on = QPushButton(self.tr("Hand on"))
        self.hand_on_menu = QMenu(self.hand_on)
        self.hand_on.setMenu(self.hand_on_menu)
        self.delete = IconButton("trash")
        self._set_up()
        self._lay_out()
        self._connect()

    @property
    def choice(self) -> DigestChoice:
        """What is chosen and typed now."""
        return DigestChoice(
            self.name.text(),
            self.preface.text,
            str(self.language.currentData()),
            Template(self.template.currentData()),
            frozenset(field for field, action in self.field_actions.items() if not action.isChecked()),
        )

    def show_choice(self, choice: DigestChoice) -> None:
        """Show what is stored. What is being typed stays."""
        typed, before = self.choice, self._stored
        self._stored = choice
        if not (self.name.hasFocus() and typed.name != before.name):
            self.name.setText(choice.name)
        if not (self.preface.hasFocus() and typed.preface != before.preface) and self.preface.text != choice.preface:
            self.preface.setPlainText(choice.preface)
        self._choose(self.template, choice.template)
        self._choose(self.language, choice.language)
        for field, action in self.field_actions.items():
            action.setChecked(field not in choice.left_out)
            action.setEnabled(choice.template is not Template.ENGLISH or field not in TRANSLATIONS)
        self.language.setEnabled(choice.template is not Template.ENGLISH)
        self._tell_fields(choice)
        if choice.preface:
            self._show_preface(True)

    def show_history(self, words: str) -> None:
        """Say when it was handed on last; nothing, if it never was."""
        self.history.setText(words)
        self.history.setVisible(bool(words))

    def flush(self) -> None:
        """Have what is typed stored."""
        if self.choice != self._stored:
            if not self.name.text().strip():
                self.name.setText(self._stored.name)  # a digest without a name could not be found again
            if self.choice != self._stored:
                self._stored = self.choice
                self.chosen.emit(self._stored)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what is being typed here; if nothing is, it is for the page."""
        typed = self.choice != self._stored
        if event.key() != Qt.Key.Key_Escape or not typed:
            super().keyPressEvent(event)
            return
        self.name.setText(self._stored.name)
        self.preface.setPlainText(self._stored.preface)
        self.typed.emit()

    # Widgets

    def _set_up(self) -> None:
        self.name.setMaxLength(MAX_NAME)
        self.name.setProperty("kind", "heading")
        self.name.setAccessibleName(self.tr("Name of the digest"))
        for template in Template:
            self.template.addItem(template_name(template), template)
        self.template.setAccessibleName(self.tr("Template"))
        self.language.setAccessibleName(self.tr("Language of the translations"))
        for field in DigestField:
            action = self.field_menu.addAction(field_name(field))
            action.setCheckable(True)
            action.setChecked(True)
            self.field_actions[field] = action
        self.fields.setMenu(self.field_menu)
        self.fields.setIcon(icon("columns", Color.TEXT_MUTED))
        self.preface_button.setCheckable(True)
        self.preface.hide()
        self.history.hide()
        self.hand_on.setProperty("kind", "primary")
        self.hand_on.setIcon(icon("hand-on", Color.ON_ACCENT))
        self.delete.set_name(self.tr("Delete the digest"))
        self._tell_fields(self._stored)

    def _lay_out(self) -> None:
        look = theme()
        first = QHBoxLayout()
        first.setSpacing(look.space(3))
        first.addWidget(self.name, 1)
        for widget in (self.history, self.hand_on, self.delete):
            first.addWidget(widget)
        choices = QWidget()
        second = FlowLayout(choices)
        second.setSpacing(look.space(2))
        for name, box in ((self.tr("Template"), self.template), (self.tr("Language"), self.language)):
            second.addWidget(_labelled(name, box))
        for button in (self.fields, self.add, self.preface_button):
            second.addWidget(button)
        column = QVBoxLayout(self)
        side = look.space(PANE_PADDING)
        column.setContentsMargins(side, look.space(2), side, look.space(2))
        column.setSpacing(look.space(2))
        column.addLayout(first)
        column.addWidget(choices)
        column.addWidget(self.preface)

    def _connect(self) -> None:
        self.name.textEdited.connect(self.typed)
        self.name.editingFinished.connect(self.flush)
        self.preface.textChanged.connect(self._on_preface_typed)
        self.preface.finished.connect(self.flush)
        self.preface_button.clicked.connect(self._on_preface_wanted)
        self.template.activated.connect(self.flush)
        self.language.activated.connect(self.flush)
        for action in self.field_actions.values():
            action.triggered.connect(self.flush)
        self.add.clicked.connect(self.papers_wanted)
        self.delete.clicked.connect(self.delete_wanted)

    def _on_preface_typed(self) -> None:
        if self.preface.hasFocus():
            self.typed.emit()

    def _on_preface_wanted(self, wanted: bool) -> None:
        self._show_preface(wanted)
        if wanted:
            self.preface.setFocus()

    def _show_preface(self, shown: bool) -> None:
        self.preface_button.setChecked(shown)
        self.preface.setVisible(shown)

    def _tell_fields(self, choice: DigestChoice) -> None:
        count = len(choice.left_out)
        text = self.tr("Fields: {count} left out").format(count=number(count)) if count else self.tr("All fields")
        self.fields.setText(text)

    @staticmethod
    def _choose(box: QComboBox, data: str) -> None:
        place = box.findData(data)
        if place < 0:  # a language that is not offered
            box.addItem(data, data)
            place = box.count() - 1
        box.setCurrentIndex(place)


def _labelled(text: str, box: QComboBox) -> QWidget:
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().space(1.5))
    label = QLabel(text)
    label.setProperty("kind", "muted")
    label.setBuddy(box)
    line.addWidget(label)
    line.addWidget(box)
    return pair
