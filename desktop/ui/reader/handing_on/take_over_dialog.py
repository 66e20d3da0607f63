"""Shows the marks that a PDF brought with it, and offers to take them over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.annotated_copy import TakeOver
from desktop.domain.mark import Mark
from desktop.ui.library.labels import plain_label
from desktop.ui.mark_colors import dot_icon
from desktop.ui.mark_words import kind_name
from desktop.ui.reader.handing_on.dialog_parts import agree_or_cancel
from desktop.ui.theme import theme
from desktop.ui.wording import listed, marks, number, sentences

_SIZE = (560, 420)
_SHOWN = 500
"""Marks listed at most; all are taken over."""
_LONGEST = 160


class TakeOverDialog(QDialog):
    """One button takes all of them over."""

    agreed = Signal(object)  # TakeOver

    def __init__(self, found: TakeOver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Marks in the PDF"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for mark in found.marks[:_SHOWN]:
            self.list.addItem(QListWidgetItem(dot_icon(mark.color), self._words(mark)))
        self.take_button = QPushButton(self.tr("Take over {marks}").format(marks=marks(len(found.marks))), self)
        self.setWindowTitle(self.tr("Marks of the PDF"))
        self._set_up()

    def _set_up(self) -> None:
        look = theme()
        buttons = agree_or_cancel(self, self.take_button, self._agree, self.tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addWidget(plain_label("", self._told(), wraps=True))
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.resize(look.scaled(_SIZE[0]), look.scaled(_SIZE[1]))

    def _told(self) -> str:
        parts = [
            self.tr(
                "Other programs left these in the file. Taken over, they are found, edited and exported like yours."
            )
        ]
        if self._found.there:
            parts.append(self.tr("{marks} are here already.").format(marks=marks(self._found.there)))
        if self._found.left_out:
            parts.append(
                self.tr("What cannot be a mark stays in the file: {count}.").format(count=number(self._found.left_out))
            )
        return sentences(parts)

    def _agree(self) -> None:
        self.agreed.emit(self._found)
        self.accept()

    def _words(self, mark: Mark) -> str:
        place = self.tr("Page {page}").format(page=number(mark.page + 1))
        text = " ".join((mark.quote or mark.comment).split())[:_LONGEST]
        told = listed(part for part in (place, kind_name(mark.kind), mark.author) if part)
        return f"{told}\n{text}" if text else told
