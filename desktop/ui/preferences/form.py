"""What the pages of the settings have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from desktop.ui.theme import theme


def page_form(page: QWidget) -> QFormLayout:
    """A form laid out as all pages are."""
    look = theme()
    form = QFormLayout(page)
    form.setContentsMargins(*(look.space(5),) * 4)
    form.setHorizontalSpacing(look.space(4))
    form.setVerticalSpacing(look.space(3))
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def note(text: str) -> QLabel:
    """A remark below a field."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", "muted")
    return label
