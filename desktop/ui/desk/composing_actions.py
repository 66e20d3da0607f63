"""Digests of one's own: new ones, papers into them, the page of each, and the way out."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.domain.changes import Changes
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.listing import Listing
from desktop.ui.actions import ActionId, Menu
from desktop.ui.desk.composing_warming import ComposingWarming
from desktop.ui.desk.open_library import OpenLibrary
from desktop.ui.desk.page_tab import PageTab
from desktop.ui.tasks import Lane

if TYPE_CHECKING:
    from desktop.domain.listing import OwnDigestSummary
    from desktop.domain.own_digest import NewDigest
    from desktop.domain.paper import PaperRow
    from desktop.ui.composing.digest_page import DigestPage
    from desktop.ui.composing.digest_sources import Source
    from desktop.ui.composing.find_popup import FindPapersPopup
    from desktop.ui.composing.hand_on_flow import HandOnFlow
    from desktop.ui.library.paper_edits import Key, PaperEdits

Id = ActionId
_FOR_ROWS = (
    *(Id.DIGEST_UP, Id.DIGEST_DOWN, Id.DIGEST_TOP, Id.DIGEST_BOTTOM, Id.TAKE_OUT_OF_DIGEST, Id.OPEN_PDF),
    *(Id.OPEN_PAPER, Menu.STATUS, Id.STAR, Id.TAGS, Id.COLLECT, Id.COPY_TITLES, Id.COPY_LINKS),
)
_MOVES = {Id.DIGEST_UP: "up", Id.DIGEST_DOWN: "down", Id.DIGEST_TOP: "top", Id.DIGEST_BOTTOM: "end"}
"""The values of `papers_model.Move`, which the first screen needs not."""
_Work = Callable[[], Changes]


class ComposingActions(QObject):
    """Bound to one library in the window. Each digest that is open has a tab of its own."""

    mail_wanted = Signal(object)
    """A digest is to be sent (OwnDigestId)."""
    texts_wanted = Signal(object)
    """Missing texts of these papers are to be written (list of PaperId)."""

    def __init__(self, library: OpenLibrary, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._tabs: dict[OwnDigestId, PageTab[DigestPage]] = {}
        self.warming = ComposingWarming(self)
        library.events.changed.connect(self._on_changed)
        library.room.sidebar.view.own_digest_wanted.connect(self.open)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.NEW_DIGEST: self._ask_for_new,
            Id.ADD_TO_DIGEST: self._ask_where_to_add,
            **{name: partial(self._move, where) for name, where in _MOVES.items()},
            Id.TAKE_OUT_OF_DIGEST: self._take_out,
            Id.EDIT: self._edit,
            Id.HAND_ON: self._hand_on,
            Id.DELETE_DIGEST: self._delete_front,
        }

    def open(self, digest: OwnDigestId) -> "DigestPage":
        """Show the page of that digest."""
        page = self._tab(digest, self.tr("Digest")).show()
        page.setFocus()
        return page

    def restore(self) -> None:
        """Open what was open when the library was left, behind all else."""
        remembered = self._library.session.recall(self._remembered)
        with suppress(ValueError, TypeError):  # what is not understood is passed over
            for digest, name in json.loads(remembered or "[]"):
                self._tab(OwnDigestId(int(digest)), str(name)).add()
        self._library.reading.tabs.changed.connect(self._remember)

    @property
    def _remembered(self) -> str:
        return f"digests {self._library.services.folder}"

    def _remember(self) -> None:
        tabs = self._library.reading.tabs
        opened = [(digest, tabs.title(_key(digest))) for digest in self._tabs if _key(digest) in tabs]
        self._library.session.remember(self._remembered, json.dumps(opened))

    def _tab(self, digest: OwnDigestId, name: str) -> "PageTab[DigestPage]":
        if digest not in self._tabs:
            make = partial(self._make, digest)
            self._tabs[digest] = PageTab(self._library.reading.tabs, _key(digest), name, make)
        return self._tabs[digest]

    @property
    def front(self) -> "DigestPage | None":
        """The digest in front, if one is."""
        return next((tab.page for tab in self._tabs.values() if tab.in_front), None)

    @cached_property
    def _edits(self) -> "PaperEdits":
        """Of all pages: what is typed is stored even if its tab is closed meanwhile."""
        from desktop.ui.library.paper_edits import PaperEdits

        edits = PaperEdits(self._library.tasks, self._library.services, self)
        edits.changed.connect(self._library.events.announce)
        edits.refused.connect(self._on_refused)
        return edits

    @cached_property
    def flow(self) -> "HandOnFlow":
        """Writes digests."""
        from desktop.ui.composing.hand_on_flow import HandOnFlow  # when it is first wanted

        library = self._library
        flow = HandOnFlow(library.services, library.tasks, library.session, library.window, self)
        flow.handed_on.connect(library.papers.tell_exported)
        flow.changed.connect(library.events.announce_quietly)
        return flow

    # New ones

    def _ask_for_new(self) -> None:
        from desktop.ui.composing.digest_sources import Shown, sources
        from desktop.ui.composing.new_digest_popup import NewDigestPopup

        library, room = self._library, self._library.room
        popup = NewDigestPopup(library.window)
        popup.source_taken.connect(self._create)
        popup.open(popup.field)
        shown = Shown(tuple(library.reading.in_hand), room.listing, self._name_of_list(), tuple(room.shown))

        def done(found: "tuple[Source, ...]") -> None:
            if isValid(popup):
                popup.show_sources(found)

        library.tasks.run(Lane.DB, lambda: sources(library.services, shown), owner=self, done=done)

    def _name_of_list(self) -> str:
        view, listing = self._library.room.sidebar.view, self._library.room.listing
        entry = view.rows.entry(view.currentIndex())
        return listing.query or (entry.name if entry is not None else "")

    def _create(self, source: "Source", name: str) -> None:
        from desktop.domain.own_digest import DigestChoice
        from desktop.ui.digests.language_box import digest_language

        library = self._library
        choice = DigestChoice(name, language=digest_language(library.session))

        def work() -> "tuple[NewDigest, Changes]":
            return library.services.own_digests.create(source.made_of, choice, source.papers)

        library.tasks.run(Lane.DB, work, owner=self, done=self._on_created)

    def _on_created(self, made: "tuple[NewDigest, Changes]") -> None:
        new, changes = made
        self._library.events.announce(changes)
        self.open(new.id)

    # Papers into one

    def _ask_where_to_add(self) -> None:
        from desktop.ui.composing.add_popup import AddToDigestPopup
        from desktop.ui.wording import papers as so_many

        library, papers = self._library, tuple(self._library.reading.in_hand)
        if not papers:
            return
        title = self.tr("{papers} into a digest").format(papers=so_many(len(papers)))
        popup = AddToDigestPopup(title, library.window)
        popup.digest_taken.connect(partial(self._add, papers))
        popup.made.connect(partial(self._create_of, papers))
        popup.open(popup.field)

        def done(found: "tuple[OwnDigestSummary, ...]") -> None:
            if isValid(popup):
                popup.show_digests(found)

        library.tasks.run(Lane.DB, lambda: library.services.own_digests.digests(), owner=self, done=done)

    def _add(self, papers: Sequence[PaperId], digest: OwnDigestId, name: str) -> None:
        services = self._library.services
        self._library.papers.change(lambda: services.own_digests.add(digest, papers))

    def _create_of(self, papers: tuple[PaperId, ...], name: str) -> None:
        from desktop.domain.own_digest import MadeOf
        from desktop.ui.composing.digest_sources import Source

        self._create(Source(MadeOf(), papers), name)

    def _ask_which_to_add(self, digest: OwnDigestId) -> None:
        from desktop.ui.composing.find_popup import FindPapersPopup

        page = self._tabs[digest].page
        if page is not None:
            popup = FindPapersPopup(self.tr("Add papers to the digest"), page.list.papers.papers, self._library.window)
            popup.searched.connect(partial(self._find, popup))
            popup.paper_taken.connect(lambda paper: page.add([paper]))
            popup.open(popup.field)

    def _find(self, popup: "FindPapersPopup", typed: str) -> None:
        from desktop.ui.composing.find_popup import MOST

        services = self._library.services

        def work() -> "list[PaperRow]":
            found = services.browse.list_papers(Listing(query=typed, ranked=False, limit=MOST))
            return list(services.browse.rows([PaperId(paper) for paper in found.ids[:MOST]]))

        def done(rows: "list[PaperRow]") -> None:
            if isValid(popup):
                popup.show_found(typed, rows)

        self._library.tasks.run_latest("find", Lane.DB, work, owner=self, done=done)

    # Pages

    def _make(self, digest: OwnDigestId) -> "DigestPage":
        from desktop.ui.composing.digest_page import DigestPage  # when it is first wanted
        from desktop.ui.composing.hand_on_menus import HandOnMenus

        library = self._library
        shown = (library.commands.submenu(one) if isinstance(one, Menu) else library.commands[one] for one in _FOR_ROWS)
        page = DigestPage(library.services, library.tasks, library.session, self._edits, digest, tuple(shown))
        menus = HandOnMenus(page, self.flow)
        menus.mail_wanted.connect(self.mail_wanted)
        page.change_wanted.connect(self._change)
        page.renamed.connect(partial(library.reading.tabs.name, _key(digest)))
        page.renamed.connect(self._remember)
        page.state_changed.connect(library.reading.state_changed)
        page.texts_wanted.connect(self.texts_wanted)
        page.papers_wanted.connect(partial(self._ask_which_to_add, digest))
        page.browser_wanted.connect(partial(self.flow.show_page, digest))
        page.delete_wanted.connect(partial(self.delete, digest))
        page.gone.connect(partial(self._close, digest))
        page.left.connect(self._tabs[digest].go_back)
        return page

    def _move(self, where: str, _: bool = False) -> None:
        from desktop.ui.composing.papers_model import Move

        if (page := self.front) is not None:
            page.reorder(Move(where))

    def _take_out(self) -> None:
        if (page := self.front) is not None:
            page.take_out()

    def _edit(self) -> None:
        if (page := self.front) is not None:
            page.edit()

    def _change(self, work: _Work, told: bool) -> None:
        library = self._library
        if told:
            library.papers.change(work)
        else:
            library.tasks.run(Lane.DB, work, owner=self, done=library.events.announce)

    def _on_changed(self, changes: Changes) -> None:
        for tab in self._tabs.values():
            if (page := tab.page) is not None:
                page.follow(changes)

    def _on_refused(self, key: "Key") -> None:
        """Of a paper that no page shows any more; where it is shown, it is told there."""
        pages = [tab.page for tab in self._tabs.values() if tab.page is not None]
        draft = self._edits.draft(key)
        if draft is not None and draft.error is not None and not any(page.texts.shows(key.paper) for page in pages):
            self._library.tasks.failure_reported.emit(draft.error)

    def _delete_front(self) -> None:
        if (page := self.front) is not None:
            self.delete(page.digest)

    def delete(self, digest: OwnDigestId) -> None:
        """Delete that digest; a step back brings it again."""
        services = self._library.services
        self._library.papers.change(lambda: services.own_digests.delete(digest))

    def _close(self, digest: OwnDigestId) -> None:
        tab = self._tabs.pop(digest, None)
        if tab is not None:
            tab.close()

    def _hand_on(self) -> None:
        if (page := self.front) is not None:
            page.head.hand_on.setFocus()
            page.head.hand_on.showMenu()


def _key(digest: OwnDigestId) -> str:
    return f"own-digest {digest}"
