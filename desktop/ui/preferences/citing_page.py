"""Settings: how cite keys are made, and how references are copied, each with a live example."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from desktop.domain.cite_keys import EXAMPLES, USUAL, cite_key, require_template
from desktop.domain.errors import InputError
from desktop.domain.reference_styles import ReferenceStyle, formatted
from desktop.domain.settings import Settings
from desktop.ui.preferences.form import note, page_form


class CitingPage(QWidget):
    """Every choice is sent at once. A template that makes no keys is not sent."""

    changed = Signal(str, object)
    """Name of a setting and its new value."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = QLineEdit(settings.cite_keys)
        self.template.setObjectName("cite_keys")
        self.template.setAccessibleName(self.tr("Cite keys"))
        self.template.setPlaceholderText(USUAL)
        self.keys = note("")
        self.trouble = note(
            self.tr(
                "A template holds parts in brackets, such as [auth], letters, digits and :._/+-. The old one stands."
            )
        )
        self.trouble.setProperty("kind", "bad")
        self.style_box = QComboBox()
        self.style_box.setObjectName("reference_style")
        self.style_box.setAccessibleName(self.tr("Copied references"))
        self.style_box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for style, name in self._styles().items():
            self.style_box.addItem(name, style.value)
        self.style_box.setCurrentIndex(max(self.style_box.findData(settings.reference_style), 0))
        self.reference = note("")
        form = page_form(self)
        form.addRow(self.tr("Cite keys"), self.template)
        form.addRow("", self.keys)
        form.addRow("", self.trouble)
        form.addRow("", note(self._parts()))
        form.addRow(self.tr("Copied references"), self.style_box)
        form.addRow("", self.reference)
        self.template.textChanged.connect(self._show_keys)
        self.template.editingFinished.connect(self._send)
        self.style_box.activated.connect(self._on_style)
        self._show_keys()
        self._show_reference()

    def _styles(self) -> dict[ReferenceStyle, str]:
        return {
            ReferenceStyle.APA: self.tr("Like APA"),
            ReferenceStyle.IEEE: self.tr("Like IEEE"),
            ReferenceStyle.GB_T_7714: self.tr("Like GB/T 7714"),
            ReferenceStyle.MARKDOWN: self.tr("Link in Markdown"),
        }

    def _parts(self) -> str:
        return self.tr(
            "[auth] first author · [authors] up to three · [year] · [month] · [title] first word that says something · "
            "[title3] three of them · [venue] its capitals · [id] arXiv id. [auth:4] cuts; [auth:upper], [auth:keep] "
            "set the case. A key that is taken gets a letter. Keys that papers have stay."
        )

    def _usable(self) -> bool:
        try:
            require_template(self._typed())
        except InputError:
            return False
        return True

    def _typed(self) -> str:
        return self.template.text().strip() or USUAL

    def _show_keys(self) -> None:
        usable = self._usable()
        self.trouble.setVisible(not usable)
        if usable:
            keys = ", ".join(cite_key(example, self._typed()) for example in EXAMPLES)
            self.keys.setText(self.tr("For example: {keys}").format(keys=keys))

    def _send(self) -> None:
        if self._usable():
            self.changed.emit("cite_keys", self._typed())

    def _on_style(self) -> None:
        self.changed.emit("reference_style", self.style_box.currentData())
        self._show_reference()

    def _show_reference(self) -> None:
        self.reference.setText(formatted(EXAMPLES[0], ReferenceStyle(self.style_box.currentData())))
