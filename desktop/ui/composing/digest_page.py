"""A digest of one's own on a page: its papers on the left, the texts of one in the middle, what comes of it right."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.changes import Changes
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.own_digest import HandedOn, Way
from desktop.domain.paper import PaperDetails
from desktop.ui.actions import Needs
from desktop.ui.composing.digest_head import DigestHead
from desktop.ui.composing.digest_panes import DigestPanes
from desktop.ui.composing.digest_reader import DigestReader
from desktop.ui.composing.digest_view import DigestView, Drafts, Preview
from desktop.ui.composing.digest_words import last_words
from desktop.ui.composing.notices_bar import NoticesBar
from desktop.ui.composing.papers_model import Move, moved, place_after
from desktop.ui.composing.papers_side import DigestPapersSide
from desktop.ui.composing.preview_pane import PreviewPane
from desktop.ui.composing.texts_pane import DigestTextsPane
from desktop.ui.library.labels import link_button
from desktop.ui.library.paper_edits import PaperEdits
from desktop.ui.session import Session
from desktop.ui.tabs.papers_page import PapersPage
from desktop.ui.tasks import TaskRunner
from desktop.ui.wording import number, papers

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

_PREVIEW_AFTER_MS = 120
Change = Callable[[], Changes]


class DigestPage(PapersPage):
    """What a person does is shown at once and stored behind; what is stored is read again when it changed."""

    change_wanted = Signal(object, bool)
    """A step on the library (Change), and whether it is to be told of: what shows by itself is not."""
    renamed = Signal(str)
    texts_wanted = Signal(object)
    """Missing texts of these papers are to be written (list of PaperId)."""
    browser_wanted = Signal()
    """The page is to be seen as browsers show it."""
    delete_wanted = Signal()
    papers_wanted = Signal()
    """More papers are to be found for it."""
    gone = Signal()
    """The digest is not there any more."""
    left = Signal()

    def __init__(
        self,
        services: "LibraryServices",
        tasks: TaskRunner,
        session: Session,
        edits: PaperEdits,
        digest: OwnDigestId,
        row_actions: Sequence[QAction],
    ) -> None:
        super().__init__()
        self._services, self._session = services, session
        self.digest = digest
        self.view: DigestView | None = None
        """What is stored, once it was read."""
        self.handed_on: tuple[HandedOn, ...] = ()
        self._stale = True
        self._bringing = False
        """The next preview is to show what is selected: another view is in front, or the paper has another place."""
        self._reader = DigestReader(services, tasks, digest, self)
        self.head = DigestHead()
        self.notices = NoticesBar()
        self._side = DigestPapersSide()
        self.list = self._side.list
        self.list.addActions(list(row_actions))
        self.browse = link_button(self.tr("Open in browser"))
        self._edits = edits
        self._panes = DigestPanes(session, (lambda: self._side, lambda: self.texts, lambda: self.preview))
        self._soon = QTimer(self, interval=_PREVIEW_AFTER_MS, singleShot=True)
        self._lay_out()
        self._connect()

    @cached_property
    def texts(self) -> DigestTextsPane:
        """The texts of the paper in hand."""
        pane = DigestTextsPane(self._edits)
        pane.show_nothing(self.tr("Select a paper to edit its texts here."))
        pane.typed.connect(self._on_typed)
        return pane

    @cached_property
    def preview(self) -> PreviewPane:
        """What would be handed on now."""
        pane = PreviewPane()
        pane.way_changed.connect(self._on_way_changed)
        pane.tabs.setCornerWidget(self.browse)
        return pane

    @property
    def in_hand(self) -> Sequence[PaperId]:
        """The papers that are selected in the digest."""
        return self.list.chosen

    def available(self) -> Needs:
        """What there is for actions to work on, beside the library."""
        there, chosen = Needs.OWN_DIGEST, len(self.list.chosen)
        there |= Needs.PAPERS | Needs.KEPT if chosen else Needs.NOTHING
        return there | Needs.SEVERAL if chosen > 1 else there

    def follow(self, changes: Changes) -> None:
        """Read again what a change touched, once somebody sees it."""
        known = self.view.content.digest.papers if self.view is not None else ()
        if self.digest in changes.own_digests or changes.membership or not set(known).isdisjoint(changes.papers):
            self._stale = True
            self._look()

    # What a person does

    def reorder(self, where: Move) -> None:
        """Move the selected papers there, as one block."""
        self._put(self.list.chosen, place_after(self.list.papers.papers, self.list.chosen, where))

    def take_out(self) -> None:
        """Take the selected papers out of the digest."""
        services, digest, taken = self._services, self.digest, self.list.chosen
        if taken:
            self.change_wanted.emit(lambda: services.own_digests.remove(digest, taken), True)

    def edit(self) -> None:
        """Open a text of the paper in hand for typing."""
        self.texts.edit()

    def finish(self) -> None:
        """Have all stored that is typed."""
        if self._panes.complete:
            self.texts.finish()
        self.head.flush()

    def _put(self, taken: Sequence[PaperId], before: PaperId | None) -> None:
        order = moved(self.list.papers.papers, taken, before)
        if order == self.list.papers.papers:
            return
        services, digest = self._services, self.digest
        rows = {row.id: row for row in self.list.papers.rows}
        self.list.show_rows([rows[paper] for paper in order], self.list.papers.lacking)
        self.list.keep_in_sight()
        block = [paper for paper in order if paper in set(taken)]
        self.change_wanted.emit(lambda: services.own_digests.move(digest, block, before), False)

    def add(self, added: Sequence[PaperId], before: PaperId | None = None) -> None:
        """Put these papers before that one, or at the end."""
        services, digest = self._services, self.digest
        self.change_wanted.emit(lambda: services.own_digests.add(digest, added, before), True)

    def _store_choice(self) -> None:
        services, digest, choice = self._services, self.digest, self.head.choice
        self.change_wanted.emit(lambda: services.own_digests.edit(digest, choice), False)

    # What is shown

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Digest"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.notices)
        column.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self.head.chosen.connect(self._store_choice)
        self.head.typed.connect(self._soon.start)
        self.head.delete_wanted.connect(self.delete_wanted)
        self.head.papers_wanted.connect(self.papers_wanted)
        self.notices.texts_wanted.connect(self._on_texts_wanted)
        self.browse.clicked.connect(self._on_browser_wanted)
        self.list.moved.connect(self._put)
        self.list.dropped.connect(self.add)
        self.list.chosen_changed.connect(self._on_chosen)
        self.list.activated.connect(self.edit)
        self._side.papers_wanted.connect(self.papers_wanted)
        self._panes.completed.connect(self._look)
        self._soon.timeout.connect(self._show_preview)
        self._reader.read.connect(self._on_read)
        self._reader.previewed.connect(self._on_preview)
        self._reader.details_read.connect(self._on_details)
        self._reader.history_read.connect(self._on_history)
        self._reader.gone.connect(self.gone)

    def _look(self) -> None:
        if not self._stale or not self.isVisible() or not self._panes.complete:
            return
        self._stale = False
        self._reader.read_again()

    def _on_read(self, view: DigestView) -> None:
        before, self.view = self.view, view
        stored = view.content.digest
        self.head.show_choice(stored.choice)
        self._side.show_rows(view.rows, view.lacking)
        self.browse.setEnabled(bool(view.rows))
        self.notices.show_notices(len(view.lacking), ())
        if before is None or before.content.digest.name != stored.name:
            self.renamed.emit(stored.name)
        if before is None and view.rows:
            self.list.choose([view.rows[0].id])
        self._on_chosen()
        if before is not None and view.place_of(self.list.current) != before.place_of(self.list.current):
            self._bringing = True
        self._show_preview()
        self._reader.read_history()

    def _on_chosen(self) -> None:
        paper, chosen = self.list.current, self.list.chosen
        self.state_changed.emit()
        if paper is None or len(chosen) != 1:
            many = self.tr("{papers} selected").format(papers=papers(len(chosen)))
            self.texts.show_nothing(many if chosen else self.tr("Select a paper to edit its texts here."))
            return
        self._reader.read_details(paper)

    def _on_details(self, details: PaperDetails | None) -> None:
        if details is None or self.view is None or self.list.chosen != [details.row.id]:
            return
        row = self.list.papers.row_of(details.row.id)
        other = not self.texts.shows(details.row.id)
        place = self.tr("{number} of {count}").format(number=number(row + 1), count=number(len(self.list.papers.rows)))
        self.texts.show_details(details, self.view.content.digest.choice.language, place)
        if other:
            self.preview.go_to(row)

    def _on_typed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _show_preview(self) -> None:
        if self.view is None:
            return
        drafts = Drafts(self.head.choice, self.texts.drafts)
        self._reader.make_preview(self.view, drafts, self.preview.way)

    def _on_way_changed(self) -> None:
        self._bringing = self.list.current != next(iter(self.list.papers.papers), None)
        self._show_preview()

    def _on_preview(self, way: Way, shown: Preview) -> None:
        self.preview.show_preview(way, shown)
        if self._bringing and self._reader.settled:
            self.preview.go_to(self.list.papers.row_of(self.list.current))
            self._bringing = False
        if self.view is not None:
            self.notices.show_notices(len(self.view.lacking), shown.notices)

    def _on_history(self, history: tuple[HandedOn, ...]) -> None:
        self.handed_on = history
        self.head.show_history(last_words(history))

    def _on_browser_wanted(self) -> None:
        self.finish()
        self.browser_wanted.emit()

    def _on_texts_wanted(self) -> None:
        if self.view is not None:
            self.texts_wanted.emit([row.id for row in self.view.rows if row.id in self.view.lacking])

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.finish()
        self._panes.remember()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the papers."""
        super().focusInEvent(event)
        (self.head.name if self._side.empty else self.list).setFocus()
