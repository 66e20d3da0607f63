"""Links show where they lead, jump within the paper, and open nothing by themselves."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from desktop.domain.outside_link import outside_link
from desktop.ui.reader.text.link_preview import placed
from tests.gui.reader.text.conftest import Read
from tests.gui.reader.text.reader import PLAIN, SHIFT, Reader, page_of, paper_of

Key = Qt.Key
ARXIV = "https://arxiv.org/abs/2401.00001"
SECOND_PAGE = 8
"""Number of its object."""
LINKS = (
    f"<</Type/Annot/Subtype/Link/Rect[72 695 200 712]/Dest[{SECOND_PAGE} 0 R/XYZ 72 712 0]>>"
    f"<</Type/Annot/Subtype/Link/Rect[72 655 200 672]/A<</S/URI/URI({ARXIV})>>>>"
    "<</Type/Annot/Subtype/Link/Rect[72 615 200 632]/A<</S/URI/URI(mailto:a@b.org)>>>>"
)
PAPER = paper_of(
    page_of("See section two.") + page_of("The other paper", top=660) + page_of("Write to us", top=620),
    page_of("Section two is here."),
    page=f"/Annots[{LINKS}]",
)
IN, OUT, MAIL = (100.0, 88.0), (100.0, 128.0), (100.0, 168.0)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was given to other programs."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


@pytest.fixture
def reader(read: Read) -> Reader:
    reader = read(PAPER)
    reader.sees(lambda: reader.document.links(0) is not None and reader.document.links(1) is not None)
    return reader


def click(reader: Reader, at: QPoint) -> None:
    reader.press(at)
    reader.release(at)


def test_a_click_jumps_and_back_and_forward_return(reader: Reader) -> None:
    jumps, here = reader.tools.jumps, reader.view.place()
    assert not jumps.can_go_back
    click(reader, reader.pixel(IN))
    assert reader.view.current_page == 1
    there = reader.view.place()
    jumps.back()
    assert (reader.view.place().page, reader.view.place().y) == (here.page, here.y)
    assert jumps.can_go_forward
    jumps.forward()
    assert reader.view.place() == there


def test_the_side_buttons_of_the_mouse_go_back_and_forward(reader: Reader) -> None:
    click(reader, reader.pixel(IN))
    viewport = reader.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.BackButton, PLAIN, QPoint(5, 5))
    assert reader.view.current_page == 0
    QTest.mouseClick(viewport, Qt.MouseButton.ForwardButton, PLAIN, QPoint(5, 5))
    assert reader.view.current_page == 1


def test_a_jump_after_going_back_forgets_what_lay_ahead(reader: Reader) -> None:
    click(reader, reader.pixel(IN))
    reader.tools.jumps.back()
    reader.tools.jumps.jump(1, (0.0, 0.0))
    assert not reader.tools.jumps.can_go_forward


def test_text_in_a_link_can_be_selected(reader: Reader) -> None:
    reader.text()
    reader.drag(reader.at("section"), reader.at("two", end=True))
    assert reader.selected == "section two"
    assert reader.view.current_page == 0


def test_resting_on_a_link_shows_its_target_and_leaving_hides_it(reader: Reader) -> None:
    preview = reader.tools.links.preview
    at = reader.pixel(IN)
    reader.move(at)
    assert reader.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    reader.sees(preview.isVisible)
    assert reader.view.viewport().rect().contains(preview.geometry())
    assert preview.width() > 100
    reader.move(reader.pixel((400.0, 400.0)))
    assert preview.isHidden()


def test_a_link_to_outside_shows_its_whole_address_and_a_click_asks(reader: Reader, opened: list[str]) -> None:
    links = reader.tools.links
    reader.move(reader.pixel(OUT))
    assert links.address.isVisible()
    assert links.address.address.text() == ARXIV
    click(reader, reader.pixel(OUT))
    assert links.bar.isVisible()
    assert links.bar.accessibleName() == f"Open {ARXIV} in the browser?"
    assert opened == []
    links.bar.open_button.click()
    assert opened == [ARXIV]
    assert links.bar.isHidden()


def test_a_link_to_a_paper_of_arxiv_can_be_added(reader: Reader, opened: list[str]) -> None:
    wanted: list[str] = []
    reader.tools.add_wanted.connect(wanted.append)
    click(reader, reader.pixel(OUT))
    reader.tools.links.bar.add_button.click()
    assert wanted == [ARXIV]
    click(reader, reader.pixel(MAIL))
    assert not reader.tools.links.bar.add_button.isVisible()
    assert opened == []


def test_an_address_can_be_copied_and_escape_leaves_the_question(reader: Reader, opened: list[str]) -> None:
    click(reader, reader.pixel(OUT))
    bar = reader.tools.links.bar
    bar.copy_button.click()
    assert QGuiApplication.clipboard().text() == ARXIV
    click(reader, reader.pixel(OUT))
    assert reader.tools.step_back()
    assert bar.isHidden()
    assert opened == []


def test_what_no_browser_takes_is_only_shown(reader: Reader) -> None:
    bar = reader.tools.links.bar
    bar.ask(outside_link("file:///x"))
    assert bar.open_button.isHidden()
    assert bar.text.text().replace("\u200b", "") == "file:///x is not opened from here."


def test_tab_walks_through_links_and_enter_follows(reader: Reader, opened: list[str]) -> None:
    links = reader.tools.links

    def focused() -> str:
        return links.focus.current[1].uri if links.focus.current is not None else "none"

    reader.key(Key.Key_Tab)
    assert focused() == ""
    reader.sees(links.preview.isVisible)
    reader.key(Key.Key_Tab)
    assert focused() == ARXIV
    assert links.preview.isHidden()
    assert links.address.isVisible()
    reader.key(Key.Key_Backtab, SHIFT)
    reader.view.viewport().grab()
    reader.key(Key.Key_Return)
    assert reader.view.current_page == 1
    assert focused() == "none"


def test_tab_leaves_the_pages_behind_the_last_link(reader: Reader) -> None:
    for _ in range(30):
        reader.key(Key.Key_Tab)
        if reader.tools.links.focus.current is None:
            return
    raise AssertionError("the keyboard is caught")


@pytest.mark.parametrize(
    ("around", "top", "height"),
    [
        (QRect(10, 10, 20, 20), 34, 100),  # below
        (QRect(10, 250, 20, 20), 146, 100),  # above
        (QRect(380, 10, 20, 20), 34, 100),  # moved to the left
        (QRect(10, 90, 20, 120), 214, 86),  # cut
    ],
)
def test_a_glimpse_stands_beside_the_cursor_and_never_over_it(around: QRect, top: int, height: int) -> None:
    area = QRect(0, 0, 400, 300)
    place = placed(QSize(200, 100), around, area)
    assert (place.top(), place.height()) == (top, height)
    assert area.contains(place)
    assert not place.intersects(around)
