"""What the mouse does on pages."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.domain.reading import Fit, ReadingPlace
from desktop.ui.reader.pages.layer import PagePoint, PageTool
from tests.gui.reader.pages.conftest import ShowPages
from tests.gui.reader.pages.shown_pages import ShownPages

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Pen(PageTool):
    """Writes down what it hears, and takes what is on even pages."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, int]] = []
        self.places: list[PagePoint] = []
        self.action = QAction("Write")

    def press(self, at: PagePoint, event: QMouseEvent) -> bool:
        self.heard.append(("press", at.page))
        return at.page % 2 == 0

    def move(self, at: PagePoint, event: QMouseEvent) -> None:
        self.heard.append(("move", at.page))
        self.places.append(at)

    def release(self, at: PagePoint, event: QMouseEvent) -> None:
        self.heard.append(("release", at.page))

    def hover(self, at: PagePoint) -> Qt.CursorShape | None:
        return Qt.CursorShape.CrossCursor

    def left(self) -> None:
        self.heard.append(("left", -1))

    def menu(self, at: PagePoint) -> list[QAction]:
        return [self.action]


@pytest.fixture
def pen() -> Pen:
    return Pen()


@pytest.fixture
def written_on(show_pages: ShowPages, pen: Pen) -> ShownPages:
    shown = show_pages()
    shown.view.go_to(ReadingPlace(fit=Fit.FREE, zoom=1.0))
    shown.view.tools.append(pen)
    return shown


def test_a_tool_that_took_the_press_hears_what_follows(written_on: ShownPages, pen: Pen) -> None:
    area = written_on.view.viewport()
    QTest.mousePress(area, LEFT, NONE, QPoint(300, 100))
    QTest.mouseMove(area, QPoint(310, 120))
    QTest.mouseRelease(area, LEFT, NONE, QPoint(310, 120))
    assert [what for what, _ in pen.heard if what != "left"] == ["press", "move", "release"]


def test_dragging_beyond_the_edge_scrolls_and_the_tool_follows(written_on: ShownPages, pen: Pen) -> None:
    area = written_on.view.viewport()
    QTest.mousePress(area, LEFT, NONE, QPoint(300, 100))
    QTest.mouseMove(area, QPoint(300, area.height() + 40))
    written_on.qtbot.waitUntil(lambda: bool(pen.places) and pen.places[-1].page == 1, timeout=20_000)
    QTest.mouseRelease(area, LEFT, NONE, QPoint(300, area.height() + 40))
    assert written_on.view.verticalScrollBar().value() > 0
    assert [what for what, _ in pen.heard if what != "left"][-1] == "release"


def test_the_cursor_is_that_of_the_tool_on_pages_only(written_on: ShownPages, pen: Pen) -> None:
    area = written_on.view.viewport()
    QTest.mouseMove(area, QPoint(300, 100))
    assert area.cursor().shape() is Qt.CursorShape.CrossCursor
    QTest.mouseMove(area, QPoint(300, 2))
    assert area.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert pen.heard[-1] == ("left", -1)


def test_the_middle_button_moves_the_pages(written_on: ShownPages, pen: Pen) -> None:
    area = written_on.view.viewport()
    QTest.mousePress(area, Qt.MouseButton.MiddleButton, NONE, QPoint(300, 300))
    QTest.mouseMove(area, QPoint(300, 100))
    QTest.mouseRelease(area, Qt.MouseButton.MiddleButton, NONE, QPoint(300, 100))
    assert written_on.view.verticalScrollBar().value() == 200
    assert "press" not in dict(pen.heard)


def test_a_rectangle_drawn_with_ctrl_is_shown_large(written_on: ShownPages) -> None:
    area, ctrl = written_on.view.viewport(), Qt.KeyboardModifier.ControlModifier
    middle = written_on.view.page_point(QPoint(250, 150))
    QTest.mousePress(area, LEFT, ctrl, QPoint(200, 100))
    QTest.mouseMove(area, QPoint(300, 200))
    QTest.mouseRelease(area, LEFT, ctrl, QPoint(300, 200))
    assert middle is not None
    assert written_on.view.zoom > 4
    at = written_on.view.page_point(area.rect().center())
    assert at is not None
    assert at.point == pytest.approx(middle.point, abs=2)


def test_a_slip_of_the_hand_enlarges_nothing(written_on: ShownPages) -> None:
    area, ctrl = written_on.view.viewport(), Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(area, LEFT, ctrl, QPoint(200, 100))
    QTest.mouseRelease(area, LEFT, ctrl, QPoint(203, 104))
    assert written_on.view.zoom == pytest.approx(1.0)


def test_a_right_click_shows_what_the_tools_offer(written_on: ShownPages, pen: Pen) -> None:
    area = written_on.view.viewport()
    written_on.view.tools.append(Pen())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(300, 100), area.mapToGlobal(QPoint(300, 100)))
    QApplication.sendEvent(area, event)
    menu = written_on.view.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Write", "", "Write"]
    menu.close()
