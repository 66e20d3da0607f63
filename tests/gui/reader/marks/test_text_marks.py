"""Marks over text: made from a selection or by dragging, chosen, pulled, recoloured, deleted, undone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.mark import MarkKind
from desktop.ui.action import ActionId
from tests.gui.reader.marks.marker import Marker


def test_selected_text_is_highlighted_with_one_key_and_is_in_the_library(marker: Marker) -> None:
    mark = marker.highlight("weighs", "word")
    assert mark.quote == "weighs every word"
    assert mark.before.endswith("Attention")
    assert marker.tools.selection.quote() is None
    assert [stored.quote for stored in marker.stored] == ["weighs every word"]


def test_a_mark_reaches_over_lines(marker: Marker) -> None:
    mark = marker.highlight("sentence", "against")
    assert len(mark.quads) == 2
    assert mark.quote == "sentence against"


def test_without_a_selection_dragging_highlights_until_esc(marker: Marker) -> None:
    marker.act(ActionId.HIGHLIGHT)
    assert ActionId.HIGHLIGHT in marker.marking.checked()
    for first, last in (("weighs", "word"), ("learns", "together")):
        marker.drag(marker.at(first), marker.at(last, end=True))
    assert {mark.quote for mark in marker.marks} == {"weighs every word", "learns what belongs together"}
    assert marker.marking.step_back()
    assert ActionId.HIGHLIGHT not in marker.marking.checked()
    marker.select("whole", "texts")
    assert len(marker.marks) == 2


def test_underline_and_strike_out_are_kinds_of_their_own(marker: Marker) -> None:
    for name, kind in ((ActionId.UNDERLINE, MarkKind.UNDERLINE), (ActionId.STRIKE_OUT, MarkKind.STRIKE_OUT)):
        marker.select("weighs", "word")
        marker.act(name)
        assert marker.mark.kind is kind
        marker.marking.undo()
        assert marker.marks == ()


def test_a_click_chooses_the_mark_and_a_drag_from_it_selects_text(marker: Marker) -> None:
    mark = marker.highlight("weighs", "word")
    marker.marking.parts.choice.choose("")
    marker.click(marker.at("every"))
    assert marker.marking.parts.choice.chosen == mark.id
    marker.drag(marker.at("every"), marker.at("sentence", end=True))
    assert marker.selected == "every word of a sentence"


def test_the_end_of_a_mark_is_pulled_to_another_word(marker: Marker) -> None:
    mark = marker.highlight("weighs", "word")
    last = mark.quads[-1]
    marker.drag(marker.pixel((last[6], last[7])), marker.at("sentence", end=True))
    assert marker.mark.quote == "weighs every word of a sentence"
    marker.marking.undo()
    assert marker.mark.quote == "weighs every word"


def test_a_key_recolours_the_chosen_mark_and_the_next_one(marker: Marker) -> None:
    marker.highlight("weighs", "word")
    marker.act(ActionId.COLOR_3)
    assert marker.mark.color == 3
    assert marker.highlight("learns", "together").color == 3
    assert [mark.color for mark in marker.stored] == [3, 3]


def test_a_deleted_mark_comes_back_by_the_message(marker: Marker) -> None:
    mark = marker.highlight("weighs", "word")
    marker.act(ActionId.DELETE_MARK)
    assert not marker.marks
    assert not marker.marking.mark_chosen
    assert marker.toast.text == "Deleted 1 mark."
    QTest.mouseClick(marker.toast._button, Qt.MouseButton.LeftButton)
    assert marker.marks == (mark,)
    assert [stored.id for stored in marker.stored] == [mark.id]


def test_undo_and_redo_are_named_and_survive_closing_the_tab(open_tab: Callable[[], Marker]) -> None:
    first = open_tab()
    first.highlight("weighs", "word")
    first.act(ActionId.COLOR_2)
    assert first.marking.step_names() == ("colour", "")
    first.marking.flush()
    first.window.hide()
    second = open_tab()
    assert second.mark.color == 2
    second.marking.undo()
    second.marking.undo()
    assert second.marks == ()
    assert second.marking.step_names() == ("", "Highlight")
    second.marking.redo()
    second.marking.redo()
    assert [mark.color for mark in second.stored] == [2]


def test_marks_are_walked_through_in_reading_order(marker: Marker) -> None:
    later = marker.highlight("learns", "together")
    earlier = marker.highlight("weighs", "word")
    marker.marking.parts.choice.choose("")
    chosen = []
    for name in (ActionId.NEXT_MARK, ActionId.NEXT_MARK, ActionId.NEXT_MARK, ActionId.PREVIOUS_MARK):
        marker.act(name)
        chosen.append(marker.marking.parts.choice.chosen)
    assert chosen == [earlier.id, later.id, earlier.id, later.id]


def test_what_changed_elsewhere_is_shown(marker: Marker, open_tab: Callable[[], Marker]) -> None:
    mark = marker.highlight("weighs", "word")
    other = open_tab()
    other.events.changed.connect(marker.events.announce_quietly)
    other.marking.parts.choice.choose(mark.id)
    other.act(ActionId.COLOR_5)
    marker.sees(lambda: marker.mark.color == 5)


def test_the_bar_beside_selected_text_is_used_by_keyboard(marker: Marker) -> None:
    marker.select("weighs", "word")
    bar = marker.marking.parts.bar
    marker.qtbot.waitUntil(bar.isVisible)
    bar.take_keyboard()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        dot = bar.window().focusWidget()
        assert dot is not None
        QTest.keyClick(dot, key)
    assert (marker.mark.kind, marker.mark.color) == (MarkKind.HIGHLIGHT, 2)
    assert not bar.isVisible()


def test_the_bar_goes_when_its_text_is_scrolled_away(marker: Marker) -> None:
    marker.select("weighs", "word")
    bar = marker.marking.parts.bar
    marker.qtbot.waitUntil(bar.isVisible)
    marker.view.set_zoom(8.0)
    marker.view.show_end(last=True)
    marker.qtbot.waitUntil(lambda: not bar.isVisible())
    assert marker.selected == "weighs every word"
