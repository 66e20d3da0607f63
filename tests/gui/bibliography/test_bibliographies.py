"""Bibliographies in the window: dropped, pasted, exported; references on the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.bibliography import BibliographyFormat
from desktop.domain.bibliography_export import FilesChoice
from desktop.domain.ids import PaperId
from desktop.formats.bibliographies import read_bibliography
from desktop.ui.actions import ActionId
from desktop.ui.adding.bibliography_dialog import BibliographyDialog
from desktop.ui.adding.bibliography_model import Part
from desktop.ui.adding.drop import DropTarget
from desktop.ui.bibliography.export_dialog import BibliographyExportDialog
from tests.gui.shown_window import Shown

BIB = """
@article{known, title = {Attention in models}, eprint = {2401.00001}, archiveprefix = {arXiv}, keywords = {seen},
  journal = {Journal of Models}, year = {2024}}
@article{unclosed, title = {This never ends, year = 2020

@article{doe2020, title = {A new paper}, author = {Doe, Jane}, year = 2020, groups = {Reading > Now}}
@article{nothing, title = "quoted" year = 2020}
"""


def plan_of(shown: Shown) -> BibliographyDialog:
    """The plan that opens."""
    found: list[BibliographyDialog] = []

    def opened() -> bool:
        found[:] = [dialog for dialog in shown.window.findChildren(BibliographyDialog) if dialog.isVisible()]
        return bool(found)

    shown.qtbot.waitUntil(opened, timeout=20_000)
    return found[0]


def drop(shown: Shown, path: Path) -> None:
    shown.qtbot.waitUntil(lambda: shown.window.findChild(DropTarget) is not None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(shown.window, entering)
    assert entering.isAccepted()
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(shown.window, event)


def lines(dialog: BibliographyDialog) -> list[tuple[str, str]]:
    model = dialog.model
    looks = [model.look(row) for row in range(model.rowCount())]
    return [(look.first, look.state[0]) for look in looks]


@pytest.fixture
def planned(shown: Shown, tmp_path: Path) -> BibliographyDialog:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    drop(shown, path)
    return plan_of(shown)


def test_a_dropped_bibliography_shows_what_is_new_known_and_broken(planned: BibliographyDialog) -> None:
    assert lines(planned) == [
        ("Attention in models", "Adds to it"),
        ("A new paper", "New"),
        ("@article{unclosed, title = {This never ends, year = 2020", "Broken"),
        ('@article{nothing, title = "quoted" year = 2020}', "Broken"),
    ]
    assert planned.add_button.text() == "Add 1 paper, complete 1"


def test_broken_entries_can_be_read(planned: BibliographyDialog) -> None:
    planned.part_button(Part.BROKEN).click()
    assert planned.model.rowCount() == 2
    told = planned.page.toPlainText()
    assert "Line 4" in told
    assert "A bracket or a quotation mark is missing in it." in told
    assert "This never ends" in told


def test_what_is_ticked_is_added_as_one_step(shown: Shown, planned: BibliographyDialog) -> None:
    QTest.keyClick(planned.view, Qt.Key.Key_Return)
    shown.sees(5)
    shown.told("1 paper added. 1 paper completed. Broken entries left out: 2.")
    shown.do(ActionId.UNDO)
    shown.sees(4)


def test_an_unticked_entry_stays_out(shown: Shown, planned: BibliographyDialog) -> None:
    planned.view.make_current(1)
    QTest.keyClick(planned.view, Qt.Key.Key_Space)
    assert planned.add_button.text() == "Complete 1 paper"
    planned.add_button.click()
    shown.told("1 paper completed.")
    shown.sees(4)


def test_pasted_bibtex_is_a_bibliography(shown: Shown) -> None:
    QGuiApplication.clipboard().setText("@article{a, title={Pasted}, author={Doe, J.}}")
    shown.do(ActionId.PASTE)
    assert lines(plan_of(shown)) == [("Pasted", "New")]


def test_papers_are_copied_as_bibtex_and_as_references(shown: Shown) -> None:
    shown.desk.room.select([PaperId(shown.desk.room.shown[-1])])
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.COPY_BIBTEX))
    shown.do(ActionId.COPY_BIBTEX)
    clipboard = QGuiApplication.clipboard()
    shown.qtbot.waitUntil(lambda: clipboard.text().startswith("@misc{"), timeout=20_000)
    (told,) = read_bibliography(clipboard.text().encode()).references
    assert (told.arxiv_id, told.key) == ("2401.00004", "2024fourth")
    shown.told("Copied: @misc{2024fourth, ")
    assert shown.window.toast.text.endswith("…")  # it is cut
    shown.do(ActionId.COPY_REFERENCE)
    shown.qtbot.waitUntil(lambda: clipboard.text().startswith("(2024, January). A fourth paper."))
    shown.told("Copied: ")


def export_dialog(shown: Shown) -> BibliographyExportDialog:
    shown.do(ActionId.EXPORT_BIBLIOGRAPHY)
    shown.qtbot.waitUntil(lambda: bool(shown.window.findChildren(BibliographyExportDialog)), timeout=20_000)
    return shown.window.findChildren(BibliographyExportDialog)[0]


def test_the_list_is_exported_and_the_choice_remembered(shown: Shown, tmp_path: Path) -> None:
    dialog = export_dialog(shown)
    assert [dialog.what.itemText(row) for row in range(dialog.what.count())] == [
        "List: 4 papers",
        "Whole library: 4 papers",
    ]
    dialog.options.format.setCurrentIndex(dialog.options.format.findData(BibliographyFormat.RIS))
    dialog.options.files.setCurrentIndex(dialog.options.files.findData(FilesChoice.COPIES))
    dialog.set_folder(tmp_path)
    shown.qtbot.waitUntil(dialog.export_button.isEnabled)
    assert dialog.export_button.text() == "Export to papershelf.ris"
    dialog.export_button.click()
    shown.told("4 papers exported to papershelf.ris.")
    found = read_bibliography((tmp_path / "papershelf.ris").read_bytes())
    assert {one.arxiv_id for one in found.references} == {f"2401.0000{number}" for number in range(1, 5)}
    again = export_dialog(shown)
    assert again.options.choice(()).format is BibliographyFormat.RIS
    assert again.options.choice(()).files is FilesChoice.COPIES


def test_what_cannot_be_written_is_told_in_the_dialog(shown: Shown, tmp_path: Path) -> None:
    dialog = export_dialog(shown)
    dialog.set_folder(tmp_path / "missing")
    shown.qtbot.waitUntil(dialog.export_button.isEnabled)
    dialog.export_button.click()
    shown.qtbot.waitUntil(lambda: dialog.message.property("kind") == "bad", timeout=20_000)
    assert dialog.isVisible()
    assert dialog.export_button.isEnabled()
