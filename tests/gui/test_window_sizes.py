"""Windows fit a small screen even where the text is twice as large; what has no room there is scrolled to."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperFile
from desktop.domain.settings import Settings
from desktop.services.library import LibraryServices
from desktop.services.relink_files import MissingFile
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.adding.add_dialog import AddDialog
from desktop.ui.adding.relink_flow import RelinkDialog
from desktop.ui.downloads.downloads_page import DownloadsPage
from desktop.ui.fetching.fetcher import Fetcher
from desktop.ui.following.follow_dialog import FollowDialog
from desktop.ui.matching.match_dialog import MatchDialog
from desktop.ui.preferences.preferences_dialog import PreferencesDialog
from desktop.ui.session import Session
from desktop.ui.tabs.tabs import LIBRARY
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import ThemeMode, theme
from desktop.ui.work.work_list import WorkList, WorkTab
from tests.gui.shown_window import Shown

SCREEN = (1280, 740)
"""What a panel leaves of 1280×800."""
MISSING = MissingFile(PaperId(1), "A paper", PaperFile("papers/a.pdf", "", 1))


@pytest.fixture(params=["add", "find", "follow", "relink", "settings", "work"])
def dialog(
    request: pytest.FixtureRequest, qtbot: QtBot, tasks: TaskRunner, services: LibraryServices, session: Session
) -> Iterator[QDialog]:
    theme().apply(ThemeMode.LIGHT, 200)

    def downloads() -> dict[str, WorkTab]:
        return {"downloads": WorkTab("Downloads", DownloadsPage(services, Fetcher(services, tasks, session, tasks)))}

    made: dict[str, Callable[[], QDialog]] = {
        "add": lambda: AddDialog(tasks, services, session),
        "find": lambda: MatchDialog(tasks, services, session, []),
        "follow": FollowDialog,
        "relink": lambda: RelinkDialog([MISSING], 1),
        "settings": lambda: PreferencesDialog(Settings(), services.folder, 1_000_000),
        "work": lambda: WorkList(tasks, [], None, downloads()),
    }
    dialog = made[request.param]()
    qtbot.addWidget(dialog)
    yield dialog
    theme().apply(ThemeMode.LIGHT, 100)


def test_a_window_fits_a_small_screen_in_large_type(dialog: QDialog) -> None:
    dialog.show()
    least, screen = dialog.minimumSizeHint(), dialog.screen().availableGeometry()
    assert least.width() <= SCREEN[0]
    assert least.height() <= SCREEN[1]
    assert dialog.height() <= screen.height()
    assert dialog.width() <= max(screen.width(), least.width())


PAGES = ("BACKUPS", "CHECK_LIBRARY", "DUPLICATES", "STATISTICS", "TIMELINE", "TRIAGE", "SEARCH_EVERYTHING", "MERGE")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("page", PAGES)
def test_no_page_makes_the_window_larger_than_a_small_screen_in_large_type(
    page: str, language: str, settings: SettingsFile, make: Callable[..., Shown], filled: LibraryServices
) -> None:
    settings.change(language=language, scale=200)
    shown = make(filled)
    shown.sees(4)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId.SELECT_ALL), timeout=20_000)
    shown.do(ActionId.SELECT_ALL)
    shown.qtbot.waitUntil(lambda: shown.can(ActionId[page]), timeout=20_000)
    shown.do(ActionId[page])
    tabs = shown.desk.reading.tabs
    shown.qtbot.waitUntil(lambda: tabs.front != LIBRARY, timeout=20_000)
    least = shown.window.minimumSizeHint()
    assert least.width() <= SCREEN[0]
    assert least.height() <= SCREEN[1]
