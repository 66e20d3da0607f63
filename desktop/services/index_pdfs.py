"""The words of the library's PDFs, kept in an index: each file is read once, however many papers have it.

`waiting`, `store` and `failed` work on the library, `read` on a file alone. Pages are stored some at a time, so what
was stored before a crash need not be read again, and a file is found by the pages that were.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from db import page_texts
from db.errors import storage_errors
from db.index_documents import driver
from db.library_file import LibraryFile
from db.search_text import PAGES
from desktop.domain.errors import AppError, FileError, PdfError, Reason
from desktop.domain.page_index import IndexOverview, IndexTask, ReadText, UnreadFile
from desktop.domain.paper import PaperFile
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.domain.search_words import CJK
from desktop.system import power
from desktop.system.paper_files import PaperFiles

if TYPE_CHECKING:
    from desktop.services.read_pages import ReadPages

_PAGES = 16
"""Are stored at once at most, or what was read in this time (seconds):"""
_SECONDS = 1.0
_MOST_TEXT = 100_000
"""Characters of a page. A page of print has 5,000; behind these come tables and drawings made of letters."""
_CHINESE_GOES_ON = re.compile(rf"(?<=[{CJK}])\n(?=[{CJK}])")
_MOST_WAITING = 64
_MOST_STRAY = 16
_MOST_PAGES = PAGES - 1


class IndexPdfs:
    """Raises StorageError wherever the library cannot be read or written."""

    def __init__(
        self,
        library: LibraryFile,
        pages: "Callable[[], ReadPages]",
        unlocked: Collection[str] = (),
        battery: Callable[[], bool] = power.on_battery,
    ) -> None:
        """`unlocked`: the sha256 of files whose password is known; may grow."""
        self._library = library
        self._pages = pages
        self._unlocked = unlocked
        self.on_battery = battery
        """Whether the computer runs on its battery; reading PDFs can wait then."""

    def waiting(self) -> tuple[IndexTask, ...]:
        """The files that are to be read next; none if all are in the index. What no paper has any more leaves it."""
        with storage_errors(self._library.path):
            raw = self._library.connection
            gone = (*page_texts.stray(raw, _MOST_STRAY), *page_texts.to_try_again(raw, self._unlocked))
        self._forget(gone)
        with storage_errors(self._library.path):
            return page_texts.waiting(raw, _MOST_WAITING)

    def overview(self) -> IndexOverview:
        """How far the index is."""
        with storage_errors(self._library.path):
            return page_texts.overview(self._library.connection)

    def unread(self) -> tuple[UnreadFile, ...]:
        """The files that could not be read, the latest first."""
        with storage_errors(self._library.path):
            return page_texts.unread(self._library.connection)

    def read(self, task: IndexTask, job: Job) -> ReadText:
        """The next pages of a file. Needs no library.

        Raises PdfError and FileError where nothing of the file can be read, and Cancelled within a page.
        """
        file = self._placed(task.file)
        pages = self._pages()
        count = task.pages or min(len(pages.facts(file, lambda: job.cancelled).pages), _MOST_PAGES)
        texts: list[str] = []
        unread = False
        until = monotonic() + _SECONDS
        for page in range(task.start, min(task.start + _PAGES, count)):
            try:
                texts.append(_searched(pages.plain_text(file, page, lambda: job.cancelled)))
            except PdfError as error:
                if error.reason is not Reason.PDF_FAILED or unread:
                    raise
                texts.append("")  # one bad page keeps nobody from finding the others
                unread = True
            if monotonic() >= until:
                break
        return ReadText(task, count, tuple(texts), unread)

    def store(self, read: ReadText) -> IndexTask | None:
        """Keep what was read. Returns what is still to be read of the file."""
        with self._library.transaction() as connection:
            stored = page_texts.store(driver(connection), read)
        return read.rest if stored else None

    def failed(self, task: IndexTask, error: AppError) -> None:
        """Note why a file could not be read, so that it is not tried again and again."""
        with self._library.transaction() as connection:
            page_texts.failed(driver(connection), task.file.sha256, error.reason)

    def try_again(self, sha256: str = "") -> None:
        """Read anew a file that could not be read, or all of them."""
        with storage_errors(self._library.path):
            failures = page_texts.failures(self._library.connection)
        self._forget(tuple(name for name in failures if sha256 in ("", name)))

    def begin(self) -> None:
        """What failed for reasons that say nothing of the file is tried again, once in a session."""
        with storage_errors(self._library.path):
            passing = page_texts.temporary_failures(self._library.connection)
        self._forget(passing)

    def run(self, job: Job) -> IndexOverview:
        """Read all that waits, in this thread. Raises Cancelled; what was stored until then stays."""
        while tasks := self.waiting():
            for task in tasks:
                self._run(task, job)
        return self.overview()

    def _run(self, task: IndexTask, job: Job) -> None:
        rest: IndexTask | None = task
        while rest is not None:
            job.step(0, 0, task.title)
            try:
                rest = self.store(self.read(rest, job))
            except (PdfError, FileError) as error:
                return self.failed(task, error)

    def _forget(self, hashes: tuple[str, ...]) -> None:
        if hashes:
            with self._library.transaction() as connection:
                page_texts.forget(driver(connection), hashes)

    def _placed(self, file: PdfFile) -> PdfFile:
        """The file with its absolute path. Raises FileError(UNREADABLE)."""
        held = PaperFile(file.path, file.sha256, 0, file.version, file.name)
        return replace(file, path=str(PaperFiles(self._library.folder).path(held)))


def _searched(text: str) -> str:
    """The text of a page to be searched. Some PDFs make each line a paragraph: Chinese words go on all the same."""
    return _CHINESE_GOES_ON.sub("", text)[:_MOST_TEXT]
