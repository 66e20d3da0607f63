"""A window over a library that follows feeds of a server of our own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.widgets import toast
from tests.arxiv_server import ArxivServer
from tests.gui.following.follower_person import FollowingPerson
from tests.gui.shown_window import Shown
from tests.unit.services.feed_reader import FRIDAY, network_to


@pytest.fixture
def server() -> Iterator[ArxivServer]:
    with ArxivServer() as server:
        server.days.today = FRIDAY
        yield server


@pytest.fixture
def services(services: LibraryServices, server: ArxivServer, tmp_path: Path) -> LibraryServices:
    services.network = network_to(server, tmp_path)
    return services


@pytest.fixture
def person(
    make: Callable[..., Shown],
    services: LibraryServices,
    settings: SettingsFile,
    server: ArxivServer,
    monkeypatch: pytest.MonkeyPatch,
) -> FollowingPerson:
    settings.change(pdf_downloads="on-demand")
    monkeypatch.setattr(toast, "SECONDS", 1)  # what feeds brought is told after that
    person = FollowingPerson(make(services), server)
    person.until(person.can_follow)
    return person
