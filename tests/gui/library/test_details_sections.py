"""Related papers and the history below a paper's details, in the whole window."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.domain.history import TOLD_STEPS, Event, HistoryEntry
from desktop.domain.import_plan import ImportOptions
from desktop.domain.paper import ORIGINAL, TextKind
from desktop.domain.progress import Job
from desktop.domain.reading_list import Status
from desktop.domain.undo import UndoKind, UndoLabel
from desktop.services.library import LibraryServices
from desktop.ui.library.details_pane import DetailsPane
from desktop.ui.library.folded_section import FoldedSection
from desktop.ui.library.history_section import entry_words
from desktop.ui.library.related_section import TitleButton
from tests.gui.digest_files import digest_bytes
from tests.gui.shown_window import Shown

OnDb = Callable[[Callable[[], object]], object]
PAPERS = tuple((f"2401.0000{number}", f"Paper {number}", f"第{number}篇") for number in range(1, 5))


@pytest.fixture
def shown(make: Callable[..., Shown], services: LibraryServices, on_db: OnDb) -> Shown:
    """Over two papers that three digests hold both, and two of one digest each."""

    def fill() -> bool:
        texts = [(f"{number}.md", digest_bytes(PAPERS[:2])) for number in range(3)]
        texts = [(name, text + b"\n" * at) for at, (name, text) in enumerate(texts)]  # else they are one digest
        texts += [(f"alone {number}.md", digest_bytes(PAPERS[number : number + 1])) for number in (2, 3)]
        services.importing.apply(services.importing.plan_texts(texts, ImportOptions(), Job()), Job())
        return True

    on_db(fill)
    window = make(services)
    window.sees(4)
    return window


def select(shown: Shown, title: str) -> DetailsPane:
    shown.qtbot.waitUntil(lambda: title in " ".join(shown.titles()), timeout=20_000)
    row = next(row for row, text in enumerate(shown.titles()) if title in text)
    shown.desk.room.table.selectRow(row)
    details = shown.desk.room.details
    shown.qtbot.waitUntil(
        lambda: details.page.details is not None and details.page.details.row.title == title, timeout=20_000
    )
    return details


def titles(section: FoldedSection[Any]) -> list[str]:
    return [button.accessibleName() for line in section.lines for button in line.findChildren(TitleButton)]


def words(section: FoldedSection[Any]) -> str:
    return " | ".join(label.text() for line in section.lines for label in line.findChildren(QLabel))


def test_nothing_is_asked_while_the_sections_are_folded(shown: Shown) -> None:
    details = select(shown, "Paper 1")
    assert details.related.lines == details.history.lines == []
    assert not details.related.heading.isChecked()


def test_related_papers_say_why(shown: Shown) -> None:
    details = select(shown, "Paper 1")
    details.related.heading.click()
    shown.qtbot.waitUntil(lambda: titles(details.related) == ["Paper 2"], timeout=20_000)
    assert "in 3 digests with it" in words(details.related)


def test_a_click_shows_the_paper_in_the_list(shown: Shown) -> None:
    details = select(shown, "Paper 1")
    QTest.keyClick(details.related.heading, Qt.Key.Key_Space)
    shown.qtbot.waitUntil(lambda: titles(details.related) == ["Paper 2"], timeout=20_000)
    details.related.lines[0].findChildren(TitleButton)[0].click()
    shown.qtbot.waitUntil(lambda: len(shown.desk.room.selected) == 1, timeout=20_000)
    shown.qtbot.waitUntil(
        lambda: details.page.details is not None and details.page.details.row.title == "Paper 2", timeout=20_000
    )
    shown.qtbot.waitUntil(lambda: titles(details.related) == ["Paper 1"], timeout=20_000)


def test_another_paper_takes_the_lines_of_the_last_one_away(shown: Shown) -> None:
    details = select(shown, "Paper 1")
    details.related.heading.click()
    shown.qtbot.waitUntil(lambda: titles(details.related) == ["Paper 2"], timeout=20_000)
    select(shown, "Paper 3")
    shown.qtbot.waitUntil(
        lambda: (
            [isinstance(line, QLabel) and "No other paper" in line.text() for line in details.related.lines] == [True]
        ),
        timeout=20_000,
    )


def test_the_history_goes_on_while_it_is_seen(shown: Shown, services: LibraryServices) -> None:
    details = select(shown, "Paper 1")
    details.history.heading.click()
    shown.qtbot.waitUntil(lambda: "Imported with 0.md" in words(details.history), timeout=20_000)
    paper = shown.desk.room.selected
    shown.desk.papers.change(
        lambda: services.reading_list.set_status(paper, Status.READ), UndoLabel(UndoKind.STATUS, 1, Status.READ)
    )
    shown.qtbot.waitUntil(lambda: "Marked as read" in words(details.history), timeout=20_000)
    assert words(details.history).index("Marked as read") < words(details.history).index("Imported")
    shown.desk.papers.undo()
    shown.qtbot.waitUntil(lambda: "Marked as read" not in words(details.history), timeout=20_000)


def test_a_long_title_ends_in_an_ellipsis_and_is_whole_for_who_hears_it(
    shown: Shown, services: LibraryServices
) -> None:
    title = "A & B " * 60
    paper = select(shown, "Paper 2").page.details
    assert paper is not None
    shown.desk.papers.change(
        lambda: services.editing.edit_text(paper.row.id, TextKind.TITLE, ORIGINAL, title.strip()),
        UndoLabel(UndoKind.EDIT_TEXT, 1),
    )
    details = select(shown, "Paper 1")
    details.related.heading.click()
    shown.qtbot.waitUntil(lambda: titles(details.related) == [title.strip()], timeout=20_000)
    (button,) = details.related.lines[0].findChildren(TitleButton)
    shown.qtbot.waitUntil(lambda: button.text().endswith("…"))
    assert "&&" in button.text()
    assert button.width() <= details.width()


@pytest.mark.parametrize("what", [*TOLD_STEPS, *Event])
@pytest.mark.parametrize("detail", ["", "read", "3", "ml"])
def test_whatever_the_history_holds_has_words(what: UndoKind | Event, detail: str) -> None:
    said = entry_words(HistoryEntry(datetime.now(UTC), what, detail))
    assert said not in ("", detail)
