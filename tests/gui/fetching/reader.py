"""A person who lets papers come from arXiv."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperDetails
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.downloads.downloads_page import DownloadsPage
from desktop.ui.fetching.fetcher import Fetcher
from desktop.ui.fetching.row_state import RowState
from desktop.ui.library.paper_page import PaperPage
from desktop.ui.work.work_list import WorkList
from tests.gui.shown_window import Shown

IDS = ("2301.00012", "2302.00012", "2303.00012")
"""Known to the archive, with PDFs; the first has a newer version than its first, the others have not."""
MORE = "2304.00012"
"""Known to the archive, too."""
UNKNOWN = "2301.99999"


class Reader:
    """Uses the window, waits for what a person would wait for."""

    def __init__(self, shown: Shown, settings: SettingsFile) -> None:
        self.shown = shown
        self.settings = settings

    @property
    def fetcher(self) -> Fetcher:
        return self.shown.desk.fetching.fetcher

    @property
    def page(self) -> PaperPage:
        return self.shown.desk.room.details.page

    def until(self, condition: Callable[[], bool]) -> None:
        self.shown.qtbot.waitUntil(condition, timeout=30_000)

    def select(self, *ids: str) -> list[PaperId]:
        """Select these papers, all without any."""
        room = self.shown.desk.room
        if ids:
            rows = room.table.model()
            known = {rows.paper(row).arxiv_id: room.shown[row] for row in range(len(room.shown))}  # type: ignore[attr-defined]  # ours
            room.select([known[arxiv_id] for arxiv_id in ids])
        else:
            room.table.selectAll()
        if len(ids) == 1:
            self.until(lambda: self.page.details is not None and self.page.details.row.arxiv_id == ids[0])
        return room.selected

    def asks_for(self, action: ActionId, *ids: str) -> list[PaperId]:
        """Select papers and do something with them."""
        papers = self.select(*ids)
        self.until(lambda: self.shown.can(action))
        self.shown.do(action)
        return papers

    def details(self) -> PaperDetails:
        """Of the paper that is shown."""
        assert self.page.details is not None
        return self.page.details

    def status(self) -> str:
        """What the status bar tells of downloads."""
        button: QPushButton = self.shown.window.contents.status._downloads
        return button.text() if button.isVisible() else ""

    def downloads(self) -> DownloadsPage:
        """The list of downloads, opened."""
        self.shown.do(ActionId.DOWNLOADS)
        works = self.shown.window.contents.dialogs.shown("work")
        assert isinstance(works, WorkList)
        page = works.findChild(DownloadsPage)
        assert page is not None
        return page

    def has_pdfs(self, count: int) -> None:
        """Wait until so many papers have one."""
        self.until(lambda: len(self.fetcher.finished) == count)


def states(page: DownloadsPage) -> list[RowState]:
    return [row.state for row in page.model.rows]
