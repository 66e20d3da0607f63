"""Is everything in the library as it should be?"""

from db import checks
from db.errors import interruptible, storage_errors
from db.index_check import index_complaints, rebuild_indexes
from db.index_documents import driver
from db.library_file import LibraryFile
from desktop.domain.check_report import CheckReport
from desktop.domain.progress import Job
from desktop.system.paper_files import PaperFiles


class CheckLibrary:
    """Looks for damage, and makes the search index anew."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def check(self, job: Job, *, index: bool = True) -> CheckReport:
        """Read everything and say what is wrong; changes nothing. Without `index` the search index is left out, which
        takes most of the time, as it is where the database itself is damaged. Raises StorageError if the library cannot
        be read at all, and Cancelled.
        """
        with storage_errors(self._library.path):
            connection = self._library.connection
            with interruptible(connection, lambda: job.cancelled):
                job.step(0, 0)
                database = checks.complaints(connection)
                references = checks.dangling(connection)
                damaged = bool(database or references)  # what it holds need not make sense then
                complaints = index_complaints(connection, job.step) if index and not damaged else ()
                papers, digests = checks.counts(connection)
                files = checks.files(connection)
        stored = PaperFiles(self._library.folder)
        missing = []
        for number, file in enumerate(files):
            job.step(number, len(files), file.name)
            if not stored.is_whole(file):
                missing.append(file.path)
        return CheckReport(papers, digests, database, references, complaints, tuple(missing), self.stray_files())

    def stray_files(self) -> tuple[str, ...]:
        """PDFs of the papers folder that no paper has (paths in the library), without looking into any. Raises
        StorageError."""
        with storage_errors(self._library.path):
            told = {file.path for file in checks.files(self._library.connection)}
        return tuple(path for path in PaperFiles(self._library.folder).finished() if path not in told)

    def rebuild_index(self, job: Job) -> None:
        """Make the search indexes anew. Raises StorageError and Cancelled, and then nothing was changed."""
        with self._library.transaction() as connection:
            rebuild_indexes(driver(connection), job.step)
