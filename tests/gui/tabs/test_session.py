"""What is open comes back: at the next start, in another language, after a change of size."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from desktop.domain.ids import PaperId
from desktop.domain.paper import TextKind
from desktop.domain.reading import Fit
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.language import ENGLISH, language_switch
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.tabs import open_tabs
from desktop.ui.tabs.tabs import LIBRARY
from tests.gui.shown_window import PAPERS, Shown
from tests.gui.tabs.tab_reader import FIRST, SECOND, TabReader

Id = ActionId
OnDb = Callable[[Callable[[], object]], object]


@pytest.fixture
def english() -> Iterator[None]:
    yield
    language_switch().use(ENGLISH)


def closes(reader: TabReader) -> None:
    """As a person closes the window."""
    reader.shown.window.close()


def pages(reader: TabReader) -> PageView:
    assert reader.room.file is not None
    return reader.room.file.view


def test_the_open_papers_come_back_each_at_its_place(
    reader: TabReader, make: Callable[..., Shown], filled: LibraryServices
) -> None:
    reader.opens(SECOND)
    reader.opens(FIRST)
    reader.press("Ctrl+1")
    reader.goes_to("4")
    reader.until(lambda: reader.page() == 3)
    reader.press("Ctrl++")
    before = reader.room.place()
    assert before is not None
    assert before.fit is Fit.FREE
    titles = reader.titles()
    closes(reader)
    again = TabReader(make(filled))
    again.sees_pages()
    assert again.titles() == titles
    place = again.room.place()
    assert place is not None
    assert (place.page, place.zoom, place.fit) == (before.page, before.zoom, before.fit)


def test_the_keyboard_is_in_the_pages_that_come_back(
    reader: TabReader, make: Callable[..., Shown], filled: LibraryServices
) -> None:
    reader.opens(SECOND)
    reader.opens(FIRST)
    closes(reader)
    again = TabReader(make(filled))
    again.sees_pages()
    again.until(pages(again).hasFocus)
    again.press("Ctrl+Tab")
    again.sees_pages()
    again.until(pages(again).hasFocus)


def test_tabs_are_on_the_disk_soon_and_need_no_orderly_end(
    reader: TabReader, filled: LibraryServices, tmp_path: Path
) -> None:
    def written() -> tuple[list[str], PaperId | None]:
        remembered = SettingsFile(tmp_path / "settings" / "settings.json").values.remembered
        state = open_tabs.read(remembered.get(f"tabs {filled.folder}", ""))
        return [tab.title for tab in state.tabs], state.front

    reader.opens(SECOND)
    reader.opens(FIRST)
    reader.until(lambda: written() == (reader.titles(), reader.room.paper))
    reader.tabs.bar.moveTab(1, 2)
    reader.until(lambda: written()[0] == reader.titles())
    reader.press("Ctrl+W")
    reader.until(lambda: written() == ([PAPERS[1][1]], reader.room.paper))


def test_only_the_tab_in_front_is_read_at_the_start(
    reader: TabReader, make: Callable[..., Shown], filled: LibraryServices
) -> None:
    reader.opens(SECOND)
    reader.opens(FIRST)
    reader.tabs.show_tab(LIBRARY)
    closes(reader)
    again = TabReader(make(filled))
    again.until(lambda: len(again.titles()) == 2 and len(again.shown.desk.room.shown) == 3)
    assert again.tabs.front == LIBRARY
    assert [again.tabs.page(key) for key in again.tabs] == [None, None]


def test_papers_that_went_to_the_trash_meanwhile_are_left_out(
    reader: TabReader, make: Callable[..., Shown], filled: LibraryServices, on_db: OnDb
) -> None:
    reader.opens(FIRST)
    reader.opens(SECOND)
    paper = reader.paper(SECOND)
    closes(reader)
    on_db(lambda: filled.organising.move_to_trash([paper]))
    again = TabReader(make(filled))
    again.until(lambda: again.titles() == [PAPERS[0][1]])
    assert again.tabs.front == LIBRARY


def test_another_language_keeps_tabs_places_and_what_is_being_typed(
    reader: TabReader, filled: LibraryServices, on_db: OnDb, english: None
) -> None:
    reader.opens(FIRST)
    reader.goes_to("3")
    reader.until(lambda: reader.page() == 2)
    reader.press("F7")
    note = reader.room.panels.texts.note
    reader.until(lambda: note.isVisible() and not note.isReadOnly())
    note.setFocus()
    QTest.keyClicks(note, "worth reading")
    contents = reader.shown.window.contents
    contents.dialogs.setting_changed.emit("language", "zh_CN")
    reader.sees_pages()
    place = reader.room.place()
    assert place is not None
    assert (place.page, place.right) == (2, "texts")
    details = on_db(lambda: filled.browse.details(reader.paper(FIRST)))
    assert details.text(TextKind.NOTE, "") == "worth reading"  # type: ignore[attr-defined]  # PaperDetails


def test_a_note_typed_beside_the_pages_is_saved_when_the_window_closes(
    reader: TabReader, filled: LibraryServices, on_db: OnDb
) -> None:
    reader.opens(FIRST)
    paper = reader.paper(FIRST)
    reader.press("F7")
    note = reader.room.panels.texts.note
    reader.until(lambda: note.isVisible() and not note.isReadOnly())
    note.setFocus()
    QTest.keyClicks(note, "last words")
    closes(reader)
    details = on_db(lambda: filled.browse.details(paper))
    assert details.text(TextKind.NOTE, "") == "last words"  # type: ignore[attr-defined]  # PaperDetails


def test_a_place_is_kept_when_a_tab_is_closed(reader: TabReader, filled: LibraryServices, on_db: OnDb) -> None:
    reader.opens(FIRST)
    paper = reader.paper(FIRST)
    reader.goes_to("5")
    reader.until(lambda: reader.page() == 4)
    place = reader.room.place()
    reader.press("Ctrl+W")
    opened = on_db(lambda: filled.reading.open(paper))
    assert opened.place is not None  # type: ignore[attr-defined]  # OpenedPaper
    assert opened.place == replace(place)  # type: ignore[attr-defined, type-var]


def test_a_place_is_kept_as_soon_as_the_reader_rests(reader: TabReader, filled: LibraryServices, on_db: OnDb) -> None:
    reader.opens(FIRST)
    paper = reader.paper(FIRST)
    reader.goes_to("5")
    reader.until(lambda: reader.page() == 4)

    def kept() -> int | None:
        opened = on_db(lambda: filled.reading.open(paper))
        place = opened.place  # type: ignore[attr-defined]  # OpenedPaper
        return place.page if place is not None else None

    reader.until(lambda: kept() == 4)


def test_dark_pages_are_remembered(reader: TabReader, settings: SettingsFile) -> None:
    reader.opens(FIRST)
    assert not reader.shown.window.contents.commands[Id.DARK_PAGES].isChecked()
    reader.press("F8")
    assert settings.values.dark_pages == "on"
    assert reader.room.file is not None
    assert reader.room.file.view.dark
