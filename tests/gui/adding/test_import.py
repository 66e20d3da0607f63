"""From files to papers: the plan is shown, a person ticks, what is ticked is added."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.adding.drop import DropTarget, dropped
from desktop.ui.adding.plan_rows import PlanPart, PlanRowKind
from desktop.ui.adding.tick_model import TEXT
from tests.gui.adding.importer import OTHER_WORDS, THREE, Importer, row_of, shows, write
from tests.gui.digest_files import DAILY_PAPERS, digest_bytes


def test_a_dropped_file_opens_its_plan(qtbot: QtBot, importer: Importer, window: QWidget, tmp_path: Path) -> None:
    target = DropTarget(window)
    target.arrived.connect(lambda found: importer.flow.import_paths(found.paths))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write(tmp_path, "cs.CV.md", digest_bytes(THREE))))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    dialog = importer.shown(partial(QApplication.sendEvent, window, drop))
    assert shows(dialog) == ["cs.CV.md", *(title for _, title, _ in THREE)]
    assert dialog.add_button.text() == "Add 3 papers, 1 digest"


def test_something_else_held_over_the_window_is_not_taken(window: QWidget) -> None:
    DropTarget(window)
    data = QMimeData()
    data.setText("two words")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    assert not entering.isAccepted()


def test_an_unticked_paper_is_not_added(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    dialog.view.make_current(row_of(dialog, PlanRowKind.ENTRY, 1))
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.add_button.text() == "Add 2 papers, 1 digest"
    result, words = importer.add(dialog)
    assert (result.papers_added, words) == (2, "Added 2 papers, 1 digest.")
    assert {paper.arxiv_id for paper in importer.papers()} == {"2401.00001", "2401.00003"}


def test_all_rows_are_ticked_and_unticked_with_two_keys(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    QTest.keyClick(dialog.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.add_button.text() == "Nothing to add"
    assert not dialog.add_button.isEnabled()
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.add_button.text() == "Add 3 papers, 1 digest"


def test_a_box_is_ticked_with_the_mouse(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    rect = dialog.view.visualRect(dialog.model.index(row_of(dialog, PlanRowKind.ENTRY, 2), TEXT))
    delegate = dialog.view.itemDelegate()
    box = delegate.layout_of(rect).box  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert dialog.add_button.text() == "Add 2 papers, 1 digest"


def test_a_file_that_is_left_out_brings_nothing(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    one = write(tmp_path, "a.md", digest_bytes(THREE[:2]))
    dialog = importer.plan(one, write(tmp_path, "b.md", digest_bytes(THREE[1:])))
    dialog.view.make_current(row_of(dialog, PlanRowKind.DIGEST))
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    # The second file brings the paper that both have.
    assert dialog.add_button.text() == "Add 2 papers, 1 digest"
    result, _ = importer.add(dialog)
    assert (result.papers_added, result.digests_added) == (2, 1)


def test_a_paper_that_two_files_bring_has_one_tick(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    one = write(tmp_path, "a.md", digest_bytes(THREE[:2]))
    dialog = importer.plan(one, write(tmp_path, "b.md", digest_bytes(THREE[1:])))
    assert dialog.add_button.text() == "Add 3 papers, 2 digests"
    dialog.view.make_current(row_of(dialog, PlanRowKind.ENTRY, 1))
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.add_button.text() == "Add 2 papers, 2 digests"
    result, _ = importer.add(dialog)
    assert result.papers_added == 2


def test_escape_adds_nothing(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert importer.papers() == []


def test_a_binary_file_is_refused_by_name_and_the_rest_goes_on(importer: Importer, tmp_path: Path) -> None:
    picture = write(tmp_path, "picture.md", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    dialog = importer.plan(picture, write(tmp_path, "a.md", digest_bytes(THREE)))
    refused = row_of(dialog, PlanRowKind.REFUSED)
    assert dialog.model.texts(dialog.model.row(refused))[0] == "picture.md"
    dialog.view.make_current(refused)
    assert "picture.md is not a text file." in dialog.page.toPlainText()
    result, words = importer.add(dialog)
    assert result.papers_added == 3
    assert words == "Added 3 papers, 1 digest. 1 file left out."


def test_the_same_file_again_changes_nothing(importer: Importer, tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", digest_bytes(THREE))
    importer.add(importer.plan(path))
    dialog = importer.plan(path)
    assert dialog.add_button.text() == "Nothing to add"
    assert not dialog.add_button.isEnabled()
    assert dialog.model.state(dialog.model.row(0))[0] == "Already in the library"


def test_a_changed_entry_shows_both_wordings(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    importer.add(importer.plan(write(tmp_path, "a.md", digest_bytes(THREE))))
    dialog = importer.plan(write(tmp_path, "b.md", digest_bytes(OTHER_WORDS)))
    dialog.view.make_current(row_of(dialog, PlanRowKind.ENTRY))
    qtbot.waitUntil(lambda: "in the library" in dialog.page.toPlainText())
    text = dialog.page.toPlainText()
    assert "模型中的注意力" in text
    assert "注意力在模型里" in text
    assert dialog.model.state(dialog.model.row(1))[0] == "Changed"
    assert dialog.model.state(dialog.model.row(2))[0] == "Known"


def test_lines_that_are_not_understood_are_shown_with_their_numbers(importer: Importer, tmp_path: Path) -> None:
    text = digest_bytes(THREE).decode().replace("# 详细\n", "# 详细\nscribbled by hand\n")
    dialog = importer.plan(write(tmp_path, "a.md", text.encode()))
    line = row_of(dialog, PlanRowKind.LINE)
    number = text.split("\n").index("scribbled by hand") + 1
    assert dialog.model.texts(dialog.model.row(line)) == ("scribbled by hand", f"Line {number}")


def test_the_plan_is_filtered_and_searched(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    importer.add(importer.plan(write(tmp_path, "a.md", digest_bytes(THREE[:1]))))
    dialog = importer.plan(write(tmp_path, "b.md", digest_bytes(THREE)))
    dialog.part_button(PlanPart.KNOWN).click()
    qtbot.waitUntil(lambda: shows(dialog) == ["b.md", "Attention in models"])
    dialog.part_button(PlanPart.ALL).click()
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.search, "FOURIER")
    qtbot.waitUntil(lambda: shows(dialog) == ["b.md", "Fourier features"])
    dialog.search.setText("傅里叶")
    qtbot.waitUntil(lambda: shows(dialog) == ["b.md", "Fourier features"])
    dialog.search.setText("nowhere")
    qtbot.waitUntil(lambda: shows(dialog) == [])


def test_a_file_is_folded_with_arrows(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    dialog.view.make_current(2)
    QTest.keyClick(dialog.view, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: shows(dialog) == ["a.md"])
    assert dialog.view.currentIndex().row() == 0
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(shows(dialog)) == 4)


def test_the_year_is_asked_for_only_where_dates_lack_it(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    plain = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    assert not plain.options.year.isVisible()
    plain.reject()
    dialog = importer.plan(write(tmp_path, "daily.txt", DAILY_PAPERS))
    assert dialog.options.year.isVisible()
    dialog.view.make_current(row_of(dialog, PlanRowKind.ENTRY, 1))
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    QTest.keyClicks(dialog.options.year, "2024")
    entry = dialog.model.row(row_of(dialog, PlanRowKind.ENTRY))
    qtbot.waitUntil(lambda: dialog.model.entry(entry).facts.published == "2024-10-07")
    assert dialog.add_button.text() == "Add 1 paper, 1 digest"  # the tick taken away stays away
    importer.add(dialog)
    assert [paper.published for paper in importer.papers()] == ["2024-10-07"]


def test_pasted_text_is_imported(importer: Importer) -> None:
    text = digest_bytes(THREE).decode()
    data = QMimeData()
    data.setText(text)
    dialog = importer.shown(lambda: importer.flow.import_texts(dropped(data).digests))
    assert dialog.add_button.text() == "Add 3 papers, 1 digest"
    importer.add(dialog)
    assert len(importer.papers()) == 3


def test_markup_in_a_title_is_shown_as_text(importer: Importer, tmp_path: Path) -> None:
    title = '<img src="file:///secret.png"><b>bold</b><script>x</script>'
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes([("2401.00009", title, title)])))
    dialog.view.make_current(row_of(dialog, PlanRowKind.ENTRY))
    assert title in dialog.page.toPlainText()
    assert "<img" not in dialog.page.toHtml()


def test_the_language_that_was_chosen_is_proposed_again(importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    dialog.options.language.setCurrentIndex(dialog.options.language.findData("ja"))
    importer.add(dialog)
    assert importer.plan(write(tmp_path, "b.md", digest_bytes(THREE[:1]))).chosen_options().language == "ja"


def test_enter_ends_a_search_and_adds_nothing(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, "fourier")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.view
    dialog.search.setFocus()
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert (dialog.search.text(), dialog.isVisible()) == ("", True)


def test_a_year_typed_just_before_adding_counts(importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "daily.txt", DAILY_PAPERS))
    QTest.keyClicks(dialog.options.year, "2024")
    importer.add(dialog)
    assert sorted(paper.published for paper in importer.papers()) == ["2023-01-11", "2024-10-07"]


def test_a_plan_goes_with_the_library_it_was_made_for(qtbot: QtBot, importer: Importer, tmp_path: Path) -> None:
    dialog = importer.plan(write(tmp_path, "a.md", digest_bytes(THREE)))
    with qtbot.waitSignal(dialog.rejected):
        importer.flow.deleteLater()
    assert not dialog.isVisible()
