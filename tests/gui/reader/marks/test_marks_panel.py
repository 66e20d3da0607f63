"""The list of marks: reading order, filters, jumps, editing in place, several at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from desktop.domain.mark import MarkKind
from desktop.ui.action import ActionId
from desktop.ui.reader.marks.color_dots import ColorDot
from desktop.ui.reader.marks.mark_making import added, edited
from desktop.ui.reader.marks.marks_list_model import Role
from desktop.ui.reader.marks.plain_editor import PlainEditor
from tests.gui.reader.marks.marker import Marker

_Flag = QItemSelectionModel.SelectionFlag


def listed(marker: Marker) -> list[str]:
    """The quotes, or comments, of the rows."""
    model = marker.panel.list.model()
    rows = [model.index(row, 0).data(Role.MARK) for row in range(model.rowCount())]
    return [mark.quote or mark.comment for mark in rows]


def fill(marker: Marker) -> None:
    """Three marks, the last one first."""
    texts = marker.highlight("translate", "texts")
    marker.act(ActionId.COLOR_3)
    marker.model.do(edited([marker.model.find(texts.id) or texts], tags=("goal",)))
    marker.act(ActionId.COLOR_1)
    marker.model.undo()
    marker.marking.parts.choice.choose("")
    marker.marking.parts.choice.use_color(1)
    marker.highlight("weighs", "word")
    marker.select("learns", "together")
    marker.act(ActionId.UNDERLINE)


def choose_rows(marker: Marker, *rows: int) -> None:
    marker.panel.list.setFocus()
    selection = marker.panel.list.selectionModel()
    for number, row in enumerate(rows):
        index = marker.panel.list.model().index(row, 0)
        selection.setCurrentIndex(index, _Flag.Select if number else _Flag.ClearAndSelect)


def test_an_empty_list_tells_how_to_begin(marker: Marker) -> None:
    assert not marker.panel.list.isVisible()
    assert "Alt+1" in marker.panel._empty.text


def test_marks_stand_in_reading_order_and_are_filtered(marker: Marker) -> None:
    fill(marker)
    everything = ["weighs every word", "learns what belongs together", "translate whole texts"]
    assert listed(marker) == everything
    marker.panel.text.setText("belongs LEARNS")
    assert listed(marker) == everything[1:2]
    marker.panel.text.clear()
    marker.panel.kinds.setCurrentIndex(marker.panel.kinds.findData(MarkKind.UNDERLINE))
    marker.panel.kinds.activated.emit(0)
    assert listed(marker) == everything[1:2]
    marker.panel.kinds.setCurrentIndex(0)
    marker.panel.tags.setCurrentIndex(marker.panel.tags.findData("goal"))
    marker.panel.tags.activated.emit(0)
    assert listed(marker) == everything[2:]
    marker.panel.tags.setCurrentIndex(0)
    marker.panel.dots.show_colors(frozenset({3}))
    marker.panel.dots.chosen.emit(3)
    assert listed(marker) == everything[2:]


def test_enter_jumps_to_the_mark(marker: Marker) -> None:
    marker.view.go_to_page(1)
    marker.text(1)
    marker.drag(marker.at("second", 1), marker.at("page", 1, end=True))
    marker.act(ActionId.HIGHLIGHT)
    marker.view.go_to_page(0)
    choose_rows(marker, 0)
    QTest.keyClick(marker.panel.list, Qt.Key.Key_Return)
    assert marker.marking.parts.choice.chosen == marker.mark.id
    assert 1 in marker.view.visible_pages()
    assert marker.view.hasFocus()


def test_several_marks_are_recoloured_and_deleted_at_once(marker: Marker) -> None:
    fill(marker)
    choose_rows(marker, 0, 1)
    marker.act(ActionId.COLOR_6)
    assert sorted(mark.color for mark in marker.marks) == [3, 6, 6]
    choose_rows(marker, 0, 1)
    marker.act(ActionId.DELETE_MARK)
    assert listed(marker) == ["translate whole texts"]
    marker.marking.undo()
    assert len(marker.stored) == 3


def test_a_comment_is_edited_in_the_list(marker: Marker) -> None:
    marker.highlight("weighs", "word")
    choose_rows(marker, 0)
    QTest.keyClick(marker.panel.list, Qt.Key.Key_F2)
    editor = marker.panel.list.findChild(PlainEditor)
    assert editor is not None
    QTest.keyClicks(editor, "Seen")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert [mark.comment for mark in marker.stored] == ["Seen"]
    marker.marking.undo()
    assert marker.mark.comment == ""


def test_marks_without_a_place_are_listed_apart_and_laid_over_text(marker: Marker) -> None:
    mark = marker.highlight("weighs", "word")
    lost = replace(mark, id="lost", page=2, quads=(), quote="gone", placed=False, carried_from="elsewhere")
    marker.model.do(added([lost]))
    assert listed(marker) == ["weighs every word", "gone"]
    assert marker.panel.list.model().index(1, 0).data(Role.FIRST_UNPLACED)
    marker.panel.text.setText("weighs")
    place = marker.view.place()
    with marker.qtbot.waitSignal(marker.marking.list_wanted):
        assert marker.marking.show_mark("lost")
    assert marker.view.place() == place
    assert marker.panel.list.selected == [lost]
    marker.select("learns", "together")
    choose_rows(marker, 1)
    marker.marking.acts.lay_over_selection()
    found = marker.model.find("lost")
    assert found is not None
    assert (found.placed, found.page, found.quote) == (True, 0, "learns what belongs together")


def test_names_of_colours_are_kept_and_shown(marker: Marker, open_tab: Callable[[], Marker]) -> None:
    names = ("claim", "method", *("",) * 6)
    marker.marking.parts.names.store(names, marker.services, marker.tasks)
    assert marker.panel.dots.findChildren(ColorDot)[0].toolTip() == "claim (1)"
    assert open_tab().marking.parts.names.names == names
