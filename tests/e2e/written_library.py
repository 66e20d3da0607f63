"""A library whose texts a child process has written by the model of our own."""

import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.import_plan import ImportOptions
from desktop.domain.merging import TextField
from desktop.domain.model_texts import TextWish, field_name
from desktop.domain.paper import TextKind
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.conftest import REPOSITORY
from tests.unit.services.conftest import digest_bytes, entry
from tests.unit.services.model_texts import UNTRANSLATED

CHILD = Path(__file__).with_name("writing_child.py")
_TOLD = " We propose a method, prove a bound and show in experiments on six benchmarks that it is better." * 6


class WrittenLibrary:
    """Made with so many papers that have no translation."""

    def __init__(self, folder: Path, papers: int) -> None:
        self.folder = folder
        entries = (
            entry(number, **UNTRANSLATED, abstract=f"We study subject {number} at length.{_TOLD}")
            for number in range(1, papers + 1)
        )
        with self._opened() as services:
            plan = services.importing.plan_texts([("day.md", digest_bytes(*entries))], ImportOptions(), Job())
            services.importing.apply(plan, Job())

    def child(self, url: str, parallel: int, *more: str) -> "subprocess.Popen[str]":
        """Start writing, or go on with it; see the child for `more`."""
        return subprocess.Popen(
            [sys.executable, str(CHILD), str(self.folder), url, str(parallel), *more],
            env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
            stdout=subprocess.PIPE,
            text=True,
        )

    def failed(self) -> tuple[TextWish, ...]:
        """The texts that are listed as failed."""
        with self._opened() as services:
            return services.summarising.pending().failed

    @contextmanager
    def _opened(self) -> Iterator[LibraryServices]:
        services = LibraryServices(self.folder)
        services.open()
        yield services
        services.close()

    def stored(self) -> Mapping[str, set[str]]:
        """Which texts are there: the keys they were asked under, by the paper's title."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        statement = "SELECT p.title, t.kind, t.language FROM model_texts t JOIN papers p ON p.id = t.paper_id"
        with self._opened() as services:
            for title, kind, language in services._file.connection.execute(statement):
                found[title].add(field_name(TextField(TextKind(kind), language), "zh"))
            assert services.checking.check(Job()).whole
        return found
