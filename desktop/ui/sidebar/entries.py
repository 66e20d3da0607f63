"""What stands in the sidebar: places, and sections with collections, saved searches, feeds, tags and digests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from desktop.domain.ids import CollectionId, SearchId
from desktop.domain.labels import TAG_SEPARATOR, Collection, SavedSearch, Tag, label_key
from desktop.domain.listing import DigestSummary, FeedSummary, Listing, OwnDigestSummary, Place, Sidebar


class Kind(StrEnum):
    """What a row stands for."""

    PLACE = "place"
    SECTION = "section"
    """A heading."""
    COLLECTION = "collection"
    SEARCH = "search"
    TAG = "tag"
    LEVEL = "level"
    """A level of the tree of tags that is no tag of its own."""
    DIGEST = "digest"
    FEED = "feed"
    OWN_DIGEST = "own-digest"
    HINT = "hint"
    """Says how an empty section is filled."""
    DRAFT = "draft"
    """Something new, whose name is being typed."""


class Section(StrEnum):
    """The headings, in order."""

    COLLECTIONS = "collections"
    SEARCHES = "searches"
    FEEDS = "feeds"
    TAGS = "tags"
    OWN_DIGESTS = "own-digests"
    DIGESTS = "digests"


@dataclass(frozen=True, slots=True)
class Key:
    """Which thing a row stands for, whatever its name and count are."""

    kind: Kind
    item: int = 0
    """Of a collection, saved search, feed, tag or digest."""
    name: str = ""
    """Of a place, section or level."""

    @property
    def written(self) -> str:
        """As a text, for the settings and for drags."""
        return f"{self.kind.value}:{self.name or self.item}"


_OF_ONE_THING = (Kind.COLLECTION, Kind.SEARCH, Kind.FEED, Kind.TAG, Kind.OWN_DIGEST, Kind.DIGEST)


def read_key(text: str) -> Key:
    """The key that was `written`."""
    kind, _, rest = text.partition(":")
    return Key(Kind(kind), int(rest)) if Kind(kind) in _OF_ONE_THING else Key(Kind(kind), name=rest)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the sidebar with those below it."""

    key: Key
    name: str
    count: int | None = None
    """None: not known, or none that matters."""
    icon: str = ""
    color: int = 0
    """Of a tag, 0 for none."""
    whole: str = ""
    """The whole name, where `name` is a part of it; a query for a saved search."""
    children: "tuple[Entry, ...]" = ()

    @property
    def listing(self) -> Listing | None:
        """What is shown when the row is chosen."""
        match self.key.kind:
            case Kind.PLACE:
                return Listing(Place(self.key.name))
            case kind if kind in _OF_ONE_THING:
                return Listing(Place(self.key.kind.value), self.key.item)
            case Kind.LEVEL:
                return Listing(query=level_query(self.whole), typing=False)
            case _:
                return None


PLACES = (
    (Place.INBOX, "inbox"),
    (Place.QUEUE, "queue"),
    (Place.DUE, "due"),
    (Place.READING, "reading"),
    (Place.RECENTLY_READ, "recently-read"),
    (Place.STARRED, "star"),
    (Place.ALL, "papers"),
    (Place.RECENT, "recent"),
    (Place.NEW_VERSIONS, "new-version"),
)
_WHILE_ANY = (Place.DUE, Place.STARRED, Place.NEW_VERSIONS)
"""Shown only while they hold papers."""


def level_query(name: str) -> str:
    """The search for a level of the tree of tags, which lists what is below it."""
    return 'tag:"{name}"'.format(name=name.replace('"', " "))


def entries(
    sidebar: Sidebar, counted: Mapping[SearchId, int], *, keep: Place | None = None, draft: Section | None = None
) -> tuple[Entry, ...]:
    """All rows. A place that is shown only while it holds papers stays if it is `keep`; `draft` is the section in which
    something new is being named (below a collection, the model puts it)."""
    counts = _counts(sidebar)
    shown = ((place, icon) for place, icon in PLACES if counts[place] or place not in _WHILE_ANY or place is keep)
    places = (_place(place, icon, counts[place]) for place, icon in shown)
    sections = {
        Section.COLLECTIONS: _collections(sidebar.collections),
        Section.SEARCHES: tuple(_search(search, counted.get(search.id)) for search in sidebar.searches),
        Section.FEEDS: tuple(map(_feed, sidebar.feeds)),
        Section.TAGS: _tags(sidebar),
        Section.OWN_DIGESTS: tuple(map(_own_digest, sidebar.own_digests)),
        Section.DIGESTS: tuple(map(_digest, sidebar.digests)),
    }
    named = (_section(section, children, draft is section) for section, children in sections.items())
    return (*places, *named, _place(Place.TRASH, "trash", sidebar.trash))


def _counts(sidebar: Sidebar) -> dict[Place, int]:
    return {
        Place.INBOX: sidebar.inbox,
        Place.QUEUE: sidebar.queue,
        Place.DUE: sidebar.due,
        Place.READING: sidebar.reading,
        Place.RECENTLY_READ: sidebar.recently_read,
        Place.STARRED: sidebar.starred,
        Place.ALL: sidebar.all,
        Place.RECENT: sidebar.recent,
        Place.NEW_VERSIONS: sidebar.new_versions,
    }


def _place(place: Place, icon: str, count: int) -> Entry:
    return Entry(Key(Kind.PLACE, name=place.value), place_name(place), count, icon)


def _section(section: Section, children: tuple[Entry, ...], drafted: bool) -> Entry:
    name = section_name(section)
    if not children and not drafted:
        children = (Entry(Key(Kind.HINT, name=section.value), _hint(section)),)
        return Entry(Key(Kind.SECTION, name=section.value), name, 0, children=children)
    return Entry(Key(Kind.SECTION, name=section.value), name, len(children), children=children)


def _search(search: SavedSearch, count: int | None) -> Entry:
    return Entry(Key(Kind.SEARCH, search.id), search.name, count, "saved-search", whole=search.query)


def _digest(digest: DigestSummary) -> Entry:
    name = digest.name.removesuffix(".md").removesuffix(".txt")
    return Entry(Key(Kind.DIGEST, digest.id), name, digest.papers, "digest", whole=digest.name)


def _feed(feed: FeedSummary) -> Entry:
    image, told = "feed", "{name}"
    if not feed.active:
        image, told = "pause", QCoreApplication.translate("Sidebar", "{name} – paused")
    elif feed.failed:
        image, told = "warn", QCoreApplication.translate("Sidebar", "{name} – could not be read last time")
    return Entry(Key(Kind.FEED, feed.id), feed.name, feed.inbox, image, whole=told.format(name=feed.name))


def _own_digest(digest: OwnDigestSummary) -> Entry:
    return Entry(Key(Kind.OWN_DIGEST, digest.id), digest.name, digest.papers, "digest")


def _collections(collections: Iterable[Collection]) -> tuple[Entry, ...]:
    below: dict[CollectionId | None, list[Collection]] = {}
    for collection in collections:
        below.setdefault(collection.parent, []).append(collection)

    def tree(parent: CollectionId | None) -> tuple[Entry, ...]:
        return tuple(
            Entry(Key(Kind.COLLECTION, here.id), here.name, here.papers, "folder", children=tree(here.id))
            for here in below.get(parent, ())
        )

    return tree(None)


def _tags(sidebar: Sidebar) -> tuple[Entry, ...]:
    """The tree of tags by the levels of their names, whose case does not matter."""
    known: dict[str, Tag] = {}
    names: dict[str, str] = {}
    below: dict[str, dict[str, None]] = {}
    for tag in sidebar.tags:
        known[_level_key(tag.name)] = tag
        name = tag.name
        while name:
            parent = name.rpartition(TAG_SEPARATOR)[0]
            names.setdefault(_level_key(name), name)
            below.setdefault(_level_key(parent), {})[_level_key(name)] = None
            name = parent

    levels = {level.key: level.papers for level in sidebar.levels}

    def tree(parent: str) -> tuple[Entry, ...]:
        return tuple(
            _tag(names[key], known.get(key), levels.get(key), tree(key)) for key in sorted(below.get(parent, ()))
        )

    return tree("")


@lru_cache(maxsize=4096)
def _level_key(name: str) -> str:
    return TAG_SEPARATOR.join(map(label_key, name.split(TAG_SEPARATOR)))


def _tag(name: str, tag: Tag | None, papers: int | None, children: tuple[Entry, ...]) -> Entry:
    short = name.rpartition(TAG_SEPARATOR)[2]
    if tag is None:
        return Entry(Key(Kind.LEVEL, name=name), short, papers, whole=name, children=children)
    short = tag.name.rpartition(TAG_SEPARATOR)[2]
    return Entry(Key(Kind.TAG, tag.id), short, tag.papers, color=tag.color, whole=tag.name, children=children)


def with_draft(entry: Entry, parent: Key) -> Entry:
    """The same tree with a row for something new at the end of `parent`'s."""
    if entry.key == parent:
        image = "saved-search" if parent.name == Section.SEARCHES else "folder"
        return replace(entry, children=(*entry.children, Entry(Key(Kind.DRAFT), "", icon=image)))
    return replace(entry, children=tuple(with_draft(child, parent) for child in entry.children))


def place_name(place: Place) -> str:
    """The place in the language of the window."""
    translate = QCoreApplication.translate
    names = {
        Place.INBOX: translate("Sidebar", "Inbox"),
        Place.QUEUE: translate("Sidebar", "Queue"),
        Place.DUE: translate("Sidebar", "Due this week"),
        Place.READING: translate("Sidebar", "Reading"),
        Place.RECENTLY_READ: translate("Sidebar", "Recently read"),
        Place.STARRED: translate("Sidebar", "Starred"),
        Place.ALL: translate("Sidebar", "All papers"),
        Place.RECENT: translate("Sidebar", "Recently added"),
        Place.NEW_VERSIONS: translate("Sidebar", "New versions"),
        Place.TRASH: translate("Sidebar", "Trash"),
    }
    return names[place]


def section_name(section: Section) -> str:
    """The heading in the language of the window."""
    translate = QCoreApplication.translate
    names = {
        Section.COLLECTIONS: translate("Sidebar", "Collections"),
        Section.SEARCHES: translate("Sidebar", "Saved searches"),
        Section.FEEDS: translate("Sidebar", "Feeds"),
        Section.TAGS: translate("Sidebar", "Tags"),
        Section.OWN_DIGESTS: translate("Sidebar", "My digests"),
        Section.DIGESTS: translate("Sidebar", "Digests"),
    }
    return names[section]


def _hint(section: Section) -> str:
    translate = QCoreApplication.translate
    hints = {
        Section.COLLECTIONS: translate("Sidebar", "Ctrl+Shift+N makes one"),
        Section.SEARCHES: translate("Sidebar", "Ctrl+S keeps a search"),
        Section.FEEDS: translate("Sidebar", "Ctrl+Alt+F follows arXiv"),
        Section.TAGS: translate("Sidebar", "T tags selected papers"),
        Section.OWN_DIGESTS: translate("Sidebar", "Ctrl+Alt+N makes one"),
        Section.DIGESTS: translate("Sidebar", "Drop a digest here"),
    }
    return hints[section]
