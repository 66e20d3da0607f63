"""A day of papers at an arXiv of our own, a language model of our own, and the program that makes its digest."""

import subprocess
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.merging import TextField
from desktop.domain.model_texts import TextOptions, field_name
from desktop.domain.paper import TextKind
from desktop.domain.progress import Job
from desktop.domain.resources import resource_path
from desktop.services.library import LibraryServices
from desktop.services.personal import Personal
from desktop.system.settings import SettingsFile
from tests.arxiv_server import Archive, ArxivServer
from tests.e2e.papershelf import PROGRAM, Answer, environment, papershelf
from tests.model_server import ModelServer

TODAY = "2026-11-20"
TEXTS = 4
"""Of each paper: translated title and abstract, two summaries."""


class MadeDay:
    """Both servers run as long as it is entered. `folder` holds the library, the digests and the person's settings."""

    def __init__(self, folder: Path, papers: int, parallel: int = 4, **model: Any) -> None:
        self.folder = folder
        self.library = folder / "library"
        self.digests = folder / "digests"
        self.arxiv = ArxivServer(papers=Archive(papers + 60))
        self.model = ModelServer(**model)
        self.arxiv.days.today = TODAY
        self.ids = list(self.arxiv.papers)[:papers]
        self.arxiv.days.announce("cs.CV", self.ids)
        folder.mkdir(exist_ok=True)
        self.home = folder / "program"
        self.settings = SettingsFile(self.home / "config" / "settings.json")
        self.set(model_url=self.model.url, model_name="made-up-large", model_parallel=parallel)

    def __enter__(self) -> Self:
        self.arxiv.__enter__()
        self.model.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.model.__exit__(kind, error, at)
        self.arxiv.__exit__(kind, error, at)

    def set(self, **values: object) -> None:
        """Choose settings."""
        self.settings.change(**values)
        self.settings.save()

    @property
    def environment(self) -> Mapping[str, str]:
        """What the program is told of both servers."""
        return {
            "PAPERSHELF_ARXIV": self.arxiv.base_url,
            "PAPERSHELF_ARXIV_PACE": "0.002",
            "PAPERSHELF_HOME": str(self.home),
        }

    @property
    def words(self) -> list[str]:
        """The command that makes the digest of the day."""
        return ["digest", "--feed", "cs.CV", "--to", str(self.digests), "--consent", "--library", str(self.library)]

    def make(self, *more: str, env: Mapping[str, str] | None = None) -> Answer:
        """Make the digest."""
        return papershelf(*self.words, *more, cwd=self.folder, env={**self.environment, **(env or {})})

    def run(self, *words: str | Path) -> Answer:
        """Another command."""
        return papershelf(*words, "--library", self.library, cwd=self.folder, env=self.environment)

    def child(self) -> "subprocess.Popen[bytes]":
        """Begin to make it."""
        null = subprocess.DEVNULL
        words = [*PROGRAM, *self.words]
        return subprocess.Popen(words, cwd=self.folder, env=environment(self.environment), stdout=null, stderr=null)

    def files(self) -> dict[str, bytes]:
        """What lies in the folder of digests."""
        found = sorted(self.digests.rglob("*")) if self.digests.exists() else []
        return {str(path.relative_to(self.digests)): path.read_bytes() for path in found if path.is_file()}

    def stored(self) -> Counter[tuple[str, str]]:
        """Which texts a model wrote that are in the library: the paper's title and the key they were asked under."""
        found: Counter[tuple[str, str]] = Counter()
        if not (self.library / "library.sqlite").exists():
            return found
        services = LibraryServices(self.library)
        services.open()
        statement = "SELECT p.title, t.kind, t.language FROM model_texts t JOIN papers p ON p.id = t.paper_id"
        for title, kind, language in services._file.connection.execute(statement):
            found[title, field_name(TextField(TextKind(kind), language), "zh")] += 1
        assert services.checking.check(Job()).whole
        services.close()
        return found

    def left_over(self) -> int:
        """Let an earlier session have left texts in Japanese of all papers; returns how many."""
        services = LibraryServices(self.library)
        services.open()
        prompts = Personal(self.home / "config", resource_path("prompts")).prompts.all()
        papers = [PaperId(paper) for paper in services.browse.list_papers(Listing()).ids]
        plan = services.summarising.plan(papers, TextOptions(("ja",), summary_en=False), prompts)
        services.summarising.want(plan)
        services.close()
        return plan.texts

    def waiting(self) -> int:
        """How many texts are still to be written."""
        services = LibraryServices(self.library)
        services.open()
        wanted = services.summarising.pending().wanted
        services.close()
        return wanted

    def listed(self) -> int:
        """How many texts are listed as failed."""
        services = LibraryServices(self.library)
        services.open()
        pending = services.summarising.pending()
        services.close()
        assert not pending.wanted
        return len(pending.failed)


def moments(day: MadeDay, begun: float, ended: float) -> Sequence[tuple[str, float]]:
    """What a run spent its seconds on, as both servers saw it."""
    feed = next(request.at for request in day.arxiv.log if request.at >= begun)
    calls = [call for call in day.model.calls if call.at >= begun]
    last = max(call.at for call in calls) + day.model.latency_s
    marks = (begun, feed, calls[0].at, last, ended)
    names = ("start of the program", "feed asked and stored, model's client made", "calls", "last texts, files")
    return [(name, after - before) for name, before, after in zip(names, marks[:-1], marks[1:], strict=True)]


def timed(day: MadeDay) -> tuple[Answer, float, float]:
    """A run, and when it began and ended."""
    begun = time.monotonic()
    answer = day.make()
    return answer, begun, time.monotonic()
