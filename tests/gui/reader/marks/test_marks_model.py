"""Many steps at once, some of which cannot be stored: what is shown is what the library will hold."""

from dataclasses import replace

from desktop.domain.mark import Mark, MarkChange, MarkKind, MarkStep
from desktop.ui.reader.marks.mark_making import added, edited, removed
from tests.gui.reader.marks.marker import Marker


def new_mark(marker: Marker, name: str) -> Mark:
    opened = marker.document.opened
    return Mark(name, opened.paper, opened.file.sha256, 0, MarkKind.NOTE, 1, box=(50.0, 50.0, 70.0, 70.0))


def test_steps_are_seen_before_they_are_stored_and_stored_in_order(marker: Marker) -> None:
    mark = new_mark(marker, "a")
    marker.model.do(added([mark]))
    for number in range(2, 9):
        marker.model.do(edited([marker.mark], color=number))
        assert marker.mark.color == number
    assert [stored.color for stored in marker.stored] == [8]
    for number in range(7, 0, -1):
        marker.model.undo()
        assert marker.mark.color == number
    assert [stored.color for stored in marker.stored] == [1]


def test_a_step_that_is_refused_takes_nothing_else_back(marker: Marker) -> None:
    good, bad = new_mark(marker, "good"), replace(new_mark(marker, "bad"), tags=("",))
    marker.model.do(added([bad]))
    marker.model.do(added([good]))
    assert {mark.id for mark in marker.marks} == {"good", "bad"}
    marker.sees(lambda: [mark.id for mark in marker.marks] == ["good"])
    assert [mark.id for mark in marker.stored] == ["good"]
    marker.model.undo()
    assert not marker.stored
    assert not marker.model.history.can_undo


def test_an_undo_that_cannot_be_stored_can_be_done_again(marker: Marker) -> None:
    marker.model.do(added([new_mark(marker, "a")]))
    assert len(marker.stored) == 1
    marker.close_library()
    marker.model.undo()
    assert not marker.marks
    marker.sees(lambda: len(marker.marks) == 1)
    assert marker.model.history.can_undo
    marker.open_library()
    marker.model.undo()
    assert not marker.stored


def test_a_step_is_taken_back_though_others_were_done_since(marker: Marker) -> None:
    gone, stays = new_mark(marker, "gone"), new_mark(marker, "stays")
    marker.model.do(added([gone, stays]))
    removal = removed([gone])
    marker.model.do(removal)
    marker.model.do(edited([stays], color=7))
    marker.model.take_back(removal)
    assert {(mark.id, mark.color) for mark in marker.stored} == {("gone", 1), ("stays", 7)}
    marker.model.take_back(removal)
    assert len(marker.stored) == 2


def test_only_pages_that_changed_are_told(marker: Marker) -> None:
    told: list[frozenset[int]] = []
    marker.model.changed.connect(told.append)
    mark = new_mark(marker, "a")
    marker.model.do(added([mark]))
    marker.model.do(MarkStep((MarkChange(marker.mark, replace(marker.mark, page=2)),)))
    marker.model.do(removed([marker.mark]))
    assert told[:3] == [frozenset({0}), frozenset({0, 2}), frozenset({2})]
