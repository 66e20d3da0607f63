"""What a person does in the dialogs arrives in files and in the library."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.mark import Mark, MarkChange, MarkKind, MarkStep
from desktop.domain.mark_history import MarkHistory
from desktop.domain.reading import OpenedPaper
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.events import LibraryEvents
from desktop.ui.reader.handing_on.copy_dialog import CopyDialog
from desktop.ui.reader.handing_on.handing_on import HandingOn
from desktop.ui.reader.handing_on.notes_dialog import NotesChoices, NotesDialog
from desktop.ui.reader.handing_on.take_over_dialog import TakeOverDialog
from desktop.ui.reader.marks.mark_making import edited
from desktop.ui.reader.marks.mark_writer import MarkWriter
from desktop.ui.reader.marks.marks_model import MarksModel
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from desktop.ui.widgets.toast import Toast
from tests.gui.shown_window import Shown
from tests.unit.pdf.made_pdfs import made_pdf, text

Dialog = TypeVar("Dialog", bound=QDialog)
OnDb = Callable[[Callable[[], object]], object]
HIGHLIGHT = "<</Type/Annot/Subtype/Highlight/Rect[58 596 130 612]/T(Ada)/Contents(Well said)/C[0 1 0]>>"
MINE = "0f8b3c1e-5a44-4b0e-9c1e-2d6a3f7b9e10"


class Reading:
    """A library with one marked paper, whose PDF brought a mark with it, and the flows over it."""

    def __init__(
        self, qtbot: QtBot, tasks: TaskRunner, services: LibraryServices, session: Session, on_db: OnDb, folder: Path
    ) -> None:
        self.qtbot = qtbot
        self.services = services
        self.on_db = on_db
        self.folder = folder
        self._dialogs: list[QDialog] = []
        self.exported: list[tuple[str, str]] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 700)
        self.window.show()
        self.toast = Toast(self.window)
        self.flows = HandingOn(services, tasks, session, self.toast, self.window)
        self.flows.opened.connect(self._dialogs.append)
        self.flows.exported.connect(lambda words, path: self.exported.append((words, path)))
        self.opened = self._add_paper()
        self.events = LibraryEvents(self.window)
        self.model = MarksModel(
            self.opened,
            MarkHistory(),
            services,
            tasks,
            self.events,
            MarkWriter(services, tasks, self.events, self.toast),
            self.window,
        )

    def _add_paper(self) -> OpenedPaper:
        path = self.folder / "given.pdf"
        content = text("We walk through walls of stone.", 10, 60, 600)
        path.write_bytes(made_pdf(content, more=[HIGHLIGHT], page="/Annots[6 0 R]"))

        def add() -> OpenedPaper:
            self.services.organising.add_pdf(path, "On Walls")
            (paper,) = self.services.browse.list_papers(Listing()).ids
            opened = self.services.reading.open(PaperId(paper))
            mark = Mark(
                *(MINE, opened.paper, opened.file.sha256, 0, MarkKind.AREA, 2),
                box=(60.0, 100.0, 90.0, 130.0),
                comment="A thought",
            )
            self.services.marking.apply(MarkStep((MarkChange(None, mark),)))
            return self.services.reading.open(PaperId(paper))

        opened = self.on_db(add)
        assert isinstance(opened, OpenedPaper)
        return opened

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog that opens next."""
        self.qtbot.waitUntil(lambda: bool(self._dialogs), timeout=20_000)
        found = self._dialogs.pop()
        assert isinstance(found, kind)
        return found

    def wait_for_export(self) -> tuple[str, str]:
        """What is told, and the path."""
        self.qtbot.waitUntil(lambda: bool(self.exported), timeout=30_000)
        return self.exported.pop()

    def notes_dialog(self) -> NotesDialog:
        """Ready to export the one paper."""
        self.flows.export_notes(NotesChoices((self.opened.paper,)))
        dialog = self.dialog(NotesDialog)
        dialog.target.set_folder(self.folder)
        self.qtbot.waitUntil(dialog.export_button.isEnabled, timeout=20_000)
        return dialog


@pytest.fixture
def reading(
    qtbot: QtBot, tasks: TaskRunner, services: LibraryServices, session: Session, on_db: OnDb, tmp_path: Path
) -> Reading:
    folder = tmp_path / "mine"
    folder.mkdir()
    return Reading(qtbot, tasks, services, session, on_db, folder)


def test_the_copys_dialog_says_what_is_wrong_with_a_name(reading: Reading) -> None:
    (reading.folder / "taken.pdf").write_bytes(b"%PDF")
    reading.flows.export_copy(reading.opened.paper)
    dialog = reading.dialog(CopyDialog)
    dialog.target.set_folder(reading.folder)
    remark = dialog.target.remark
    assert not remark.isVisible()
    dialog.target.name.setText("elsewhere/copy.pdf")
    assert not dialog.export_button.isEnabled()
    assert remark.isVisible()
    assert "folder" in remark.text()
    dialog.target.name.setText("taken.pdf")
    reading.qtbot.waitUntil(lambda: "already" in remark.text(), timeout=20_000)
    assert dialog.export_button.isEnabled()
    assert dialog.export_button.text() == "Replace the file"
    dialog.target.name.setText("free.pdf")
    reading.qtbot.waitUntil(lambda: not remark.isVisible(), timeout=20_000)


def test_a_copy_is_exported_with_one_key(reading: Reading, session: Session) -> None:
    reading.flows.export_copy(reading.opened.paper)
    dialog = reading.dialog(CopyDialog)
    assert "1 mark" in dialog.told.text()
    dialog.target.set_folder(reading.folder)
    dialog.author.setText("  Jane   Doe ")
    QTest.keyClick(dialog.target.name, Qt.Key.Key_Return)
    words, path = reading.wait_for_export()
    assert Path(path) == reading.folder / "On Walls.pdf"
    assert "1 mark" in words
    assert b"Jane Doe" in Path(path).read_bytes()
    assert session.recall("author-name") == "Jane Doe"


def test_a_file_that_is_there_is_replaced_only_if_the_button_said_so(reading: Reading) -> None:
    (reading.folder / "On Walls.pdf").write_bytes(b"mine")
    reading.flows.export_copy(reading.opened.paper)
    dialog = reading.dialog(CopyDialog)
    dialog.target.set_folder(reading.folder)
    reading.qtbot.waitUntil(lambda: "Replace" in dialog.export_button.text())
    dialog.target.name.setText("Other.pdf")
    reading.qtbot.waitUntil(lambda: "Replace" not in dialog.export_button.text())
    dialog.target.name.setText("a/b.pdf")
    assert not dialog.export_button.isEnabled()
    dialog.reject()
    assert (reading.folder / "On Walls.pdf").read_bytes() == b"mine"


def test_notes_are_shown_before_they_are_written(reading: Reading) -> None:
    dialog = reading.notes_dialog()
    assert "# On Walls" in dialog.preview.toPlainText()
    assert dialog.target.name.text() == "On Walls.md"
    QTest.keyClick(dialog.target.name, Qt.Key.Key_Return)
    words, path = reading.wait_for_export()
    assert "1 paper" in words
    assert "A thought" in Path(path).read_text("utf-8")


def test_the_dialog_says_that_a_file_keeps_what_is_the_persons(reading: Reading) -> None:
    (reading.folder / "On Walls.md").write_text("Mine.")
    dialog = reading.notes_dialog()
    reading.qtbot.waitUntil(lambda: "stays" in dialog.told.text())
    QTest.keyClick(dialog.target.name, Qt.Key.Key_Return)
    _, path = reading.wait_for_export()
    assert Path(path).read_text("utf-8").startswith("Mine.\n")


def test_a_template_with_a_mistake_is_told_in_words(reading: Reading) -> None:
    dialog = reading.notes_dialog()
    template = reading.folder / "mine.txt"
    template.write_text("# ${titel}")
    dialog.template.use(template)
    reading.qtbot.waitUntil(dialog.failure.isVisible)
    assert "line 1" in dialog.failure.text()
    assert not dialog.export_button.isEnabled()
    template = reading.folder / "better.txt"
    template.write_text("Only ${title}")
    dialog.template.use(template)
    reading.qtbot.waitUntil(lambda: dialog.preview.toPlainText() == "Only On Walls\n")
    assert not dialog.failure.isVisible()


def test_marks_of_the_file_are_taken_over_and_back_in_one_step(reading: Reading) -> None:
    reading.flows.take_over(reading.opened, reading.model)
    dialog = reading.dialog(TakeOverDialog)
    assert dialog.list.count() == 1
    assert "Ada" in dialog.list.item(0).text()
    QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    assert len(reading.model.marks) == 2
    new = next(mark for mark in reading.model.marks if mark.id != MINE)
    assert (new.author, new.comment, new.color) == ("Ada", "Well said", 2)
    assert new.quote.startswith("We walk")
    reading.qtbot.waitUntil(lambda: reading.on_db(lambda: len(reading.services.marking.marks(new.paper))) == 2)
    reading.flows.take_over(reading.opened, reading.model)
    reading.qtbot.waitUntil(lambda: "already" in reading.toast.text, timeout=20_000)
    reading.model.undo()
    assert [mark.id for mark in reading.model.marks] == [MINE]


def test_the_messages_undo_is_about_what_was_taken_over_alone(reading: Reading) -> None:
    reading.flows.take_over(reading.opened, reading.model)
    QTest.mouseClick(reading.dialog(TakeOverDialog).take_button, Qt.MouseButton.LeftButton)
    mine = next(mark for mark in reading.model.marks if mark.id == MINE)
    reading.model.do(edited([mine], color=5))
    reading.toast._button.click()
    assert [(mark.id, mark.color) for mark in reading.model.marks] == [(MINE, 5)]


def test_every_control_has_a_name(reading: Reading) -> None:
    reading.flows.export_copy(reading.opened.paper)
    copy = reading.dialog(CopyDialog)
    notes = reading.notes_dialog()
    fields: tuple[QWidget, ...] = (copy.author, copy.target.name, notes.what, notes.how, notes.template.box)
    assert all(field.accessibleName() for field in (*fields, notes.target.name, notes.preview))


def test_the_menu_opens_the_dialogs(shown: Shown) -> None:
    opened: list[object] = []
    shown.desk.handing.flows.opened.connect(opened.append)
    shown.desk.room.select([shown.desk.room.shown[0]])
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.EXPORT_NOTES))
    shown.do(ActionId.EXPORT_NOTES)
    shown.qtbot.waitUntil(lambda: bool(opened))
    dialog = opened.pop()
    assert isinstance(dialog, NotesDialog)
    assert dialog.what.count() == 2, "the selected paper, and the list"
    dialog.reject()
    shown.do(ActionId.EXPORT_ANNOTATED)
    shown.told("no PDF")
