"""A real library with one paper whose PDF is open, to be marked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.mark_history import MarkHistory
from desktop.domain.progress import Job
from desktop.domain.reading import OpenedPaper
from desktop.services.library import LibraryServices
from desktop.ui.tasks import TaskRunner
from desktop.ui.theme import ThemeMode, theme
from tests.gui.reader.marks.marker import Marker
from tests.gui.reader.text.reader import page_of, paper_of

LINES = (
    "Attention weighs every word of a sentence",
    "against every other word, so that the model",
    "learns what belongs together. We show that",
    "this is enough to translate whole texts.",
)
OnDb = Callable[[Callable[[], object]], object]


@pytest.fixture
def paper(services: LibraryServices, on_db: Callable[[Callable[[], PaperId]], PaperId], tmp_path: Path) -> PaperId:
    """A paper with a PDF of three pages."""
    path = tmp_path / "attention.pdf"
    path.write_bytes(paper_of(page_of(*LINES), page_of("The second page says more."), page_of("The end.")))

    def add() -> PaperId:
        plan = services.adding.plan_files([path], Job())
        return services.adding.add(plan, download=False).added[0]

    return on_db(add)


@pytest.fixture
def history() -> MarkHistory:
    """What the window keeps of the file."""
    return MarkHistory()


@pytest.fixture
def open_tab(
    qtbot: QtBot,
    services: LibraryServices,
    tasks: TaskRunner,
    paper: PaperId,
    history: MarkHistory,
    on_db: Callable[[Callable[[], OpenedPaper]], OpenedPaper],
) -> Iterator[Callable[[], Marker]]:
    """Opens the paper in a tab."""
    theme().apply(ThemeMode.LIGHT, 100)
    tabs: list[Marker] = []

    def open_tab() -> Marker:
        opened = on_db(lambda: services.reading.open(paper))
        tabs.append(Marker(qtbot, services, tasks, opened, history))
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.marking.flush()
        tab.window.hide()


@pytest.fixture
def marker(open_tab: Callable[[], Marker]) -> Marker:
    return open_tab()
