"""One key sets how far a person is with papers; each press is one step, told and taken back."""

from threading import Event

import pytest

from desktop.domain.changes import Changes
from desktop.domain.listing import Place
from desktop.domain.reading_list import Priority, Status
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.ui.actions import ActionId
from desktop.ui.tasks import Lane, TaskRunner
from tests.gui.reading_list.person import ListPerson


@pytest.mark.parametrize(
    ("key", "status", "told"),
    [
        ("Q", Status.QUEUED, "Queued 2 papers."),
        ("R", Status.READING, "Marked 2 papers as reading."),
        ("M", Status.READ, "Marked 2 papers as read."),
        ("E", Status.ARCHIVED, "Archived 2 papers."),
    ],
)
def test_a_key_gives_the_selected_papers_a_status_and_undo_takes_it_back(
    person: ListPerson, key: str, status: Status, told: str
) -> None:
    person.choose(0, 2)
    person.press(key)
    person.shown.told(told)
    assert [row.status for row in person.rows()] == [status, Status.INBOX, status, Status.INBOX]
    person.press("Ctrl+Z")
    person.shown.told("Taken back: ")
    assert {row.status for row in person.rows()} == {Status.INBOX}


def test_i_brings_papers_back_to_the_inbox(person: ListPerson) -> None:
    person.choose(1)
    person.press("E")
    person.shown.told("Archived 1 paper.")
    person.choose(1)
    person.press("I")
    person.shown.told("Moved 1 paper to the inbox.")
    assert person.rows()[1].status is Status.INBOX


def test_m_and_s_turn_back_what_is_true_of_all_selected_papers(person: ListPerson) -> None:
    person.choose(0)
    person.press("S")
    person.shown.told("Starred 1 paper.")
    person.choose(0, 1)
    person.press("S")
    person.shown.told("Starred 1 paper.")
    assert [row.starred for row in person.rows()] == [True, True, False, False]
    person.press("S")
    person.shown.told("Took the star off 2 papers.")
    person.press("M")
    person.shown.told("Marked 2 papers as read.")
    person.press("M")
    person.shown.told("Moved 2 papers to the inbox.")


def test_a_key_pressed_twice_at_once_turns_back_what_the_first_did(person: ListPerson) -> None:
    person.choose(0)
    person.press("S", "S")
    person.shown.told("Took the star off 1 paper.")
    assert not person.rows()[0].starred


@pytest.mark.parametrize(("key", "priority"), [("1", Priority.LOW), ("2", Priority.MEDIUM), ("3", Priority.HIGH)])
def test_a_digit_sets_the_priority(person: ListPerson, key: str, priority: Priority) -> None:
    person.choose(0, 1)
    person.press(key)
    person.shown.told("priority: 2 papers.")
    assert [row.priority for row in person.rows()] == [priority, priority, Priority.NONE, Priority.NONE]
    person.press("0")
    person.shown.told("No priority any more: 2 papers.")
    assert {row.priority for row in person.rows()} == {Priority.NONE}


def queue(person: ListPerson) -> None:
    """All papers come to the queue, in the order of the list, and the window shows it."""
    person.choose(0, 1, 2, 3)
    person.press("Q")
    person.shown.told("Queued 4 papers.")
    person.shown.do(ActionId.QUEUE)
    person.shown.sees(4)
    person.shown.qtbot.waitUntil(lambda: person.shown.desk.room.shown == person.papers)


@pytest.mark.parametrize(
    ("chosen", "key", "order"),
    [
        ((2,), "Alt+Up", [0, 2, 1, 3]),
        ((0,), "Alt+Up", [0, 1, 2, 3]),
        ((1, 3), "Alt+Up", [1, 3, 0, 2]),
        ((0, 2), "Alt+Up", [0, 2, 1, 3]),
        ((1,), "Alt+Down", [0, 2, 1, 3]),
        ((0, 1), "Alt+Down", [2, 0, 1, 3]),
        ((2, 3), "Alt+Home", [2, 3, 0, 1]),
        ((0, 2), "Alt+End", [1, 3, 0, 2]),
    ],
)
def test_keys_move_selected_papers_within_the_queue(
    person: ListPerson, chosen: tuple[int, ...], key: str, order: list[int]
) -> None:
    queue(person)
    person.choose(*chosen)
    person.press(key)
    person.shown.qtbot.waitUntil(lambda: person.listed(Place.QUEUE) == order)


def test_a_move_pressed_twice_moves_twice(person: ListPerson) -> None:
    queue(person)
    person.choose(3)
    person.press("Alt+Up", "Alt+Up")
    person.shown.qtbot.waitUntil(lambda: person.listed(Place.QUEUE) == [0, 3, 1, 2])


def test_papers_move_by_hand_only_in_the_queue_itself(person: ListPerson) -> None:
    person.choose(0)
    assert not person.shown.can(ActionId.QUEUE_UP)
    queue(person)
    person.choose(0)
    person.shown.qtbot.waitUntil(lambda: person.shown.can(ActionId.QUEUE_UP))


def test_an_empty_queue_says_how_papers_come_there(person: ListPerson) -> None:
    person.shown.do(ActionId.READ_NEXT)
    person.shown.told("The queue is empty.")


def test_read_next_begins_with_the_first_of_the_queue(person: ListPerson) -> None:
    queue(person)
    person.shown.do(ActionId.ALL_PAPERS)
    person.press("Shift+Return", into=person.shown.desk.room.table)
    person.shown.told("This paper has no PDF yet.")


def test_undo_is_ready_as_soon_as_a_step_is_told(person: ListPerson) -> None:
    desk = person.shown.desk
    desk.events.stepped.disconnect(desk.papers.load_undo_state)  # as on a lane that is busy
    person.choose(0)
    person.press("Q")
    person.shown.told("Queued 1 paper.")
    person.press("Ctrl+Z")
    person.shown.told("Taken back: 1 paper queued.")


def test_an_answer_from_before_undo_does_not_take_redo_away(person: ListPerson, tasks: TaskRunner) -> None:
    papers, free = person.shown.desk.papers, Event()
    person.choose(0)
    person.press("Q")
    person.shown.told("Queued 1 paper.")
    tasks.run(Lane.DB, free.wait, owner=papers)
    papers.load_undo_state()  # answered once the lane is free: after the keys that follow
    person.press("Ctrl+Z")
    offered: list[bool] = []
    papers.undo_state_changed.connect(lambda state: offered.append(state.redo is not None))
    free.set()
    person.shown.told("Taken back: 1 paper queued.")
    assert all(offered)
    person.press("Ctrl+Shift+Z")
    person.shown.told("Done again: 1 paper queued.")


def test_who_sees_what_a_step_changed_can_take_it_back(person: ListPerson, tasks: TaskRunner) -> None:
    desk = person.shown.desk
    seen: list[UndoLabel | None] = []
    step = person.ask(lambda: person.services.reading_list.set_status(person.papers[:1], Status.READ))

    def look(_: Changes) -> None:
        tasks.run(Lane.DB, lambda: None, owner=desk, done=lambda _: seen.append(desk.papers.state.undo))

    desk.events.changed.connect(look)
    desk.events.announce(step)
    desk.papers.load_first_undo_state()  # as in a window that has just opened
    person.shown.qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] is not None
    assert seen[0].kind is UndoKind.STATUS
