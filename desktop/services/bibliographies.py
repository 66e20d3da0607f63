"""Bibliographies of one library: the use cases, each made when it is first used."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from db.library_file import LibraryFile

if TYPE_CHECKING:
    from desktop.pdf.engine import PdfEngine
    from desktop.services.cite_papers import CitePapers
    from desktop.services.export_bibliography import ExportBibliography
    from desktop.services.import_bibliography import ImportBibliography


class Bibliographies:
    """Part of `LibraryServices`."""

    def __init__(self, library: LibraryFile, pdf_engine: "Callable[[], PdfEngine]") -> None:
        self._library = library
        self._pdf_engine = pdf_engine

    @cached_property
    def importing(self) -> "ImportBibliography":
        """BibTeX, RIS and CSL JSON into the library."""
        from desktop.services.import_bibliography import ImportBibliography

        return ImportBibliography(self._library, self._pdf_engine)

    @cached_property
    def exporting(self) -> "ExportBibliography":
        """Papers into such files."""
        from desktop.services.export_bibliography import ExportBibliography

        return ExportBibliography(self._library)

    @cached_property
    def citing(self) -> "CitePapers":
        """Papers as references for the clipboard, and their cite keys."""
        from desktop.services.cite_papers import CitePapers

        return CitePapers(self._library)
