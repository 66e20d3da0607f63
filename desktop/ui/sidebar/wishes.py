"""What a person asks for in the sidebar; `desk/label_actions` does it.

Named tuples, because they are made at every start, and a frozen dataclass takes eight times as long to make.
"""

from typing import NamedTuple

from desktop.domain.ids import CollectionId, DigestId, FeedId, OwnDigestId, PaperId, SearchId
from desktop.domain.labels import Tag
from desktop.ui.sidebar.entries import Key


class NewCollection(NamedTuple):
    """A collection below another, or at the top."""

    name: str
    parent: CollectionId | None


class RenameCollection(NamedTuple):
    """Another name for a collection."""

    collection: CollectionId
    name: str


class MoveCollection(NamedTuple):
    """To that place among those below `parent`, with all below it."""

    collection: CollectionId
    name: str
    parent: CollectionId | None
    position: int


class DeleteCollection(NamedTuple):
    """Its papers stay."""

    collection: CollectionId
    name: str


class SaveSearch(NamedTuple):
    """The present search under a name."""

    name: str


class EditSearch(NamedTuple):
    """Another name or query."""

    search: SearchId
    name: str
    query: str


class MoveSearch(NamedTuple):
    """To that place among the saved searches."""

    search: SearchId
    name: str
    position: int


class DeleteSearch(NamedTuple):
    """Forget a saved search."""

    search: SearchId
    name: str


class RenameFeed(NamedTuple):
    """Another name for a feed."""

    feed: FeedId
    name: str


class MoveFeed(NamedTuple):
    """To that place among the feeds."""

    feed: FeedId
    name: str
    position: int


class Unfollow(NamedTuple):
    """A feed goes, its papers stay."""

    feed: FeedId
    name: str


class EditFeed(NamedTuple):
    """Choose anew what it brings."""

    feed: FeedId


class AskFeed(NamedTuple):
    """Ask it now."""

    feed: FeedId


class RenameOwnDigest(NamedTuple):
    """Another name for a digest of one's own."""

    digest: OwnDigestId
    name: str


class DeleteOwnDigest(NamedTuple):
    """Its papers stay."""

    digest: OwnDigestId
    name: str


class EditTag(NamedTuple):
    """Another name, with what is below it, or another colour."""

    tag: Tag
    name: str
    color: int


class RenameLevel(NamedTuple):
    """Another name for a level of the tree of tags that is no tag of its own."""

    level: str
    name: str


class DeleteLevel(NamedTuple):
    """All tags below that level go."""

    level: str


class MergeTags(NamedTuple):
    """All papers of the one get the other."""

    tag: Tag
    into: Tag


class DeleteTag(NamedTuple):
    """A tag goes, what is below it stays; its papers stay, too."""

    tag: Tag


class RemoveDigest(NamedTuple):
    """A digest goes to the Trash."""

    digest: DigestId


class ExportDigest(NamedTuple):
    """A digest is written to a file."""

    digest: DigestId


class FilePapers(NamedTuple):
    """Papers were dropped on a row."""

    papers: tuple[PaperId, ...]
    target: Key
    name: str
    """Of the collection, tag or digest."""


Wish = (
    NewCollection
    | RenameCollection
    | MoveCollection
    | DeleteCollection
    | SaveSearch
    | EditSearch
    | MoveSearch
    | DeleteSearch
    | RenameFeed
    | MoveFeed
    | Unfollow
    | EditFeed
    | AskFeed
    | RenameOwnDigest
    | DeleteOwnDigest
    | EditTag
    | RenameLevel
    | DeleteLevel
    | MergeTags
    | DeleteTag
    | RemoveDigest
    | ExportDigest
    | FilePapers
)
