"""Digests of one's own as files and folders, and what was handed on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db import handed_on
from db.errors import storage_errors
from db.handed_on import StoredHandingOn
from db.library_file import LibraryFile
from db.own_digest_content import digest_content
from desktop.domain.changes import Changes
from desktop.domain.errors import FileError, Reason
from desktop.domain.exporting import ExportResult, Notice
from desktop.domain.ids import OwnDigestId
from desktop.domain.own_digest import DigestContent, DigestDocument, HandedOn, MadeOfKind, Way
from desktop.domain.progress import Job
from desktop.domain.shown_file_name import fitting
from desktop.formats.digest_index import FolderDay, index_page
from desktop.services.write_digests import FILES, written
from desktop.system.handed_on_files import folder_for_others, hand_on

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class FolderResult:
    """What a digest became in a folder of folders by day."""

    folder: str
    """The outer folder."""
    files: tuple[str, ...]
    """All that belong to the digest."""
    changed: tuple[str, ...]
    """Of these and of the index: those that were written, as they were not there or others."""
    papers: int
    sha256: str
    """Of the Markdown."""
    notices: tuple[Notice, ...] = ()


class HandOnDigests:
    """Writing is done by the functions of this module, which ask no library; here is what was handed on. Raises
    StorageError, and InputError(NO_SUCH_DIGEST) for a digest that is gone."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def to_file(self, digest: OwnDigestId, way: Way, path: Path) -> ExportResult:
        """Write the digest to a file and remember it: all at once, for the command line. Raises FileError, InputError
        (NOTHING_TO_EXPORT)."""
        document = written(self._content(digest), way)
        result = write(document, path)
        self.remember(digest, way, result.path, result.papers, document.sha256)
        return result

    def to_folder(self, digest: OwnDigestId, folder: Path, job: Job | None = None) -> FolderResult:
        """Write the digest into a folder and remember it, likewise."""
        result = write_folder(self._content(digest), folder, job or Job())
        self.remember(digest, Way.FOLDER, result.folder, result.papers, result.sha256)
        return result

    def remember(self, digest: OwnDigestId, way: Way, target: str, papers: int, sha256: str) -> Changes:
        """Note that the digest was handed on, now. No step of undo: it happened."""
        with self._library.transaction() as connection:
            handed_on.record(connection, digest, way, target, papers, sha256)
        return Changes(own_digests=(digest,))

    def history(self, digest: OwnDigestId) -> tuple[HandedOn, ...]:
        """What was handed on of it, the last first, and whether it would be another now."""
        with storage_errors(self._library.path):
            found = handed_on.history(self._library.connection, digest)
            content = digest_content(self._library.connection, digest) if found else None
        return handed_on_now(found, content)

    def _content(self, digest: OwnDigestId) -> DigestContent:
        with storage_errors(self._library.path):
            return digest_content(self._library.connection, digest)


def write(document: DigestDocument, path: Path) -> ExportResult:
    """Write the document to `path`: the whole file or the one that was there before. Raises FileError."""
    hand_on(path, document.data)
    return ExportResult(str(path), document.papers, len(document.data), document.notices)


def write_folder(content: DigestContent, folder: Path, job: Job, ways: Sequence[Way] = FILES) -> FolderResult:
    """Write `<folder>/<day>/<name>.md`, `.html` and `.xml`; `<folder>/<name>.xml` for who subscribes, as on the newest
    day; and an index of all days. The name is that of the digest without the day. A file that holds these bytes already
    is left alone. With some of the `ways` alone there are these files in the day's folder and no more.

    Raises FileError, Cancelled and InputError(NOTHING_TO_EXPORT); files that were written by then are whole and stay.
    """
    documents = [written(content, way) for way in ways]
    name = folder_name(content)
    folder_for_others(folder / content.day)
    files = []
    changed = []
    for number, document in enumerate(documents):
        job.step(number, len(documents), name)
        path = folder / content.day / fitting(name, Path(document.name).suffix)
        files.append(path)
        changed += [path] if _replaced(path, document.data) else []
    if set(ways) >= set(FILES):
        twin, others = _around(content, folder, files)
        files.append(twin)
        changed += others
    job.step(len(documents), len(documents), name)
    first = documents[0]
    markdown = first if first.way is Way.MARKDOWN else written(content, Way.MARKDOWN)
    told = tuple(map(str, files)), tuple(map(str, changed))
    return FolderResult(str(folder), *told, first.papers, markdown.sha256, first.notices)


def _around(content: DigestContent, folder: Path, files: Sequence[Path]) -> tuple[Path, list[Path]]:
    """Write what stands beside the days: the RSS twin, which is returned, and the index. Returns also which of both
    were written."""
    days = _days(folder)
    there = (day.day for day in days if files[0].stem in day.names)
    newest = next(there, content.day)  # a disk may know the file under another spelling of its name
    twin, index = folder / files[-1].name, folder / "index.html"
    changed = [twin] if _replaced(twin, _bytes(folder / newest / twin.name)) else []
    changed += [index] if _replaced(index, index_page(days, content.digest)) else []
    return twin, changed


def folder_name(content: DigestContent) -> str:
    """What the files of a digest are called in a folder that is called after its day."""
    name = content.digest.name
    if content.digest.made_of.kind is MadeOfKind.READ_LATELY:
        return name  # two days, of which one would be missed
    return name.removesuffix(content.day).strip() or name


def _days(folder: Path) -> list[FolderDay]:
    """The days of a folder, the newest first, with what is whole of them."""
    found = []
    try:
        for day in sorted(folder.iterdir(), reverse=True):
            if _DAY.fullmatch(day.name) and day.is_dir():
                there = {file.name for file in day.iterdir()}
                names = sorted(file[: -len(".html")] for file in there if file.endswith(".html"))
                whole = tuple(name for name in names if {f"{name}.md", f"{name}.xml"} <= there)
                found += [FolderDay(day.name, whole)] if whole else []
    except OSError as error:
        raise FileError(Reason.UNREADABLE, str(folder), str(error)) from error
    return found


def _replaced(path: Path, data: bytes) -> bool:
    """Write the file unless it holds these bytes. True if it was written."""
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except OSError:
        pass  # it is not there, or cannot be read: writing tells what is wrong with it
    hand_on(path, data)
    return True


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError(Reason.UNREADABLE, str(path), str(error)) from error


def handed_on_now(found: Sequence[StoredHandingOn], content: DigestContent | None) -> tuple[HandedOn, ...]:
    """What was handed on, and whether it would be another now."""
    hashes: dict[Way, str] = {}
    if content is not None and content.papers:
        hashes = {way: written(content, way).sha256 for way in {_hashed(each.way) for each in found}}
    return tuple(
        HandedOn(each.at_ms, each.way, each.target, each.papers, hashes.get(_hashed(each.way)) != each.sha256)
        for each in found
    )


def _hashed(way: Way) -> Way:
    """What is hashed of a digest that is handed on in this way."""
    return way if way in FILES else Way.MARKDOWN
