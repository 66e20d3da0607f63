"""The room of one paper: panels, versions, whole screen, and what stands in the place of pages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.domain.ids import PaperId
from desktop.domain.progress import Job
from desktop.domain.reading import Fit, Spread
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from tests.gui.tabs.tab_reader import FIRST, TabReader

Id = ActionId
OnDb = Callable[[Callable[[], object]], object]


def test_a_first_read_shows_pages_as_wide_as_the_window_and_no_left_panel(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    place = room.place()
    assert place is not None
    assert (place.fit, place.spread, place.left) == (Fit.WIDTH, Spread.CONTINUOUS, "")


def test_panels_fold_with_one_key_and_are_kept_with_the_paper(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    for key, panel in (("F9", "contents"), ("Shift+F9", "thumbnails"), ("Ctrl+F9", "marks")):
        reader.press(key)
        assert room.panels.left.shown == panel
        assert room.panels.left.isVisible()
    reader.press("Ctrl+F9")
    assert not room.panels.left.isVisible()
    reader.press("Shift+F9", "F7")
    assert room.panels.texts.isVisible()
    reader.press("Ctrl+W")
    room = reader.opens(FIRST)
    assert (room.panels.left.shown, room.panels.right_shown) == ("thumbnails", "texts")


def test_the_page_field_takes_a_number_and_gives_the_keyboard_back(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    reader.goes_to("4")
    reader.until(lambda: reader.page() == 3)
    assert room.bar.number.field.text() == "4"
    assert room.file is not None
    assert room.file.view.hasFocus()
    reader.goes_to("99")
    assert room.bar.number.field.hasFocus()
    QTest.keyClick(room.bar.number.field, Qt.Key.Key_Escape)
    assert reader.page() == 3
    reader.press("Alt+Left")
    reader.until(lambda: reader.page() == 0)


def test_the_page_field_follows_the_pages_while_nothing_is_typed(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    assert room.file is not None
    reader.press("Ctrl+Alt+G")
    field = room.bar.number.field
    reader.until(field.hasFocus)
    room.file.view.go_to_page(2)
    assert (field.text(), field.selectedText()) == ("3", "3")
    QTest.keyClicks(field, "1")
    room.file.view.go_to_page(3)
    assert field.text() == "1"


def test_keys_pressed_before_the_pages_are_there_hold_for_them(reader: TabReader) -> None:
    reader.opens(FIRST)
    reader.press("Ctrl+W")
    reader.shown.desk.reading.open(reader.paper(FIRST))
    room = reader.room
    assert room.file is None
    for name in (Id.SINGLE_PAGE, Id.FIT_PAGE, Id.ROTATE_RIGHT):
        reader.shown.window.contents.commands[name].trigger()
    reader.sees_pages()
    assert room.file is not None
    place = room.file.view.place()
    assert (place.spread, place.fit, place.rotation) == (Spread.SINGLE, Fit.PAGE, 90)
    assert reader.shown.window.contents.commands[Id.FIT_PAGE].isChecked()


def test_keys_change_how_pages_stand(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    file = room.file
    assert file is not None
    commands = reader.shown.window.contents.commands
    reader.press("Ctrl+Alt+2", "Ctrl+2")
    assert (file.view.place().spread, file.view.place().fit) == (Spread.SINGLE, Fit.PAGE)
    assert commands[Id.SINGLE_PAGE].isChecked()
    assert commands[Id.FIT_PAGE].isChecked()
    reader.press("Ctrl+R")
    assert file.view.place().rotation == 90
    reader.press("Ctrl+Shift+R", "Ctrl+0")
    assert (file.view.place().rotation, file.view.place().zoom) == (0, 1.0)
    assert not commands[Id.FIT_PAGE].isChecked()


def test_another_version_is_shown_in_the_same_tab(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    menu = room.bar.versions.menu()
    assert [action.text() for action in menu.actions()] == ["v2 (newest)", "v1"]
    menu.actions()[1].trigger()
    reader.until(lambda: room.file is not None and room.file.opened.file.version == 1 and room.place() is not None)
    assert room.file is not None
    assert room.file.document.page_count == 5
    assert len(list(reader.tabs)) == 1


def test_marks_of_the_old_version_are_carried_over(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    room.bar.versions.menu().actions()[1].trigger()
    reader.until(lambda: room.file is not None and room.file.opened.file.version == 1 and room.place() is not None)
    reader.press("Ctrl+F")
    QTest.keyClicks(reader.shown.window.focusWidget(), "alpha beta")
    assert room.file is not None
    finding = room.file.text.finding
    reader.until(lambda: finding.find.done and finding.find.current_hit is not None)
    QTest.keyClick(finding.bar.field, Qt.Key.Key_Escape)
    reader.until(lambda: reader.shown.can(Id.COPY_TEXT))
    reader.press("Alt+1")
    reader.until(lambda: reader.shown.can(Id.UNDO))
    room.bar.versions.menu().actions()[0].trigger()
    reader.until(lambda: room.file is not None and room.file.opened.file.version == 2 and room.carry.isVisible())
    reader.press("Ctrl+F9")
    offer = next(button for button in room.panels.left.findChildren(QPushButton) if "Carry over" in button.text())
    assert offer.isVisible()
    reader.press_button("Carry them over", room.carry)
    reader.shown.told("1 mark carried over.")
    reader.until(lambda: not room.carry.isVisible())
    assert not offer.isVisible()
    assert reader.shown.window.contents.commands[Id.UNDO].text() != "Undo"


def test_a_presentation_is_one_page_and_nothing_else(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    file = room.file
    assert file is not None
    reader.press("F9")
    reader.goes_to("2")
    reader.press("Ctrl+A")
    reader.until(lambda: file.text.selection.quote() is not None)
    reader.press("Ctrl+R", "Ctrl+F", "F5")
    assert reader.shown.window.isFullScreen()
    assert file.text.selection.quote() is None
    assert not file.text.finding.bar.isVisible()
    shown = (room.bar, room.panels.left, reader.tabs.bar, reader.shown.window.menuBar())
    assert [part.isVisible() for part in shown] == [False] * 4
    assert (file.view.place().spread, file.view.place().fit) == (Spread.SINGLE, Fit.PAGE)
    reader.press("Space", "Right")
    reader.until(lambda: reader.page() == 3)
    reader.press("Escape")
    assert not reader.shown.window.isFullScreen()
    assert [part.isVisible() for part in shown] == [True] * 4
    place = file.view.place()
    assert (place.spread, place.rotation, place.page) == (Spread.CONTINUOUS, 90, 3)


def test_a_page_that_was_zoomed_with_the_wheel_fits_no_more(reader: TabReader) -> None:
    view = reader.opens(FIRST).file.view  # type: ignore[union-attr]  # it is open
    reader.press("Ctrl+1")
    fits = reader.shown.window.contents.commands[Id.FIT_WIDTH]
    reader.until(fits.isChecked)
    middle, none = QPointF(view.viewport().rect().center()), Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        *(middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120), none),
        *(Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QCoreApplication.sendEvent(view.viewport(), wheel)
    reader.until(lambda: not fits.isChecked())


def test_full_screen_hides_the_tool_bar_until_the_pointer_is_at_the_upper_edge(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    assert room.file is not None
    reader.press("F11")
    reader.until(lambda: not room.bar.isVisible())
    viewport = room.file.view.viewport()
    for place in (viewport.rect().center(), viewport.rect().topLeft()):
        assert not room.bar.isVisible()
        none = Qt.MouseButton.NoButton
        move = QMouseEvent(
            *(QEvent.Type.MouseMove, QPointF(place), QPointF(viewport.mapToGlobal(place))),
            *(none, none, Qt.KeyboardModifier.NoModifier),
        )
        QCoreApplication.sendEvent(viewport, move)
    assert room.bar.isVisible()
    reader.press("F11")
    reader.until(lambda: reader.tabs.bar.isVisible())
    assert room.bar.isVisible()


def test_a_locked_pdf_asks_for_its_password_once(
    reader: TabReader, filled: LibraryServices, on_db: OnDb, shared: Path
) -> None:
    def add() -> object:
        plan = filled.adding.plan_files([shared / "data/pdf/qpdf__pages-copy-encryption.pdf"], Job())
        return filled.adding.add(plan, download=False)

    added = on_db(add)
    paper = PaperId(added.changes.papers_added[0])  # type: ignore[attr-defined]  # AddResult
    reader.shown.desk.reading.open(paper)
    reader.until(lambda: reader.room.password.isVisible())
    field = reader.room.password.field
    reader.until(field.hasFocus)
    for word in ("wrong", "user"):
        QTest.keyClicks(field, word)
        QTest.keyClick(field, Qt.Key.Key_Return)
        if word == "wrong":
            reader.until(lambda: "not the password" in reader.room.password.trouble)
    reader.sees_pages()
    reader.press("Ctrl+W", "Ctrl+Shift+T")
    reader.sees_pages()
