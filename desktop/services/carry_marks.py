"""Marks of other versions of a paper carried to the one that is open."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid4

from desktop.domain.errors import FileError, PdfError
from desktop.domain.mark import TEXT_KINDS, Mark, MarkKind, MarkStep
from desktop.domain.mark_anchor import carried
from desktop.domain.pdf_document import PageText, PdfFile
from desktop.domain.progress import Job
from desktop.domain.reading import OpenedPaper
from desktop.services.read_pages import ReadPages

Cancel = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class CarriedMarks:
    """What there is to be stored (`MarkPapers.apply`); nothing was stored yet."""

    step: MarkStep
    pictures: dict[str, bytes]

    @property
    def not_placed(self) -> tuple[Mark, ...]:
        """Marks whose text the version does not have; their pages are those of the other version."""
        return tuple(change.after for change in self.step.changes if change.after and not change.after.placed)


class CarryMarks:
    """Reads the pages of both versions; storing what comes of it is a step like any other. Any thread may ask."""

    def __init__(self, pages: Callable[[], ReadPages]) -> None:
        self._pages = pages

    def plan(self, opened: OpenedPaper, marks: Sequence[Mark], job: Job) -> CarriedMarks:
        """Carry `marks`, all that the paper has by now, to the file that is open. Pages that cannot be read are passed
        over.

        Raises PdfError and FileError as `ReadPages.facts` does about the file that is open, and Cancelled.
        """

        def cancelled() -> bool:
            return job.cancelled

        file = opened.file
        count = len(self._pages().facts(file, cancelled).pages)
        texts = []
        for page in range(count):
            job.step(page, count)
            texts.append(self._text(file, page, cancelled))
        old = {other.sha256: self._old(other, marks, cancelled) for other in opened.files if other != file}
        step = carried(marks, texts, file.sha256, iter(lambda: str(uuid4()), ""), old)
        return CarriedMarks(step, dict(self._pictures(file, step, cancelled)))

    def _old(self, file: PdfFile, marks: Iterable[Mark], cancelled: Cancel) -> Sequence[PageText]:
        """The pages beside whose text marks stand; others are left empty."""
        beside = {mark.page for mark in marks if mark.sha256 == file.sha256 and mark.kind not in TEXT_KINDS}
        pages = [PageText(())] * (max(beside, default=-1) + 1)
        for page in beside:
            pages[page] = self._text(file, page, cancelled)
        return pages

    def _text(self, file: PdfFile, page: int, cancelled: Cancel) -> PageText:
        try:
            return self._pages().text(file, page, cancelled)
        except (PdfError, FileError):
            return PageText(())

    def _pictures(self, file: PdfFile, step: MarkStep, cancelled: Cancel) -> Iterator[tuple[str, bytes]]:
        for mark in (change.after for change in step.changes):
            if mark and mark.placed and mark.kind is MarkKind.AREA and mark.box:
                with suppress(PdfError):  # an area that lies outside of its page now
                    yield mark.id, self._pages().picture(file, mark.page, mark.box, cancelled)
