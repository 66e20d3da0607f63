"""What the dialogs are made of: fields with their names, and the two buttons at the end."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QWidget

from desktop.ui.theme import theme


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


def agree_or_cancel(dialog: QDialog, agree: QPushButton, act: Callable[[], None], cancel: str) -> QDialogButtonBox:
    """The button that Enter presses, which calls `act`, and one called `cancel` that closes the dialog."""
    agree.setProperty("kind", "primary")
    agree.setDefault(True)
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(agree, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(QPushButton(cancel, dialog), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(act)
    buttons.rejected.connect(dialog.reject)
    return buttons
