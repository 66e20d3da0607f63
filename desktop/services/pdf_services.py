"""What is done with PDFs and needs no library file: the processes that read them, and the use cases over these."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.pdf.engine import PdfEngine
    from desktop.services.annotated_copies import AnnotatedCopies
    from desktop.services.carry_marks import CarryMarks
    from desktop.services.read_pages import ReadPages
    from desktop.services.take_over_marks import TakeOverMarks

_NICE = 10
"""How much the PDF process in the background gives way to the window and to who reads."""


class PdfServices:
    """Part of `LibraryServices`. Each is made when it is first used."""

    def __init__(self) -> None:
        self._passwords: dict[str, str] = {}
        """Of files that were unlocked, by sha256."""
        self._engines: dict[str, PdfEngine] = {}
        """By name. Several threads may ask for one at once; all get the first, and none is left running by
        `close_pdfs`."""

    def close_pdfs(self) -> None:
        """End the processes, if there are any."""
        for engine in self._engines.values():
            engine.close()

    @cached_property
    def pdf(self) -> "PdfEngine":
        """Reads PDFs in a process of its own. Callable from any thread. For work in the background."""
        from desktop.pdf.engine import PdfEngine

        return self._engines.setdefault("background", PdfEngine(nice=_NICE))

    @cached_property
    def reader_pdf(self) -> "PdfEngine":
        """Another one, so that who reads a paper never waits for work in the background."""
        from desktop.pdf.engine import PdfEngine

        return self._engines.setdefault("reader", PdfEngine())

    @cached_property
    def pages(self) -> "ReadPages":
        """Pages of PDFs for who reads them. Callable from any thread."""
        from desktop.services.read_pages import ReadPages

        return ReadPages(self.reader_pdf, self._passwords)

    @cached_property
    def background_pages(self) -> "ReadPages":
        """The same for work in the background."""
        from desktop.services.read_pages import ReadPages

        return ReadPages(self.pdf, self._passwords)

    @cached_property
    def annotated(self) -> "AnnotatedCopies":
        """Marks into copies of PDFs."""
        from desktop.services.annotated_copies import AnnotatedCopies

        return AnnotatedCopies(lambda: self.pdf, lambda: self.background_pages)

    @cached_property
    def carrying(self) -> "CarryMarks":
        """Marks of one version of a paper to another."""
        from desktop.services.carry_marks import CarryMarks

        return CarryMarks(lambda: self.background_pages)

    @cached_property
    def taking_over(self) -> "TakeOverMarks":
        """Marks that other programs left in PDFs."""
        from desktop.services.take_over_marks import TakeOverMarks

        return TakeOverMarks(self.annotated, lambda: self.background_pages)
