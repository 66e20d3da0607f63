"""Digests of one's own as files and folders, and what was handed on."""

from dataclasses import dataclass
from pathlib import Path

from db import handed_on, own_digests
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.own_digest_content import digest_content
from desktop.domain.changes import Changes
from desktop.domain.exporting import ExportResult, Notice
from desktop.domain.ids import OwnDigestId
from desktop.domain.own_digest import DigestContent, DigestDocument, HandedOn, Way
from desktop.domain.progress import Job
from desktop.formats.digest_index import index_page
from desktop.services.write_digests import FILES, written
from desktop.system.atomic_write import write_atomically
from desktop.system.paper_files import make_folder


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
    write_atomically(path, document.data)
    return ExportResult(str(path), document.papers, len(document.data), document.notices)


def write_folder(content: DigestContent, folder: Path, job: Job) -> FolderResult:
    """Write `<folder>/<day>/<name>.md`, `.html` and `.xml`, `<folder>/<name>.xml` for who subscribes, and an index of
    all days. A file that holds these bytes already is left alone. Raises FileError, Cancelled and
    InputError(NOTHING_TO_EXPORT); files that were written by then are whole and stay."""
    documents = [written(content, way) for way in FILES]
    day = folder / content.day
    make_folder(day)
    paths = [(day / document.name, document.data) for document in documents]
    changed = []
    for number, (path, data) in enumerate(paths):
        job.step(number, len(paths), path.name)
        changed += [str(path)] * _replaced(path, data)
    name = Path(documents[0].name).stem
    beside = [(folder / f"{name}.xml", _newest_feed(folder, name)), (folder / "index.html", index_page(_days(folder)))]
    changed += [str(path) for path, data in beside if _replaced(path, data)]
    job.step(len(paths), len(paths), name)
    files = (*(str(path) for path, _ in paths), str(beside[0][0]))
    first = documents[0]
    return FolderResult(str(folder), files, tuple(changed), first.papers, first.sha256, first.notices)


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
