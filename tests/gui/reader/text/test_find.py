"""A text is found in the open paper, all its hits are marked and listed, and the current one can be marked by key."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop.domain.text_finding import Wanted
from desktop.ui.reader.pages.pdf_requests import Urgency
from desktop.ui.reader.text.find_results import HitsPanel
from tests.gui.reader.text.conftest import Read
from tests.gui.reader.text.reader import SHIFT, Reader, page_of, paper_of

Key = Qt.Key
PAPER = paper_of(
    page_of("An apple a day, a recog-", "nition of apples."),
    page_of("Nothing here."),
    page_of("The Apple again", "and APPLE pie"),
)


def find(reader: Reader, text: str) -> None:
    """Type into the bar, and wait until all pages are searched."""
    reader.tools.finding.open()
    bar = reader.tools.finding.bar
    bar.field.clear()
    QTest.keyClicks(bar.field, text)
    reader.sees(lambda: reader.tools.finding.find.wanted.text == text and reader.tools.finding.find.done)


def counted(reader: Reader) -> str:
    return reader.tools.finding.bar.count.text()


def pages(reader: Reader) -> list[int]:
    return [hit.page for hit in reader.tools.finding.find.hits]


def test_all_hits_are_counted_from_where_the_reader_is(read: Read) -> None:
    reader = read(PAPER)
    find(reader, "apple")
    assert pages(reader) == [0, 0, 2, 2]
    assert counted(reader) == "1 of 4"
    find(reader, "recognition")
    assert pages(reader) == [0]


def test_enter_goes_on_and_round_and_shift_enter_back(read: Read) -> None:
    reader = read(PAPER)
    find(reader, "apple")
    field = reader.tools.finding.bar.field
    for seen in ("2 of 4", "3 of 4", "4 of 4", "1 of 4"):
        QTest.keyClick(field, Key.Key_Return)
        assert counted(reader) == seen
    QTest.keyClick(field, Key.Key_Return, SHIFT)
    assert counted(reader) == "4 of 4"
    reader.sees(lambda: reader.view.current_page == 2)


def test_the_search_begins_at_the_page_that_is_read(read: Read) -> None:
    reader = read(PAPER)
    reader.view.go_to_page(2)
    find(reader, "apple")
    assert counted(reader) == "3 of 4"


def test_capitals_and_whole_words_count_on_wish(read: Read) -> None:
    reader = read(PAPER)
    find(reader, "apple")
    bar, search = reader.tools.finding.bar, reader.tools.finding.find
    bar.whole_words.click()
    reader.sees(lambda: search.done and len(search.hits) == 3)
    bar.match_case.click()
    reader.sees(lambda: search.done and len(search.hits) == 1)


def test_escape_leaves_the_hit_selected_so_that_a_key_can_mark_it(read: Read) -> None:
    reader = read(PAPER)
    find(reader, "apple")
    QTest.keyClick(reader.tools.finding.bar.field, Key.Key_Return)
    QTest.keyClick(reader.tools.finding.bar.field, Key.Key_Escape)
    assert reader.tools.finding.bar.isHidden()
    reader.sees(lambda: reader.selected == "apple")
    quote = reader.tools.selection.quote()
    assert quote is not None
    assert quote.before.endswith("recognition of")
    assert reader.view.hasFocus()
    reader.tools.finding.step(1)
    reader.sees(lambda: reader.selected == "Apple")


def test_pages_stay_where_they_are_when_a_hit_is_found_after_the_bar_was_closed(read: Read) -> None:
    reader = read(PAPER)
    finding, go_on = reader.tools.finding, Event()
    reader.document.requests.want(
        *("other work", Urgency.VISIBLE, lambda _: go_on.wait()), owner=reader.view, done=lambda _: None
    )
    finding.open()
    QTest.keyClicks(finding.bar.field, "again")
    QTest.keyClick(finding.bar.field, Key.Key_Escape)
    go_on.set()
    reader.sees(lambda: finding.find.done and finding.find.current_hit is not None)
    reader.sees(lambda: reader.document.requests.is_idle)
    assert reader.view.current_page == 0
    finding.step(1)
    reader.sees(lambda: reader.view.current_page == 2)


def test_a_selection_is_what_a_person_looks_for(read: Read) -> None:
    reader = read(PAPER)
    reader.click(reader.at("apple"), 2)
    reader.tools.finding.open()
    assert reader.tools.finding.bar.field.text() == "apple"
    reader.sees(lambda: len(reader.tools.finding.find.hits) == 4)


def test_hits_on_visible_pages_are_marked_and_the_current_one_stronger(read: Read) -> None:
    reader = read(PAPER)
    find(reader, "apple")
    first, second = reader.at("apple"), reader.at("apples")

    def colors(at: QPoint) -> set[int]:
        image = reader.view.viewport().grab().toImage()
        points = [(at.x() + x, at.y() + y) for x in range(20) for y in range(-10, 10)]
        return {color.rgb() for x, y in points if (color := QColor(image.pixel(x, y))).saturation() > 60}

    reader.sees(lambda: bool(colors(first)) and bool(colors(second)))
    assert colors(first) != colors(second)
    reader.tools.finding.close()
    reader.tools.selection.clear()
    reader.sees(lambda: not colors(second))


def test_what_is_not_there_and_what_has_no_text_is_said(read: Read) -> None:
    reader = read(PAPER)
    find(reader, "pear")
    assert counted(reader) == "Not found"
    scan = read(paper_of("0 0 100 100 re f", "0 0 100 100 re f"))
    find(scan, "pear")
    assert counted(scan) == "No text in this PDF: its pages are pictures"


def test_pages_that_cannot_be_read_are_said_and_searched_again(read: Read) -> None:
    reader = read(PAPER)
    file = Path(reader.document.file.path)
    away = file.rename(file.with_suffix(".away"))
    find(reader, "apple")
    assert counted(reader) == "Not found, but not every page can be read"
    away.rename(file)
    find(reader, "again")
    assert counted(reader) == "1 of 1"


def test_a_new_text_ends_the_search_for_the_one_before(read: Read) -> None:
    reader = read(paper_of(*[page_of(f"apple number {number}") for number in range(40)]))
    search = reader.tools.finding.find
    reader.tools.finding.open()
    reader.tools.finding.bar.wanted_changed.emit(Wanted("apple"))
    reader.sees(lambda: search.searched > 2)
    reader.tools.finding.bar.wanted_changed.emit(Wanted("number 3"))
    reader.sees(lambda: search.done)
    assert {hit.page for hit in search.hits} == {3, *range(30, 40)}


def test_the_list_shows_all_hits_and_leads_to_them(read: Read) -> None:
    reader = read(PAPER)
    panel = HitsPanel(reader.tools.finding.find, reader.document)
    reader.qtbot.addWidget(panel)
    panel.resize(260, 400)
    panel.show()
    assert panel.currentWidget() is panel.empty
    find(reader, "apple")
    model = panel.list.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows[1] == "Page 1: An apple a day, a recognition of apples."
    assert rows[2].startswith("Page 3: ")
    panel.list.setCurrentIndex(model.index(2, 0))
    panel.list.activated.emit(model.index(2, 0))
    assert counted(reader) == "3 of 4"
    reader.sees(lambda: reader.view.current_page == 2)
    panel.grab()


def test_the_bar_does_not_move_the_pages(read: Read) -> None:
    reader = read(PAPER)
    place, zoom = reader.view.place(), reader.view.zoom
    reader.tools.finding.open()
    assert (reader.view.place(), reader.view.zoom) == (place, zoom)
    bar = reader.tools.finding.bar
    reader.view.resize(400, 300)
    assert reader.view.rect().contains(bar.geometry())


def test_every_control_of_the_bar_has_a_name(read: Read) -> None:
    bar = read(PAPER).tools.finding.bar
    for control in (bar.field, bar.previous, bar.next, bar.match_case, bar.whole_words, bar.list, bar.close_button):
        assert control.accessibleName()
