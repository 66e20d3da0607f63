"""What is asked for in the sidebar and the table, each as a step that can be undone."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.changes import Changes
from desktop.domain.ids import CollectionId, FeedId, OwnDigestId, PaperId, TagId
from desktop.domain.labels import Tag, label_key
from desktop.domain.listing import Place
from desktop.domain.reading_list import Status
from desktop.ui.actions import ActionId
from desktop.ui.commands import Commands
from desktop.ui.desk.paper_commands import PaperCommands
from desktop.ui.library_room import LibraryRoom
from desktop.ui.sidebar import wishes
from desktop.ui.sidebar.entries import Kind, Section
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.services.library import LibraryServices

Id = ActionId
Work = Callable[[], Changes]
_STATUS = {
    Place.INBOX: Status.INBOX,
    Place.QUEUE: Status.QUEUED,
    Place.READING: Status.READING,
    Place.RECENTLY_READ: Status.READ,
}
"""What papers become that are dropped on a place."""
_ADDERS = {
    Section.COLLECTIONS: Id.NEW_COLLECTION,
    Section.SEARCHES: Id.SAVE_SEARCH,
    Section.FEEDS: Id.FOLLOW_FEED,
    Section.TAGS: Id.TAGS,
    Section.OWN_DIGESTS: Id.NEW_DIGEST,
    Section.DIGESTS: Id.IMPORT_FILES,
}
"""What the plus sign of a heading does."""


class LabelActions(QObject):
    """Bound to one library in the window."""

    def __init__(
        self,
        services: "LibraryServices",
        commands: Commands,
        room: LibraryRoom,
        papers: PaperCommands,
        toast: Toast,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._services = services
        self._room = room
        self._papers = papers
        self._toast = toast
        room.wished.connect(self.fulfil)
        room.sidebar.view.set_adders({section: commands[name] for section, name in _ADDERS.items()})
        room.table.queue_moved.connect(self._move_in_queue)
        room.table.star_toggled.connect(self._set_starred)
        room.details_made.connect(self._bind_details)

    def slots(self) -> dict[ActionId, Callable[..., None]]:
        """What each action calls."""
        return {
            Id.NEW_COLLECTION: self._new_collection,
            Id.SAVE_SEARCH: self._save_search,
            Id.REMOVE_FROM_COLLECTION: self._remove_from_collection,
        }

    def fulfil(self, wish: wishes.Wish) -> None:
        """Do what a person asked for."""
        if isinstance(wish, wishes.EditTag) and (other := self._tag_named(wish.name, wish.tag.id)) is not None:
            words = self.tr("There is a tag “{name}” already.").format(name=other.name)
            merge = wishes.MergeTags(wish.tag, other)
            self._toast.show_failure(words, self.tr("Merge both"), lambda: self.fulfil(merge))
        elif (work := self._work(wish)) is not None:
            self._papers.change(work)

    def _work(self, wish: wishes.Wish) -> Work | None:
        if isinstance(wish, wishes.FilePapers):
            return self._filing(wish)
        works = (self._collection_work, self._search_work, self._tag_work, self._feed_work, self._digest_work)
        return next((found for work in works if (found := work(wish)) is not None), None)

    def _collection_work(self, wish: wishes.Wish) -> Work | None:
        services = self._services
        match wish:
            case wishes.NewCollection(name, parent):
                return lambda: services.labels.new_collection(name, parent)
            case wishes.RenameCollection(collection, name):
                return lambda: services.labels.edit_collection(collection, name)
            case wishes.MoveCollection(collection, _, parent, position):
                return lambda: services.labels.move_collection(collection, parent, position)
            case wishes.DeleteCollection(collection):
                return lambda: services.labels.delete_collection(collection)
            case _:
                return None

    def _search_work(self, wish: wishes.Wish) -> Work | None:
        services, typed = self._services, self._room.listing.query
        match wish:
            case wishes.SaveSearch(name):
                return lambda: services.labels.save_search(name, typed)
            case wishes.EditSearch(search, name, query):
                return lambda: services.labels.edit_search(search, name, query)
            case wishes.MoveSearch(search, _, position):
                return lambda: services.labels.move_search(search, position)
            case wishes.DeleteSearch(search):
                return lambda: services.labels.delete_search(search)
            case _:
                return None

    def _tag_work(self, wish: wishes.Wish) -> Work | None:
        services = self._services
        match wish:
            case wishes.EditTag(tag, name, color):
                return lambda: services.labels.edit_tag(tag.id, name, color)
            case wishes.RenameLevel(level, name):
                return lambda: services.labels.rename_level(level, name)
            case wishes.MergeTags(tag, into):
                return lambda: services.labels.merge_tags([tag.id], into.id)
            case wishes.DeleteTag(tag):
                return lambda: services.labels.delete_tag(tag.id)
            case wishes.DeleteLevel(level):
                return lambda: services.labels.delete_level(level)
            case _:
                return None

    def _feed_work(self, wish: wishes.Wish) -> Work | None:
        services = self._services

        def renamed(feed: FeedId, name: str) -> Changes:
            known = {each.id: each.choice for each in services.feeds.feeds()}
            return services.feeds.edit(feed, replace(known[feed], name=name)) if feed in known else Changes()

        match wish:
            case wishes.RenameFeed(feed, name):
                return lambda: renamed(feed, name)
            case wishes.MoveFeed(feed, _, position):
                return lambda: services.feeds.move(feed, position)
            case wishes.Unfollow(feed):
                return lambda: services.feeds.delete(feed)
            case _:
                return None

    def _digest_work(self, wish: wishes.Wish) -> Work | None:
        services = self._services

        def renamed(digest: OwnDigestId, name: str) -> Changes:
            return services.own_digests.edit(digest, replace(services.own_digests.digest(digest).choice, name=name))

        match wish:
            case wishes.RenameOwnDigest(digest, name):
                return lambda: renamed(digest, name)
            case wishes.DeleteOwnDigest(digest):
                return lambda: services.own_digests.delete(digest)
            case _:
                return None

    def _filing(self, wish: wishes.FilePapers) -> Work | None:
        services, papers, key = self._services, wish.papers, wish.target
        match key.kind:
            case Kind.COLLECTION:
                return lambda: services.labels.collect(papers, CollectionId(key.item))
            case Kind.OWN_DIGEST:
                return lambda: services.own_digests.add(OwnDigestId(key.item), papers)
            case Kind.TAG | Kind.LEVEL:
                return lambda: services.labels.tag(papers, [wish.name])
            case _:
                return self._filing_in_place(papers, Place(key.name))

    def _filing_in_place(self, papers: tuple[PaperId, ...], place: Place) -> Work | None:
        services = self._services
        match place:
            case Place.STARRED:
                return lambda: services.reading_list.set_starred(papers, True)
            case Place.TRASH:
                return lambda: services.organising.move_to_trash(papers)
            case Place.ALL:
                return lambda: services.organising.restore(papers)
            case _:
                status = _STATUS[place]
                return lambda: services.reading_list.set_status(papers, status)

    def _tag_named(self, name: str, other_than: TagId) -> Tag | None:
        tags = self._room.counts.tags
        return next((tag for tag in tags if label_key(tag.name) == label_key(name) and tag.id != other_than), None)

    def _bind_details(self) -> None:
        strip = self._room.details.page.strip
        strip.bind(self._commands)
        strip.tag_followed.connect(self._show_tag)
        strip.tag_removed.connect(self._untag)
        strip.collection_followed.connect(self._show_collection)
        strip.collection_removed.connect(self._uncollect)

    def _show_tag(self, name: str) -> None:
        tags = self._room.counts.tags
        if (tag := next((tag for tag in tags if tag.name == name), None)) is not None:
            self._room.go_to(Place.TAG, tag.id)

    def _untag(self, name: str) -> None:
        services, papers = self._services, self._room.selected
        self._papers.change(lambda: services.labels.untag(papers, [name]))

    def _show_collection(self, collection: CollectionId) -> None:
        self._room.go_to(Place.COLLECTION, collection)

    def _uncollect(self, collection: CollectionId) -> None:
        services, papers = self._services, self._room.selected
        self._papers.change(lambda: services.labels.uncollect(papers, collection))

    def _move_in_queue(self, papers: tuple[PaperId, ...], before: PaperId | None) -> None:
        services = self._services
        self._papers.change(lambda: services.reading_list.move_in_queue(papers, before))

    def _set_starred(self, paper: PaperId, starred: bool) -> None:
        services = self._services
        self._papers.change(lambda: services.reading_list.set_starred([paper], starred))

    def _new_collection(self) -> None:
        self._unfold_sidebar()
        self._room.sidebar.view.name_collection()

    def _save_search(self) -> None:
        self._unfold_sidebar()
        self._room.sidebar.view.name_search(self._room.listing.query)

    def _unfold_sidebar(self) -> None:
        shown = self._commands[Id.SIDEBAR]
        if not shown.isChecked():
            shown.trigger()

    def _remove_from_collection(self) -> None:
        listing = self._room.listing
        if listing.place is Place.COLLECTION and listing.item is not None:
            self._uncollect(CollectionId(listing.item))
