"""Pages in a window: painted, moved, enlarged, turned."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.reading import Fit, ReadingPlace, Spread
from desktop.pdf.engine import PdfEngine
from desktop.services.library import LibraryServices
from tests.gui.reader.pages.conftest import ShowPages
from tests.gui.reader.pages.shown_pages import SQUARE, ShownPages, squares
from tests.unit.pdf.made_pdfs import made_pdf, stream

MIDDLE = ((SQUARE[0] + SQUARE[2]) / 2, (SQUARE[1] + SQUARE[3]) / 2)
BLACK = QColor("black")
W = TypeVar("W", bound=QWidget)


def top_of(shown: ShownPages, page: int, y: float) -> float:
    """Pixels of the view above that height of a page."""
    return shown.view.transform(page).map(QPointF(0.0, y)).y()


def found(shown: ShownPages, kind: type[W]) -> W:
    """What is on the view."""
    widget = shown.view.viewport().findChild(kind)
    assert widget is not None
    return widget


def test_what_is_on_a_page_is_painted_where_the_view_says_it_is(show_pages: ShowPages) -> None:
    shown = show_pages()
    for turn in (0, 90, 180, 270):
        shown.view.set_rotation(turn)
        shown.view.reveal(1, SQUARE)
        shown.until_sharp()
        assert shown.color_at(1, *MIDDLE) == BLACK
        assert shown.color_at(1, SQUARE[2] + 10, SQUARE[3] + 10) == QColor("white")


def test_a_page_in_tiles_shows_the_same(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.set_zoom(12.0)
    shown.view.reveal(1, SQUARE)
    shown.until_sharp()
    assert shown.color_at(1, *MIDDLE) == BLACK
    assert shown.color_at(1, SQUARE[0] - 3, SQUARE[1] - 3) == QColor("white")


def test_dark_pages_are_asked_for_and_light_ones_come_back(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.set_dark(True)
    shown.until_sharp()
    assert shown.color_at(0, 300, 50).lightness() < 80
    shown.view.set_dark(False)
    assert shown.color_at(0, 300, 50) == QColor("white")


def test_the_same_text_stays_at_the_top_when_the_window_changes(show_pages: ShowPages) -> None:
    shown = show_pages()
    place = ReadingPlace(page=2, y=300.0)
    shown.view.go_to(place)
    for width in (900, 300, 620):
        shown.view.resize(width, 400)
        shown.qtbot.waitUntil(lambda width=width: shown.view.width() == width)  # type: ignore[misc]
        assert top_of(shown, 2, 300.0) == pytest.approx(0, abs=1)
    assert shown.view.place() == place


def test_a_place_at_the_end_is_found_again_after_the_window_was_large(show_pages: ShowPages) -> None:
    shown = show_pages(2)
    place = ReadingPlace(page=1, y=400.0, fit=Fit.FREE, zoom=1.0)
    shown.view.go_to(place)
    shown.view.resize(600, 2000)
    shown.view.resize(600, 300)
    assert shown.view.place() == place
    assert top_of(shown, 1, 400.0) == pytest.approx(0, abs=1)


@pytest.mark.parametrize("spread", list(Spread))
@pytest.mark.parametrize("fit", list(Fit))
def test_a_place_is_the_same_in_a_view_that_is_sent_there(show_pages: ShowPages, spread: Spread, fit: Fit) -> None:
    shown = show_pages()
    place = ReadingPlace(page=2, x=20.0, y=100.0, fit=fit, zoom=2.0, spread=spread)
    shown.view.go_to(place)
    shown.wheel(-60)
    there = shown.view.place()
    at = shown.view.page_point(QPoint(0, 0))
    shown.view.go_to(ReadingPlace())
    shown.view.go_to(there)
    assert shown.view.place() == there
    assert shown.view.page_point(QPoint(0, 0)) == at


def test_the_wheel_enlarges_what_is_at_the_cursor(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.go_to(ReadingPlace(page=1, y=300.0, fit=Fit.FREE, zoom=1.5))
    cursor = QPoint(250, 200)
    before = shown.view.page_point(cursor)
    assert before is not None
    shown.wheel(240, cursor, ctrl=True)
    after = shown.view.page_point(cursor)
    assert shown.view.zoom == pytest.approx(1.5 * 1.2**2)
    assert after is not None
    assert after.page == 1
    assert after.point == pytest.approx(before.point, abs=1)


def test_while_a_sharp_page_is_awaited_the_old_one_is_shown_larger(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.set_zoom(1.0)
    assert shown.view.is_settling
    assert shown.color_at(0, *MIDDLE) == BLACK


def test_zoom_keeps_within_its_limits(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.set_zoom(1000.0)
    assert shown.view.zoom == pytest.approx(64.0)
    shown.view.set_zoom(0.0)
    assert shown.view.zoom == pytest.approx(0.1)
    shown.view.step_zoom(1)
    assert shown.view.zoom == pytest.approx(0.25)
    shown.view.set_zoom(1.0)
    shown.view.step_zoom(-1)
    assert shown.view.zoom == pytest.approx(0.9)


def test_zooming_to_a_rectangle_fills_the_view_with_it(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.zoom_to(2, SQUARE)
    area = shown.view.rect_on_view(2, SQUARE)
    view = shown.view.viewport().rect()
    assert area.height() == pytest.approx(view.height(), abs=20)
    assert area.center().x() == pytest.approx(view.center().x(), abs=3)
    assert area.center().y() == pytest.approx(view.center().y(), abs=3)


def test_revealing_moves_only_if_something_is_hidden(show_pages: ShowPages) -> None:
    shown = show_pages()
    before = shown.view.place()
    shown.view.reveal(0, SQUARE)
    assert shown.view.place() == before
    shown.view.reveal(3, SQUARE)
    assert shown.view.viewport().rect().contains(shown.view.rect_on_view(3, SQUARE).toRect())
    assert shown.view.current_page == 3
    shown.view.reveal(3, SQUARE, top=True)
    assert shown.view.rect_on_view(3, SQUARE).top() == pytest.approx(12, abs=1)


def test_keys_move_through_the_document(show_pages: ShowPages) -> None:
    shown = show_pages()
    press = QTest.keyClick
    press(shown.view, Qt.Key.Key_End)
    assert shown.view.current_page == 4
    press(shown.view, Qt.Key.Key_Home)
    assert shown.view.place().page == 0
    start = shown.view.verticalScrollBar().value()
    press(shown.view, Qt.Key.Key_Space)
    assert shown.view.verticalScrollBar().value() > start
    press(shown.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert shown.view.verticalScrollBar().value() == start


def test_alone_shown_pages_are_turned_by_keys_and_by_the_wheel_at_their_end(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.go_to(ReadingPlace(spread=Spread.SINGLE, fit=Fit.PAGE))
    assert shown.view.visible_pages() == range(1)
    QTest.keyClick(shown.view, Qt.Key.Key_PageDown)
    assert shown.view.current_page == 1
    shown.wheel(-60)
    assert shown.view.current_page == 1
    shown.wheel(-60)
    assert shown.view.current_page == 2
    shown.wheel(120)
    assert shown.view.current_page == 1
    QTest.keyClick(shown.view, Qt.Key.Key_Left)
    QTest.keyClick(shown.view, Qt.Key.Key_Left)
    assert shown.view.current_page == 0


def test_turning_back_shows_the_end_of_a_page_that_is_higher_than_the_view(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.go_to(ReadingPlace(page=1, spread=Spread.SINGLE, fit=Fit.WIDTH))
    QTest.keyClick(shown.view, Qt.Key.Key_PageUp)
    assert shown.view.current_page == 0
    bar = shown.view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_the_page_asked_for_is_the_current_one_even_at_the_end(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.set_zoom(0.2)
    told: list[int] = []
    shown.view.page_changed.connect(told.append)
    shown.view.go_to_page(3)
    assert shown.view.current_page == 3
    assert told == [3]


def test_a_page_that_is_left_is_asked_for_no_more(show_pages: ShowPages) -> None:
    shown = show_pages(40)
    shown.until_idle()
    for page in range(0, 40, 2):
        shown.view.go_to_page(page)
    shown.until_idle()
    drawn = {page for page in range(40) if shown.view.pictures and list(shown.view.pictures.cache.of_page(page))}
    assert {38, 39} <= drawn
    assert len(drawn) < 20


def test_the_next_page_is_there_before_it_is_turned_to(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.go_to(ReadingPlace(spread=Spread.SINGLE, fit=Fit.PAGE))
    shown.until_idle()
    QTest.keyClick(shown.view, Qt.Key.Key_PageDown)
    assert shown.view.pictures is not None
    assert shown.view.pictures.is_complete


def test_a_hidden_view_wants_nothing_and_keeps_little(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.until_idle()
    shown.view.hide()
    shown.view.go_to_page(3)
    assert shown.requests.is_idle
    shown.view.show()
    shown.until_sharp()
    assert shown.color_at(3, *MIDDLE) == BLACK


class Tint:
    """A layer that paints everything red."""

    def paint(self, painter: QPainter, page: int, transform: QTransform) -> None:
        painter.fillRect(painter.viewport(), QColor("red"))


def test_layers_are_painted_over_the_pages_and_nowhere_else(show_pages: ShowPages) -> None:
    shown = show_pages()
    shown.view.add_layer(Tint())
    assert shown.color_at(0, *MIDDLE) == QColor("red")
    assert shown.color_at(0, -2, 50) != QColor("red")


@pytest.fixture
def impatient(tmp_path: Path) -> Iterator[LibraryServices]:
    """Services whose PDF process has two seconds for a page."""
    services = LibraryServices(tmp_path / "library")
    services.__dict__["reader_pdf"] = PdfEngine(seconds=2)
    yield services
    services.reader_pdf.close()


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_go_on(
    show_pages: ShowPages, impatient: LibraryServices
) -> None:
    box = "/Type/XObject/Subtype/Form/BBox[0 0 612 792]"
    forms = [stream("/X Do " * 10, f"{box}/Resources<</XObject<</X {7 + level} 0 R>>>>") for level in range(12)]
    data = made_pdf("/X Do", *squares(2), more=[*forms, stream("0 0 9 9 re f", box)])
    shown = show_pages(data=data, services=impatient)
    shown.until_idle()
    assert found(shown, QLabel).text().startswith("Page 1 cannot be shown.")
    QTest.mouseClick(found(shown, QPushButton), Qt.MouseButton.LeftButton)
    shown.qtbot.waitUntil(shown.view.hasFocus)
    assert shown.view.pictures is not None
    assert not shown.view.pictures.is_complete
    shown.view.go_to_page(1)
    shown.until_sharp()
    assert shown.color_at(1, *MIDDLE) == BLACK
