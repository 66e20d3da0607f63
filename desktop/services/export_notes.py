"""Notes and marks out of the library, as Markdown that other programs and people read."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from db.details import details
from db.errors import storage_errors
from db.library_file import LibraryFile
from db.marks import marks_of, picture
from db.reading_places import color_names
from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.errors import AppError, FileError, InputError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.mark_geometry import reading_order
from desktop.domain.mark_lineage import each_once
from desktop.domain.notes import NotedMark, NotesChoice, NotesWritten, PaperNotes
from desktop.domain.paper import ORIGINAL, PaperDetails, PaperFile, TextKind
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.domain.shown_file_name import fitting, paper_file_name
from desktop.formats.notes_markdown import NotesFolder, markdown
from desktop.formats.notes_region import merged
from desktop.formats.notes_template import LONGEST, check
from desktop.services.read_pages import ReadPages
from desktop.system.handed_on_files import folder_for_others, hand_on

_LARGEST = 50_000_000
"""Bytes of a file of notes that is written again."""
ENDING = ".md"


class ExportNotes:
    """Reads what notes tell. `gather` runs where the database is; everything else in this module needs none."""

    def __init__(self, library: LibraryFile, pages: Callable[[], ReadPages]) -> None:
        self._library = library
        self._pages = pages

    def gather(self, papers: Sequence[PaperId], *, pictures: bool = True) -> tuple[PaperNotes, ...]:
        """What notes tell of these papers, in this order; papers that are gone are left out. Raises StorageError, and
        InputError(NOTHING_TO_EXPORT) if none is left."""
        with storage_errors(self._library.path):
            connection = self._library.connection
            marks = marks_of(connection, papers)
            found = []
            for paper in papers:
                told = details(connection, paper)
                if told is not None:
                    noted = (
                        NotedMark(mark, str(mark.page + 1), self._picture(mark) if pictures else b"")
                        for mark in _in_order(each_once(marks.get(paper, ())), told.files)
                    )
                    found.append(self._notes(told, tuple(noted)))
        if not found:
            raise InputError(Reason.NOTHING_TO_EXPORT)
        return tuple(found)

    def color_names(self) -> tuple[str, ...]:
        """What the person calls the eight colours; empty where they gave no name. Raises StorageError."""
        with storage_errors(self._library.path):
            return color_names(self._library.connection)

    def _picture(self, mark: Mark) -> bytes:
        return (picture(self._library.connection, mark.id) or b"") if mark.kind is MarkKind.AREA else b""

    def _notes(self, details: PaperDetails, marks: tuple[NotedMark, ...]) -> PaperNotes:
        row = details.row
        translations = [
            text.value for text in details.texts if text.kind is TextKind.SUMMARY and text.language != ORIGINAL
        ]
        return PaperNotes(
            paper=row.id,
            title=readable(row.title or row.translated_title),
            translated_title=readable(row.translated_title) if row.title else "",
            authors=row.authors,
            published=row.published,
            arxiv_id=row.arxiv_id,
            link=arxiv_link(row.arxiv_id) if row.arxiv_id else details.link,
            summary=details.text(TextKind.SUMMARY, ORIGINAL),
            translated_summary=next(iter(translations), ""),
            note=details.text(TextKind.NOTE, ""),
            marks=marks,
            files=tuple(self._pdf(file) for file in details.files),
        )

    def _pdf(self, file: PaperFile) -> PdfFile:
        return PdfFile(str(self._library.folder.absolute() / file.path), file.sha256, file.version, file.name)

    def labelled(self, notes: Iterable[PaperNotes], job: Job) -> tuple[PaperNotes, ...]:
        """The same with the labels that pages have in their files; numbers where a file cannot be asked. Raises
        Cancelled."""
        found = []
        for paper in notes:
            labels = {
                file.sha256: self._labels(file, job)
                for file in paper.files
                if any(noted.mark.sha256 == file.sha256 for noted in paper.marks)
            }
            marks = tuple(_labelled(noted, labels.get(noted.mark.sha256, ())) for noted in paper.marks)
            found.append(replace(paper, marks=marks))
        return tuple(found)

    def _labels(self, file: PdfFile, job: Job) -> tuple[str, ...]:
        try:
            return self._pages().facts(file, lambda: job.cancelled).labels
        except AppError:
            return ()


def write_notes(notes: Sequence[PaperNotes], choice: NotesChoice, path: Path, job: Job) -> NotesWritten:
    """Write all into one file. What a person wrote there outside our regions stays byte for byte; where they wrote
    within one, the file as it was is kept beside.

    Raises FileError: NOTES_DAMAGED, NOT_UTF8, TOO_LARGE about a file that is there, which is left alone; else as
    `write_atomically`; InputError(BAD_TEMPLATE); Cancelled.
    """
    job.step(0, 1, path.name)
    folder = NotesFolder(str(path.parent.absolute()), fitting(path.stem, "-pictures"))
    regions = {paper.key: markdown(paper, choice, folder) for paper in notes}
    merged(_content(path), regions, path.name)  # refuses before anything is written
    for picture_path, png in _pictures(notes, choice, folder):
        folder_for_others(picture_path.parent)
        hand_on(picture_path, png)
    there = _content(path)  # pictures take a while, in which a person may have written there
    found = merged(there, regions, path.name)
    kept = (_kept(path, there),) if found.changed else ()
    if found.data != there:
        hand_on(path, found.data)
    job.step(1, 1, path.name)
    return NotesWritten(str(path), len(notes), sum(len(paper.marks) for paper in notes), 1, kept)


def write_folder(notes: Sequence[PaperNotes], choice: NotesChoice, folder: Path, job: Job) -> NotesWritten:
    """Write one file a paper into the folder, each as `write_notes` does. Files that were written before a failure
    are whole and stay."""
    taken: set[str] = set()
    written = []
    for number, paper in enumerate(notes):
        job.step(number, len(notes), paper.title)
        written.append(write_notes((paper,), choice, folder / _free(file_name(paper), taken), Job()))
    return NotesWritten(
        str(folder if len(written) != 1 else written[0].path),
        len(written),
        sum(each.marks for each in written),
        len(written),
        tuple(path for each in written for path in each.kept),
    )


def template_in(path: Path) -> str:
    """The template in a file. Raises FileError: UNREADABLE, NOT_UTF8; InputError(BAD_TEMPLATE)."""
    try:
        with path.open("rb") as file:
            text = file.read(LONGEST + 1).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(Reason.NOT_UTF8, path.name, str(error)) from error
    except (OSError, ValueError) as error:
        raise FileError(Reason.UNREADABLE, path.name, str(error)) from error
    check(text)
    return text


def file_name(paper: PaperNotes, ending: str = ENDING) -> str:
    """What a file about this paper is called outside the library."""
    return paper_file_name(paper.authors, paper.published, paper.title, ending)


def preview(notes: PaperNotes, choice: NotesChoice, path: Path) -> str:
    """The notes of one paper as they would be written to that file. Raises InputError(BAD_TEMPLATE)."""
    return markdown(notes, choice, NotesFolder(str(path.parent.absolute()), fitting(path.stem, "-pictures")))


def _in_order(marks: Iterable[Mark], files: Sequence[PaperFile]) -> list[Mark]:
    places = {file.sha256: place for place, file in enumerate(files)}
    return sorted(marks, key=lambda mark: (places.get(mark.sha256, len(places)), mark.sha256, *reading_order(mark)))


def _labelled(noted: NotedMark, labels: Sequence[str]) -> NotedMark:
    label = labels[noted.mark.page] if noted.mark.page < len(labels) else ""
    return replace(noted, page_label=label or noted.page_label)


def _content(path: Path) -> bytes:
    """What the file holds; nothing if there is none."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return b""
    except (OSError, ValueError) as error:
        raise FileError(Reason.UNREADABLE, str(path), str(error)) from error
    if len(content) > _LARGEST:
        raise FileError(Reason.TOO_LARGE, str(path), "the file is too large for notes")
    return content


def _kept(path: Path, content: bytes) -> str:
    """Keep what the file held under a name that is free."""
    at = f"{datetime.now().astimezone():%Y-%m-%d %H%M%S}"
    number = 1
    while True:
        name = fitting(path.stem, f" (before {at}{f' {number}' if number > 1 else ''}){path.suffix}")
        if not os.path.lexists(path.parent / name):
            hand_on(path.parent / name, content)
            return str(path.parent / name)
        number += 1


def _pictures(notes: Iterable[PaperNotes], choice: NotesChoice, folder: NotesFolder) -> Iterator[tuple[Path, bytes]]:
    if choice.pictures:
        for paper in notes:
            for noted in paper.marks:
                if noted.picture:
                    yield Path(folder.path) / folder.picture(noted.mark), noted.picture


def _free(name: str, taken: set[str]) -> str:
    stem, free, number = name.removesuffix(ENDING), name, 1
    while free.casefold() in taken:
        number += 1
        free = fitting(stem, f" ({number}){ENDING}")
    taken.add(free.casefold())
    return free
