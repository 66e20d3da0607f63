"""Settings: how PDFs are downloaded, and by which way arXiv is reached."""

from collections.abc import Callable

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from desktop.domain.network import ARXIV_API, ARXIV_PDFS, usable_address, usable_proxy
from desktop.domain.settings import Settings
from desktop.ui import wording
from desktop.ui.preferences.form import note, page_form
from desktop.ui.theme import theme

_DIRECT = "none"
_OTHER = "other"


class ArxivPage(QWidget):
    """Every choice is sent at once, by the name of the setting. An address that cannot be used is not sent."""

    changed = Signal(str, object)

    def __init__(self, settings: Settings, pdf_bytes: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._troubles: dict[str, QLabel] = {}
        """What is wrong with a setting, below its field, until it is right."""
        form = page_form(self)
        form.addRow(self.tr("PDFs"), self._downloads(settings.pdf_downloads))
        form.addRow(self.tr("Disk space for PDFs"), self._limit(settings.pdf_limit_mb))
        form.addRow("", note(self._limit_words(pdf_bytes)))
        form.addRow(self.tr("Proxy"), self._proxy(settings.proxy))
        form.addRow("", self._proxy_address)
        form.addRow("", self._trouble("proxy"))
        api = self._address("arxiv_api", self.tr("Address of the API"), settings.arxiv_api, ARXIV_API)
        pdfs = self._address("arxiv_pdfs", self.tr("Address of PDFs"), settings.arxiv_pdfs, ARXIV_PDFS)
        form.addRow(self.tr("Address of the API"), api)
        form.addRow("", self._trouble("arxiv_api"))
        form.addRow(self.tr("Address of PDFs"), pdfs)
        form.addRow("", self._trouble("arxiv_pdfs"))
        form.addRow("", note(self.tr("For a mirror. Left empty, arXiv itself is asked. All of it counts at once.")))

    def _trouble(self, setting: str) -> QLabel:
        label = self._troubles[setting] = note("")
        label.setProperty("kind", "bad")
        label.hide()
        return label

    def _downloads(self, now: str) -> QComboBox:
        choices = {
            "automatic": self.tr("Download those of papers I add"),
            "on-demand": self.tr("Download when I ask for them"),
        }
        box = self._box("pdf_downloads", choices, now)
        box.activated.connect(lambda: self.changed.emit("pdf_downloads", box.currentData()))
        return box

    def _limit(self, now: int) -> QWidget:
        field = QLineEdit(f"{now}" if now else "")
        field.setObjectName("pdf_limit_mb")
        # Unlike QIntValidator this one takes an empty field for an answer.
        field.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,8}"), field))
        field.setPlaceholderText(self.tr("No limit"))
        field.setAccessibleName(self.tr("Disk space for PDFs, in megabytes"))
        field.setFixedWidth(theme().scaled(120))
        field.editingFinished.connect(lambda: self.changed.emit("pdf_limit_mb", int(field.text() or 0)))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(field)
        row.addWidget(QLabel(self.tr("MB")))
        row.addStretch(1)
        return line

    def _limit_words(self, pdf_bytes: int | None) -> str:
        rule = self.tr("Once the limit is reached, only PDFs that you ask for are downloaded.")
        if not pdf_bytes:
            return rule
        use = self.tr("This library holds {size} of PDFs.").format(size=wording.size(pdf_bytes))
        return wording.sentences((use, rule))

    def _proxy(self, now: str) -> QComboBox:
        choices = {"": self.tr("As the system"), _DIRECT: self.tr("None"), _OTHER: self.tr("This one:")}
        chosen = now if now in choices else _OTHER
        box = self._box("proxy", choices, chosen)
        self._proxy_address = QLineEdit(now if chosen == _OTHER else "")
        self._proxy_address.setObjectName("proxy_address")
        self._proxy_address.setPlaceholderText("http://proxy.example.org:3128")
        self._proxy_address.setAccessibleName(self.tr("Address of the proxy"))
        self._proxy_address.setVisible(chosen == _OTHER)
        self._proxy_address.editingFinished.connect(
            lambda: self._send("proxy", self._proxy_address.text().strip(), usable_proxy, self._proxy_words())
        )
        box.activated.connect(lambda: self._on_proxy(box.currentData()))
        return box

    def _proxy_words(self) -> str:
        return self.tr("The address of a proxy is written as http://proxy.example.org:3128. The old setting stands.")

    def _on_proxy(self, chosen: str) -> None:
        self._proxy_address.setVisible(chosen == _OTHER)
        self._troubles["proxy"].hide()
        if chosen == _OTHER:
            self._proxy_address.setFocus()
        else:
            self.changed.emit("proxy", chosen)

    def _address(self, setting: str, name: str, now: str, usual: str) -> QLineEdit:
        field = QLineEdit(now)
        field.setObjectName(setting)
        field.setPlaceholderText(usual)
        field.setAccessibleName(name)
        words = self.tr("An address begins with https://, or with http:// on this computer. The old one stands.")
        field.editingFinished.connect(
            lambda: self._send(setting, field.text().strip(), lambda text: not text or usable_address(text), words)
        )
        return field

    def _send(self, setting: str, text: str, usable: Callable[[str], bool], words: str) -> None:
        fits = usable(text)
        self._troubles[setting].setText("" if fits else words)
        self._troubles[setting].setVisible(not fits)
        if fits:
            self.changed.emit(setting, text)

    @staticmethod
    def _box(setting: str, choices: dict[str, str], now: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(setting)
        for value, text in choices.items():
            box.addItem(text, value)
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(theme().scaled(180))
        box.setCurrentIndex(max(box.findData(now), 0))
        return box
