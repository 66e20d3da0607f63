"""Settings: which language model writes texts, where it is reached, and what it costs."""

from functools import partial

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain.model_choice import on_this_computer, usable_endpoint
from desktop.domain.settings import Settings
from desktop.ui.preferences.form import note, page_form
from desktop.ui.preferences.settings_page import SettingsPage
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.writing.consent_row import ConsentRow
from desktop.ui.writing.key_row import KeyRow
from desktop.ui.writing.model_presets import LOCAL, REMOTE, preset_name
from desktop.ui.writing.model_trial import ModelTrial

_FIGURE = QRegularExpression("[0-9]{0,3}")
_PRICE = QRegularExpression(r"[0-9]{0,6}([.,][0-9]{0,6})?")
_CURRENCY = QRegularExpression(r"[^\s\d]{0,8}")


class ModelPage(SettingsPage):
    """Nothing is asked of anybody before a button here is pressed, or a program on this computer is chosen."""

    key_kept = Signal()

    def __init__(self, tasks: TaskRunner, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("model", "write-texts", self.tr("Language model"), parent)
        settings = session.values
        self.service = self._services()
        self.url = self._field("model_url", self.tr("Address"), settings.model_url)
        self.url.setPlaceholderText("https://api.example.com/v1")
        self.model = QComboBox()
        self.model.setObjectName("model_name")
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setEditable(True)
        self.model.setEditText(settings.model_name)
        self.key = KeyRow(tasks, session)
        self.trial = ModelTrial(tasks, session)
        self.consents = ConsentRow(settings.model_consents)
        self._trouble = note(
            self.tr(
                "An address begins with https://, or with http:// on this computer or in your own network. "
                "The old one stands."
            )
        )
        self._trouble.setProperty("kind", "bad")
        self._trouble.hide()
        self.list_models = QPushButton(self.tr("List models"))
        self.try_it = QPushButton(self.tr("Test"))
        for button in (self.list_models, self.try_it):
            button.setAutoDefault(False)
        self._fill(settings.model_parallel, settings.model_per_minute)
        self._connect()
        self._follow(settings.model_url)

    def _fill(self, parallel: int, per_minute: int) -> None:
        form = page_form(self)
        form.addRow("", note(self.tr("It translates titles and abstracts and writes summaries, when you ask for it.")))
        form.addRow(self.tr("Service"), self.service)
        form.addRow(self.tr("Address"), self.url)
        form.addRow("", self._trouble)
        form.addRow(self.tr("Key"), self.key)
        form.addRow(self.tr("Model"), _line(self.model, self.list_models))
        form.addRow("", _line(self.try_it, self.trial.words))
        at_once = self._figure("model_parallel", self.tr("Requests at a time"), parallel, Settings().model_parallel, 1)
        minute = self._figure("model_per_minute", self.tr("Requests a minute"), per_minute, 0, 0)
        form.addRow(self.tr("Requests at a time"), at_once)
        form.addRow(self.tr("Requests a minute"), minute)
        form.addRow(self.tr("A million tokens"), self._prices())
        form.addRow("", note(self.tr("As its price list says. Left empty, costs are not estimated.")))
        form.addRow(self.tr("May be sent texts"), self.consents)

    def _connect(self) -> None:
        self.service.activated.connect(self._on_service)
        self.url.editingFinished.connect(self._on_url)
        self.model.lineEdit().editingFinished.connect(self._on_model)  # type: ignore[union-attr]  # it is editable
        self.model.activated.connect(self._on_model)
        self.model.editTextChanged.connect(self._show_able)
        self.url.textChanged.connect(self._show_able)
        self.key.changed.connect(self.key_kept)
        self.list_models.clicked.connect(self._on_list)
        self.try_it.clicked.connect(self._on_try)
        self.trial.listed.connect(self._on_listed)
        self.consents.changed.connect(partial(self.changed.emit, "model_consents"))

    def _services(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("model_service")
        box.setAccessibleName(self.tr("Service"))
        box.addItem(self.tr("Another one"), "")
        for presets in (LOCAL, REMOTE):
            box.insertSeparator(box.count())
            for preset in presets:
                box.addItem(preset.name, preset.url)
        box.setMaxVisibleItems(box.count())
        return box

    def _field(self, setting: str, name: str, now: str) -> QLineEdit:
        field = QLineEdit(now)
        field.setObjectName(setting)
        field.setAccessibleName(name)
        return field

    def _figure(self, setting: str, name: str, now: int, usual: int, least: int) -> QLineEdit:
        """A field for a whole number; left empty, it is the usual one."""
        field = self._field(setting, name, f"{now}" if now != usual else "")
        field.setValidator(QRegularExpressionValidator(_FIGURE, field))
        field.setPlaceholderText(f"{usual}" if usual else self.tr("No limit"))
        field.setFixedWidth(theme().scaled(120))
        field.editingFinished.connect(
            lambda: self.changed.emit(setting, max(int(field.text()), least) if field.text() else usual)
        )
        return field

    def _prices(self) -> QWidget:
        values = self.trial.settings
        sent = self._field("model_price_in", self.tr("Price of a million tokens sent"), values.model_price_in)
        written = self._field("model_price_out", self.tr("Price of a million tokens written"), values.model_price_out)
        currency = self._field("model_currency", self.tr("Currency"), values.model_currency)
        for field in (sent, written, currency):
            field.setValidator(QRegularExpressionValidator(_CURRENCY if field is currency else _PRICE, field))
            field.setFixedWidth(theme().scaled(72))
            field.editingFinished.connect(partial(self._send, field))
        return _line(QLabel(self.tr("sent")), sent, QLabel(self.tr("written")), written, currency)

    # What is chosen

    def _send(self, field: QLineEdit) -> None:
        self.changed.emit(field.objectName(), field.text().strip())

    def _on_service(self) -> None:
        if url := self.service.currentData():
            self.url.setText(url)
            self._on_url()
            self.model.clear()
            self._on_model()
            if on_this_computer(url):
                self._on_list()
                return
        self.url.setFocus()

    def _on_url(self) -> None:
        url = self.url.text().strip().rstrip("/")
        fits = not url or usable_endpoint(url)
        self._trouble.setVisible(not fits)
        if fits:
            self.changed.emit("model_url", url)
            self._follow(url)

    def _on_model(self) -> None:
        self.changed.emit("model_name", self.model.currentText().strip())
        self.trial.forget()

    def _follow(self, url: str) -> None:
        """What stands below belongs to that address."""
        name = preset_name(url)
        self.service.setCurrentIndex(max(self.service.findText(name), 0) if name else 0)
        self.key.show_for(url)
        self.trial.forget()
        self._show_able()

    def _show_able(self) -> None:
        url = self.url.text().strip()
        self.list_models.setEnabled(bool(url))
        self.try_it.setEnabled(bool(url and self.model.currentText().strip()))

    # What is asked

    def _on_list(self) -> None:
        self.key.keep_then(self.trial.list_models)

    def _on_try(self) -> None:
        self._on_model()
        self.key.keep_then(self.trial.test)

    def _on_listed(self, names: tuple[str, ...]) -> None:
        typed = self.model.currentText()
        self.model.clear()
        self.model.addItems(names)
        self.model.setEditText(typed)
        if not typed and len(names) == 1:
            self.model.setEditText(names[0])
            self._on_model()
        elif names:
            self.model.showPopup()


def _line(*widgets: QWidget) -> QWidget:
    """Beside each other."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().space(2))
    stretches = [widget for widget in widgets if isinstance(widget, QComboBox) or widget.property("kind") == "muted"]
    for widget in widgets:
        row.addWidget(widget, 1 if widget in stretches else 0)
    if not stretches:
        row.addStretch(1)
    return line
