"""What a reader does with the text of a paper: selecting, finding, following links, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction

from desktop.domain.citation import Source
from desktop.ui.actions import ActionId, Needs
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.reader.pages.document import Document
from desktop.ui.reader.pages.page_view import PageView
from desktop.ui.reader.side_panel import SidePage
from desktop.ui.reader.text.contents_panel import ContentsPanel
from desktop.ui.reader.text.find_results import HitsPanel
from desktop.ui.reader.text.finding import Finding
from desktop.ui.reader.text.jumps import Jumps
from desktop.ui.reader.text.links import LinkTool
from desktop.ui.reader.text.selection import TextSelection
from desktop.ui.reader.text.selection_painting import quads_box

CONTENTS, HITS = "contents", "hits"
_TITLES = {
    CONTENTS: QT_TRANSLATE_NOOP("TextTools", "Table of contents"),
    HITS: QT_TRANSLATE_NOOP("TextTools", "Hits of the search"),
}


class TextTools(QObject):
    """All of it for one view, put into the view's tools and layers: links before the selection, the hits and the
    selection over the pages."""

    state_changed = Signal()
    """See `available`."""
    panel_wanted = Signal(str)
    """Show that page of the left panel."""
    search_wanted = Signal(str)
    """Search this text in the library."""
    add_wanted = Signal(str)
    """Add the paper that this link leads to."""

    def __init__(self, view: PageView, document: Document, source: Callable[[], Source]) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._source = source
        self.jumps = Jumps(view)
        self.selection = TextSelection(view, document)
        self.links = LinkTool(view, document, self.jumps, self.selection)
        self.finding = Finding(view, document, self.selection, self.jumps)
        view.tools += [self.links, self.selection]
        for layer in (self.finding.layer, self.selection, self.links.focus):
            view.add_layer(layer)
        self.selection.changed.connect(self.state_changed)
        self.jumps.changed.connect(self.state_changed)
        self.links.add_wanted.connect(self.add_wanted)
        self.finding.list_wanted.connect(lambda: self.panel_wanted.emit(HITS))

    def side_pages(self) -> list[SidePage]:
        """The contents and the list of hits, for the left panel."""
        words = {name: QCoreApplication.translate("TextTools", title) for name, title in _TITLES.items()}
        return [
            SidePage(
                CONTENTS, words[CONTENTS], "contents", lambda: ContentsPanel(self._view, self._document, self.jumps)
            ),
            SidePage(HITS, words[HITS], "search", lambda: HitsPanel(self.finding.find, self._document)),
        ]

    def slots(self) -> dict[ActionId, Callable[[], object]]:
        """What each action does."""
        return {
            ActionId.FIND: self.finding.open,
            ActionId.FIND_NEXT: lambda: self.finding.step(1),
            ActionId.FIND_PREVIOUS: lambda: self.finding.step(-1),
            ActionId.BACK: self.jumps.back,
            ActionId.FORWARD: self.jumps.forward,
            ActionId.COPY_TEXT: self.selection.copy,
            ActionId.COPY_CITATION: lambda: self.selection.copy_citation(self._source()),
            ActionId.SELECT_PAGE_TEXT: self.selection.select_page,
            ActionId.SEARCH_SELECTION: self._search,
            ActionId.ZOOM_SELECTION: self._zoom,
        }

    def set_menu(self, actions: list[QAction]) -> None:
        """What a right click on a selection offers."""
        self.selection.menu_actions = actions

    def available(self) -> Needs:
        """Whether text is selected."""
        return Needs.SELECTION if self.selection.quote() is not None else Needs.NOTHING

    def step_back(self) -> bool:
        """Leave what was begun last: a question about a link, the selection, the search; False if there is nothing."""
        return self.links.step_back() or self.selection.clear() or self.finding.close()

    def _search(self) -> None:
        quote = self.selection.quote()
        if quote is not None:
            self.search_wanted.emit(quote.quote)

    def _zoom(self) -> None:
        quote = self.selection.quote()
        if quote is not None:
            self._view.zoom_to(quote.parts[0].page, quads_box(quote.parts[0].quads))
