"""Notes, text boxes, areas and ink: placed with the mouse or by keyboard, moved, resized."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.domain.mark import MarkKind
from desktop.domain.mark_geometry import NOTE_SIDE
from desktop.ui.action import ActionId
from desktop.ui.reader.marks.edit_session import EditSession
from desktop.ui.tasks import Lane
from tests.gui.reader.marks.marker import Marker
from tests.gui.reader.text.reader import CONTROL, SHIFT


def test_a_click_places_a_note_and_opens_its_comment(marker: Marker) -> None:
    marker.act(ActionId.NOTE)
    marker.click(marker.pixel((300, 300)))
    note = marker.picked_up(MarkKind.NOTE)
    half = NOTE_SIDE / 2
    assert note.box == pytest.approx((300 - half, 300 - half, 300 + half, 300 + half), abs=2)
    assert marker.popup.isVisible()
    marker.type("Look again")
    QTest.keyClick(marker.popup.editor, Qt.Key.Key_Escape)
    assert not marker.popup.isVisible()
    assert [mark.comment for mark in marker.stored] == ["Look again"]
    assert marker.marking.parts.tool.mode is None


def test_a_text_box_is_typed_where_it_stands_and_grows(marker: Marker) -> None:
    marker.act(ActionId.TEXT_BOX)
    marker.draw((200, 300), (250, 320), (300, 330))
    assert marker.text_box.isVisible()
    assert marker.marks == ()
    marker.type("A text that needs more room than the box that was drawn for it has")
    QTest.keyClick(marker.text_box, Qt.Key.Key_Escape)
    box = marker.picked_up(MarkKind.TEXT).box
    assert box is not None
    assert box[3] - box[1] > 40
    assert [mark.comment for mark in marker.stored] == [
        "A text that needs more room than the box that was drawn for it has"
    ]


def test_an_empty_text_box_leaves_nothing(marker: Marker) -> None:
    marker.act(ActionId.TEXT_BOX)
    marker.click(marker.pixel((200, 300)))
    QTest.keyClick(marker.text_box, Qt.Key.Key_Escape)
    assert marker.stored == ()
    assert marker.marking.step_names() == ("", "")


def test_an_area_keeps_a_picture_of_the_page(marker: Marker) -> None:
    marker.act(ActionId.AREA)
    marker.draw((70, 60), (200, 100), (330, 150))
    area = marker.picked_up(MarkKind.AREA)
    marker.sees(lambda: marker.marking.parts.pictures.get(area.id) is not None)
    assert len(marker.stored) == 1
    picture = marker.on_db(lambda: marker.services.marking.picture(area.id))
    assert isinstance(picture, bytes)
    assert picture.startswith(b"\x89PNG")


def test_an_area_that_is_pulled_while_its_picture_is_made_keeps_the_later_one(marker: Marker) -> None:
    marker.act(ActionId.AREA)
    marker.draw((70, 60), (200, 100), (270, 160))
    pictures, requests, go_on = marker.marking.parts.pictures, marker.document.requests, Event()
    marker.sees(lambda: requests.is_idle and pictures.get(marker.mark.id) is not None)
    marker.tasks.run(Lane.PDF, go_on.wait, owner=marker.window)
    marker.marking.parts.desk.nudge(0, 50, size=True)
    marker.sees(lambda: requests._at_work is not None)
    marker.marking.parts.desk.nudge(0, 50, size=True)
    go_on.set()
    marker.sees(lambda: requests.is_idle)
    picture = marker.on_db(lambda: marker.services.marking.picture(marker.mark.id))
    image = QImage.fromData(picture or b"")
    assert image.height() == pytest.approx(image.width(), rel=0.02)


def test_strokes_that_follow_each_other_are_one_mark_and_one_step(marker: Marker) -> None:
    marker.act(ActionId.INK)
    marker.draw((100, 200), (150, 210), (200, 200))
    marker.draw((100, 230), (150, 240), (200, 230))
    ink = marker.picked_up(MarkKind.INK)
    assert len(ink.strokes) == 2
    sessions = marker.marking.parts.tool.findChildren(EditSession)
    for session in sessions:
        session.end()
    marker.draw((100, 260), (150, 270), (200, 260))
    assert len(marker.marks) == 2
    marker.marking.undo()
    marker.marking.undo()
    assert not marker.marks


def test_a_note_is_dragged_and_a_box_is_pulled_at_its_corner(marker: Marker) -> None:
    marker.act(ActionId.AREA)
    marker.draw((100, 200), (150, 230), (200, 260))
    area = marker.mark
    corner = marker.pixel((200, 260))
    marker.drag(corner, marker.pixel((260, 300)))
    assert marker.mark.box == pytest.approx((100, 200, 260, 300), abs=2)
    marker.act(ActionId.NOTE)
    marker.click(marker.pixel((400, 300)))
    marker.marking.step_back()
    note = next(mark for mark in marker.marks if mark.id != area.id)
    marker.drag(marker.middle(note), marker.pixel((450, 350)))
    moved = marker.model.find(note.id)
    assert moved is not None
    assert moved.box == pytest.approx((441, 341, 459, 359), abs=2)


def test_arrow_keys_move_and_resize_the_chosen_mark_as_one_step(marker: Marker) -> None:
    marker.act(ActionId.TEXT_BOX)
    marker.draw((200, 300), (250, 320), (300, 330))
    marker.type("Box")
    QTest.keyClick(marker.text_box, Qt.Key.Key_Escape)
    before = marker.mark.box
    assert before is not None
    for key, modifiers in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, SHIFT),
        (Qt.Key.Key_Right, CONTROL | SHIFT),
    ):
        marker.key(key, modifiers)
    assert marker.mark.box == (before[0] + 1, before[1] + 10, before[2] + 2, before[3] + 10)
    marker.marking.undo()
    assert marker.mark.box == before


def test_a_note_is_placed_by_keyboard_at_the_selection(marker: Marker) -> None:
    marker.select("learns", "together")
    marker.act(ActionId.NOTE)
    note = marker.picked_up(MarkKind.NOTE)
    line = marker.text().lines[2]
    assert note.box is not None
    assert note.box[1] == pytest.approx(line.quad[1], abs=3)


def test_a_note_is_placed_by_keyboard_in_the_middle_of_what_is_seen(marker: Marker) -> None:
    marker.act(ActionId.NOTE)
    marker.key(Qt.Key.Key_Return)
    note = marker.picked_up(MarkKind.NOTE)
    page, seen = marker.marking.parts.places.middle()
    assert note.page == page
    assert note.box is not None
    assert note.box[0] == pytest.approx((seen[0] + seen[2]) / 2, abs=1)


def test_text_is_marked_by_keyboard_alone(marker: Marker) -> None:
    for _ in range(9):
        marker.key(Qt.Key.Key_Right, SHIFT)
    marker.act(ActionId.HIGHLIGHT)
    assert marker.mark.quote == "Attention"
