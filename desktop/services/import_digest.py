"""Importing digests: plan first, show the plan, then write it in one transaction."""

import gc
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from db.errors import storage_errors
from db.imports import already_there, store
from db.known_papers import KnownPapers, known_papers
from db.library_file import LibraryFile
from desktop.domain.derived_facts import derive
from desktop.domain.digest import Digest, Entry, entry_key
from desktop.domain.errors import AppError, InputError, Reason
from desktop.domain.import_plan import (
    ImportOptions,
    ImportPlan,
    ImportResult,
    PlannedDigest,
    PlannedRow,
    RefusedFile,
    RowState,
)
from desktop.domain.paper import ORIGINAL
from desktop.domain.progress import Job
from desktop.domain.title_key import title_hash
from desktop.formats.source_files import read_source
from desktop.services.given_files import bytes_of, files_of, shown

_Source = tuple[str, str, Callable[[], bytes]]  # path, name, how to get the bytes

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes. The largest digest of the public archive has 2 MB."""


class ImportDigests:
    """Brings digest files into the library."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def plan(self, paths: Sequence[Path], options: ImportOptions, job: Job) -> ImportPlan:
        """What importing these files, and all files of these folders, would do. Nothing is written. The library's own
        files are left out where a folder holds it.

        A file that cannot be read is listed as refused; the rest goes on. Raises Cancelled, StorageError, and
        InputError for a language that cannot be that of translations.
        """
        unreadable: list[tuple[str, AppError]] = []
        files = files_of(paths, self._library.folder, unreadable)
        refused = [RefusedFile(path, error) for path, error in unreadable]
        sources = ((shown(path), shown(path.name), partial(bytes_of, path, LARGEST_FILE)) for path in files)
        return self._plan(sources, len(files), refused, options, job)

    def plan_texts(self, texts: Sequence[tuple[str, bytes]], options: ImportOptions, job: Job) -> ImportPlan:
        """The same for digests that are not files, such as pasted text: names and bytes."""
        sources = ((name, name, partial(bytes, data)) for name, data in texts)
        return self._plan(sources, len(texts), [], options, job)

    def _plan(
        self, sources: Iterable[_Source], count: int, refused: list[RefusedFile], options: ImportOptions, job: Job
    ) -> ImportPlan:
        if options.language == ORIGINAL:  # the texts of a paper are told apart by their language
            raise InputError(
                Reason.BAD_VALUE, options.language, "translations have another language than the originals"
            )
        with _collector_paused():
            read = self._read(sources, count, refused, options, job)
            with storage_errors(self._library.path):
                known = known_papers(self._library.connection, (row for planned in read for row in planned.rows))
                digests = tuple(self._compared(known, planned) for planned in read)
        return ImportPlan(digests, tuple(refused), options)

    def _read(
        self, sources: Iterable[_Source], count: int, refused: list[RefusedFile], options: ImportOptions, job: Job
    ) -> list[PlannedDigest]:
        read: list[PlannedDigest] = []
        for number, (path, name, load) in enumerate(sources):
            job.step(number, count + 1, name)
            try:
                data = load()
                digest = read_source(data)
            except AppError as error:
                refused.append(RefusedFile(path, type(error)(error.reason, error.about or path, error.detail)))
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            read.append(PlannedDigest(path, name, digest, sha256, _rows(digest, options)))
        job.step(count, count + 1)
        return read

    def _compared(self, known: KnownPapers, planned: PlannedDigest) -> PlannedDigest:
        there = already_there(self._library.connection, planned.name, planned.sha256)
        return replace(
            planned,
            rows=tuple(known.seen(row) for row in planned.rows),
            already=there[0] if there else None,
            in_trash=bool(there and there[1]),
        )

    def apply(self, plan: ImportPlan, job: Job, unticked: frozenset[tuple[int, int]] = frozenset()) -> ImportResult:
        """Write the plan in one transaction, without the rows named in `unticked` (index of digest, index of row,
        from 0).

        A digest always keeps all its rows; an unticked one brings no paper. When this returns, everything is on the
        disk. Raises Cancelled and StorageError, and then nothing was written.
        """
        left_out: defaultdict[int, set[int]] = defaultdict(set)
        for digest, row in unticked:
            left_out[digest].add(row)
        ticked = [(planned, frozenset(left_out[number])) for number, planned in enumerate(plan.digests)]
        with _collector_paused(), self._library.transaction() as connection:
            stored = store(connection, ticked, plan.options, job)
        return ImportResult(
            digests_added=stored.digests_added,
            digests_already=len(plan.digests) - stored.digests_added,
            papers_added=stored.papers_added,
            papers_changed=stored.papers_changed,
            refused=plan.refused,
            changes=stored.changes,
        )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Rows of an import refer to each other in no circle: looking for circles among them would cost a fifth of the
    time, and hold up the window each time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _rows(digest: Digest, options: ImportOptions) -> tuple[PlannedRow, ...]:
    return tuple(_row(entry, options) for entry in digest.entries)


def _row(entry: Entry, options: ImportOptions) -> PlannedRow:
    facts = derive(entry, options.year)
    return PlannedRow(RowState.NEW, entry, facts, entry_key(entry), title_hash(facts.title))
