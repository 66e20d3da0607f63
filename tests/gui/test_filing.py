"""Papers are filed in the real window: by drops, by clicks, by the strip of the details. Each is a step of undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.ids import CollectionId, PaperId
from desktop.domain.labels import TagLabel
from desktop.domain.listing import Listing, Place
from desktop.domain.reading_list import Status
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.library.paper_columns import TITLE_COLUMN
from desktop.ui.library.paper_links import papers_as_mime
from desktop.ui.sidebar import wishes
from desktop.ui.sidebar.entries import Key, Kind
from tests.gui.shown_window import Shown

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction
OnDb = Callable[[Callable[[], object]], object]


class Filing:
    """Somebody who files the papers of a window."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.wait = shown.qtbot.waitUntil
        self.room = shown.desk.room
        self.view = shown.desk.room.sidebar.view

    def goes_to(self, place: Place, papers: int, item: int | None = None) -> None:
        self.room.go_to(place, item)
        self.sees(papers)

    def sees(self, papers: int) -> None:
        listed = self.room.model.when_listed
        done: list[bool] = []
        self.wait(lambda: self.room.shown_count == papers, timeout=20_000)
        listed(lambda: done.append(True))
        self.wait(lambda: bool(done), timeout=20_000)

    def selects(self, *rows: int) -> list[PaperId]:
        chosen = [PaperId(self.room.model.ids[row]) for row in rows]
        self.room.select(chosen)
        self.wait(lambda: self.room.selected == chosen)
        return chosen

    def drops_on(self, key: Key, papers: list[PaperId]) -> None:
        place = self.view.visualRect(self.view.rows.index_of(key)).center()
        self.drops(self.view.viewport(), place, papers)

    def drops_above_row(self, row: int, papers: list[PaperId]) -> None:
        table = self.room.table
        self.drops(table.viewport(), QPoint(40, table.rowViewportPosition(row) + 2), papers)

    def drops(self, onto: QWidget, place: QPoint, papers: list[PaperId]) -> None:
        data = papers_as_mime((), papers)
        entered = QDragEnterEvent(place, COPY, data, LEFT, NO_KEY)
        QCoreApplication.sendEvent(onto, entered)
        moved = QDragMoveEvent(place, COPY, data, LEFT, NO_KEY)
        moved.setAccepted(entered.isAccepted())  # as Qt does
        QCoreApplication.sendEvent(onto, moved)
        assert moved.isAccepted()
        dropped = QDropEvent(QPointF(place), COPY, data, LEFT, NO_KEY, QEvent.Type.Drop)
        QCoreApplication.sendEvent(onto, dropped)

    def names(self, text: str) -> None:
        field = self.view.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def undoes(self) -> None:
        self.wait(lambda: self.shown.can(ActionId.UNDO))
        self.shown.do(ActionId.UNDO)


@pytest.fixture
def filing(shown: Shown) -> Filing:
    return Filing(shown)


def test_papers_dropped_on_the_queue_are_queued(filing: Filing) -> None:
    chosen = filing.selects(0, 2)
    filing.drops_on(Key(Kind.PLACE, name=Place.QUEUE.value), chosen)
    filing.wait(lambda: filing.shown.counts().queue == 2)
    filing.goes_to(Place.QUEUE, 2)
    assert list(filing.room.model.ids) == chosen
    filing.undoes()
    filing.wait(lambda: filing.shown.counts().queue == 0)


def test_a_paper_goes_to_the_trash_and_comes_back_by_drops(filing: Filing) -> None:
    (paper,) = filing.selects(0)
    filing.drops(filing.room.sidebar.trash, QPoint(20, 10), [paper])
    filing.wait(lambda: filing.shown.counts().trash == 1)
    filing.goes_to(Place.TRASH, 1)
    filing.drops_on(Key(Kind.PLACE, name=Place.ALL.value), [paper])
    filing.wait(lambda: filing.shown.counts().trash == 0)


def test_rows_of_the_queue_are_put_in_order_by_adrops(filing: Filing) -> None:
    filing.shown.do(ActionId.SELECT_ALL)
    first, second, third, fourth = filing.room.model.ids
    filing.shown.do(ActionId.STATUS_QUEUED)
    filing.wait(lambda: filing.shown.counts().queue == 4)
    filing.goes_to(Place.QUEUE, 4)
    filing.drops_above_row(0, [PaperId(third), PaperId(fourth)])
    filing.wait(lambda: list(filing.room.model.ids) == [third, fourth, first, second])
    filing.undoes()
    filing.wait(lambda: list(filing.room.model.ids) == [first, second, third, fourth])


def test_triage_in_the_list_goes_on_with_the_next_and_undo_comes_back(filing: Filing) -> None:
    filing.goes_to(Place.INBOX, 4)
    first, second, *_ = filing.room.model.ids
    filing.selects(0)
    filing.wait(lambda: filing.shown.can(ActionId.STATUS_ARCHIVED))
    for left in (3, 2):
        filing.shown.do(ActionId.STATUS_ARCHIVED)
        filing.sees(left)
    assert filing.room.selected == [filing.room.model.ids[0]]
    for papers, selected in ((3, second), (4, first)):
        filing.undoes()
        filing.sees(papers)
        filing.wait(lambda selected=selected: filing.room.selected == [selected])  # type: ignore[misc]


def test_the_last_of_the_inbox_comes_back_selected(filing: Filing) -> None:
    filing.goes_to(Place.INBOX, 4)
    filing.shown.do(ActionId.SELECT_ALL)
    before = filing.room.selected
    filing.shown.do(ActionId.STATUS_ARCHIVED)
    filing.sees(0)
    assert "The inbox is empty: all papers have been looked at." in filing.shown.empty_places()
    filing.undoes()
    filing.sees(4)
    filing.wait(lambda: filing.room.selected == before)


def test_a_click_on_the_star_stars_the_paper_without_selecting_it(filing: Filing) -> None:
    table, model = filing.room.table, filing.room.model
    filing.wait(lambda: model.paper(1) is not None)
    rect = table.visualRect(model.index(1, TITLE_COLUMN))
    star = QPoint(rect.right() - 16, rect.center().y())
    QTest.mouseClick(table.viewport(), LEFT, pos=star)
    filing.wait(lambda: filing.shown.counts().starred == 1)
    assert filing.room.selected == []
    filing.wait(lambda: (row := model.paper(1)) is not None and row.starred)
    QTest.mouseClick(table.viewport(), LEFT, pos=star)
    filing.wait(lambda: filing.shown.counts().starred == 0)


def test_a_collection_is_made_filled_renamed_and_deleted(filing: Filing) -> None:
    filing.shown.do(ActionId.NEW_COLLECTION)
    filing.names("Thesis")
    filing.wait(lambda: len(filing.shown.counts().collections) == 1)
    thesis = filing.shown.counts().collections[0].id
    key = Key(Kind.COLLECTION, thesis)
    filing.drops_on(key, filing.selects(0, 1))
    filing.wait(lambda: filing.shown.counts().collections[0].papers == 2)
    filing.goes_to(Place.COLLECTION, 2, thesis)
    filing.view.setFocus()
    QTest.keyClick(filing.view, Qt.Key.Key_F2)
    filing.names("PhD")
    filing.wait(lambda: filing.shown.counts().collections[0].name == "PhD")
    QTest.keyClick(filing.view, Qt.Key.Key_Delete)
    filing.wait(lambda: filing.room.listing == Listing())
    filing.sees(4)
    filing.undoes()
    filing.wait(lambda: len(filing.shown.counts().collections) == 1)
    assert filing.shown.counts().collections[0].papers == 2


def test_delete_in_a_collection_takes_papers_out_of_it_alone(filing: Filing, services: LibraryServices) -> None:
    filing.shown.do(ActionId.NEW_COLLECTION)
    filing.names("Thesis")
    filing.wait(lambda: len(filing.shown.counts().collections) == 1)
    thesis = filing.shown.counts().collections[0].id
    filing.drops_on(Key(Kind.COLLECTION, thesis), filing.selects(0, 1))
    filing.goes_to(Place.COLLECTION, 2, thesis)
    filing.selects(0)
    filing.wait(lambda: filing.shown.can(ActionId.REMOVE_FROM_COLLECTION))
    filing.shown.do(ActionId.REMOVE_FROM_COLLECTION)
    filing.sees(1)
    assert filing.shown.counts().trash == 0


def test_a_search_is_saved_counted_and_shown(filing: Filing) -> None:
    filing.room.search.look_for("fourier")
    filing.sees(1)
    filing.wait(lambda: filing.shown.can(ActionId.SAVE_SEARCH))
    filing.shown.do(ActionId.SAVE_SEARCH)
    filing.names("Waves")
    filing.wait(lambda: len(filing.shown.counts().searches) == 1)
    search = filing.shown.counts().searches[0]
    assert (search.name, search.query) == ("Waves", "fourier")
    index = filing.view.rows.index_of(Key(Kind.SEARCH, search.id))
    filing.wait(lambda: index.data(Qt.ItemDataRole.AccessibleTextRole) == "Waves, 1 paper")
    filing.goes_to(Place.ALL, 4)
    filing.goes_to(Place.SEARCH, 1, search.id)


def test_a_level_of_tags_lists_all_below_it(filing: Filing, services: LibraryServices, on_db: OnDb) -> None:
    papers = filing.selects(0, 1)
    tagged = on_db(lambda: services.labels.tag(papers, ["ml/vision"]))
    filing.shown.desk.events.announce(tagged)  # type: ignore[arg-type]
    filing.wait(lambda: len(filing.shown.counts().tags) == 1)
    level = filing.view.rows.index_of(Key(Kind.LEVEL, name="ml"))
    filing.view.setCurrentIndex(level)
    filing.sees(2)
    assert filing.view.currentIndex() == level
    assert filing.room.search.text() == 'tag:"ml"'
    filing.room.search.clear_query()
    filing.sees(4)
    assert filing.view.currentIndex() == filing.view.rows.index_of_listing(Listing())


def test_a_tag_that_is_given_a_taken_name_can_be_merged(filing: Filing, services: LibraryServices, on_db: OnDb) -> None:
    papers = filing.selects(0)
    tagged = on_db(lambda: services.labels.tag(papers, ["one", "two"]))
    filing.shown.desk.events.announce(tagged)  # type: ignore[arg-type]
    filing.wait(lambda: len(filing.shown.counts().tags) == 2)
    one, _ = filing.shown.counts().tags
    filing.goes_to(Place.TAG, 1, one.id)
    filing.view.setFocus()
    QTest.keyClick(filing.view, Qt.Key.Key_F2)
    filing.names("two")
    filing.shown.told("There is a tag “two” already.")
    filing.shown.press("Merge both", filing.shown.window.toast)
    filing.wait(lambda: [tag.name for tag in filing.shown.counts().tags] == ["two"])


def test_the_colour_of_a_tag_comes_to_the_rows_that_show_it(
    filing: Filing, services: LibraryServices, on_db: OnDb
) -> None:
    papers, model = filing.selects(0), filing.room.model
    tagged = on_db(lambda: services.labels.tag(papers, ["ml"]))
    filing.shown.desk.events.announce(tagged)  # type: ignore[arg-type]
    filing.wait(lambda: len(filing.shown.counts().tags) == 1)
    ml = filing.shown.counts().tags[0]
    filing.view.wished.emit(wishes.EditTag(ml, "ml", 5))
    filing.wait(lambda: (row := model.paper(0)) is not None and row.tags == (TagLabel("ml", 5),))


def test_the_strip_shows_and_changes_what_a_person_gave(filing: Filing, services: LibraryServices, on_db: OnDb) -> None:
    (paper,) = filing.selects(0)
    tagged = on_db(lambda: services.labels.tag([paper], ["to cite"]))
    filing.shown.desk.events.announce(tagged)  # type: ignore[arg-type]
    strip = filing.room.details.page.strip
    filing.wait(lambda: strip.status.accessibleName() == "Status: Inbox")
    strip.star.click()
    filing.wait(lambda: strip.star.accessibleName() == "Starred")
    status = next(action for action in strip.status.menu().actions() if action.objectName() == "status-queued")
    status.trigger()
    filing.wait(lambda: strip.status.accessibleName() == f"Status: {Status.QUEUED.value.title()}")
    crosses = [cross for cross in strip.findChildren(QWidget) if cross.accessibleName() == "Take the tag “to cite” off"]
    QTest.keyClick(crosses[0], Qt.Key.Key_Space)
    filing.wait(lambda: not crosses[0].isVisible())
    assert filing.room.selected == [paper]


def test_folds_and_the_place_come_back_with_the_window(
    filing: Filing, make: Callable[..., Shown], services: LibraryServices
) -> None:
    filing.shown.do(ActionId.NEW_COLLECTION)
    filing.names("Thesis")
    filing.wait(lambda: len(filing.shown.counts().collections) == 1)
    thesis = CollectionId(filing.shown.counts().collections[0].id)
    filing.goes_to(Place.COLLECTION, 0, thesis)
    tags = filing.view.rows.index_of(Key(Kind.SECTION, name="tags"))
    filing.view.collapse(tags)
    filing.shown.window.close()
    again = Filing(make(services))
    again.wait(lambda: again.room.listing == Listing(Place.COLLECTION, thesis))
    assert not again.view.isExpanded(again.view.rows.index_of(Key(Kind.SECTION, name="tags")))
    again.wait(lambda: again.view.currentIndex() == again.view.rows.index_of(Key(Kind.COLLECTION, thesis)))
