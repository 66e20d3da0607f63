"""Is everything in the library as it should be?"""

from db import checks
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.search import check
from desktop.domain.check_report import CheckReport
from desktop.domain.progress import Job
from desktop.system.paper_files import PaperFiles


class CheckLibrary:
    """Looks for damage. Changes nothing."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def check(self, job: Job) -> CheckReport:
        """Read everything and say what is wrong. Raises StorageError if the library cannot be read at all, and
        Cancelled.
        """
        with storage_errors(self._library.path):
            connection = self._library.connection
            job.step(0, 4)
            database = checks.complaints(connection)
            job.step(1, 4)
            references = checks.dangling(connection)
            job.step(2, 4)
            index = check(connection)
            papers, digests = checks.counts(connection)
            files = checks.files(connection)
        job.step(3, 4)
        stored = PaperFiles(self._library.folder)
        missing = tuple(file.path for file in files if not stored.is_whole(file))
        return CheckReport(papers, digests, database, references, (index,) if index else (), missing)
