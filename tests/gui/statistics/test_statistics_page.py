"""The page of statistics in the whole window."""

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing, Place
from desktop.domain.reading_list import Status
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.statistics.plot_view import PlotView
from desktop.ui.statistics.statistics_page import StatisticsPage
from desktop.ui.theme import ThemeMode, theme
from desktop.ui.tokens import DARK, LIGHT, Color
from tests.gui.shown_window import Shown

OnDb = Callable[[Callable[[], object]], object]
READ, FLOW, AGES, STATUSES, CATEGORIES, TAGS = range(6)


@pytest.fixture
def page(shown: Shown, services: LibraryServices, on_db: OnDb) -> StatisticsPage:
    """Over four papers, of which two were read today."""

    def read() -> bool:
        papers = [PaperId(paper) for paper in services.browse.list_papers(Listing()).ids]
        services.reading_list.set_status(papers[:2], Status.READ)
        return True

    on_db(read)
    return opened(shown)


def opened(shown: Shown) -> StatisticsPage:
    shown.do(ActionId.STATISTICS)
    page = shown.desk.pages.statistics.page
    assert page is not None
    shown.qtbot.waitUntil(lambda: bool(page.plots[READ].bars), timeout=20_000)
    return page


def view(page: StatisticsPage, plot: int) -> PlotView:
    return page.cards[plot].view


def test_the_page_tells_what_was_read_this_week(page: StatisticsPage) -> None:
    plots = page.plots
    assert [bar.total for bar in plots[READ].bars] == [0] * 12 + [2]
    assert [bar.values for bar in plots[FLOW].bars][-1] == (2, 4)
    assert [bar.total for bar in plots[AGES].bars] == [2, 0, 0, 0, 0, 0, 0]
    assert [bar.total for bar in plots[STATUSES].bars] == [2, 0, 0, 2, 0]
    assert "2 papers read" in plots[READ].note


def test_keys_go_to_the_period_once_the_library_is_counted(page: StatisticsPage, shown: Shown) -> None:
    shown.qtbot.waitUntil(page.period.hasFocus)


def test_a_longer_period_shows_more_weeks(page: StatisticsPage) -> None:
    page.period.setCurrentIndex(1)
    assert len(page.plots[READ].bars) == 53
    page.period.setCurrentIndex(2)
    assert len(page.plots[READ].bars) == 1


def test_the_page_follows_the_library(page: StatisticsPage, shown: Shown, services: LibraryServices) -> None:
    shown.desk.papers.change(
        lambda: services.reading_list.set_status(shown.desk.room.shown, Status.READ),
        UndoLabel(UndoKind.STATUS, 4, Status.READ),
    )
    shown.qtbot.waitUntil(lambda: page.plots[READ].bars[-1].total == 4, timeout=20_000)


def test_arrow_keys_tell_the_figures_of_each_bar(page: StatisticsPage) -> None:
    plot = view(page, FLOW)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    week = (datetime.now().astimezone() - timedelta(days=datetime.now().astimezone().weekday())).date()
    assert plot.accessibleDescription() == f"{week}: Triaged 2, Added 4"
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.accessibleDescription() == f"{week - timedelta(weeks=1)}: Triaged 0, Added 0"
    QTest.keyClick(plot, Qt.Key.Key_Home)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.accessibleDescription().startswith(str(week - timedelta(weeks=12)))


def test_the_mouse_tells_the_figures_of_a_bar(page: StatisticsPage) -> None:
    plot = view(page, READ)
    told: list[str] = []
    plot.told.connect(told.append)
    QTest.mouseMove(plot, QPoint(plot.width() - 30, plot.height() // 2))
    assert told[-1].endswith("2 papers")


def test_enter_lists_the_papers_of_a_bar(page: StatisticsPage, shown: Shown) -> None:
    plot = view(page, READ)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert shown.desk.reading.tabs.front == "library"
    shown.sees(2)
    assert shown.desk.room.listing.place is Place.ALL
    assert "read:>=" in shown.desk.room.search.text()


def test_a_click_lists_the_papers_of_a_status(page: StatisticsPage, shown: Shown) -> None:
    plot = view(page, STATUSES)
    row = plot.height() // 5
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(plot.width() // 2, row // 2))
    shown.sees(2)
    assert shown.desk.room.search.text() == "status:inbox"


def test_the_figures_are_tables_too(page: StatisticsPage) -> None:
    page.as_tables.click()
    table = page.cards[FLOW].table
    assert table is not None
    assert table.isVisible()
    assert not view(page, FLOW).isVisible()
    model = table.model()
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == [
        "Week from", "Triaged", "Added"
    ]  # fmt: skip
    assert model.index(12, 2).data() == "4"
    table.selectRow(12)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, line = QGuiApplication.clipboard().text().splitlines()
    assert head == "Week from\tTriaged\tAdded"
    assert line.endswith("\t2\t4")
    page.as_tables.click()
    assert view(page, FLOW).isVisible()


def test_esc_leads_back(page: StatisticsPage, shown: Shown) -> None:
    QTest.keyClick(view(page, READ), Qt.Key.Key_Escape)
    assert shown.desk.reading.tabs.front == "library"


def test_a_table_is_written_and_read_back(page: StatisticsPage, shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    page.export.write(path)
    shown.told("Exported the statistics to figures.csv.")
    lines = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert lines[0] == ["Plot", "Bar", "Series", "Papers"]
    assert ["By status", "Read", "Papers", "2"] in lines
    assert len(lines) == 1 + sum(len(plot.bars) * len(plot.series) for plot in page.plots)


def test_a_picture_is_written_and_read_back(page: StatisticsPage, shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "figures.png"
    page.export.write(path)
    shown.told("Exported the statistics to figures.png.")
    image = QImage(str(path))
    assert (image.width(), image.height() > 1500) == (1800, True)
    assert len({image.pixel(x, y) for x in range(0, 1800, 7) for y in range(0, image.height(), 7)}) > 3


def test_pictures_of_a_dark_window_are_light(page: StatisticsPage, shown: Shown, tmp_path: Path) -> None:
    theme().apply(ThemeMode.DARK, 100)
    try:
        page.export.write(tmp_path / "figures.png")
        shown.told("Exported the statistics to figures.png.")
        assert theme().color(Color.SURFACE).name() == DARK[Color.SURFACE].lower()
    finally:
        theme().apply(ThemeMode.LIGHT, 100)
    assert QImage(str(tmp_path / "figures.png")).pixelColor(0, 0).name() == LIGHT[Color.SURFACE].lower()


def test_a_drawing_is_written_with_its_words(page: StatisticsPage, shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "figures.svg"
    page.export.write(path)
    shown.told("Exported the statistics to figures.svg.")
    text = path.read_text("utf-8")
    assert "<svg" in text
    assert "Age of the inbox" in text


def test_the_file_is_chosen_in_a_dialog(page: StatisticsPage, shown: Shown, tmp_path: Path) -> None:
    action = page.export.button.menu().actions()[2]
    action.trigger()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    shown.qtbot.waitUntil(dialog.isVisible)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    assert name.text() == "Statistics.csv"
    name.setText(str(tmp_path / "mine"))
    QTest.keyClick(name, Qt.Key.Key_Return)
    shown.told("mine.csv")
    assert (tmp_path / "mine.csv").is_file()


def test_what_cannot_be_written_is_told(page: StatisticsPage, shown: Shown, tmp_path: Path) -> None:
    reported: list[object] = []
    shown.window.contents._tasks.failure_reported.connect(reported.append)
    page.export.write(tmp_path / "none" / "figures.csv")
    shown.qtbot.waitUntil(lambda: bool(reported), timeout=20_000)


def test_an_empty_library_says_what_to_do(make: Callable[..., Shown], services: LibraryServices) -> None:
    shown = make(services)
    page = opened(shown)
    assert page.empty.isVisible()
    assert "once there are papers" in page.empty.text
