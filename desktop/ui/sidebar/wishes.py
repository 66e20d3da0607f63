"""What a person asks for in the sidebar; `desk/label_actions` does it."""

from dataclasses import dataclass

from desktop.domain.ids import CollectionId, DigestId, PaperId, SearchId
from desktop.domain.labels import Tag
from desktop.ui.sidebar.entries import Key


@dataclass(frozen=True, slots=True)
class NewCollection:
    """A collection below another, or at the top."""

    name: str
    parent: CollectionId | None


@dataclass(frozen=True, slots=True)
class RenameCollection:
    """Another name for a collection."""

    collection: CollectionId
    name: str


@dataclass(frozen=True, slots=True)
class MoveCollection:
    """To that place among those below `parent`, with all below it."""

    collection: CollectionId
    name: str
    parent: CollectionId | None
    position: int


@dataclass(frozen=True, slots=True)
class DeleteCollection:
    """Its papers stay."""

    collection: CollectionId
    name: str


@dataclass(frozen=True, slots=True)
class SaveSearch:
    """The present search under a name."""

    name: str


@dataclass(frozen=True, slots=True)
class EditSearch:
    """Another name or query."""

    search: SearchId
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class MoveSearch:
    """To that place among the saved searches."""

    search: SearchId
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class DeleteSearch:
    """Forget a saved search."""

    search: SearchId
    name: str


@dataclass(frozen=True, slots=True)
class EditTag:
    """Another name, with what is below it, or another colour."""

    tag: Tag
    name: str
    color: int


@dataclass(frozen=True, slots=True)
class RenameLevel:
    """Another name for a level of the tree of tags that is no tag of its own."""

    level: str
    name: str


@dataclass(frozen=True, slots=True)
class DeleteLevel:
    """All tags below that level go."""

    level: str


@dataclass(frozen=True, slots=True)
class MergeTags:
    """All papers of the one get the other."""

    tag: Tag
    into: Tag


@dataclass(frozen=True, slots=True)
class DeleteTag:
    """A tag goes, what is below it stays; its papers stay, too."""

    tag: Tag


@dataclass(frozen=True, slots=True)
class RemoveDigest:
    """A digest goes to the Trash."""

    digest: DigestId


@dataclass(frozen=True, slots=True)
class ExportDigest:
    """A digest is written to a file."""

    digest: DigestId


@dataclass(frozen=True, slots=True)
class FilePapers:
    """Papers were dropped on a row."""

    papers: tuple[PaperId, ...]
    target: Key
    name: str
    """Of the collection or tag."""


Wish = (
    NewCollection
    | RenameCollection
    | MoveCollection
    | DeleteCollection
    | SaveSearch
    | EditSearch
    | MoveSearch
    | DeleteSearch
    | EditTag
    | RenameLevel
    | DeleteLevel
    | MergeTags
    | DeleteTag
    | RemoveDigest
    | ExportDigest
    | FilePapers
)
