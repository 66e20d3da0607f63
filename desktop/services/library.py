"""A library and everything that can be done with it.

The window and the command line each hold one `LibraryServices`. It costs nothing to make; `open` and every use case
run on the `db` lane. Use cases are imported when first used: the first screen needs `browse` alone, the others bring
SQLAlchemy (0.4 s).
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.network import Network
from desktop.services.digest_services import DigestServices
from desktop.services.keeping_services import KeepingServices
from desktop.services.pdf_services import PdfServices

if TYPE_CHECKING:
    from desktop.services.add_papers import AddPapers
    from desktop.services.bibliographies import Bibliographies
    from desktop.services.browse_papers import BrowsePapers
    from desktop.services.check_versions import CheckVersions
    from desktop.services.count_reading import ReadingStatistics
    from desktop.services.date_digests import DigestTimeline
    from desktop.services.edit_papers import EditPapers
    from desktop.services.export_digest import ExportDigests
    from desktop.services.export_notes import ExportNotes
    from desktop.services.fetch_papers import FetchPapers
    from desktop.services.fetch_wishes import FetchWishes
    from desktop.services.find_related import RelatedPapers
    from desktop.services.import_digest import ImportDigests
    from desktop.services.index_pdfs import IndexPdfs
    from desktop.services.keep_reading_list import KeepReadingList
    from desktop.services.label_papers import LabelPapers
    from desktop.services.mark_papers import MarkPapers
    from desktop.services.match_titles import MatchTitles
    from desktop.services.merge_duplicates import MergeDuplicates
    from desktop.services.organise_papers import OrganisePapers
    from desktop.services.read_papers import ReadPapers
    from desktop.services.relink_files import RelinkFiles
    from desktop.services.search_passages import SearchPassages
    from desktop.services.stray_files import StrayFiles
    from desktop.services.undo_changes import UndoChanges


class LibraryServices(PdfServices, DigestServices, KeepingServices):
    """The use cases of one library folder."""

    def __init__(self, folder: Path, network: Network | None = None) -> None:
        PdfServices.__init__(self)
        KeepingServices.__init__(self, folder)
        self.network = network or Network(folder / "arxiv-pace")
        """May be replaced at any time; what is under way goes on as it began."""

    def open(self) -> None:
        """Open the library, making it if the folder holds none. Raises StorageError."""
        self._file.open()
        self._sweep()

    def _sweep(self) -> None:
        """Delete what was left unfinished in the papers folder, but for downloads that can be gone on with."""
        from desktop.system.paper_files import PaperFiles

        stored = PaperFiles(self.folder)
        if not stored.unfinished():
            return
        from db.errors import storage_errors
        from db.fetch_queue import queue

        with storage_errors(self._file.path):
            wanted = queue(self._file.connection).fetches
        stored.sweep((fetch.arxiv_id, fetch.version) for fetch in wanted)

    def close(self) -> None:
        """Close the library, and end the PDF processes if there are any."""
        self.close_pdfs()
        self._file.close()

    @cached_property
    def browse(self) -> "BrowsePapers":
        """Lists, rows, details, counts."""
        from desktop.services.browse_papers import BrowsePapers  # 25 ms that the first paint need not wait for

        return BrowsePapers(self._file)

    @cached_property
    def adding(self) -> "AddPapers":
        """Papers into the library, by ids and as PDFs."""
        from desktop.services.add_papers import AddPapers

        return AddPapers(self._file, lambda: self.pdf)

    @cached_property
    def matching(self) -> "MatchTitles":
        """arXiv ids for papers that have none."""
        from desktop.services.match_titles import MatchTitles

        return MatchTitles(self._file, lambda: self.network)

    @cached_property
    def stray(self) -> "StrayFiles":
        """PDFs that no paper has."""
        from desktop.services.stray_files import StrayFiles

        return StrayFiles(self._file, lambda: self.adding)

    @cached_property
    def relinking(self) -> "RelinkFiles":
        """PDFs that are gone from the library's folder."""
        from desktop.services.relink_files import RelinkFiles

        return RelinkFiles(self._file)

    @cached_property
    def importing(self) -> "ImportDigests":
        """Digests into the library."""
        from desktop.services.import_digest import ImportDigests

        return ImportDigests(self._file)

    @cached_property
    def bibliography(self) -> "Bibliographies":
        """Bibliographies in and out, and cite keys."""
        from desktop.services.bibliographies import Bibliographies

        return Bibliographies(self._file, lambda: self.pdf)

    @cached_property
    def exporting(self) -> "ExportDigests":
        """Digests out of the library."""
        from desktop.services.export_digest import ExportDigests

        return ExportDigests(self._file)

    @cached_property
    def editing(self) -> "EditPapers":
        """Texts and facts that a person types."""
        from desktop.services.edit_papers import EditPapers

        return EditPapers(self._file)

    @cached_property
    def reading_list(self) -> "KeepReadingList":
        """Status, star, priority, due dates, the order of the queue."""
        from desktop.services.keep_reading_list import KeepReadingList

        return KeepReadingList(self._file)

    @cached_property
    def organising(self) -> "OrganisePapers":
        """Trash, digests, files."""
        from desktop.services.organise_papers import OrganisePapers

        return OrganisePapers(self._file)

    @cached_property
    def labels(self) -> "LabelPapers":
        """Tags, collections, saved searches."""
        from desktop.services.label_papers import LabelPapers

        return LabelPapers(self._file)

    @cached_property
    def duplicates(self) -> "MergeDuplicates":
        """Papers that may be one and the same."""
        from desktop.services.merge_duplicates import MergeDuplicates

        return MergeDuplicates(self._file)

    @cached_property
    def reading(self) -> "ReadPapers":
        """Papers in the reader, and where each was left."""
        from desktop.services.read_papers import ReadPapers

        return ReadPapers(self._file)

    @cached_property
    def marking(self) -> "MarkPapers":
        """Marks on the pages of papers."""
        from desktop.services.mark_papers import MarkPapers

        return MarkPapers(self._file)

    @cached_property
    def notes(self) -> "ExportNotes":
        """Notes and marks as Markdown."""
        from desktop.services.export_notes import ExportNotes

        return ExportNotes(self._file, lambda: self.background_pages)

    @cached_property
    def wishes(self) -> "FetchWishes":
        """What is to be fetched from arXiv."""
        from desktop.services.fetch_wishes import FetchWishes

        return FetchWishes(self._file)

    @cached_property
    def fetching(self) -> "FetchPapers":
        """Metadata and PDFs from arXiv."""
        from desktop.services.fetch_papers import FetchPapers

        return FetchPapers(self._file, lambda: self.network, lambda: self.pdf)

    @cached_property
    def indexing(self) -> "IndexPdfs":
        """The words of PDFs, for the search."""
        from desktop.services.index_pdfs import IndexPdfs

        return IndexPdfs(self._file, lambda: self.background_pages, self._passwords)

    @cached_property
    def searching(self) -> "SearchPassages":
        """Pages of PDFs, marks, notes and texts."""
        from desktop.services.search_passages import SearchPassages

        return SearchPassages(self._file)

    @cached_property
    def related(self) -> "RelatedPapers":
        """Papers that have to do with a paper."""
        from desktop.services.find_related import RelatedPapers

        return RelatedPapers(self._file)

    @cached_property
    def timeline(self) -> "DigestTimeline":
        """Digests by their dates."""
        from desktop.services.date_digests import DigestTimeline

        return DigestTimeline(self._file)

    @cached_property
    def statistics(self) -> "ReadingStatistics":
        """How a person's reading goes, in figures."""
        from desktop.services.count_reading import ReadingStatistics

        return ReadingStatistics(self._file)

    @cached_property
    def versions(self) -> "CheckVersions":
        """Newer versions of papers."""
        from desktop.services.check_versions import CheckVersions

        return CheckVersions(self._file)

    @cached_property
    def undo(self) -> "UndoChanges":
        """Steps back and forward."""
        from desktop.services.undo_changes import UndoChanges

        return UndoChanges(self._file)
