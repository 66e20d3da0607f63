"""PDFs of the library that somebody deleted or replaced, and several of one version."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.paper import Fact
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.actions import ActionId
from desktop.ui.reader.reader_room import ReaderRoom
from desktop.ui.reader.waiting_pages import FailurePage
from tests.gui.tabs.conftest import paper_pdf
from tests.gui.tabs.tab_reader import FIRST, SECOND, TabReader

Id = ActionId
OnDb = Callable[[Callable[[], object]], object]


def offers(room: ReaderRoom) -> dict[str, QPushButton]:
    """The buttons in the place of the pages, by their texts."""
    return {button.text(): button for button in room.failed.page.findChildren(QPushButton)}


def file_of_second(filled: LibraryServices) -> Path:
    return next((filled.folder / "papers").glob(f"{SECOND}*.pdf"))


def test_a_pdf_that_is_gone_is_explained_and_can_be_downloaded_again(
    reader: TabReader, filled: LibraryServices
) -> None:
    for path in (filled.folder / "papers").glob("*.pdf"):
        path.unlink()
    reader.selects(SECOND)
    reader.press("Return")
    reader.until(lambda: "no longer in the folder of the library" in reader.room.failed.page.text)
    buttons = ["Download again", "Find missing PDFs…", "Try again"]
    # The paper is being read from now on: what changed in the library is looked for, and it is told once more.
    reader.until(lambda: list(there := offers(reader.room)) == buttons and there[buttons[0]].hasFocus())


def test_what_is_told_twice_at_once_keeps_the_keyboard(qtbot: QtBot) -> None:
    page = FailurePage()
    qtbot.addWidget(page)
    page.tell("first", [("Try again", list)])
    page.show()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(lambda: page.findChildren(QPushButton)[0].hasFocus())
    page.tell("second", [("Download again", list)])
    page.tell("third", [("Download once more", list)])
    qtbot.waitUntil(lambda: [button.text() for button in page.findChildren(QPushButton)] == ["Download once more"])
    assert page.findChildren(QPushButton)[0].hasFocus()


def test_a_pdf_of_no_arxiv_paper_that_is_gone_is_looked_for_elsewhere(
    reader: TabReader, filled: LibraryServices, on_db: OnDb
) -> None:
    paper = reader.paper(SECOND)
    on_db(lambda: filled.editing.edit_fact(paper, Fact.ARXIV_ID, ""))
    file_of_second(filled).unlink()
    reader.shown.desk.reading.open(paper)
    reader.until(lambda: "Find missing PDFs…" in offers(reader.room))
    assert "Download again" not in offers(reader.room)


@pytest.mark.parametrize("same_size", [False, True])
def test_a_pdf_that_was_replaced_is_told_takes_no_new_marks_and_keeps_its_place(
    reader: TabReader, filled: LibraryServices, on_db: OnDb, same_size: bool
) -> None:
    reader.opens(SECOND)
    paper = reader.paper(SECOND)
    reader.goes_to("3")
    reader.until(lambda: reader.page() == 2)
    reader.press("Ctrl+W")
    path = file_of_second(filled)
    there = path.read_bytes()
    other = there.replace(b"delta", b"omega") if same_size else paper_pdf(SECOND, 2, "omega")
    assert (len(other) == len(there)) is same_size
    path.write_bytes(other)
    room = reader.opens(SECOND)
    reader.until(room.replaced.isVisible)
    assert "may not fit" in room.replaced.words.text()
    assert room.file is not None
    for key in ("Alt+4", "Ctrl+A", "Alt+1"):
        reader.press(key)
        reader.shown.told("No new marks can be made")
    assert room.file.marking.parts.model.marks == ()
    assert room.file.marking.parts.tool.mode is None
    reader.goes_to("1")
    reader.until(lambda: reader.page() == 0)
    reader.press("Ctrl+W")
    opened = on_db(lambda: filled.reading.open(paper))
    assert opened.place.page == 2  # type: ignore[attr-defined]  # OpenedPaper


def test_a_pdf_that_is_as_it_was_is_not_said_to_be_replaced(reader: TabReader) -> None:
    room = reader.opens(FIRST)
    assert not room.replaced.isVisible()
    reader.press("Alt+4")
    assert room.file is not None
    assert room.file.marking.parts.tool.mode is not None


def test_two_files_of_one_version_are_told_apart(
    reader: TabReader, filled: LibraryServices, on_db: OnDb, tmp_path: Path
) -> None:
    (tmp_path / "with notes.pdf").write_bytes(paper_pdf(f"{FIRST}v2", 4, "alpha beta gamma epsilon"))

    def add() -> object:
        return filled.adding.add(filled.adding.plan_files([tmp_path / "with notes.pdf"], Job()), download=False)

    on_db(add)
    names = [action.text() for action in reader.opens(FIRST).bar.versions.menu().actions()]
    files = ["with notes.pdf", "2.pdf"]
    assert [name.split(" · ")[:2] for name in names[:2]] == [["v2 (newest)", file] for file in files]
    assert names[2] == "v1"


def test_of_a_file_that_is_gone_nothing_is_said_of_other_pages(reader: TabReader, filled: LibraryServices) -> None:
    room = reader.opens(SECOND)
    assert room.file is not None
    view = room.file.view

    def told() -> list[str]:
        return [label.text() for label in view.viewport().findChildren(QLabel)]

    file_of_second(filled).unlink()
    reader.press("Ctrl+0", "Ctrl++", "Ctrl++")
    reader.until(lambda: any("cannot be shown" in text for text in told()))
    assert not any("other pages" in text for text in told())
