"""Feeds are followed, asked, edited and given up in the window, and tell what they brought."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.domain.ids import OwnDigestId
from desktop.domain.listing import Place
from desktop.domain.own_digest import DigestChoice, MadeOf
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.following.follow_dialog import FollowDialog
from desktop.ui.library.paper_columns import COLUMNS, Cell
from desktop.ui.library.paper_delegate import begins_day
from desktop.ui.sidebar.entries import Key, Kind
from desktop.ui.sidebar.wishes import DeleteOwnDigest, FilePapers, RenameOwnDigest
from tests.arxiv_server import Kind as Asked
from tests.arxiv_server import faults
from tests.gui.following.follower_person import FollowingPerson
from tests.unit.services.feed_reader import MONDAY, TUESDAY

_TITLE = next(column for column, of in enumerate(COLUMNS) if of.cell is Cell.TITLE)


def test_a_category_that_is_followed_brings_its_papers(person: FollowingPerson) -> None:
    person.announces(3)
    person.follows()
    person.shown.sees(3)
    person.shown.told("3 new papers in cs.CV.")
    person.until(lambda: person.feeds() == ["cs.CV, 3 papers"])
    person.until(lambda: "2024-11-15: 3 papers." in person.strip)


def test_an_empty_library_offers_to_follow_arxiv(person: FollowingPerson) -> None:
    room = person.shown.desk.room
    room.go_to(Place.ALL)
    person.until(lambda: room.empty.isVisible())
    person.presses("Follow arXiv…", room.empty)
    person.until(lambda: bool(person.shown.window.findChildren(FollowDialog)))


def test_a_paper_tells_when_its_feed_announced_it(person: FollowingPerson) -> None:
    person.announces(1)
    person.announces(1, "cross", skip=1)
    person.follows()
    person.shown.sees(2)
    rows = person.shown.desk.room.model

    def heard(row: int) -> str:
        return str(rows.index(row, _TITLE).data(Qt.ItemDataRole.AccessibleTextRole))

    person.until(lambda: heard(0).endswith("2024-11-15 · new") and heard(1).endswith("2024-11-15 · cross-listed"))
    person.shown.desk.room.go_to(Place.ALL)
    person.until(lambda: "2024-11-15" not in heard(0) and bool(heard(0)))


def test_the_details_lead_to_the_feed(person: FollowingPerson) -> None:
    person.announces(1)
    person.follows()
    person.shown.sees(1)
    feed = person.listed
    room = person.shown.desk.room
    room.go_to(Place.ALL)
    person.shown.sees(1)
    room.table.selectAll()
    person.until(lambda: bool(room.details.page.provenance.findChildren(QPushButton)))
    person.presses("Feed cs.CV", room.details.page.provenance)
    person.until(lambda: person.listed == feed)


def test_news_are_told_with_the_way_there(person: FollowingPerson) -> None:
    person.announces(0)
    person.follows()
    person.shown.told("cs.CV announced nothing today.")
    feed = person.listed
    person.shown.desk.room.go_to(Place.ALL)
    person.server.days.today = MONDAY
    person.announces(1)
    person.shown.do(ActionId.ASK_FEEDS)
    person.shown.told("1 new paper in cs.CV.")
    person.presses("Show", person.shown.window.toast)
    person.until(lambda: person.listed == feed)
    person.shown.sees(1)


def test_who_looks_at_the_top_of_a_feed_sees_what_is_new(person: FollowingPerson) -> None:
    person.announces(40)
    person.follows()
    person.shown.sees(40)
    room = person.shown.desk.room
    person.server.days.today = MONDAY
    person.announces(3, skip=40)
    person.shown.do(ActionId.ASK_FEED)
    person.shown.sees(43)
    person.until(lambda: room.table.verticalScrollBar().value() == 0)
    person.until(lambda: [row for row in range(20) if begins_day(room.model, row)] == [3])
    room.table.selectRow(0)
    room.table.verticalScrollBar().setValue(0)
    person.server.days.today = TUESDAY
    person.announces(3, skip=50)
    person.shown.do(ActionId.ASK_FEED)
    person.shown.sees(46)
    person.until(lambda: room.table.verticalScrollBar().value() > 0)  # what is being read stays where it was


def test_a_feed_that_brings_nothing_new_says_so_to_who_asks(person: FollowingPerson) -> None:
    person.announces(2)
    person.follows()
    person.shown.told("2 new papers")
    person.until(lambda: person.shown.can(ActionId.ASK_FEED))
    person.shown.do(ActionId.ASK_FEED)
    person.shown.told("Nothing new in cs.CV.")


def test_giving_up_a_feed_keeps_its_papers_and_can_be_taken_back(person: FollowingPerson) -> None:
    person.announces(2)
    person.follows()
    person.shown.sees(2)
    QTest.keyClick(person.shown.desk.room.sidebar.view, Qt.Key.Key_Delete)
    person.shown.told("“cs.CV” is followed no more.")
    person.until(lambda: person.feeds() == [] and person.shown.desk.room.listing.place is Place.ALL)
    person.shown.sees(2)
    person.shown.do(ActionId.UNDO)
    person.until(lambda: person.feeds() == ["cs.CV, 2 papers"])


def test_a_feed_is_edited_in_its_window(person: FollowingPerson) -> None:
    person.announces(0)
    person.follows()
    dialog = person.dialog(ActionId.EDIT_FEED)
    assert dialog.categories.text() == "cs.CV"
    dialog.name.clear()
    QTest.keyClicks(dialog.name, "Vision")
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    person.until(lambda: person.feeds() == ["Vision, 0 papers"])
    person.shown.told("Changed the feed “Vision”.")


def test_a_server_that_is_down_is_told_above_the_list_and_tried_again(person: FollowingPerson) -> None:
    person.announces(2)
    person.server.faults.next(faults.status(502), kind=Asked.FEED)
    person.follows()
    person.shown.told("cs.CV could not be read. Its server answered with an error.")
    person.until(lambda: "tried again by itself" in person.strip)
    person.until(lambda: person.feeds() == ["cs.CV – could not be read last time, 0 papers"])
    person.shown.do(ActionId.ASK_FEED)
    person.shown.sees(2)
    person.until(lambda: person.feeds() == ["cs.CV, 2 papers"])
    assert person.shown.window.contents.status.records == []


def test_who_follows_nothing_is_shown_how(person: FollowingPerson) -> None:
    person.shown.do(ActionId.ASK_FEEDS)
    person.shown.told("Nothing is followed yet.")


def test_lists_of_feeds_go_out_and_come_in(person: FollowingPerson, tmp_path: Path) -> None:
    person.follows("cs.CV+cs.LG")
    lists, path = person.shown.desk.digests.following.lists, tmp_path / "feeds.opml"
    lists.write_out(path)
    person.shown.told("Exported the feeds to feeds.opml.")
    person.shown.do(ActionId.UNFOLLOW_FEED)
    person.until(lambda: person.feeds() == [])
    lists.take_in(path)
    person.shown.told("1 feed is followed now.")
    person.until(lambda: [feed.split(",")[0] for feed in person.feeds()] == ["cs.CV+cs.LG"])


def test_a_feed_may_have_texts_written_of_what_it_brings(person: FollowingPerson) -> None:
    wanted: list[int] = []
    person.shown.desk.digests.following.texts_wanted.connect(wanted.extend)
    person.announces(2)
    person.follows("cs.CV")
    person.shown.sees(2)
    assert wanted == []
    dialog = person.dialog(ActionId.EDIT_FEED)
    dialog.writes.setChecked(True)
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    person.shown.told("Changed the feed “cs.CV”.")
    person.server.days.today = MONDAY
    ids = person.announces(1, skip=2)
    person.shown.do(ActionId.ASK_FEED)
    person.shown.sees(3)
    person.until(lambda: len(wanted) == len(ids))


def test_papers_are_put_into_a_digest_of_ones_own_in_the_sidebar(
    person: FollowingPerson, services: LibraryServices
) -> None:
    person.announces(3)
    person.follows()
    person.shown.sees(3)
    desk = person.shown.desk
    papers = desk.room.shown
    desk.papers.change(lambda: services.own_digests.create(MadeOf(), DigestChoice("Week"), papers[:1])[1])

    def held() -> list[tuple[str, int]]:
        return [(digest.name, digest.papers) for digest in person.shown.counts().own_digests]

    person.until(lambda: held() == [("Week", 1)])
    week = Key(Kind.OWN_DIGEST, person.shown.counts().own_digests[0].id)
    desk.room.sidebar.view.wished.emit(FilePapers(tuple(papers), week, "Week"))
    person.until(lambda: held() == [("Week", 3)])
    desk.room.go_to(Place.OWN_DIGEST, week.item)
    person.shown.sees(3)
    desk.room.sidebar.view.wished.emit(RenameOwnDigest(OwnDigestId(week.item), "Week 47"))
    person.until(lambda: held() == [("Week 47", 3)])
    desk.room.sidebar.view.wished.emit(DeleteOwnDigest(OwnDigestId(week.item), "Week 47"))
    person.until(lambda: held() == [])
    person.shown.do(ActionId.UNDO)
    person.until(lambda: held() == [("Week 47", 3)])
