"""The papers folder of a library: PDFs under names of our own, whole and checked by sha256.

A file's name comes from a validated arXiv id and its sha256, never from a title, a server or the file that was given.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.domain.errors import FileError, Reason
from desktop.domain.paper import PaperFile
from desktop.system.atomic_write import PART_SUFFIX, file_error, write_atomically

FOLDER = "papers"
_CHUNK = 1 << 20
_ARXIV_ID = re.compile(r"\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,3})?", re.ASCII)


class PaperFiles:
    """Puts PDFs into the papers folder of the library at `library` and finds them again."""

    def __init__(self, library: Path) -> None:
        self._library = library

    def put(self, source: Path, arxiv_id: str = "") -> PaperFile:
        """Copy `source` into the library; the same content is stored once. The original is left alone.

        Raises FileError: UNREADABLE for the source, else as `write_atomically`.
        """
        sha256 = file_sha256(source)
        stem = arxiv_id.replace("/", "_") + "-" if _ARXIV_ID.fullmatch(arxiv_id) else ""
        relative = f"{FOLDER}/{stem}{sha256[:32]}.pdf"
        target = self._library / relative
        if not (target.is_file() and file_sha256(target) == sha256):
            self._make_folder()
            write_atomically(target, _whole(source, sha256))
        return PaperFile(relative, sha256, target.stat().st_size)

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

    def is_whole(self, file: PaperFile) -> bool:
        """Whether the file is there with the content it had when it was put in."""
        try:
            path = self.path(file)
            return path.stat().st_size == file.size and file_sha256(path) == file.sha256
        except FileError:
            return False

    def sweep(self) -> None:
        """Delete what an interrupted `put` left behind. Only the holder of the library may call this."""
        for part in (self._library / FOLDER).glob(f"*{PART_SUFFIX}"):
            with suppress(OSError):
                part.unlink()

    def _make_folder(self) -> None:
        folder = self._library / FOLDER
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
        except OSError as error:
            raise file_error(error, folder) from error


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
