"""The papers folder of a library: PDFs under names of our own, whole and checked by sha256.

A file's name comes from a validated arXiv id and its sha256, never from a title, a server or the file that was given.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from desktop.domain.errors import FileError, PdfError, Reason
from desktop.domain.paper import PaperFile
from desktop.domain.pdf_marks import HEAD, begins_like_pdf
from desktop.system.atomic_write import PART_SUFFIX, file_error, sync_folder, write_atomically

FOLDER = "papers"
_CHUNK = 1 << 20
_ARXIV_ID = re.compile(r"\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,3})?", re.ASCII)


class PaperFiles:
    """Puts PDFs into the papers folder of the library at `library` and finds them again."""

    def __init__(self, library: Path) -> None:
        self._library = library

    def put(self, source: Path, arxiv_id: str = "", *, sha256: str = "") -> PaperFile:
        """Copy `source` into the library; the same content is stored once. The original is left alone.

        Raises PdfError(NOT_A_PDF) if it does not begin like one; FileError: FILE_CHANGED if it has another content than
        the `sha256` that is given, UNREADABLE for the source, else as `write_atomically`.
        """
        if not begins_like_pdf(next(_chunks(source), b"")[:HEAD]):
            raise PdfError(Reason.NOT_A_PDF, str(source), "it does not begin like a PDF")
        found = file_sha256(source)
        if sha256 not in ("", found):
            raise FileError(Reason.FILE_CHANGED, str(source), "the file changed since it was read")
        sha256 = found
        relative, target = self._place(sha256, arxiv_id)
        if not _is(target, sha256):
            make_folder(target.parent)
            write_atomically(target, _whole(source, sha256))
        return PaperFile(relative, sha256, target.stat().st_size)

    def take(self, part: Path, arxiv_id: str = "") -> PaperFile:
        """Give a synced file of the papers folder its name for good. Raises FileError."""
        sha256 = file_sha256(part)
        relative, target = self._place(sha256, arxiv_id)
        try:
            if _is(target, sha256):
                part.unlink()
            else:
                os.replace(part, target)
            sync_folder(target.parent)
            return PaperFile(relative, sha256, target.stat().st_size)
        except OSError as error:
            raise file_error(error, target) from error

    def put_back(self, file: PaperFile, source: Path) -> None:
        """Copy `source`, which must have the content of `file`, to where that file was. The original is left alone.

        Raises FileError: FILE_CHANGED if it has another content, UNREADABLE for a place outside the papers folder or
        for the source, else as `write_atomically`.
        """
        if PurePosixPath(file.path).parent != PurePosixPath(FOLDER):
            raise FileError(Reason.UNREADABLE, file.path, "the path leads out of the library")
        target = self._library / file.path
        make_folder(target.parent)
        write_atomically(target, _whole(source, file.sha256))

    def has(self, sha256: str, arxiv_id: str = "") -> bool:
        """Whether `put` has a file of that name already."""
        return self._place(sha256, arxiv_id)[1].exists()

    def _place(self, sha256: str, arxiv_id: str) -> tuple[str, Path]:
        stem = arxiv_id.replace("/", "_") + "-" if _ARXIV_ID.fullmatch(arxiv_id) else ""
        relative = f"{FOLDER}/{stem}{sha256[:32]}.pdf"
        target = self._library / relative
        if target.is_symlink():  # it would be followed, out of the library perhaps
            with suppress(OSError):
                target.unlink()
        return relative, target

    def path(self, file: PaperFile) -> Path:
        """Where the file is. Raises FileError(UNREADABLE) if it is gone or would lie outside the library's papers."""
        inside = (self._library / FOLDER).resolve()
        try:
            found = (self._library / file.path).resolve()
        except (OSError, ValueError) as error:
            raise FileError(Reason.UNREADABLE, file.path, str(error)) from error
        if inside not in found.parents:
            raise FileError(Reason.UNREADABLE, file.path, "the path leads out of the library")
        if not found.is_file():
            raise FileError(Reason.UNREADABLE, file.path, "the file is missing")
        return found

    def is_there(self, file: PaperFile) -> bool:
        """Whether the file is there and as large as it was. Its content is not read."""
        try:
            return self.path(file).stat().st_size == file.size
        except (FileError, OSError):
            return False

    def is_of_other_size(self, file: PaperFile) -> bool:
        """Whether there is a file, but not as large as this one was."""
        try:
            return self.path(file).stat().st_size != file.size
        except (FileError, OSError):
            return False

    def is_whole(self, file: PaperFile) -> bool:
        """Whether the file is there with the content it had when it was put in."""
        try:
            return self.is_there(file) and file_sha256(self.path(file)) == file.sha256
        except FileError:
            return False

    def remove(self, path: str) -> None:
        """Delete the file at this path, relative to the library; never raises. It must be one of the library's own."""
        with suppress(OSError):
            (self._library / path).unlink()

    def finished(self) -> list[str]:
        """All PDFs of the folder, as paths in the library, sorted."""
        return sorted(f"{FOLDER}/{path.name}" for path in (self._library / FOLDER).glob("*.pdf"))

    def unfinished(self) -> list[Path]:
        """What is being written to the folder, or was when somebody was interrupted."""
        return list((self._library / FOLDER).glob(f"*{PART_SUFFIX}"))

    def sweep(self, wanted: Iterable[tuple[str, int | None]] = ()) -> None:
        """Delete what was left behind by whoever was interrupted, but for the downloads that are still `wanted` (id
        and version). Only the holder of the library may call this, and not while it works in the folder."""
        kept: set[str] = set()
        for id, version in wanted:
            with suppress(ValueError):  # an id that nothing can be downloaded under
                kept.update(part_names(id, version))
        for part in self.unfinished():
            if part.name not in kept:
                with suppress(OSError):
                    part.unlink()


def part_names(arxiv_id: str, version: int | None) -> tuple[str, str]:
    """File names of an unfinished download: of its content, and of what is known about it. Raises ValueError."""
    name = arxiv_id + (f"v{version}" if version else "")
    if not _ARXIV_ID.fullmatch(name):
        raise ValueError(f"no arXiv id: {name!r}")
    stem = name.replace("/", "_")
    return f"{stem}{PART_SUFFIX}", f"{stem}.resume{PART_SUFFIX}"


def make_folder(folder: Path) -> None:
    """Make a folder for this person alone, if it is not there. Raises FileError."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError as error:
        raise file_error(error, folder) from error


def _is(path: Path, sha256: str) -> bool:
    return path.is_file() and file_sha256(path) == sha256


def file_sha256(path: Path) -> str:
    """The sha256 of a file, in hexadecimal. Raises FileError(UNREADABLE)."""
    digest = hashlib.sha256()
    for chunk in _chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def _whole(source: Path, sha256: str) -> Iterator[bytes]:
    """The bytes of `source`; raises FileError(FILE_CHANGED) at the end if they are not those that were hashed."""
    digest = hashlib.sha256()
    for chunk in _chunks(source):
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != sha256:
        raise FileError(Reason.FILE_CHANGED, str(source), "the file changed while it was read")


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except (OSError, ValueError) as error:
        raise FileError(Reason.UNREADABLE, str(path), str(error)) from error
