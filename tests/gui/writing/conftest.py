"""A library of papers without translations, a language model of our own on this computer, and a window over both."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.digest import Digest, DigestFormat, Entry
from desktop.domain.import_plan import ImportOptions
from desktop.domain.progress import Job
from desktop.formats.source_files import write_source
from desktop.services.library import LibraryServices
from desktop.system.settings import SettingsFile
from desktop.ui.actions import ActionId
from desktop.ui.session import Session
from tests.gui.shown_window import Shown
from tests.gui.writing.writing_window import PAPERS, Writing
from tests.model_server import ModelServer

ABSTRACT = (
    "We study how {name} behaves when the number of parameters grows faster than the data. A simple rule for the step "
    "size keeps training stable, and experiments on four benchmarks show that accuracy rises by three points."
)


def originals(count: int) -> bytes:
    """A digest of papers whose translations and summaries are empty."""
    entries = tuple(
        Entry(
            title=f"On the growth of network {number}",
            link=f"https://arxiv.org/abs/2401.{number:05}",
            translated_title="",
            summary="",
            summary_en="",
            translated_abstract="",
            abstract=ABSTRACT.format(name=f"network {number}"),
        )
        for number in range(1, count + 1)
    )
    return write_source(Digest(DigestFormat.DIGEST, entries))


@pytest.fixture
def untranslated(services: LibraryServices, on_db: Callable[[Callable[[], object]], object]) -> LibraryServices:
    def fill() -> bool:
        plan = services.importing.plan_texts([("feed.md", originals(PAPERS))], ImportOptions(), Job())
        services.importing.apply(plan, Job())
        return True

    on_db(fill)
    return services


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def chosen(settings: SettingsFile, model: ModelServer) -> SettingsFile:
    settings.change(model_url=model.url, model_name="made-up-large")
    return settings


@pytest.fixture
def allowed(chosen: SettingsFile, model: ModelServer) -> SettingsFile:
    chosen.change(model_consents=(model.url.removesuffix("/v1"),))
    return chosen


@pytest.fixture
def writing(make: Callable[..., Shown], untranslated: LibraryServices, allowed: SettingsFile) -> Writing:
    """A window whose model may be asked."""
    return Writing(make(untranslated))


@pytest.fixture
def asking(make: Callable[..., Shown], untranslated: LibraryServices, chosen: SettingsFile) -> Writing:
    """A window whose model nobody has allowed to be sent anything."""
    return Writing(make(untranslated))


@pytest.fixture
def shown_larger() -> Callable[[Shown], None]:
    """Makes the window anew, in larger type."""
    return lambda shown: shown.do(ActionId.LARGER)


@pytest.fixture
def settings_folder(session: Session, tmp_path: Path) -> Callable[[], Path]:
    """Where a person's own prompts lie."""
    return lambda: tmp_path / "settings"
