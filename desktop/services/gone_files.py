"""PDFs that the library tells of and that somebody deleted."""

from collections.abc import Iterable

from db.files import files_of
from db.library_file import LibraryFile
from desktop.domain.ids import PaperId
from desktop.system.paper_files import PaperFiles


def gone_files(library: LibraryFile, papers: Iterable[PaperId]) -> frozenset[str]:
    """The paths of these papers' files that are not there, or not as large as they were. Looks at each on the disk."""
    stored = PaperFiles(library.folder)
    return frozenset(file.path for file in files_of(library.connection, papers) if not stored.is_there(file))
