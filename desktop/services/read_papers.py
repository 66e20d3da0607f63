"""Opening a paper in the reader, and where it was left."""

from collections.abc import Sequence
from pathlib import Path

from db.errors import storage_errors
from db.library_file import LibraryFile
from db.marks import marks_of
from db.merged_papers import standing_for
from db.reading_places import ReadFile, color_names, is_place, read_files, stored_place
from db.stored_values import moment
from desktop.domain.errors import FileError, InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.mark import COLORS
from desktop.domain.mark_lineage import not_carried
from desktop.domain.paper import PaperFile
from desktop.domain.pdf_document import PdfFile
from desktop.domain.reading import OpenedPaper, ReadingPlace
from desktop.domain.storable_text import require_storable
from desktop.system.paper_files import PaperFiles, file_sha256

_LONGEST_NAME = 100
_TITLES = "SELECT title, translated_title FROM papers WHERE id = ?"


class ReadPapers:
    """Every method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def open(self, paper: PaperId, sha256: str = "") -> OpenedPaper:
        """What a reader begins with: the file with that sha256, else the one that `_chosen` tells.

        Raises InputError(NO_SUCH_PAPER), and FileError: NOTHING_TO_READ for a paper without a PDF, UNREADABLE if the
        one that is asked for is not the paper's. A paper that was merged opens as the one it was merged into.
        """
        with storage_errors(self._library.path):
            connection = self._library.connection
            paper = standing_for(connection, paper)
            titles = connection.execute(_TITLES, (paper,)).fetchone()
            if titles is None:
                raise InputError(Reason.NO_SUCH_PAPER, str(paper), "the library holds no such paper")
            files = read_files(connection, paper)
            marks = marks_of(connection, [paper]).get(paper, ())
            names = color_names(connection)
        file = self._asked(files, sha256) if sha256 else self._chosen(files)
        if file is None:
            raise FileError(Reason.UNREADABLE if sha256 else Reason.NOTHING_TO_READ, titles[0])
        return OpenedPaper(
            paper=paper,
            title=titles[0],
            translated_title=titles[1],
            file=self._pdf(file),
            files=tuple(map(self._pdf, files)),
            place=stored_place(file.place),
            marks=tuple(mark for mark in marks if mark.sha256 == file.sha256),
            color_names=names,
            elsewhere=not_carried(marks, file.sha256),
            replaced=PaperFiles(self._library.folder).is_of_other_size(_paper_file(file)),
        )

    def is_replaced(self, file: PdfFile) -> bool:
        """Whether another content lies where the file was. Reads all of it, and no database: any thread may ask."""
        try:
            return file_sha256(Path(file.path)) != file.sha256
        except FileError:
            return False  # it is gone, which is told where it is shown

    def remember(self, paper: PaperId, sha256: str, place: ReadingPlace) -> None:
        """Keep where a reader was. Raises InputError: NO_SUCH_PAPER, BAD_VALUE for what is no place."""
        if not is_place(place):
            raise InputError(Reason.BAD_VALUE, "place", "a reader cannot be there")
        from db import reading_store  # SQLAlchemy, for which no paper waits that is opened right after the start
        from db.edits import require

        with self._library.transaction() as connection:
            require(connection, paper)
            reading_store.remember(connection, paper, sha256, place)

    def name_colors(self, names: Sequence[str]) -> None:
        """Give the eight colours of marks names, empty for none; they hold for the whole library. Raises
        InputError(BAD_VALUE)."""
        shown = [" ".join(name.split()) for name in names]
        if len(shown) != len(COLORS) or any(len(name) > _LONGEST_NAME for name in shown):
            raise InputError(Reason.BAD_VALUE, "color", f"eight names of up to {_LONGEST_NAME} characters are wanted")
        for name in shown:
            require_storable("color", name)
        from db import reading_store

        with self._library.transaction() as connection:
            reading_store.name_colors(connection, shown)

    def _asked(self, files: Sequence[ReadFile], sha256: str) -> ReadFile | None:
        return next(iter(self._there([file for file in files if file.sha256 == sha256])), None)

    def _chosen(self, files: Sequence[ReadFile]) -> ReadFile | None:
        """The file that was read last; the newest version if none was, or if it came after that, was never opened, and
        no marks stand in the one read last. Files that are gone from the folder yield to any other."""
        there = self._there(files)
        read = max((file for file in there if file.read_at is not None), key=_read_at, default=None)
        if read is None:
            return next(iter(there), None)
        newest = there[0]
        newer = (newest.version or 0) > (read.version or 0) and newest.added_at > _read_at(read)
        return newest if newer and newest.read_at is None and not read.marked else read

    def _there(self, files: Sequence[ReadFile]) -> Sequence[ReadFile]:
        stored = PaperFiles(self._library.folder)
        there = [file for file in files if stored.is_there(_paper_file(file))]
        return there or files

    def _pdf(self, file: ReadFile) -> PdfFile:
        path = str(self._library.folder.absolute() / file.path)
        return PdfFile(path, file.sha256, file.version, file.name, moment(file.added_at))


def _paper_file(file: ReadFile) -> PaperFile:
    return PaperFile(file.path, file.sha256, file.size)


def _read_at(file: ReadFile) -> int:
    return file.read_at or 0
