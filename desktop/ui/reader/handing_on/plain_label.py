"""Lines of plain text in the dialogs, of whatever they tell."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from desktop.ui.theme import theme


def plain_label(parent: QWidget, kind: str = "", text: str = "") -> QLabel:
    """A label that shows its text as it is, in as many lines as it takes; `kind` is one of the style sheet's."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setProperty("kind", kind)
    return label


def labelled_form(parent: QWidget, *rows: tuple[str, QWidget]) -> QFormLayout:
    """Fields with their names before them; the names are theirs for screen readers, too."""
    form = QFormLayout()
    form.setHorizontalSpacing(theme().space(3))
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for text, field in rows:
        label = QLabel(text, parent)
        label.setProperty("kind", "muted")
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text)
        form.addRow(label, field)
    return form
