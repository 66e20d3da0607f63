"""Tags, collections and due dates are typed into a popup over the list; each Enter is one step."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.labels.choice_popup import ChoicePopup
from desktop.ui.labels.due_popup import DuePopup, typed_day
from tests.gui.reading_list.person import ListPerson


def opened(person: ListPerson, key: str) -> ChoicePopup:
    person.press(key)
    popup = person.shown.window.findChildren(ChoicePopup)[-1]
    assert popup.field.hasFocus()
    return popup


def closed(person: ListPerson) -> None:
    person.shown.qtbot.waitUntil(lambda: not person.shown.window.findChildren(ChoicePopup))


def write(popup: ChoicePopup, text: str) -> None:
    QTest.keyClicks(popup.field, text)


def enter(popup: ChoicePopup) -> None:
    QTest.keyClick(popup.field, Qt.Key.Key_Return)


def tags(person: ListPerson) -> list[list[str]]:
    return [[tag.name for tag in row.tags] for row in person.rows()]


def test_a_tag_is_given_to_all_selected_papers_at_once(person: ListPerson) -> None:
    person.choose(0, 2)
    popup = opened(person, "T")
    write(popup, "ml/vision")
    enter(popup)
    person.shown.told("Tagged 2 papers “ml/vision”.")
    assert tags(person) == [["ml/vision"], [], ["ml/vision"], []]
    assert popup.isVisible()
    assert popup.field.text() == ""


def test_a_letter_typed_into_the_popup_is_no_key_of_the_list(person: ListPerson) -> None:
    person.choose(0)
    popup = opened(person, "T")
    write(popup, "qresmi1")
    enter(popup)
    person.shown.told("Tagged 1 paper “qresmi1”.")
    assert {row.status for row in person.rows()} == {"inbox"}


def test_a_popup_is_as_high_as_its_rows_and_grows_where_it_stands(person: ListPerson) -> None:
    person.choose(0)
    popup = opened(person, "T")
    small, top = popup.height(), popup.y()
    write(popup, ",".join(f"tag {number}" for number in range(9)))
    enter(popup)
    person.shown.qtbot.waitUntil(lambda: popup.list.count() == 9)
    large = popup.height()
    assert large > small
    assert popup.y() == top
    write(popup, "tag 8")
    assert popup.height() == large


def test_enter_takes_off_what_all_have_and_gives_what_some_have(person: ListPerson) -> None:
    person.choose(0)
    enter_tag(person, "one")
    person.choose(0, 1)
    popup = opened(person, "T")
    person.shown.qtbot.waitUntil(lambda: popup.list.count() == 1)
    assert popup.list.item(0).checkState() is Qt.CheckState.PartiallyChecked
    QTest.keyClick(popup.field, Qt.Key.Key_Down)
    enter(popup)
    person.shown.told("Tagged 1 paper “one”.")
    assert popup.list.item(0).checkState() is Qt.CheckState.Checked
    enter(popup)
    person.shown.told("Took the tag “one” off 2 papers.")
    assert tags(person) == [[], [], [], []]


def enter_tag(person: ListPerson, name: str) -> None:
    popup = opened(person, "T")
    write(popup, name)
    enter(popup)
    person.shown.told(f"“{name}”")
    QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    closed(person)


def test_the_beginning_of_a_tag_is_enough(person: ListPerson) -> None:
    person.choose(0)
    enter_tag(person, "computer vision")
    person.choose(1)
    popup = opened(person, "T")
    write(popup, "vis")
    enter(popup)
    person.shown.told("Tagged 1 paper “computer vision”.")


@pytest.mark.parametrize("comma", [",", "，", "、"])
def test_a_comma_gives_the_very_tag_that_is_typed(person: ListPerson, comma: str) -> None:
    person.choose(0)
    enter_tag(person, "vision")
    popup = opened(person, "T")
    popup.field.insert("vis")
    QApplication.sendEvent(popup.field, committed(comma))
    person.shown.told("Tagged 1 paper “vis”.")
    assert tags(person)[0] == ["vis", "vision"]


def committed(text: str) -> QInputMethodEvent:
    """What an input method sends once a person has chosen characters."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    return event


def test_chinese_is_written_by_an_input_method(person: ListPerson) -> None:
    person.choose(0)
    popup = opened(person, "T")
    QApplication.sendEvent(popup.field, QInputMethodEvent("shi jue", []))
    assert popup.field.text() == ""
    QApplication.sendEvent(popup.field, committed("视觉"))
    enter(popup)
    person.shown.told("Tagged 1 paper “视觉”.")


def test_each_enter_is_a_step_that_undo_takes_back(person: ListPerson) -> None:
    person.choose(0)
    popup = opened(person, "T")
    write(popup, "one")
    enter(popup)
    write(popup, "two")
    enter(popup)
    person.shown.told("“two”")
    QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    closed(person)
    assert person.shown.desk.room.table.hasFocus()
    person.press("Ctrl+Z")
    person.shown.told("Taken back: tag “two” on 1 paper.")
    assert tags(person)[0] == ["one"]


def test_enter_in_an_empty_line_closes_the_popup(person: ListPerson) -> None:
    person.choose(0)
    popup = opened(person, "T")
    enter(popup)
    closed(person)


def test_papers_come_into_a_new_collection_and_leave_it_by_the_same_popup(person: ListPerson) -> None:
    person.choose(0, 1)
    popup = opened(person, "Ctrl+Shift+K")
    write(popup, "Thesis")
    enter(popup)
    person.shown.told("Put 2 papers into “Thesis”.")
    person.shown.qtbot.waitUntil(lambda: popup.shown == ["Thesis"])
    assert popup.list.item(0).checkState() is Qt.CheckState.Checked
    write(popup, "the")
    enter(popup)
    person.shown.told("Took 2 papers out of “Thesis”.")


def test_a_collection_within_another_is_shown_below_it_and_found_by_its_name(person: ListPerson) -> None:
    labels = person.services.labels
    person.ask(lambda: labels.new_collection("Thesis"))
    parent = person.ask(lambda: labels.collections()[0].id)
    person.ask(lambda: labels.new_collection("Methods", parent))
    person.choose(0)
    popup = opened(person, "Ctrl+Shift+K")
    person.shown.qtbot.waitUntil(lambda: popup.shown == ["Thesis", "Methods"])
    write(popup, "meth")
    assert popup.shown[0] == "Thesis › Methods"
    enter(popup)
    person.shown.told("Put 1 paper into “Methods”.")


def test_a_due_date_is_chosen_or_typed_and_taken_away(person: ListPerson) -> None:
    person.choose(0, 1)
    popup = opened(person, "D")
    write(popup, "2031-12-24")
    enter(popup)
    person.shown.told("Due on 2031-12-24: 2 papers.")
    assert [row.due for row in person.rows()] == ["2031-12-24", "2031-12-24", "", ""]
    closed(person)
    popup = opened(person, "D")
    write(popup, "no due")
    enter(popup)
    person.shown.told("No due date any more: 2 papers.")


TODAY = date(2026, 11, 22)


def test_each_day_is_offered_once_and_written_as_in_the_list(person: ListPerson) -> None:
    """Sunday's tomorrow is next week, Thursday's is Friday; either name finds the day."""
    popup = DuePopup("Due", TODAY, person.shown.window)
    assert popup.shown[:4] == [
        "Today    Sun 2026-11-22",
        "Tomorrow    Mon 2026-11-23",
        "Friday    Fri 2026-11-27",
        "In two weeks    Sun 2026-12-06",
    ]
    write(popup, "next")
    assert popup.shown == ["Next week    Mon 2026-11-23"]
    popup.close()
    popup = DuePopup("Due", TODAY - timedelta(3), person.shown.window)
    assert [row.split("    ")[0] for row in popup.shown[:3]] == ["Today", "Tomorrow", "Next week"]
    popup.close()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        ("2026/1/2", date(2026, 1, 2)),
        ("2026年12月24日", date(2026, 12, 24)),
        ("12-24", date(2026, 12, 24)),
        ("1-5", date(2027, 1, 5)),
        ("+10", TODAY + timedelta(10)),
        ("3", TODAY + timedelta(3)),
        ("2026-02-30", None),
        ("02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_are_typed_as_people_write_them(typed: str, day: date | None) -> None:
    assert typed_day(typed, TODAY) == day
