"""What arXiv tells of papers fills them in; what is newer there is marked, shown and taken over by a person alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QWidget

from desktop.domain.adding import AddResult
from desktop.domain.listing import Place
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.downloads.check_question import ask_before_check
from desktop.ui.fetching.fetch_words import asking_words
from desktop.ui.library.paper_columns import COLUMNS, Cell, new_version_words
from tests.arxiv_server import faults as ways
from tests.arxiv_server.answers import Kind
from tests.arxiv_server.papers import Archive
from tests.arxiv_server.server import ArxivServer
from tests.gui.conftest import OnLane
from tests.gui.fetching.reader import IDS, UNKNOWN, Reader


def press(text: str, where: QWidget) -> None:
    next(button for button in where.findChildren(QPushButton) if button.text() == text).click()


def titles(reader: Reader) -> str:
    return reader.details().text(TextKind.TITLE, ORIGINAL)


def test_a_check_fills_in_facts_and_tells_what_is_new(reader: Reader, archive: Archive) -> None:
    reader.asks_for(ActionId.CHECK_VERSIONS, *IDS)
    reader.shown.told("1 paper has a new version on arXiv.")
    reader.select(IDS[0])
    reader.until(lambda: reader.details().row.authors == archive[IDS[0]][0].authors)
    assert reader.details().row.newer_version == len(archive[IDS[0]])
    reader.until(lambda: reader.shown.counts().new_versions == 1)
    press("Show them", reader.shown.window.toast)
    reader.shown.sees(1)
    assert reader.shown.desk.room.listing.place is Place.NEW_VERSIONS


def test_nothing_new_is_news_to_who_asked(reader: Reader) -> None:
    reader.asks_for(ActionId.CHECK_VERSIONS, IDS[1])
    reader.shown.told("No new version of 1 paper.")


def test_a_new_version_is_shown_compared_taken_over_and_taken_back(reader: Reader, archive: Archive) -> None:
    newest = archive[IDS[0]][-1]
    reader.asks_for(ActionId.CHECK_VERSIONS, IDS[0])
    section = reader.page.arxiv.new_version
    reader.until(section.isVisible)
    reader.shown.told("1 paper has a new version on arXiv.")
    before = titles(reader)
    press("See the changes", section)
    shown = [text.toPlainText() for text in section.findChildren(QTextEdit) if text.isVisible()]
    assert newest.abstract in " ".join(shown)
    press(f"Show v{newest.version} here", section)
    reader.until(lambda: titles(reader) == newest.title != before)
    reader.shown.told("The newest version of 1 paper is shown.")
    assert not section.isVisible()
    assert reader.details().row.arxiv_version == newest.version
    reader.until(lambda: reader.shown.can(ActionId.UNDO))
    reader.shown.do(ActionId.UNDO)
    reader.until(lambda: titles(reader) == before and reader.details().row.newer_version == newest.version)


def test_a_new_version_can_be_left_for_now(reader: Reader) -> None:
    reader.asks_for(ActionId.CHECK_VERSIONS, IDS[0])
    section = reader.page.arxiv.new_version
    reader.until(section.isVisible)
    press("Not now", section)
    reader.until(lambda: not section.isVisible())
    reader.until(lambda: reader.shown.counts().new_versions == 0)


def test_the_pdf_of_a_new_version_comes_beside_the_old_one(
    reader: Reader, archive: Archive, arxiv: ArxivServer
) -> None:
    newest = archive[IDS[0]][-1].version
    archive.hold_back(IDS[0], 1)
    reader.asks_for(ActionId.DOWNLOAD_PDF, IDS[0])
    reader.until(lambda: [file.version for file in reader.details().files] == [1])
    archive.publish(IDS[0])
    reader.asks_for(ActionId.CHECK_VERSIONS, IDS[0])
    section = reader.page.arxiv.new_version
    reader.until(section.isVisible)
    press(f"Download PDF of v{newest}", section)
    reader.until(lambda: sorted(file.version or 0 for file in reader.details().files) == [1, newest])


def test_an_id_that_arxiv_does_not_know_is_said(reader: Reader) -> None:
    reader.asks_for(ActionId.CHECK_VERSIONS)
    reader.shown.told(f"arXiv does not know 1 of 4 ids: {UNKNOWN}.")
    press("Show them", reader.shown.window.toast)
    reader.shown.sees(1)


def test_an_id_of_which_nothing_else_is_known_is_marked_and_can_be_corrected(
    reader: Reader, filled: LibraryServices, on_db: OnLane[AddResult]
) -> None:
    named = "2302.99999"
    result = on_db(lambda: filled.adding.add(filled.adding.plan(named), download=False))
    reader.shown.desk.events.announce(result.changes)
    reader.shown.sees(5)
    (paper,) = reader.select(named)
    lines = reader.page.arxiv.fetches
    offers = lines.findChildren
    reader.until(lambda: "Edit the id" in [link.text() for link in offers(QPushButton) if link.isVisible()])
    assert [fetch.reason for fetch in reader.details().fetches] == ["not-on-arxiv"]
    press("Edit the id", lines)
    focused = reader.shown.window.focusWidget()
    assert focused is not None
    assert reader.page.facts.line.isAncestorOf(focused)
    model = reader.shown.desk.room.table.model()
    row = reader.shown.desk.room.shown.index(paper)
    pdf = next(place for place, column in enumerate(COLUMNS) if column.cell is Cell.PDF)
    words = "arXiv does not know this id"
    reader.until(lambda: words in str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)))
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert words in str(model.index(row, 0).data(role))
        assert f"no PDF – {words}" in str(model.index(row, pdf).data(role))


def test_a_paper_that_was_never_looked_up_offers_it(reader: Reader, archive: Archive) -> None:
    reader.select(IDS[1])
    press("Fill in from arXiv", reader.page.arxiv.facts)
    reader.until(lambda: reader.details().row.authors == archive[IDS[1]][-1].authors)
    assert not any(button.isVisible() for button in reader.page.arxiv.facts.findChildren(QPushButton))


def test_a_withdrawn_paper_is_said(
    reader: Reader, archive: Archive, filled: LibraryServices, on_db: OnLane[AddResult]
) -> None:
    withdrawn = next(paper[-1] for paper in archive.values() if paper[-1].withdrawn and paper[-1].comment)
    result = on_db(lambda: filled.adding.add(filled.adding.plan(withdrawn.arxiv_id), download=False))
    reader.shown.desk.events.announce(result.changes)
    reader.shown.told("1 paper was withdrawn.")
    reader.shown.sees(5)
    reader.select(withdrawn.arxiv_id)
    facts = reader.page.arxiv.facts
    reader.until(lambda: {"Withdrawn", withdrawn.comment} <= {label.text() for label in facts.findChildren(QLabel)})
    assert reader.page.facts.line.withdrawn.isVisible()
    reader.shown.do(ActionId.DOWNLOAD_PDF)
    lines = reader.page.arxiv.fetches
    words = "PDF: arXiv has no PDF: this paper was withdrawn."
    reader.until(lambda: words in {label.text() for label in lines.findChildren(QLabel)})
    reader.select(IDS[1])
    assert not reader.page.facts.line.withdrawn.isVisible()


def test_a_server_that_fails_is_asked_again_without_a_message(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.next(ways.status(500), ways.cut(), kind=Kind.API)
    reader.asks_for(ActionId.CHECK_VERSIONS, *IDS)
    reader.shown.told("1 paper has a new version on arXiv.")


def test_a_long_check_is_not_begun_before_it_is_said_how_long_it_takes(reader: Reader) -> None:
    begun: list[bool] = []
    assert "1\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}6\N{NO-BREAK SPACE}min" in asking_words(65_538)
    box = ask_before_check(65_538, lambda: begun.append(True), reader.shown.window)
    assert "65,538 papers" in box.text()
    assert asking_words(65_538) in box.text()
    press("Cancel", box)
    ask = ask_before_check(65_538, lambda: begun.append(True), reader.shown.window)
    press("Check", ask)
    assert begun == [True]


def test_questions_that_wait_can_be_given_up(reader: Reader, arxiv: ArxivServer) -> None:
    arxiv.faults.always(ways.silence(), Kind.API)
    reader.asks_for(ActionId.CHECK_VERSIONS, *IDS)
    reader.until(lambda: reader.status() == "arXiv: 3 papers to ask about")
    press("Ask no more", reader.downloads())
    reader.until(lambda: reader.status() == "")


def test_the_table_marks_a_paper_with_a_new_version(reader: Reader) -> None:
    papers = reader.asks_for(ActionId.CHECK_VERSIONS, IDS[0])
    model = reader.shown.desk.room.table.model()
    row = reader.shown.desk.room.shown.index(papers[0])
    reader.until(lambda: model.paper(row) is not None and bool(new_version_words(model.paper(row))))  # type: ignore[attr-defined]  # ours
    assert "v2 is on arXiv" in str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "v2 is on arXiv" in str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
