"""From the library to files: the preview shows what will be written, and that is written."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.exporting import ExportResult
from desktop.domain.ids import DigestId, PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing
from desktop.domain.paper import TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.digests.export_all_dialog import ExportAllDialog
from desktop.ui.digests.export_dialog import ExportChoices, ExportDialog
from desktop.ui.digests.export_preview import ENTRIES_SHOWN, page_html, shown_entries
from desktop.ui.digests.target_file import export_folder
from desktop.ui.session import Session
from desktop.ui.tasks import TaskRunner
from tests.gui.digest_files import Paper, digest_bytes

HOSTILE = '<img src="file:///secret.png"><script>alert(1)</script> & [x](http://tracker.example/)'
THREE: tuple[Paper, ...] = (
    ("2401.00001", "Attention in models", "模型中的注意力"),
    ("2401.00002", HOSTILE, "傅里叶特征"),
    ("", "A paper without a link", ""),
)
OnDb = Callable[[Callable[[], object]], object]


class Shelf:
    """A library with one digest, and dialogs over it."""

    def __init__(
        self, qtbot: QtBot, tasks: TaskRunner, services: LibraryServices, session: Session, on_db: OnDb, folder: Path
    ) -> None:
        self._qtbot = qtbot
        self._parts = (tasks, services, session)
        self.services = services
        self.on_db = on_db
        self.folder = folder

    def import_digest(self, name: str, data: bytes) -> None:
        def work() -> object:
            importing = self.services.importing
            return importing.apply(importing.plan_texts([(name, data)], ImportOptions(), Job()), Job())

        self.on_db(work)

    def papers(self) -> tuple[PaperId, ...]:
        found = self.on_db(lambda: [PaperId(paper) for paper in self.services.browse.list_papers(Listing()).ids])
        assert isinstance(found, list)
        return tuple(found)

    def digest(self) -> tuple[DigestId, str]:
        found = self.on_db(lambda: [(digest.id, digest.name) for digest in self.services.browse.sidebar().digests])
        assert isinstance(found, list)
        return found[0]  # type: ignore[no-any-return]  # what the lane hands back

    def open(self, choices: ExportChoices) -> ExportDialog:
        dialog = ExportDialog(*self._parts, choices)
        self._qtbot.addWidget(dialog)
        dialog.set_folder(self.folder)
        dialog.show()
        self.wait_for_preview(dialog)
        return dialog

    def wait_for_preview(self, dialog: ExportDialog) -> None:
        self._qtbot.waitUntil(lambda: dialog.export_button.isEnabled() and dialog.preview.filled, timeout=20_000)

    def write(self, dialog: ExportDialog) -> bytes:
        with self._qtbot.waitSignal(dialog.exported, timeout=20_000) as done:
            QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        result = done.args[0]
        assert isinstance(result, ExportResult)
        return Path(result.path).read_bytes()

    def open_all(self) -> ExportAllDialog:
        dialog = ExportAllDialog(*self._parts)
        dialog.set_folder(self.folder)
        dialog.show()
        self._qtbot.waitUntil(dialog.export_button.isEnabled, timeout=20_000)
        return dialog


@pytest.fixture
def shelf(
    qtbot: QtBot, tasks: TaskRunner, services: LibraryServices, session: Session, on_db: OnDb, tmp_path: Path
) -> Shelf:
    folder = tmp_path / "exports"
    folder.mkdir()
    made = Shelf(qtbot, tasks, services, session, on_db, folder)
    made.import_digest("cs.CV.md", digest_bytes(THREE))
    return made


def test_an_imported_digest_is_exported_byte_for_byte(shelf: Shelf) -> None:
    dialog = shelf.open(ExportChoices(shelf.digest()))
    assert dialog.name.text() == "cs.CV.md"
    assert dialog.export_button.text() == "Export to cs.CV.md"
    assert shelf.write(dialog) == digest_bytes(THREE)
    assert not dialog.isVisible()


def test_an_edit_changes_its_field_alone_and_can_be_left_out(qtbot: QtBot, shelf: Shelf) -> None:
    paper = shelf.papers()[0]
    shelf.on_db(lambda: shelf.services.editing.edit_text(paper, TextKind.TITLE, "zh", "新的标题"))
    before = digest_bytes(THREE)
    dialog = shelf.open(ExportChoices(shelf.digest()))
    assert "新的标题" in dialog.preview.page.toPlainText()
    dialog.what.setCurrentIndex(1)
    shelf.wait_for_preview(dialog)
    assert "新的标题" not in dialog.preview.page.toPlainText()
    dialog.what.setCurrentIndex(0)
    shelf.wait_for_preview(dialog)
    written = shelf.write(dialog)
    changed = [line for line in written.split(b"\n") if line not in before.split(b"\n")]
    assert [line.decode().partition(": ")[2] for line in changed] == ["新的标题"]


def test_markup_in_a_digest_is_shown_as_text_and_loads_nothing(shelf: Shelf) -> None:
    dialog = shelf.open(ExportChoices(shelf.digest()))
    page = dialog.preview.page
    assert HOSTILE in page.toPlainText()
    assert HOSTILE in dialog.preview.source.toPlainText()
    shown = page.toHtml()
    assert not [tag for tag in ("<img", "<script", "href=") if tag in shown]
    assert page.loadResource(2, QUrl("file:///secret.png")) == ""


def test_papers_are_exported_in_the_order_shown(shelf: Shelf) -> None:
    chosen = shelf.papers()[::-1]
    dialog = shelf.open(ExportChoices(shown=chosen))
    written = shelf.write(dialog).decode()
    rows = shelf.on_db(lambda: shelf.services.browse.rows(chosen))
    assert isinstance(rows, list)
    places = [written.index(row.title) for row in rows]
    assert places == sorted(places)


def test_what_a_reader_of_the_file_should_know_is_said(shelf: Shelf) -> None:
    dialog = shelf.open(ExportChoices(selected=shelf.papers()))
    assert "No link for 1 paper: “A paper without a link”" in dialog.notices.text
    assert dialog.notices.isVisible()


def test_replacing_a_file_is_said_on_the_button(qtbot: QtBot, shelf: Shelf) -> None:
    (shelf.folder / "mine.md").write_text("before")
    dialog = shelf.open(ExportChoices(selected=shelf.papers()[:1]))
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "mine.md")
    qtbot.waitUntil(lambda: dialog.export_button.text() == "Replace mine.md")
    assert shelf.write(dialog).startswith("# 摘要".encode())


def test_name_and_folder_are_proposed_again(qtbot: QtBot, shelf: Shelf, session: Session) -> None:
    dialog = shelf.open(ExportChoices(selected=shelf.papers()[:1]))
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "mine.md")
    qtbot.waitUntil(dialog.export_button.isEnabled)
    shelf.write(dialog)
    again = shelf.open(ExportChoices(selected=shelf.papers()[:1]))
    assert again.path == shelf.folder / "mine.md"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system keeps that folder")
def test_a_first_export_goes_to_a_folder_that_is_there(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert export_folder(session) == tmp_path
    (tmp_path / "Documents").mkdir()
    assert export_folder(session) == tmp_path / "Documents"


@pytest.mark.parametrize("name", ["", "a/b.md", "..", "tab\t.md"])
def test_a_name_that_no_file_can_have_is_not_taken(qtbot: QtBot, shelf: Shelf, name: str) -> None:
    dialog = shelf.open(ExportChoices(shelf.digest()))
    dialog.name.setText(name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not dialog.export_button.isEnabled()
    assert list(shelf.folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_said_and_another_can_be_chosen(qtbot: QtBot, shelf: Shelf) -> None:
    dialog = shelf.open(ExportChoices(shelf.digest()))
    (shelf.folder / "file").write_text("no folder")
    dialog.set_folder(shelf.folder / "file")
    qtbot.waitUntil(dialog.export_button.isEnabled)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.failure.isVisible)
    dialog.set_folder(shelf.folder)
    qtbot.waitUntil(dialog.export_button.isEnabled)
    assert shelf.write(dialog) == digest_bytes(THREE)


def test_escape_writes_nothing(shelf: Shelf) -> None:
    dialog = shelf.open(ExportChoices(shelf.digest()))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert list(shelf.folder.iterdir()) == []


def test_enter_on_cancel_writes_nothing(shelf: Shelf) -> None:
    dialog = shelf.open(ExportChoices(shelf.digest()))
    cancel = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Cancel")
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert list(shelf.folder.iterdir()) == []


def test_a_large_export_is_shown_in_part_and_that_is_said(shelf: Shelf) -> None:
    many = [(f"2402.{number:05}", f"Paper {number}" + " long" * 100, "论文" * 100) for number in range(300)]
    shelf.import_digest("large.md", digest_bytes(many))
    dialog = shelf.open(ExportChoices(shown=shelf.papers()))
    assert "of 303 papers are shown here" in dialog.preview.cut.text()
    assert len(dialog.preview.page.toPlainText()) < 150_000
    dialog.preview.setCurrentIndex(1)
    assert "are shown here" in dialog.preview.cut.text()
    assert len(shelf.write(dialog)) > 300_000


def test_every_digest_is_written_into_a_folder_and_listed(qtbot: QtBot, shelf: Shelf) -> None:
    shelf.import_digest("cs.AI.md", digest_bytes(THREE[:1]))
    (shelf.folder / "cs.AI.md").write_text("before")
    dialog = shelf.open_all()
    assert dialog.export_button.text() == "Export 2 digests, replace 1"
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        QTest.keyClick(dialog.export_button, Qt.Key.Key_Return)
    assert {path.name: path.read_bytes() for path in shelf.folder.iterdir()} == {
        "cs.CV.md": digest_bytes(THREE),
        "cs.AI.md": digest_bytes(THREE[:1]),
    }
    model = dialog.results
    assert sorted(model.index(row, 0).data() for row in range(model.rowCount())) == ["cs.AI.md", "cs.CV.md"]
    dialog.reject()


def test_the_preview_stays_small_whatever_the_digest_holds(qtbot: QtBot) -> None:
    huge = Digest(DigestFormat.DIGEST, (Entry("t" * 5_000_000, "l", "字" * 5_000_000, "s" * 5_000_000),))
    many = Digest(DigestFormat.DIGEST, tuple(Entry(f"{number}") for number in range(50_000)))
    assert len(page_html(huge)) < 100_000
    assert shown_entries(many) == ENTRIES_SHOWN
    assert len(page_html(many)) < 500_000
