"""The middle of the window is made anew for another size of text: what lay over it or stood in it goes with it."""

from desktop.ui.actions import ActionId
from desktop.ui.labels.popup import Popup
from tests.gui.reading_list.person import ListPerson


def test_a_popup_goes_with_the_list_that_it_was_opened_over(person: ListPerson) -> None:
    person.choose(0)
    person.press("T")
    assert person.shown.window.findChildren(Popup)
    person.shown.do(ActionId.LARGER)
    person.shown.sees(4)
    person.shown.qtbot.waitUntil(lambda: not person.shown.window.findChildren(Popup))


def test_messages_stand_above_the_keys_of_triage_and_after_it_where_they_stood(person: ListPerson) -> None:
    toast = person.shown.window.toast
    toast.show_message("words")
    place = toast.geometry()
    person.shown.do(ActionId.TRIAGE)
    person.shown.qtbot.waitUntil(lambda: toast.geometry().top() < place.top())
    person.shown.do(ActionId.LARGER)
    person.shown.do(ActionId.USUAL_SIZE)
    person.shown.qtbot.waitUntil(lambda: person.shown.desk.reading.tabs.front == "triage")
    toast.show_message("words")
    assert toast.geometry().top() < place.top()
    person.shown.desk.reading.tabs.close_tab("triage")
    toast.show_message("words")
    assert toast.geometry() == place
