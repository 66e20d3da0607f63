"""Duplicates in the real window: found, compared, merged, kept apart, and told of when papers come."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.changes import Changes
from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions, ImportResult
from desktop.domain.listing import Listing
from desktop.domain.merging import TextField
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.duplicates.duplicates_page import DuplicatesPage
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import Shown

OnDb = Callable[[Callable[[], object]], object]
TITLE = TextField(TextKind.TITLE, ORIGINAL)


@pytest.fixture
def papers(shown: Shown, filled: LibraryServices, on_db: OnDb) -> list[PaperId]:
    """The papers of the library, of which the first two have one DOI."""

    def work() -> list[PaperId]:
        found = [PaperId(paper) for paper in filled.browse.list_papers(Listing()).ids]
        for paper in found[:2]:
            filled.editing.edit_fact(paper, Fact.DOI, "10.1000/1")
        return found

    return on_db(work)  # type: ignore[return-value]  # what work returns


def page_of(shown: Shown) -> DuplicatesPage:
    tabs = shown.desk.reading.tabs
    shown.qtbot.waitUntil(lambda: tabs.front == "duplicates")
    page = tabs.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    return page


def found(shown: Shown, groups: int) -> DuplicatesPage:
    shown.do(ActionId.DUPLICATES)
    page = page_of(shown)
    sees(shown, page, groups)
    return page


def sees(shown: Shown, page: DuplicatesPage, groups: int) -> None:
    def there() -> bool:
        return not page.looking and page.model.rowCount() == groups and (groups == 0 or page._ready)

    shown.qtbot.waitUntil(there, timeout=20_000)


def press(shown: Shown, page: DuplicatesPage, key: Qt.Key) -> None:
    shown.window.activateWindow()
    shown.qtbot.waitUntil(lambda: QApplication.activeWindow() is shown.window)
    QTest.keyClick(page.list, key)


def announce(shown: Shown, on_db: OnDb, work: Callable[[], Changes]) -> None:
    changes = on_db(work)
    assert isinstance(changes, Changes)
    shown.desk.events.announce(changes)


def test_nothing_alike_says_what_will_be_done(shown: Shown) -> None:
    found(shown, 0)
    assert any("New papers are compared with yours" in text for text in shown.empty_places())


def test_two_papers_are_shown_side_by_side_with_why(shown: Shown, papers: list[PaperId]) -> None:
    page = found(shown, 1)
    assert page.model.groups[0].why == "Same DOI: 10.1000/1, but another arXiv id"
    assert set(page.view.papers) == set(papers[:2])
    first, second = page.view.rows[TITLE]._cells
    assert {first.text.toPlainText(), second.text.toPlainText()} == {"Attention in models", "Fourier features"}
    assert first.text.extraSelections()
    assert page.pane.count.text() == "1 group of papers"


def test_m_merges_and_the_message_takes_it_back(shown: Shown, papers: list[PaperId]) -> None:
    page = found(shown, 1)
    press(shown, page, Qt.Key.Key_M)
    shown.told("Merged 2 papers into one.")
    shown.qtbot.waitUntil(lambda: shown.counts().all == 3)
    sees(shown, page, 0)
    shown.press("Undo", shown.window.toast)
    sees(shown, page, 1)
    shown.qtbot.waitUntil(lambda: shown.counts().all == 4)


def test_a_number_chooses_the_paper_and_a_click_a_single_value(
    shown: Shown, papers: list[PaperId], filled: LibraryServices, on_db: OnDb
) -> None:
    page = found(shown, 1)
    press(shown, page, Qt.Key.Key_2)
    keep = page.view.papers[1]
    assert page.view.keep == keep
    title = page.view.rows[TITLE]._cells[0]
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    assert page.view.choices[TITLE] == page.view.papers[0]
    told = title.text.toPlainText()
    assert page.bar.merge_button.text().startswith("Merge into “")
    page.bar.merge_button.click()
    shown.told("Merged 2 papers into one.")
    details = on_db(lambda: filled.browse.details(keep))
    assert details.text(*TITLE) == told  # type: ignore[attr-defined]  # PaperDetails


def test_d_keeps_them_apart_for_good(shown: Shown, papers: list[PaperId]) -> None:
    page = found(shown, 1)
    press(shown, page, Qt.Key.Key_D)
    sees(shown, page, 0)
    shown.qtbot.waitUntil(lambda: shown.desk.papers.state.undo is not None)
    assert found(shown, 0).model.rowCount() == 0
    shown.do(ActionId.UNDO)
    sees(shown, page, 1)


def test_j_and_k_go_through_the_groups(
    shown: Shown, papers: list[PaperId], filled: LibraryServices, on_db: OnDb
) -> None:
    on_db(lambda: [filled.editing.edit_fact(paper, Fact.DOI, "10.1000/2") for paper in papers[2:4]])
    page = found(shown, 2)
    press(shown, page, Qt.Key.Key_J)
    shown.qtbot.waitUntil(lambda: page._ready and page.list.currentIndex().row() == 1)
    press(shown, page, Qt.Key.Key_J)  # the last one: stays
    assert page.list.currentIndex().row() == 1
    press(shown, page, Qt.Key.Key_K)
    assert page.list.currentIndex().row() == 0
    assert not page._ready, "what is beside the list is of the other group: nothing may be decided about it"
    sees(shown, page, 2)


def test_chosen_papers_are_compared_and_one_can_be_left_out(shown: Shown, papers: list[PaperId]) -> None:
    shown.do(ActionId.SELECT_ALL)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.MERGE))
    shown.do(ActionId.MERGE)
    page = page_of(shown)
    sees(shown, page, 1)
    assert page.model.groups[0].why == "4 papers · Chosen by you"
    kept = page.view.keep
    head = page.view.heads[page.view.papers.index(kept)]
    head.out.click()
    assert len(page.view.papers) == 3
    assert page.view.keep != kept
    assert kept not in page.view.choices.values()
    press(shown, page, Qt.Key.Key_M)
    shown.told("Merged 3 papers into one.")
    shown.qtbot.waitUntil(lambda: shown.counts().all == 2)
    assert any("These are done." in text for text in shown.empty_places())


def test_chosen_papers_that_are_different_do_not_come_again(shown: Shown, papers: list[PaperId]) -> None:
    shown.do(ActionId.SELECT_ALL)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.MERGE))
    shown.do(ActionId.MERGE)
    page = page_of(shown)
    sees(shown, page, 1)
    press(shown, page, Qt.Key.Key_D)
    shown.told("Kept apart from now on: 4 papers.")
    page._refresh()
    shown.qtbot.waitUntil(lambda: not page._again.isActive())
    sees(shown, page, 0)


def test_what_changes_is_shown_at_once(
    shown: Shown, papers: list[PaperId], filled: LibraryServices, on_db: OnDb
) -> None:
    page = found(shown, 1)
    announce(shown, on_db, lambda: filled.editing.edit_text(papers[0], TextKind.TITLE, ORIGINAL, "Typed meanwhile"))
    cells = page.view.rows[TITLE]._cells
    shown.qtbot.waitUntil(lambda: "Typed meanwhile" in [cell.text.toPlainText() for cell in cells])
    announce(shown, on_db, lambda: filled.organising.move_to_trash([papers[0]]))
    sees(shown, page, 0)


def test_escape_goes_back(shown: Shown) -> None:
    press(shown, found(shown, 0), Qt.Key.Key_Escape)
    assert shown.desk.reading.tabs.front == "library"


def test_new_papers_that_look_like_old_ones_are_told(
    shown: Shown, papers: list[PaperId], filled: LibraryServices, on_db: OnDb
) -> None:
    # The paper there has an id that differs from none: its link names the new one's.
    on_db(lambda: filled.editing.edit_fact(papers[0], Fact.ARXIV_ID, ""))
    on_db(lambda: filled.editing.edit_fact(papers[0], Fact.LINK, "https://arxiv.org/abs/2401.00009"))

    def bring() -> ImportResult:
        texts = [("new.md", digest_bytes([("2401.00009", "Seen before", "见过")]))]
        return filled.importing.apply(filled.importing.plan_texts(texts, ImportOptions(), Job()), Job())

    result = on_db(bring)
    assert isinstance(result, ImportResult)
    shown.desk.papers.tell_imported(result.changes, "Added 1 paper, 1 digest.")
    shown.told("Added 1 paper, 1 digest. 1 paper looks like one you have.")
    shown.press("Show", shown.window.toast)
    page = page_of(shown)
    sees(shown, page, 1)
    assert page.model.groups[0].why == "Same arXiv id: 2401.00009"
    page.pane.all_button.click()
    sees(shown, page, 1)
    assert page.pane.all_button.isHidden()


def test_very_many_are_not_compared_at_once(
    shown: Shown, papers: list[PaperId], filled: LibraryServices, on_db: OnDb
) -> None:
    def bring() -> Changes:
        entries = [(f"2402.{number:05}", f"Paper {number}", "") for number in range(1, 15)]
        plan = filled.importing.plan_texts([("many.md", digest_bytes(entries))], ImportOptions(), Job())
        return filled.importing.apply(plan, Job()).changes

    announce(shown, on_db, bring)
    shown.sees(18)
    shown.do(ActionId.SELECT_ALL)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.MERGE))
    shown.do(ActionId.MERGE)
    shown.told("12 papers can be merged at once.")
    shown.press("Find duplicates", shown.window.toast)
    sees(shown, page_of(shown), 1)
