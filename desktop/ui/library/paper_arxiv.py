"""The parts of the details that speak of arXiv: what is being fetched, a new version, its facts."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.fetching import FetchKind
from desktop.domain.paper import PaperDetails
from desktop.ui.fetching.fetch_state import Loading
from desktop.ui.library.arxiv_facts import ArxivFacts
from desktop.ui.library.fetch_lines import FetchLines
from desktop.ui.library.files_list import FilesList
from desktop.ui.library.new_version import NewVersion
from desktop.ui.library.paper_wishes import Wish


class PaperArxiv(QObject):
    """Shows and sends; `wished` says of which paper."""

    wished = Signal(object, object, object)  # PaperId, Wish, what is sent with it
    edit_id_wanted = Signal()

    def __init__(self, files: FilesList, parent: QObject) -> None:
        super().__init__(parent)
        self._details: PaperDetails | None = None
        self._files = files
        files.hide()
        self.fetches = FetchLines()
        self.new_version = NewVersion()
        self.facts = ArxivFacts()
        self.fetches.wished.connect(self._wish)
        self.fetches.edit_wanted.connect(self.edit_id_wanted)
        self.new_version.wished.connect(self._wish)
        self.facts.look_up_wanted.connect(partial(self._wish, Wish.LOOK_UP, None))
        files.download_wanted.connect(partial(self._wish, Wish.DOWNLOAD, None))

    def show_details(self, details: PaperDetails) -> None:
        """Show a paper."""
        self._details = details
        self.fetches.show_fetches(details.fetches, withdrawn=details.withdrawn)
        self.new_version.show_details(details)
        self.facts.show_details(details)
        can_load = bool(details.row.arxiv_id) and not details.row.trashed and not details.files
        self._files.show_files(details.files, to_download=can_load and not _pdf_wished(details))

    def show_loading(self, loading: Loading) -> None:
        """Something is being downloaded; it may be for this paper."""
        self.fetches.show_loading(loading)

    def retranslate(self) -> None:
        """Take the words from the present language."""
        self.new_version.retranslate()

    def _wish(self, wish: Wish, what: object) -> None:
        if self._details is not None:
            self.wished.emit(self._details.row.id, wish, what)


def _pdf_wished(details: PaperDetails) -> bool:
    return any(fetch.kind is FetchKind.PDF for fetch in details.fetches)
