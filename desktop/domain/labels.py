"""What a person files papers under: tags, collections, saved searches."""

import unicodedata
from dataclasses import dataclass

from desktop.domain.ids import CollectionId, SearchId, TagId

TAG_SEPARATOR = "/"
"""Stands between the levels of a tag's name: ml/vision lies below ml."""


def label_key(name: str) -> str:
    """The name of a tag or saved search as it is compared: without regard to case, width and spaces at its ends."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass(frozen=True, slots=True)
class TagLabel:
    """A tag as a row of the table shows it."""

    name: str
    color: int = 0
    """1 to 8 as the colours of marks; 0 for none."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag. Names differ in more than case."""

    id: TagId
    name: str
    color: int
    papers: int
    """With this very tag or one below it, without those in the Trash."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of a tree; a paper may be in many."""

    id: CollectionId
    parent: CollectionId | None
    name: str
    position: int
    """Among those with the same parent."""
    papers: int
    """In this very collection or one below it, without those in the Trash."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name, which other queries may refer to."""

    id: SearchId
    name: str
    query: str
    position: int
