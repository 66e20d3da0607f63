"""From whatever names papers to papers in the table: typed, pasted, dropped; recognised, ticked, added, taken back."""

from collections.abc import Callable
from pathlib import Path
from threading import current_thread
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.domain.adding import Scan
from desktop.domain.arxiv_scan import scan
from desktop.domain.import_plan import ImportOptions, ImportResult
from desktop.domain.listing import Place
from desktop.domain.progress import Job
from desktop.services.add_papers import AddPapers
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.adding import recognition
from desktop.ui.adding.add_text_field import LONGEST
from desktop.ui.adding.import_plan_dialog import ImportPlanDialog
from desktop.ui.tasks import Lane
from tests.gui.adding.adder import Adder
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import Shown

ONE, TWO = "2301.00012", "2302.00012"
"""arXiv of our own knows them; the library does not."""


def test_what_is_typed_is_recognised_added_selected_and_can_be_taken_back(adder: Adder) -> None:
    adder.opens()
    adder.types(f"https://arxiv.org/abs/{ONE} and {TWO}v1")
    assert adder.rows() == [(f"arXiv:{ONE}", "New"), (f"arXiv:{TWO}v1", "New")]
    adder.adds("Add 2 papers")
    adder.shown.told("Added 2 papers.")
    adder.shown.sees(6)
    adder.qtbot.waitUntil(lambda: adder.selected() == [ONE, TWO])
    adder.shown.press("Undo", adder.shown.window.toast)
    adder.shown.sees(4)


def test_who_is_told_of_the_first_papers_can_take_them_back_at_once(
    services: LibraryServices, make: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch, on_db: Callable[..., object]
) -> None:
    shown = make(services)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.ADD) and not shown.can(ActionId.UNDO))
    toast, ready = shown.window.toast, []
    tell = toast.show_message

    def watched(*told: Any) -> None:
        ready.append(shown.can(ActionId.UNDO))
        tell(*told)

    monkeypatch.setattr(toast, "show_message", watched)
    texts = [("new.md", digest_bytes([(ONE, "First", "第一")]))]
    importing = services.importing
    result = on_db(lambda: importing.apply(importing.plan_texts(texts, ImportOptions(), Job()), Job()))
    assert isinstance(result, ImportResult)
    shown.desk.papers.tell_imported(result.changes, "Added 1 paper.")
    shown.told("Added 1 paper.")
    assert ready == [True]


def test_endless_text_is_looked_through_beside_the_library_and_does_not_fill_the_field(
    adder: Adder, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanes: list[str] = []

    def watched(text: str) -> Scan:
        lanes.append(current_thread().name)
        return scan(text)

    monkeypatch.setattr(recognition, "scan", watched)
    monkeypatch.setattr(AddPapers, "plan", lambda *_: pytest.fail("the library waits for a long text"))
    adder.pastes(f"{ONE}\n" + "word " * (LONGEST // 5))
    dialog = adder.is_open()
    adder.qtbot.waitUntil(lambda: (f"arXiv:{ONE}", "New") in adder.rows(), timeout=20_000)
    assert dialog.field.toPlainText() == ""
    assert lanes == [f"lane-{Lane.FILES}"]


def test_what_the_library_has_is_said_with_its_title(adder: Adder) -> None:
    adder.opens()
    adder.types("2401.00001 2401.00002v3")
    assert adder.rows() == [("Attention in models", "In the library"), ("Fourier features", "Newer: v3")]
    adder.button("Fetch 1 newer version")


def test_nothing_can_be_added_and_why(adder: Adder) -> None:
    dialog = adder.opens()
    adder.button("Nothing to add")
    adder.types("2401.00001")
    adder.button("Nothing to add")
    assert dialog.reason.text() == "In the library already."
    dialog.show_button.click()
    adder.qtbot.waitUntil(lambda: adder.selected() == ["2401.00001"])
    assert not dialog.isVisible()


def test_a_paper_in_the_trash_comes_back(adder: Adder) -> None:
    shown = adder.shown
    shown.desk.room.table.selectRow(0)
    (trashed,) = adder.selected()
    shown.do(ActionId.TRASH)
    shown.sees(3)
    adder.opens()
    adder.types(trashed)
    assert [state for _, state in adder.rows()] == ["In Trash, comes back"]
    adder.adds("Restore 1 paper")
    shown.told("Restored 1 paper.")
    shown.sees(4)
    adder.qtbot.waitUntil(lambda: adder.selected() == [trashed])


def test_an_unticked_paper_is_not_added(adder: Adder) -> None:
    dialog = adder.opens()
    adder.types(f"{ONE} {TWO}")
    dialog.pane.view.setFocus()
    dialog.pane.view.make_current(0)
    QTest.keyClick(dialog.pane.view, Qt.Key.Key_Space)
    adder.adds("Add 1 paper")
    adder.shown.sees(5)
    adder.qtbot.waitUntil(lambda: adder.selected() == [TWO])


def test_enter_adds_as_soon_as_it_is_known_what(adder: Adder) -> None:
    dialog = adder.opens()
    dialog.field.insertPlainText(ONE)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    adder.shown.sees(5)
    adder.opens()
    assert dialog.field.toPlainText() == ""
    dialog.field.insertPlainText(TWO)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    adder.shown.sees(6)


def test_enter_begins_a_new_line_while_there_is_nothing_to_add(adder: Adder) -> None:
    dialog = adder.opens()
    adder.types("one line")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    adder.types("another")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.field.toPlainText().splitlines() == ["one line", "another"]
    assert dialog.isVisible()


def test_escape_adds_nothing_and_keeps_the_text(adder: Adder) -> None:
    dialog = adder.opens()
    adder.types(ONE)
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert adder.opens().field.toPlainText() == ONE
    adder.button("Add 1 paper")
    dialog.clear_button.click()
    adder.button("Nothing to add")


def test_what_comes_in_anew_is_not_mixed_with_what_lay_in_the_closed_window(adder: Adder) -> None:
    dialog = adder.opens()
    adder.types("2403.00003")
    adder.knows()
    dialog.reject()
    adder.pastes("2403.00004")
    adder.is_open()
    assert dialog.field.toPlainText().strip() == "2403.00004"
    adder.button("Add 1 paper")


def test_lines_that_were_not_understood_are_told(adder: Adder) -> None:
    dialog = adder.opens()
    dialog.field.insertPlainText(f"{ONE}\nAttention is all you need\narXiv:9999.99999")
    adder.button("Add 1 paper")
    assert adder.rows()[1] == ("2 lines were not understood", "")
    dialog.model.fold(1, folded=False)
    assert [first for first, _ in adder.rows()[2:]] == ["Attention is all you need", "arXiv:9999.99999"]


def test_text_pasted_into_the_table_is_shown_and_enter_adds_it(adder: Adder) -> None:
    adder.pastes(f"Read {ONE}, please")
    dialog = adder.is_open()
    assert adder.rows() == [(f"arXiv:{ONE}", "New")]
    adder.button("Add 1 paper")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    adder.shown.sees(5)


def test_pasting_what_names_no_paper_says_what_can_be_pasted(adder: Adder) -> None:
    adder.pastes("Attention is all you need")
    adder.shown.told("The clipboard names no paper.")
    adder.shown.press("Add papers…", adder.shown.window.toast)
    dialog = adder.is_open()
    assert dialog.field.toPlainText() == "Attention is all you need"
    assert dialog.pane.titles_button.isVisible()


def test_a_link_dropped_from_a_browser_is_shown(adder: Adder) -> None:
    adder.drops(f"https://arxiv.org/pdf/{ONE}v1")
    adder.is_open()
    assert adder.rows() == [(f"arXiv:{ONE}v1", "New")]


def test_a_link_of_the_system_is_shown(adder: Adder) -> None:
    adder.shown.window.show_add(ONE)
    adder.is_open()
    assert [first for first, _ in adder.rows()] == [f"arXiv:{ONE}"]


def test_papers_added_in_the_trash_or_in_a_search_are_shown_among_all(adder: Adder) -> None:
    shown = adder.shown
    shown.do(ActionId.TRASH_PLACE)
    adder.pastes(ONE)
    adder.adds("Add 1 paper")
    shown.sees(5)
    assert shown.desk.room.listing.place is Place.ALL
    shown.desk.room.search.set_query("fourier")
    shown.desk.room._on_query_changed("fourier", False)
    shown.sees(1)
    adder.pastes(TWO)
    adder.adds("Add 1 paper")
    shown.sees(6)
    adder.qtbot.waitUntil(lambda: adder.selected() == [TWO])


def test_papers_added_in_the_place_of_the_newest_are_shown_there(adder: Adder) -> None:
    adder.shown.do(ActionId.RECENT)
    adder.pastes(ONE)
    adder.adds("Add 1 paper")
    adder.shown.sees(5)
    adder.qtbot.waitUntil(lambda: adder.selected() == [ONE])
    assert adder.shown.desk.room.listing.place is Place.RECENT


def test_a_digest_and_a_list_of_ids_dropped_together_part(adder: Adder, tmp_path: Path) -> None:
    digest, ids, other = (tmp_path / name for name in ("cs.CL.md", "reading.txt", "notes.txt"))
    digest.write_bytes(digest_bytes((("2401.00009", "A fifth", "第五篇"),)))
    ids.write_text(f"to read: {ONE}\n", encoding="utf-8")
    other.write_text("nothing of use\n", encoding="utf-8")
    with adder.qtbot.waitSignal(adder.shown.desk.importing.planned, timeout=20_000) as planned:
        adder.drops(digest, ids, other)
    (plan,) = planned.args
    assert isinstance(plan, ImportPlanDialog)
    assert [file.path for file in plan.model.contents.plan.refused] == [str(other)]
    adder.is_open()
    adder.button("Add 1 paper")
    assert adder.rows() == [(f"arXiv:{ONE}", "New")]
    plan.reject()


def test_everything_can_be_reached_by_the_tab_key(adder: Adder) -> None:
    dialog = adder.opens()
    dialog.field.insertPlainText(ONE)
    adder.button("Add 1 paper")
    reached = []
    for _ in range(12):
        QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    ways = [dialog.files_button, dialog.clear_button, dialog.pane.view, dialog.download, dialog.add_button]
    assert [widget for widget in reached if widget in ways][: len(ways)] == ways
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert all(button.text() for button in buttons)
