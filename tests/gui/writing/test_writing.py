"""Texts that a language model writes: asked for in a window, written behind it, seen in the list."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.domain.ids import PaperId
from desktop.domain.model_texts import TextOptions
from desktop.domain.paper import ORIGINAL, PaperDetails, TextKind
from desktop.services.library import LibraryServices
from desktop.services.personal import Personal
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.resources import resource_path
from desktop.ui.writing.writing_view import WritingState
from tests.gui.shown_window import Shown
from tests.gui.writing.writing_window import PAPERS, TEXTS, Writing
from tests.model_server import Fault, ModelServer

OnDb = Callable[[Callable[[], object]], object]


def details(on_db: OnDb, services: LibraryServices, paper: PaperId) -> PaperDetails:
    found = on_db(lambda: services.browse.details(paper))
    assert isinstance(found, PaperDetails)
    return found


def test_the_texts_of_the_whole_list_are_written_and_seen(
    writing: Writing, model: ModelServer, untranslated: LibraryServices, on_db: OnDb
) -> None:
    writing.begin()
    writing.shown.told(f"{PAPERS * TEXTS} texts of {PAPERS} papers were written.")
    writing.qtbot.waitUntil(lambda: all(writing.translated()))
    assert len(model.calls) == PAPERS
    first = details(on_db, untranslated, writing.shown.desk.room.shown[0])
    kinds = {(text.kind, text.language) for text in first.texts if text.origin.name == "made-up-large"}
    assert kinds == {
        (TextKind.TITLE, "zh"),
        (TextKind.ABSTRACT, "zh"),
        (TextKind.SUMMARY, "zh"),
        (TextKind.SUMMARY, ORIGINAL),
    }


def test_what_was_written_is_no_step_of_undo(writing: Writing) -> None:
    before = writing.shown.desk.papers.state
    writing.begin()
    writing.ends()
    assert writing.shown.desk.papers.state == before


def test_nothing_is_missing_once_it_was_written(writing: Writing, model: ModelServer) -> None:
    writing.begin()
    writing.ends()
    dialog = writing.dialog()
    assert not dialog.write_button.isEnabled()
    assert "There is nothing to write" in dialog.much.text() or "are there already" in dialog.much.text()
    dialog.reject()
    assert len(model.calls) == PAPERS


def test_pausing_keeps_what_came_and_nothing_is_paid_for_twice(writing: Writing, model: ModelServer) -> None:
    model.latency_s = 0.05
    writing.begin()
    model.wait_for(2)
    writing.shown.do(ActionId.PAUSE_WRITING)
    writing.ends(WritingState.PAUSED)
    stored = PAPERS * TEXTS - writing.writer.view.pending.wanted
    assert stored >= 2 * TEXTS
    writing.shown.do(ActionId.PAUSE_WRITING)
    writing.ends()
    delivered = Counter(call.title for call in model.delivered)
    assert len(delivered) == PAPERS
    assert sum(count - 1 for count in delivered.values()) == 0


def test_what_a_person_types_meanwhile_stays(
    writing: Writing, model: ModelServer, untranslated: LibraryServices, on_db: OnDb
) -> None:
    paper = writing.shown.desk.room.shown[-1]
    model.latency_s = 0.2
    writing.begin()
    changes = on_db(lambda: untranslated.editing.edit_text(paper, TextKind.TITLE, "zh", "我自己的标题"))
    assert changes
    writing.ends()
    assert details(on_db, untranslated, paper).text(TextKind.TITLE, "zh") == "我自己的标题"


@pytest.fixture
def left(make: Callable[..., Shown], untranslated: LibraryServices, allowed: SettingsFile, on_db: OnDb) -> Writing:
    """A window over a library in which texts of one paper wait since an earlier session."""
    prompts = Personal(allowed.path.parent, resource_path("prompts")).prompts.all()

    def want() -> bool:
        plan = untranslated.summarising.plan([PaperId(1)], TextOptions(), prompts)
        changes = untranslated.summarising.want(plan)
        untranslated.summarising.wanted_lately.clear()  # by a program that has ended
        return bool(changes)

    assert on_db(want)
    writing = Writing(make(untranslated))
    assert writing.writer is not None
    writing.shown.told("are still to be written")
    return writing


def test_what_an_earlier_session_left_is_offered_and_not_begun(left: Writing, model: ModelServer) -> None:
    assert model.calls == ()
    left.shown.press("Go on", left.shown.window.toast)
    left.ends()
    assert len(model.calls) == 1


def test_what_a_feed_brings_does_not_begin_what_an_earlier_session_left(left: Writing, model: ModelServer) -> None:
    left.writer.want_for([PaperId(2), PaperId(3)])
    left.shown.told(f"{2 * TEXTS} texts of 2 papers were written.")
    left.ends(WritingState.OFFERED)
    assert len(model.calls) == 2
    left.writer.go_on()
    left.ends()
    assert len(model.calls) == 3


def test_a_model_that_fails_for_one_paper_is_listed_with_the_reason(writing: Writing, model: ModelServer) -> None:
    model.fault_of = lambda call: Fault.COPIED if call.title.endswith("network 1") else None
    writing.begin()
    writing.shown.told("could not be written.")
    page = writing.page()
    writing.qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    reasons = {page.model.index(row, 2).data() for row in range(page.model.rowCount())}
    assert "The model gave back the original." in reasons
    assert {wish.paper for wish in page.model.rows} == {page.model.rows[0].paper}
    model.fault_of = lambda call: None
    writing.press_on_all(page, Qt.Key.Key_F5)
    writing.ends()
    writing.qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    writing.qtbot.waitUntil(lambda: all(writing.translated()))


def test_what_failed_can_be_dismissed(writing: Writing, model: ModelServer) -> None:
    model.fault_of = lambda call: Fault.SORRY if call.title.endswith("network 1") else None
    writing.begin()
    writing.ends()
    page = writing.page()
    writing.qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    writing.press_on_all(page, Qt.Key.Key_Delete)
    writing.qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_texts_of_a_model_are_taken_away_as_one_step(
    writing: Writing, untranslated: LibraryServices, on_db: OnDb
) -> None:
    writing.begin()
    writing.ends()
    writing.qtbot.waitUntil(lambda: all(writing.translated()))
    writing.shown.desk.room.table.selectAll()
    writing.shown.do(ActionId.CLEAR_TEXTS)
    writing.shown.told("Took a model’s texts away")
    writing.qtbot.waitUntil(lambda: not any(writing.translated()))
    writing.shown.do(ActionId.UNDO)
    writing.qtbot.waitUntil(lambda: all(writing.translated()))


def test_where_no_model_wrote_clearing_says_so(writing: Writing) -> None:
    writing.shown.desk.room.table.selectAll()
    writing.shown.do(ActionId.CLEAR_TEXTS)
    writing.shown.told("No language model wrote any text")


def test_what_is_to_be_written_is_marked_in_the_row_and_told_in_the_details(
    writing: Writing, model: ModelServer
) -> None:
    room = writing.shown.desk.room
    room.table.selectRow(0)
    model.fault_of = lambda call: Fault.SORRY if call.title.endswith("network 1") else None
    model.latency_s = 0.1
    writing.shown.do(ActionId.PAUSE_WRITING)
    writing.writer.order(lambda: writing.wish())
    missing, chinese = room.details.page.missing, "Title, Abstract, Summary (简体中文)"
    writing.qtbot.waitUntil(lambda: f"To be written: {chinese}, Summary (English)" in missing.coming.text())
    assert not missing.button.isVisible()
    writing.qtbot.waitUntil(lambda: all(row.texts_wanted for row in writing.rows()))
    assert "still to write texts" in room.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    missing.list_button.click()
    assert writing.shown.window.contents.dialogs.shown("work") is not None
    writing.shown.do(ActionId.PAUSE_WRITING)
    writing.ends()
    writing.qtbot.waitUntil(lambda: not any(row.texts_wanted for row in writing.rows()))
    failed = next(number for number, row in enumerate(writing.rows()) if row.title.endswith("network 1"))
    room.table.selectRow(failed)
    writing.qtbot.waitUntil(lambda: f"Could not be written: {chinese}" in missing.failed.text())
    assert missing.button.isVisible()
