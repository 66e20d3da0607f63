"""Triage: one paper in front, one key decides, the next one stands there at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Place
from desktop.domain.progress import Job
from desktop.domain.reading_list import Priority, Status
from desktop.ui.actions import ActionId
from desktop.ui.tabs.tabs import LIBRARY
from desktop.ui.triage.triage_page import TriagePage
from desktop.ui.widgets.empty_state import EmptyState
from tests.gui.digest_files import digest_bytes
from tests.gui.reading_list.person import ListPerson


class Triage:
    """The same person, in triage."""

    def __init__(self, person: ListPerson) -> None:
        self.person = person
        person.shown.do(ActionId.TRIAGE)
        person.shown.qtbot.waitUntil(lambda: self.in_front == "triage")
        person.shown.qtbot.waitUntil(lambda: self.title != "" or self.ended)
        self.order = [person.papers.index(paper) for paper in self.page.run._papers]

    @property
    def in_front(self) -> str:
        return self.person.shown.desk.reading.tabs.front

    @property
    def page(self) -> TriagePage:
        return self.person.shown.window.findChildren(TriagePage)[-1]

    @property
    def title(self) -> str:
        return self.page._card.accessibleName()

    @property
    def ended(self) -> bool:
        return self.page._middle.currentWidget() is self.page._end

    @property
    def at(self) -> int:
        """Which of the four papers is in front."""
        return self.person.papers.index(self.page.in_hand[0])

    def until(self, condition: Callable[[], bool]) -> None:
        self.person.shown.qtbot.waitUntil(condition, timeout=20_000)

    def press(self, *keys: str) -> None:
        for key in keys:
            QTest.keySequence(self.page, key)

    def statuses(self) -> list[Status]:
        rows = self.person.rows()
        return [rows[place].status for place in self.order]


@pytest.fixture
def triage(person: ListPerson) -> Triage:
    return Triage(person)


def test_f6_shows_the_first_paper_of_the_inbox_in_both_languages(person: ListPerson) -> None:
    person.press("F6")
    triage = Triage(person)
    assert triage.page._words.text() == "1 of 4"
    assert triage.page._card.title.toPlainText() == person.rows()[triage.order[0]].translated_title
    assert triage.page._card.other_title.toPlainText() == triage.title


def test_each_key_decides_and_the_next_paper_is_there_before_anything_is_stored(triage: Triage) -> None:
    page = triage.page
    triage.person.shown.qtbot.waitUntil(lambda: all(paper in page._ahead for paper in page.run._papers))
    for number, key in enumerate(["Q", "R", "E"], start=1):
        triage.press(key)
        assert triage.at == triage.order[number]
        assert triage.title == page._ahead.get(page.in_hand[0]).row.title  # type: ignore[union-attr]
    triage.press("M")
    assert triage.ended
    expected = [Status.QUEUED, Status.READING, Status.ARCHIVED, Status.READ]
    triage.person.shown.qtbot.waitUntil(lambda: triage.statuses() == expected)


def test_the_progress_says_what_became_of_the_papers(triage: Triage) -> None:
    triage.press("Q", "Q", "E")
    assert triage.page._words.text() == "4 of 4 · 2 queued, 1 archived"


def test_undo_walks_back_to_the_papers_that_were_decided_last(triage: Triage) -> None:
    triage.press("Q", "E")
    triage.until(lambda: triage.person.shown.desk.papers.step_names()[0] == "1 paper archived")
    triage.press("U")
    triage.person.shown.qtbot.waitUntil(lambda: triage.at == triage.order[1])
    triage.press("Ctrl+Z")
    triage.person.shown.qtbot.waitUntil(lambda: triage.at == triage.order[0])
    assert triage.statuses() == [Status.INBOX] * 4
    assert triage.page._words.text() == "1 of 4"


def test_what_is_said_of_a_paper_leaves_it_in_front(triage: Triage) -> None:
    triage.press("S", "3")
    triage.until(lambda: "High priority" in triage.page._card.facts.text())
    assert triage.at == triage.order[0]
    row = triage.person.rows()[triage.order[0]]
    assert (row.starred, row.priority) == (True, Priority.HIGH)


def test_tags_are_typed_in_triage_too_and_keys_go_on_after(triage: Triage) -> None:
    triage.press("T")
    QTest.keyClicks(triage.person.shown.window.focusWidget(), "vision")
    QTest.keyClick(triage.person.shown.window.focusWidget(), Qt.Key.Key_Return)
    triage.until(lambda: [tag.name for tag in triage.person.rows()[triage.order[0]].tags] == ["vision"])
    QTest.keyClick(triage.person.shown.window.focusWidget(), Qt.Key.Key_Escape)
    triage.person.shown.qtbot.waitUntil(triage.page.hasFocus)
    assert triage.at == triage.order[0]
    triage.press("Q")
    assert triage.at == triage.order[1]


def test_j_and_k_look_at_papers_without_deciding(triage: Triage) -> None:
    chosen = triage.person.shown.desk.room.selected
    triage.press("J", "J", "K")
    assert triage.at == triage.order[1]
    assert triage.page._words.text() == "2 of 4"
    assert triage.person.shown.desk.room.selected == chosen


def test_a_paper_thrown_away_is_decided_too(triage: Triage) -> None:
    triage.press("Del")
    triage.until(lambda: triage.person.rows()[triage.order[0]].trashed)
    assert triage.at == triage.order[1]
    assert triage.page._words.text() == "2 of 4 · 1 in the Trash"


def test_the_end_says_what_was_done_and_leads_to_the_queue(triage: Triage) -> None:
    triage.press("Q", "Q", "E", "E")
    assert triage.page._end.text == "4 triaged: 2 queued, 2 archived."
    QTest.keyClick(triage.page, Qt.Key.Key_Return)
    shown = triage.person.shown
    shown.qtbot.waitUntil(lambda: shown.desk.room.listing.place is Place.QUEUE)
    assert triage.in_front == LIBRARY
    shown.sees(2)


def test_papers_that_were_passed_over_are_gone_through_at_the_end(triage: Triage) -> None:
    triage.press("Q", "J", "E", "E")
    assert triage.page._end.text == "3 triaged: 1 queued, 2 archived. Not decided: 1 paper."
    QTest.keyClick(triage.page, Qt.Key.Key_Return)
    assert triage.at == triage.order[1]


def test_an_empty_inbox_is_said_calmly(person: ListPerson) -> None:
    person.choose(0, 1, 2, 3)
    person.press("E")
    person.shown.told("Archived 4 papers.")
    person.choose(0)
    triage = Triage(person)
    assert triage.ended
    assert "inbox is empty" in triage.page.findChildren(EmptyState)[0].text


def test_several_selected_papers_are_triaged_whatever_their_status(person: ListPerson) -> None:
    person.choose(1, 2)
    person.press("E")
    person.shown.told("Archived 2 papers.")
    person.choose(1, 2)
    assert Triage(person).order == [1, 2]


def test_papers_that_are_added_meanwhile_join_at_the_end(triage: Triage) -> None:
    services = triage.person.services

    def bring() -> object:
        more = digest_bytes((("2402.00009", "A late paper", "迟到的论文"),))
        plan = services.importing.plan_texts([("late.md", more)], ImportOptions(), Job())
        return services.importing.apply(plan, Job()).changes

    triage.person.shown.desk.events.announce(triage.person.ask(bring))  # type: ignore[arg-type]  # Changes
    assert triage.page._words.text() == "1 of 5"
    triage.press("E", "E", "E", "E")
    triage.person.shown.qtbot.waitUntil(lambda: triage.title == "A late paper")


def test_esc_leaves_and_f6_begins_again_with_what_is_left(triage: Triage) -> None:
    triage.press("Q", "Esc")
    assert triage.in_front == LIBRARY
    triage.until(lambda: triage.statuses()[0] is Status.QUEUED)
    assert Triage(triage.person).order == triage.order[1:]


def test_triage_goes_on_in_larger_type(triage: Triage) -> None:
    triage.press("E", "J")
    at = triage.at
    old = triage.page
    triage.person.shown.do(ActionId.LARGER)
    triage.until(lambda: triage.in_front == "triage" and triage.page is not old and triage.title != "")
    assert triage.at == at
    triage.press("Q")
    triage.until(lambda: sorted(triage.statuses()) == ["archived", "inbox", "inbox", "queued"])
    triage.until(lambda: triage.person.shown.can(ActionId.UNDO))
    triage.press("U", "U")
    triage.until(lambda: set(triage.statuses()) == {"inbox"})


def test_the_buttons_do_what_their_keys_do_and_leave_the_keyboard_to_the_paper(triage: Triage) -> None:
    button = next(one for one in triage.page.findChildren(QToolButton) if one.accessibleName() == "Archive")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert triage.at == triage.order[1]
    assert triage.page.hasFocus()
    triage.press("Q")
    triage.until(lambda: triage.statuses()[:2] == [Status.ARCHIVED, Status.QUEUED])


def test_the_page_itself_says_what_was_done_so_no_message_lies_over_it(triage: Triage) -> None:
    triage.press("E")
    triage.until(lambda: triage.statuses()[0] is Status.ARCHIVED)
    assert not triage.person.shown.window.toast.isVisible()
    triage.press("Esc")
    triage.until(lambda: triage.person.shown.can(ActionId.UNDO))
    triage.person.press("Ctrl+Z", into=triage.person.shown.desk.room.table)
    triage.person.shown.told("Taken back: 1 paper archived.")


def test_all_controls_have_names(triage: Triage) -> None:
    assert triage.page.accessibleName()
    assert all(button.accessibleName() or button.text() for button in triage.page.findChildren(QToolButton))
