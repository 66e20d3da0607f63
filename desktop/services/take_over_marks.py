"""Marks that other programs left in a PDF become marks of the library."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from desktop.domain.annotated_copy import TakeOver
from desktop.domain.annotation_marks import marks_of, new_among, with_quote
from desktop.domain.errors import InputError, PdfError
from desktop.domain.ids import PaperId
from desktop.domain.mark import TEXT_KINDS, Mark, MarkChange, MarkKind, MarkStep
from desktop.domain.mark_bounds import require_bounds
from desktop.domain.pdf_document import PageText, PdfFile
from desktop.services.annotated_copies import AnnotatedCopies
from desktop.services.read_pages import ReadPages

_MOST_PICTURES = 200
Cancel = Callable[[], bool]


class TakeOverMarks:
    """Reads what there is to be taken over; storing it is a step like any other. Any thread may ask."""

    def __init__(self, annotated: AnnotatedCopies, pages: Callable[[], ReadPages]) -> None:
        self._annotated = annotated
        self._pages = pages

    def plan(self, paper: PaperId, file: PdfFile, there: Iterable[Mark], me: str, cancelled: Cancel) -> TakeOver:
        """What this file of the paper holds that is not among the marks `there`. What `me` wrote has no author.

        Raises PdfError as `ReadPages` does, FileError and Cancelled.
        """
        found = self._annotated.annotations(file, cancelled)
        marks = marks_of(found.annotations, paper, file.sha256, me)
        new = new_among(marks, there)
        taken = [mark for mark in self._with_quotes(file, new, cancelled) if _can_be_stored(mark)]
        return TakeOver(
            tuple(taken),
            self._pictures(file, taken, cancelled),
            there=len(marks) - len(new),
            left_out=found.left_out + len(new) - len(taken),
        )

    def _with_quotes(self, file: PdfFile, marks: Iterable[Mark], cancelled: Cancel) -> list[Mark]:
        texts: dict[int, PageText] = {}
        quoted = []
        for mark in marks:
            if mark.kind in TEXT_KINDS and not mark.quote and mark.page not in texts:
                texts[mark.page] = self._text(file, mark.page, cancelled)
            quoted.append(with_quote(mark, texts.get(mark.page, PageText(()))))
        return quoted

    def _text(self, file: PdfFile, page: int, cancelled: Cancel) -> PageText:
        try:
            return self._pages().text(file, page, cancelled)
        except PdfError:
            return PageText(())  # the mark is worth having without its quote

    def _pictures(self, file: PdfFile, marks: Iterable[Mark], cancelled: Cancel) -> dict[str, bytes]:
        areas = [mark for mark in marks if mark.kind is MarkKind.AREA and mark.box is not None]
        pictures = {}
        for mark in areas[:_MOST_PICTURES]:
            with suppress(PdfError):  # an area outside of its page
                pictures[mark.id] = self._pages().picture(file, mark.page, mark.box or (0, 0, 0, 0), cancelled)
        return pictures


def _can_be_stored(mark: Mark) -> bool:
    try:
        require_bounds(MarkStep((MarkChange(None, mark),)), {})
    except InputError:
        return False
    return True
