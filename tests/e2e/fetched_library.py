"""A library that a child process fills from an arXiv of our own, and what must be true of it at any moment."""

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from desktop.app.held_library import opened, take
from desktop.domain.ids import PaperId
from desktop.domain.listing import Listing
from desktop.domain.progress import Job
from desktop.services.library import LibraryServices
from tests.arxiv_server import ArxivServer, Kind
from tests.e2e.papershelf import REPOSITORY, environment

CHILD = (sys.executable, str(Path(__file__).with_name("fetching_child.py")))


class FetchedLibrary:
    """A library folder, the papers that it is to hold, and the child that fetches them."""

    def __init__(self, folder: Path, server: ArxivServer, ids: Sequence[str], pace_s: float) -> None:
        folder.mkdir()
        self.path = folder / "library"
        self.server = server
        self.ids = ids
        self.pace_s = pace_s
        self._ids_file = folder / "ids.txt"
        self._ids_file.write_text("\n".join(ids), "ascii")
        self._pace_file = folder / "pace"

    def child(self) -> "subprocess.Popen[str]":
        """Start a child; returns once it has opened the library."""
        words = [self.path, self._ids_file, self.server.base_url, self._pace_file, self.pace_s]
        child = subprocess.Popen(
            [*CHILD, *map(str, words)], env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n", child.wait()
        return child

    def wait_for_requests(self, child: "subprocess.Popen[str]", count: int) -> None:
        """Return once so many requests have come to the server, or the child has ended."""
        while child.poll() is None:
            with suppress(TimeoutError):
                return self.server.wait_for(count, timeout_s=0.5)

    @staticmethod
    def kill(child: "subprocess.Popen[str]") -> bool:
        """Kill the child, whatever it is doing. True if it had come to its end before."""
        with child:
            child.kill()
            assert child.stdout is not None
            return child.stdout.read() == "end\n"

    def check_folder(self) -> None:
        """The papers folder holds whole PDFs under the names of their contents, and downloads that are under way."""
        contents = {hashlib.sha256(content).hexdigest(): content for content in map(self.server.pdf_bytes, self.ids)}
        unfinished = {
            f"{arxiv_id.replace('/', '_')}{end}" for arxiv_id in self.ids for end in (".part", ".resume.part")
        }
        for path in (self.path / "papers").iterdir():
            if path.suffix == ".pdf":
                sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
                assert sha256 in contents, path.name
                assert path.stem.endswith(f"-{sha256[:32]}")
            else:
                assert path.name in unfinished

    def check_end(self) -> None:
        """Every paper is there once with its metadata and its PDF, and nothing else is."""
        with opened(take(self.path), LibraryServices(self.path)) as services:
            assert services.checking.check(Job()).whole
            assert not services.wishes.queue().fetches
            assert services.wishes.queue().papers_waiting == 0
            rows = services.browse.rows(list(map(PaperId, services.browse.list_papers(Listing()).ids)))
            told = {row.arxiv_id: (row.title, row.authors, row.categories, row.arxiv_version) for row in rows}
            assert len(rows) == len(told) == len(self.ids)
            details = [services.browse.details(row.id) for row in rows]
        newest = {arxiv_id: self.server.papers[arxiv_id][-1] for arxiv_id in self.ids}
        assert told == {
            arxiv_id: (paper.title, paper.authors, paper.categories, paper.version)
            for arxiv_id, paper in newest.items()
        }
        files = {found.row.arxiv_id: found.files for found in details if found is not None}
        for arxiv_id in self.ids:
            assert [file.sha256 for file in files[arxiv_id]] == [
                hashlib.sha256(self.server.pdf_bytes(arxiv_id)).hexdigest()
            ]
        names = {path.name for path in (self.path / "papers").iterdir()}
        assert names == {Path(file.path).name for held in files.values() for file in held}

    def check_pace(self) -> None:
        """No two requests came sooner than the pace allows."""
        moments = [request.at for request in self.server.log]
        gaps = [later - earlier for earlier, later in pairwise(moments)]
        assert not [gap for gap in gaps if gap < self.pace_s], min(gaps)

    def resumed_bytes(self) -> int:
        """How much of the PDFs had not to be asked for again."""
        ranges = (request.headers["range"] for request in self.server.asked(Kind.PDF) if request.status == 206)
        return sum(int(asked.removeprefix("bytes=").rstrip("-")) for asked in ranges)
