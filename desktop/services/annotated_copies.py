"""Marks into a copy of a PDF, and back out of any PDF. Needs no database; any thread may ask."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.domain.annotated_copy import CopyWish, CopyWritten
from desktop.domain.annotation import Annotation, FoundAnnotations
from desktop.domain.annotation_marks import (
    SAME_PLACE,
    marks_by_place,
    marks_of,
    one_kind_of_line_end,
    same_place,
    taken_over_id,
)
from desktop.domain.errors import AppError, FileError, PdfError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.mark import Mark
from desktop.domain.mark_text import to_text
from desktop.domain.pdf_document import PdfFile
from desktop.domain.progress import Job
from desktop.pdf.engine import PdfEngine
from desktop.pdf.messages import Annotate, FindAnnotations, HashPages, PageHashes
from desktop.services.read_pages import ReadPages
from desktop.system.handed_on_files import hand_on
from desktop.system.paper_files import file_sha256

_PAGES_AT_ONCE = 25
_MOST_TEXT = 8_000_000
"""Characters of all marks as they are passed to the PDF process."""
Cancel = Callable[[], bool]


class AnnotatedCopies:
    """Asks the PDF process. Methods raise PdfError as `ReadPages` does, FileError and Cancelled."""

    def __init__(self, engine: Callable[[], PdfEngine], pages: Callable[[], ReadPages]) -> None:
        self._engine = engine
        self._pages = pages

    def found(self, paper: PaperId, file: PdfFile, cancelled: Cancel, me: str = "") -> tuple[Mark, ...]:
        """The annotations of a file as marks, page by page. Those of our own copies are as they were written, the
        others have no quote yet; what `me` wrote has no author."""
        return tuple(marks_of(self.annotations(file, cancelled).annotations, paper, file.sha256, me))

    def annotations(self, file: PdfFile, cancelled: Cancel) -> FoundAnnotations:
        """The annotations of a file as they stand in it."""
        request = FindAnnotations(file.path, self._pages().password(file))
        return self._engine().ask(request, FoundAnnotations, cancelled)

    def export(self, wish: CopyWish, job: Job) -> CopyWritten:
        """Write a copy with the marks. It is put in place only after it was opened again and compared: all marks are
        found at their places, pages, their text and other annotations are those of the original.

        Raises PdfError(COPY_FAILED) where that fails; FileError: FILE_CHANGED if the original is not what it was, else
        as `write_atomically`. The original is never written.
        """
        marks = tuple(mark for mark in wish.marks if mark.placed)
        _require_other_place(wish)
        _require_unchanged(wish.file)
        try:
            original = self.annotations(wish.file, lambda: job.cancelled)
            removed, added = _to_be_done(wish, original.annotations, marks)
            content = self._annotated(wish, removed, added, job)
            others = [one for place, one in enumerate(original.annotations) if place not in removed]
            hand_on(Path(wish.target), content, check=lambda copy: self._compare(wish, added, others, copy, job))
        except PdfError as error:
            if error.reason is Reason.PDF_FAILED:
                raise _failed(wish.file, error.detail) from error
            raise
        return CopyWritten(
            wish.target,
            len(marks),
            len(wish.marks) - len(marks),
            original.signed,
            bool(self._pages().password(wish.file)),
        )

    def _annotated(self, wish: CopyWish, removed: frozenset[int], marks: Sequence[Mark], job: Job) -> list[bytes]:
        texts = tuple(to_text(mark) for mark in marks)
        if sum(map(len, texts)) > _MOST_TEXT:
            raise _failed(wish.file, "there are too many marks for one file")
        chunks: list[bytes] = []
        request = Annotate(wish.file.path, self._pages().password(wish.file), texts, wish.author, tuple(removed))
        self._engine().fetch(request, chunks.append, lambda: job.cancelled)
        return chunks

    def _compare(
        self, wish: CopyWish, marks: Sequence[Mark], others: Sequence[Annotation], path: Path, job: Job
    ) -> None:
        """Raises PdfError(COPY_FAILED) if the copy at this path lacks anything."""
        copy = replace(wish.file, path=str(path))
        found = self.annotations(copy, lambda: job.cancelled).annotations
        there: dict[str, list[Mark]] = {}
        for mark in marks_of(found, PaperId(0), wish.file.sha256, wish.author):
            there.setdefault(mark.id, []).append(mark)
        for mark in marks:
            if not any(_says_the_same(mark, other) for other in there.get(mark.id, ())):
                raise _failed(wish.file, f"a mark on page {mark.page + 1} was not found again")
        ours = {mark.id for mark in marks}
        if not _same_annotations(others, [one for one in found if one.name not in ours]):
            raise _failed(wish.file, "other annotations changed")
        self._compare_pages(wish.file, copy, job)
        _require_unchanged(wish.file)

    def _compare_pages(self, file: PdfFile, copy: PdfFile, job: Job) -> None:
        pages = self._pages()
        sizes = pages.facts(file, lambda: job.cancelled).pages
        if pages.facts(copy, lambda: job.cancelled).pages != sizes:
            raise _failed(file, "the pages of the copy are not those of the original")
        for first in range(0, len(sizes), _PAGES_AT_ONCE):
            job.step(first, len(sizes))
            if self._hashes(file, first, job) != self._hashes(copy, first, job):
                raise _failed(file, "the text of the copy is not that of the original")

    def _hashes(self, file: PdfFile, first: int, job: Job) -> PageHashes:
        request = HashPages(file.path, self._pages().password(file), first, _PAGES_AT_ONCE)
        return self._engine().ask(request, PageHashes, lambda: job.cancelled)


def _failed(file: PdfFile, detail: str) -> AppError:
    return PdfError(Reason.COPY_FAILED, file.path, detail)


def _require_other_place(wish: CopyWish) -> None:
    """Raise FileError(NOT_WRITABLE) where an original would be replaced: nothing goes to the folder they are in."""
    folder, target = Path(wish.file.path).resolve().parent, Path(wish.target)
    try:
        inside = folder == target.resolve().parent or (target.exists() and os.path.samefile(target, wish.file.path))
    except (OSError, ValueError) as error:
        raise FileError(Reason.NOT_WRITABLE, wish.target, str(error)) from error
    if inside:
        raise FileError(Reason.NOT_WRITABLE, wish.target, "the originals are in this folder")


def _require_unchanged(file: PdfFile) -> None:
    if file_sha256(Path(file.path)) != file.sha256:
        raise FileError(Reason.FILE_CHANGED, file.path, "the PDF is not the one that was marked")


def _to_be_done(
    wish: CopyWish, annotations: Sequence[Annotation], marks: Sequence[Mark]
) -> tuple[frozenset[int], list[Mark]]:
    """The places of annotations that are to go, and the marks to be written. What was taken over from the file stands
    in it already; if it was changed since, the mark takes the place of the annotation and of the replies to it."""
    found = marks_by_place(annotations, PaperId(0), wish.file.sha256, wish.author)
    origins = {taken_over_id(mark): place for place, mark in found.items()}
    removed: set[int] = set()
    added = []
    for mark in marks:
        place = origins.get(mark.id, -1)
        if place >= 0 and _is_unchanged(mark, found[place]):
            continue
        added.append(mark)
        if place >= 0:
            removed |= {place, *(reply for reply, one in enumerate(annotations) if one.answers == place)}
    return frozenset(removed), added


def _is_unchanged(mark: Mark, found: Mark) -> bool:
    return same_place(mark, found) and all(
        getattr(mark, name) == getattr(found, name) for name in ("color", "comment", "tags")
    )


def _says_the_same(mark: Mark, found: Mark) -> bool:
    texts = ("quote", "before", "after", "tags", "author", "color", "created_at_ms", "changed_at_ms")
    return (
        same_place(mark, found)
        and all(getattr(mark, name) == getattr(found, name) for name in texts)
        and one_kind_of_line_end(mark.comment) == one_kind_of_line_end(found.comment)
    )


def _same_annotations(before: Sequence[Annotation], after: Sequence[Annotation]) -> bool:
    return len(before) == len(after) and all(map(_is_still, before, after))


def _is_still(before: Annotation, after: Annotation) -> bool:
    texts = ("page", "kind", "name", "contents", "author")
    return all(getattr(before, name) == getattr(after, name) for name in texts) and all(
        abs(one - other) <= SAME_PLACE for one, other in zip(before.rect, after.rect, strict=True)
    )
