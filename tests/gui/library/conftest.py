"""A real library with a few papers, opened on the lane of a task runner."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.ids import PaperId
from desktop.domain.import_plan import ImportOptions
from desktop.domain.listing import Listing
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from desktop.ui.tasks import Lane, TaskRunner
from tests.gui.library.details_desk import Desk

PAPERS = (
    ("2401.00001", "Attention in p$^3$VAE models", "p$^3$VAE模型中的注意力"),
    ("2401.00002", 'Fourier features of H\\"older functions', "Hölder函数的傅里叶特征"),
    ("2401.00003", "Deep learning without feedback", "无反馈的深度学习"),
    ("2401.00004", "A survey of <b>markup</b> & attention", "注意力综述"),
    ("2401.00005", "Word embeddings", "词向量"),
)


def digest_text(papers: tuple[tuple[str, str, str], ...] = PAPERS) -> bytes:
    """A digest of generation 2."""
    rows, details = [], []
    for number, (arxiv_id, title, translated) in enumerate(papers, 1):
        link = f"https://arxiv.org/abs/{arxiv_id}" if arxiv_id else ""
        summary, summary_en = f"一句话：{translated}。", f"In one sentence: {title}."
        abstracts = (f"中文摘要 {translated}", f"The abstract of {title}")
        rows.append(f"| [^{number}] | [{title}]({link}) | {summary} |")
        parts = (title, f"[{link}]({link})", summary, summary_en, *abstracts)
        details.append(f"[^{number}]: {translated}\n\n" + "\n\n".join(f"    {part}" for part in parts) + "\n    ")
    head = "# 摘要\n\n| Ref | Title | Summary |\n| --- | --- | --- |\n"
    return (head + "\n".join(rows) + "\n\n# 详细\n\n" + "\n\n".join(details) + "\n\n").encode()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def library(qtbot: QtBot, tasks: TaskRunner, tmp_path: Path) -> Iterator[LibraryServices]:
    services = LibraryServices(tmp_path / "library")
    opened: list[bool] = []

    def fill() -> bool:
        services.open()
        plan = services.importing.plan_texts([("cs.CV.md", digest_text())], ImportOptions(), Job())
        services.importing.apply(plan, Job())
        return True

    tasks.run(Lane.DB, fill, owner=tasks, done=opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    yield services
    tasks.run(Lane.DB, services.close, owner=tasks)
    tasks.shutdown()


@pytest.fixture
def papers(library: LibraryServices, tasks: TaskRunner, qtbot: QtBot) -> dict[str, PaperId]:
    """The papers' ids by arXiv id."""
    found: dict[str, PaperId] = {}

    def read() -> dict[str, PaperId]:
        ids = [PaperId(number) for number in library.browse.list_papers(Listing()).ids]
        return {row.arxiv_id: row.id for row in library.browse.rows(ids)}

    tasks.run(Lane.DB, read, owner=tasks, done=found.update)
    qtbot.waitUntil(lambda: len(found) == len(PAPERS))
    return found


@pytest.fixture
def desk(qtbot: QtBot, tasks: TaskRunner, library: LibraryServices, papers: dict[str, PaperId]) -> Desk:
    return Desk(qtbot, tasks, library, papers)
