"""Asks which papers' notes are to be written, how, and where to, and shows what the first of them would look like."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import AppError
from desktop.domain.ids import PaperId
from desktop.domain.notes import NotesChoice
from desktop.ui.digests.window_size import give_size, keep_size
from desktop.ui.failures import failure_words
from desktop.ui.library.labels import plain_label
from desktop.ui.reader.handing_on.dialog_parts import agree_or_cancel, labelled_form
from desktop.ui.reader.handing_on.notes_preview import PreviewMaker, ShownNotes
from desktop.ui.reader.handing_on.target_row import TargetRow
from desktop.ui.reader.handing_on.template_box import TemplateBox
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import theme
from desktop.ui.wording import papers

_GEOMETRY = "notes-size"
_PICTURES = "notes-pictures"
_ONE_FILE = "notes-one-file"
_SHOWN = 20_000
"""Characters of the preview."""


@dataclass(frozen=True, slots=True)
class NotesChoices:
    """Whose notes can be written; the first that there are is proposed."""

    in_hand: tuple[PaperId, ...] = ()
    """The paper in front, or those selected."""
    shown: tuple[PaperId, ...] = ()
    """The whole list, in its order."""


@dataclass(frozen=True, slots=True)
class NotesWish:
    """What is to be written where."""

    papers: tuple[PaperId, ...]
    choice: NotesChoice
    target: Path
    folder: bool
    """A file a paper, in the folder `target`."""
    only_written: bool = False
    """Leave out papers that have neither notes nor marks."""


class NotesDialog(QDialog):
    """Sends `wished` when the person agrees."""

    wished = Signal(object)  # NotesWish

    def __init__(
        self,
        tasks: TaskRunner,
        session: Session,
        choices: NotesChoices,
        preview_of: Callable[[QObject], PreviewMaker],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: ShownNotes | None = None
        self.what = QComboBox(self)
        self.how = QComboBox(self)
        self.template = TemplateBox(tasks, session, self)
        self.pictures = QCheckBox(self.tr("Pictures of areas, in a folder beside"), self)
        self.pictures.setChecked(session.recall(_PICTURES) != "no")
        self.target = TargetRow(tasks, session, self)
        self.preview = QPlainTextEdit(self)
        self.told = plain_label("muted", wraps=True)
        self.failure = plain_label("bad", wraps=True)
        self.export_button = QPushButton(self)
        self._maker = preview_of(self)
        self._fill(choices)
        self._set_up()
        self._connect()
        self._on_how()

    @property
    def papers(self) -> tuple[PaperId, ...]:
        """Whose notes are chosen."""
        chosen: tuple[PaperId, ...] = self.what.currentData()
        return chosen

    @property
    def in_folder(self) -> bool:
        """A file for each paper is wanted."""
        return bool(self.how.currentData())

    def _fill(self, choices: NotesChoices) -> None:
        if len(choices.in_hand) == 1:
            self.what.addItem(self.tr("This paper"), choices.in_hand)
        elif choices.in_hand:
            self.what.addItem(
                self.tr("Selection: {papers}").format(papers=papers(len(choices.in_hand))), choices.in_hand
            )
        if choices.shown:
            self.what.addItem(
                self.tr("List: {papers}, those with notes or marks").format(papers=papers(len(choices.shown))),
                choices.shown,
            )
        self._in_hand = choices.in_hand
        self.how.addItem(self.tr("One file"), False)
        self.how.addItem(self.tr("A file for each paper, in one folder"), True)
        self.how.setCurrentIndex(int(self._session.recall(_ONE_FILE) == "no" and len(self.papers) > 1))

    def _set_up(self) -> None:
        look = theme()
        self.setWindowTitle(self.tr("Export notes and marks"))
        self.preview.setReadOnly(True)
        self.preview.setUndoRedoEnabled(False)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.failure.hide()
        buttons = agree_or_cancel(self, self.export_button, self._agree, self.tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[look.space(4)] * 4)
        layout.setSpacing(look.space(3))
        layout.addLayout(
            labelled_form(
                self,
                (self.tr("Export"), self.what),
                (self.tr("Write"), self.how),
                (self.tr("Template"), self.template),
                (self.tr("File name"), self.target),
            )
        )
        layout.addWidget(self.pictures)
        layout.addWidget(self.preview, 1)
        for widget in (self.told, self.failure, buttons):
            layout.addWidget(widget)
        give_size(self, self._session, _GEOMETRY, 760, 680)
        self.target.setFocus()

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._on_how)
        self.how.currentIndexChanged.connect(self._on_how)
        self.pictures.toggled.connect(self._ask_preview)
        self.template.changed.connect(self._ask_preview)
        self.template.failed.connect(self._on_failed)
        self.target.changed.connect(self._tell)
        self._maker.shown.connect(self._on_shown)
        self._maker.failed.connect(self._on_failed)

    def _on_how(self) -> None:
        self.target.show_name(not self.in_folder)
        self._ask_preview()

    def _ask_preview(self) -> None:
        self._shown = None
        self._tell()
        if self.template.text:
            self._maker.ask(self.papers, self.template.text, self.pictures.isChecked(), self.target.path)

    def _on_shown(self, shown: ShownNotes) -> None:
        self.failure.hide()
        self._shown = shown
        self.target.propose(shown.name)
        self.preview.setPlainText(shown.text[:_SHOWN])
        self._tell()

    def _on_failed(self, error: AppError) -> None:
        self._shown = None
        self.preview.clear()
        self.failure.setText(failure_words(error).text)
        self.failure.show()
        self._tell()

    def _tell(self) -> None:
        """What the button will do."""
        merges = self.target.is_there and not self.in_folder
        self.export_button.setText(self.tr("Write into this file") if merges else self.tr("Export"))
        self.export_button.setEnabled(self.target.is_usable and self._shown is not None)
        if merges or self.in_folder:
            self.told.setText(
                self.tr(
                    "In a file that is there already only the notes of these papers change; what you wrote before or "
                    "after them stays."
                )
            )
        else:
            self.told.clear()
        self.told.setVisible(bool(self.told.text()))

    def _agree(self) -> None:
        if self._shown is None or not self.target.is_usable:
            return
        self.target.remember()
        self.template.remember()
        self._session.remember(_PICTURES, "yes" if self.pictures.isChecked() else "no")
        if len(self.papers) > 1:
            self._session.remember(_ONE_FILE, "no" if self.in_folder else "yes")
        only_written = self.papers != self._in_hand
        self.wished.emit(NotesWish(self.papers, self._shown.choice, self.target.path, self.in_folder, only_written))
        self.accept()

    # Qt

    def done(self, result: int) -> None:
        keep_size(self, self._session, _GEOMETRY)
        super().done(result)
