"""Digests while the library changes around them, and what they are made of besides a list."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.changes import Changes
from desktop.domain.own_digest import DigestChoice, Template, Way
from desktop.domain.paper import TextKind
from desktop.domain.reading_list import Status
from desktop.ui.actions import ActionId
from desktop.ui.composing.new_digest_popup import NewDigestPopup
from tests.gui.composing.conftest import Composer
from tests.gui.composing.test_digest_page import ALL, FIRST, FOURTH, SECOND, THIRD


def changed(composer: Composer, changes: Changes) -> None:
    composer.shown.desk.events.announce(changes)


def test_a_digest_is_made_of_the_newest_day_of_a_feed_and_of_what_was_read(composer: Composer) -> None:
    papers = composer.page.list.papers.papers

    def fill() -> Changes:
        raw = composer.services._file.connection
        raw.execute("""INSERT INTO feeds (id, name, kind, source, filter, every_minutes, writes_texts, active, position)
            VALUES (7, 'cs.CV', 'arxiv-category', 'cs.CV', '{}', 360, 0, 1, 0)""")
        for paper in papers[:2]:
            raw.execute("INSERT INTO feed_papers VALUES (7, '2026-11-22', ?, 0, 'new', 1, 0)", (paper,))
        for day, count in (("2026-11-22", 2), ("2026-11-23", 0)):
            raw.execute("INSERT INTO feed_days VALUES (7, ?, 0, ?, ?, 0)", (day, count, count))
        return composer.services.reading_list.set_status(papers[2:3], Status.READ)

    changed(composer, composer.on_db(fill))
    assert titles_of_new(composer, "cs.CV, 2026-11-22: 2 papers") == {FOURTH, THIRD}
    assert titles_of_new(composer, "What I read this week: 1 paper") == {SECOND}


def titles_of_new(composer: Composer, source: str) -> set[str]:
    """What a digest holds that is made of the source with this name."""
    composing = composer.shown.desk.digests.composing
    before = composing.front
    composer.shown.do(ActionId.NEW_DIGEST)
    popup = composer.shown.window.findChildren(NewDigestPopup)[-1]
    composer.qtbot.waitUntil(lambda: bool(popup.shown))
    (row,) = [row for row, one in enumerate(popup.shown) if one.endswith(source)]
    QTest.keyClick(popup.field, Qt.Key(Qt.Key.Key_F1.value + row))
    composer.qtbot.waitUntil(lambda: composing.front not in (None, before))
    page = composing.front
    assert page is not None
    composer.qtbot.waitUntil(lambda: page.view is not None)
    return {one.title for one in page.list.papers.rows}


def test_notes_stand_in_the_preview_of_a_digest_that_takes_them(composer: Composer) -> None:
    paper = composer.page.list.papers.papers[0]
    composer.on_db(lambda: composer.services.editing.edit_text(paper, TextKind.NOTE, "", "to be read twice"))
    choice = DigestChoice("Notes", template=Template.NOTES)
    changed(composer, composer.on_db(lambda: composer.services.own_digests.edit(composer.digest, choice)))
    composer.qtbot.waitUntil(lambda: "to be read twice" in composer.page_text)
    composer.page.preview.tabs.setCurrentIndex(1)
    composer.qtbot.waitUntil(lambda: "to be read twice" in composer.source)


def test_a_paper_in_the_trash_leaves_the_open_digest_and_comes_back(composer: Composer) -> None:
    papers = composer.page.list.papers.papers
    changed(composer, composer.on_db(lambda: composer.services.organising.move_to_trash(papers[1:2])))
    composer.sees([FOURTH, SECOND, FIRST])
    composer.does(ActionId.UNDO)
    composer.sees(ALL)


def test_what_was_handed_on_is_another_once_a_text_was_edited_elsewhere(composer: Composer) -> None:
    paper, digest, services = composer.page.list.papers.papers[3], composer.digest, composer.services

    def hand_on() -> Changes:
        document = services.own_digests.document(digest, Way.MARKDOWN)
        return services.handing_on.remember(digest, Way.MARKDOWN, "a.md", 4, document.sha256)

    composer.shown.desk.events.announce_quietly(composer.on_db(hand_on))
    composer.qtbot.waitUntil(lambda: [one.changed for one in composer.page.handed_on] == [False])
    changed(composer, composer.on_db(lambda: services.editing.edit_text(paper, TextKind.SUMMARY, "zh", "另一个概述。")))
    composer.qtbot.waitUntil(lambda: [one.changed for one in composer.page.handed_on] == [True])
    assert composer.page.head.history.text().endswith("changed since")


def test_what_a_command_adds_to_the_open_digest_is_seen(composer: Composer) -> None:
    papers = composer.page.list.papers.papers
    changed(composer, composer.on_db(lambda: composer.services.own_digests.remove(composer.digest, papers[:3])))
    composer.sees([FIRST])
    changed(composer, composer.on_db(lambda: composer.services.own_digests.add(composer.digest, papers[:1], papers[3])))
    composer.sees([FOURTH, FIRST])
    composer.qtbot.waitUntil(lambda: composer.page.list.current == papers[0])
