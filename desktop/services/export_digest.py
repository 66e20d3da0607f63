"""Exporting digests: imported ones as they came or with the person's edits, and new ones of any papers."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePath

from db.errors import storage_errors
from db.exports import digest_ids, edited, paper_entries, stored_digest
from db.library_file import LibraryFile
from desktop.domain.digest import ENTRY_FIELDS, Digest, DigestFormat, Entry
from desktop.domain.errors import InputError, Reason
from desktop.domain.exporting import (
    DigestSource,
    ExportDocument,
    ExportResult,
    ExportSource,
    Notice,
    NoticeKind,
    PapersSource,
)
from desktop.domain.progress import Job
from desktop.formats.original_text import has_place
from desktop.formats.source_files import write_source
from desktop.system.handed_on_files import hand_on

_NAMED = 3
"""Titles that a notice names."""


class ExportDigests:
    """Brings digests out of the library. Every method raises StorageError."""

    def __init__(self, library: LibraryFile) -> None:
        self._library = library

    def document(self, source: ExportSource) -> ExportDocument:
        """What exporting this source would write. Raises InputError if there is nothing to export."""
        with storage_errors(self._library.path):
            if isinstance(source, DigestSource):
                return self._of_digest(source)
            return self._of_papers(source)

    def _of_digest(self, source: DigestSource) -> ExportDocument:
        stored = stored_digest(self._library.connection, source.digest)
        if stored is None:
            raise InputError(Reason.NO_SUCH_DIGEST, str(source.digest))
        digest = stored.digest
        if not source.with_edits:
            return ExportDocument(write_source(digest), stored.name, digest, ())
        entries = edited(self._library.connection, digest.entries, stored.papers, stored.language)
        changed = replace(digest, entries=entries)
        return ExportDocument(write_source(changed), stored.name, changed, _changed_notices(digest, changed))

    def _of_papers(self, source: PapersSource) -> ExportDocument:
        found = paper_entries(self._library.connection, source.papers, source.language)
        entries = tuple(found[paper] for paper in source.papers if paper in found)
        if not entries:
            raise InputError(Reason.NOTHING_TO_EXPORT)
        digest = Digest(DigestFormat.DIGEST, entries)
        name = f"papershelf-{datetime.now().astimezone():%Y-%m-%d}.md"
        return ExportDocument(write_source(digest), name, digest, new_notices(entries))

    def write(self, document: ExportDocument, path: Path) -> ExportResult:
        """Write the document to `path`: the whole file or the one that was there before. Raises FileError."""
        hand_on(path, document.data)
        return ExportResult(str(path), len(document.digest.entries), len(document.data), document.notices)

    def write_all(self, folder: Path, job: Job, *, with_edits: bool = True) -> tuple[ExportResult, ...]:
        """Write every digest into `folder` under the file name it came with; a name that occurs again gets " (2)" and
        so on.

        Raises FileError and Cancelled; files that were written by then are whole and stay.
        """
        with storage_errors(self._library.path):
            digests = digest_ids(self._library.connection)
        taken: set[str] = set()
        results = []
        for number, digest in enumerate(digests):
            document = self.document(DigestSource(digest, with_edits))
            job.step(number, len(digests), document.name)
            results.append(self.write(document, folder / _free_name(document.name, taken)))
        return tuple(results)


def _free_name(name: str, taken: set[str]) -> str:
    path = PurePath(PurePath(name).name or "digest.md")
    free, number = path.name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{path.stem} ({number}){path.suffix}"
    taken.add(free.casefold())
    return free


def _changed_notices(imported: Digest, changed: Digest) -> tuple[Notice, ...]:
    """What is to be said of an imported digest: only of what a person changed in it."""
    touched = [
        (number, entry, [name for name in ENTRY_FIELDS if getattr(entry, name) != getattr(before, name)])
        for number, (entry, before) in enumerate(zip(changed.entries, imported.entries, strict=True))
        if entry != before
    ]
    notices = [
        _notice(NoticeKind.LINE_FEED_IN_TITLE, (entry for _, entry, names in touched if _feeds_title(entry, names))),
        _notice(NoticeKind.LINE_FEED_REPLACED, (entry for _, entry, _ in touched if _line_feeds(entry))),
        _notice(
            NoticeKind.NO_PLACE,
            (entry for number, entry, names in touched if not all(has_place(changed, number, name) for name in names)),
        ),
    ]
    if imported.not_understood:
        notices.append(Notice(NoticeKind.NOT_UNDERSTOOD_KEPT, len(imported.not_understood), ()))
    return tuple(notice for notice in notices if notice.count)


_REMARKS: tuple[tuple[NoticeKind, Callable[[Entry], bool]], ...] = (
    (NoticeKind.LINE_FEED_IN_TITLE, lambda entry: "\n" in entry.title),
    (NoticeKind.LINE_FEED_REPLACED, lambda entry: _line_feeds(entry)),
    (NoticeKind.NO_LINK, lambda entry: not entry.link),
    (NoticeKind.NO_TRANSLATION, lambda entry: not (entry.translated_title and entry.translated_abstract)),
    (NoticeKind.NO_SUMMARY, lambda entry: not entry.summary),
)


def new_notices(entries: Sequence[Entry], unsaid: Container[NoticeKind] = ()) -> tuple[Notice, ...]:
    """What is to be said of a digest of these entries that never was a file; nothing of the kinds `unsaid`."""
    notices = (
        _notice(kind, (entry for entry in entries if concerns(entry)))
        for kind, concerns in _REMARKS
        if kind not in unsaid
    )
    return tuple(notice for notice in notices if notice.count)


def _feeds_title(entry: Entry, changed: Iterable[str]) -> bool:
    return "title" in changed and "\n" in entry.title


def _line_feeds(entry: Entry) -> bool:
    """Whether a field that has no place for a line feed holds one."""
    texts = (
        entry.link,
        entry.translated_title,
        entry.summary,
        entry.summary_en,
        entry.translated_abstract,
        entry.abstract,
    )
    return any("\n" in text for text in texts)


def _notice(kind: NoticeKind, entries: Iterable[Entry]) -> Notice:
    titles = [entry.title or entry.translated_title for entry in entries]
    return Notice(kind, len(titles), tuple(titles[:_NAMED]))
