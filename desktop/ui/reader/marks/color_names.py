"""The names that a person gave to the colours: the same in every tab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import AppError
from desktop.domain.mark import COLORS
from desktop.ui.events import LibraryEvents
from desktop.ui.library.labels import plain_label
from desktop.ui.mark_colors import dot_icon, plain_color_name
from desktop.ui.tasks import Lane, TaskRunner
from desktop.ui.theme import theme
from desktop.ui.tokens import GROUP_GAP, MARK_DOT

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_LONGEST = 100
"""Characters that the library keeps of a name."""


class ColorNames(QObject):
    """Eight names, empty where none was given."""

    changed = Signal()

    def __init__(self, events: LibraryEvents) -> None:
        super().__init__(events)
        self.names: tuple[str, ...] = ("",) * len(COLORS)

    def use(self, names: tuple[str, ...]) -> None:
        """These are the names now."""
        if names and names != self.names:
            self.names = names
            self.changed.emit()

    def store(self, names: tuple[str, ...], services: "LibraryServices", tasks: TaskRunner) -> None:
        """Use these names and keep them in the library; if that fails, the old ones count again."""
        before = self.names
        self.use(names)

        def refused(error: AppError) -> None:
            self.use(before)
            tasks.failure_reported.emit(error)

        tasks.run(Lane.DB, lambda: services.reading.name_colors(names), owner=self, failed=refused)


def color_names(events: LibraryEvents, names: tuple[str, ...]) -> ColorNames:
    """The names of the library that the events are about; those that were just read count."""
    found = events.findChild(ColorNames, options=Qt.FindChildOption.FindDirectChildrenOnly) or ColorNames(events)
    found.use(names)
    return found


class ColorNamesDialog(QDialog):
    """Eight lines to type into; `names` is what is typed."""

    def __init__(self, names: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names of the colours"))
        self.fields: list[QLineEdit] = []
        form = QFormLayout()
        side = theme().scaled(MARK_DOT)
        for color in COLORS:
            field = QLineEdit(names[color - 1])
            field.setMaxLength(_LONGEST)
            field.setPlaceholderText(plain_color_name(color))
            field.setAccessibleName(plain_color_name(color))
            dot = QLabel()
            dot.setPixmap(dot_icon(color).pixmap(side, side))
            form.addRow(dot, field)
            self.fields.append(field)
        save = QPushButton(self.tr("Save"))
        save.setProperty("kind", "primary")
        buttons = QDialogButtonBox()
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme().space(4)] * 4)
        layout.setSpacing(theme().space(GROUP_GAP))
        words = self.tr("What does a colour mean to you? “Claim”, “method”, “to read” …")
        layout.addWidget(plain_label("muted", words, wraps=True))
        layout.addLayout(form)
        layout.addWidget(buttons)

    @property
    def names(self) -> tuple[str, ...]:
        """What is typed."""
        return tuple(" ".join(field.text().split()) for field in self.fields)
