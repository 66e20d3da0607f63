"""A file that cannot be shown: why, and what a person can do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import AppError, Reason
from desktop.domain.ids import PaperId
from desktop.domain.paper import PaperRow
from desktop.domain.pdf_document import PdfFile
from desktop.domain.reading import OpenedPaper
from desktop.ui.actions import ActionId
from desktop.ui.failures import failure_words
from desktop.ui.library.open_file import is_gone
from desktop.ui.reader.surroundings import Surroundings
from desktop.ui.reader.waiting_pages import FailurePage
from desktop.ui.tasks import Lane
from desktop.ui.wording import sentences

_Offer = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class FailedFile(QObject):
    """Fills a FailurePage."""

    retry_wanted = Signal()
    outside_wanted = Signal(object)  # PaperId
    download_wanted = Signal(object, object)  # PaperId, version or None

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self.page = FailurePage()

    def tell(self, error: AppError, paper: PaperId, opened: OpenedPaper | None) -> None:
        """Say why the file that was opened, or the paper at all, cannot be shown."""
        retry = (self.tr("Try again"), self.retry_wanted.emit)
        download = (self.tr("Download PDF"), lambda: self.download_wanted.emit(paper, None))
        if opened is None:
            offers = [download, retry] if error.reason is Reason.NOTHING_TO_READ else [retry]
            self.page.tell(failure_words(error).text, offers)
            return
        outside = (self.tr("Open in another program"), lambda: self.outside_wanted.emit(paper))
        advice = self.tr("The file itself is as it was. Another program may be able to show it.")
        told = (failure_words(error).happened,) if opened.replaced else (failure_words(error).happened, advice)
        self.page.tell(sentences(told), [retry, outside])
        folder, path = self._around.services.folder, Path(opened.file.path)

        def looked(gone: bool) -> None:
            if gone:
                self._offer_another(paper, opened.file, retry)

        self._around.tasks.run(Lane.FILES, lambda: is_gone(folder, str(path)), owner=self, done=looked)

    def _offer_another(self, paper: PaperId, file: PdfFile, retry: _Offer) -> None:
        """From arXiv, if it is a paper of arXiv, or from elsewhere on this computer."""
        services, find = self._around.services, self._around.commands[ActionId.RELINK]

        def done(rows: list[PaperRow]) -> None:
            again = (self.tr("Download again"), lambda: self.download_wanted.emit(paper, file.version))
            search = (find.text(), find.trigger)
            self._tell_gone(*([again] if any(row.arxiv_id for row in rows) else []), search, retry)

        self._around.tasks.run(Lane.DB, lambda: services.browse.rows([paper]), owner=self, done=done)

    def _tell_gone(self, *offers: _Offer) -> None:
        gone = self.tr("This PDF is no longer in the folder of the library.")
        search = self.tr("Find missing PDFs, in the menu File, looks for it elsewhere.")
        self.page.tell(sentences((gone, search)), offers)
