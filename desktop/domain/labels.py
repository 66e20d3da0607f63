"""What a person files papers under: tags, collections, saved searches."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.ids import CollectionId, SearchId, TagId

TAG_SEPARATOR = "/"
"""Stands between the levels of a tag's name: ml/vision lies below ml."""

MAX_NAME = 200
"""Characters of a name."""

TAG_COLORS = range(9)
"""0 for none, 1 to 8 as the colours of marks."""


def label_key(name: str) -> str:
    """The name of a tag or saved search as it is compared: without regard to case, width and spaces at its ends."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def tidy_name(text: str) -> str:
    """The text as a name is stored: in Unicode's form NFC, on one line, one space between words. May be empty."""
    shown = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def tag_name(text: str) -> str:
    """The name of a tag as it is stored: tidy levels, none of them empty. Empty if nothing is left.

    Signs that compare like a separator (`／`, `℅`) become what they compare as: `label_key` has the same levels.
    """
    folded = ((sign, unicodedata.normalize("NFKC", sign)) for sign in text)
    plain = "".join(same if TAG_SEPARATOR in same else sign for sign, same in folded)
    return TAG_SEPARATOR.join(level for part in plain.split(TAG_SEPARATOR) if label_key(level := tidy_name(part)))


def lies_below(key: str, above: str) -> bool:
    """True if a tag with this key lies below the one with the other key."""
    return key.startswith(above + TAG_SEPARATOR)


def moved_below(name: str, above: str, target: str) -> str:
    """The name of a tag that lies below `above`, or is it, once that is called `target`."""
    rest = name.split(TAG_SEPARATOR)[len(above.split(TAG_SEPARATOR)) :]
    return TAG_SEPARATOR.join([target, *rest])


@dataclass(frozen=True, slots=True)
class TagLabel:
    """A tag as a row of the table shows it."""

    name: str
    color: int = 0
    """1 to 8 as the colours of marks; 0 for none."""


@dataclass(frozen=True, slots=True)
class CollectionLabel:
    """A collection as the details of a paper name it."""

    id: CollectionId
    name: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag. Names differ in more than case."""

    id: TagId
    name: str
    color: int
    papers: int
    """With this very tag or one below it, without those in the Trash."""


@dataclass(frozen=True, slots=True)
class TagLevel:
    """A level of the tree of tags that is no tag of its own: of ml/vision alone, ml."""

    key: str
    """Its whole name, as `label_key` compares it."""
    papers: int
    """With a tag below it, without those in the Trash."""


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


def ranked_tags(tags: Iterable[Tag], text: str) -> list[Tag]:
    """The tags that hold what is being typed: those of which a level begins so first; of these the most used."""
    typed = label_key(text)

    def rank(tag: Tag) -> tuple[bool, int, str]:
        key = label_key(tag.name)
        return f"/{typed}" not in f"/{key}", -tag.papers, key

    return sorted((tag for tag in tags if typed in label_key(tag.name)), key=rank)


def best_names(names: Iterable[str], text: str, limit: int) -> list[str]:
    """Of names in the order of their worth those that hold what is being typed: first those of which a level begins
    so."""
    typed = label_key(text)
    keyed = [(f"{TAG_SEPARATOR}{label_key(name)}", name) for name in names]
    found = [(f"{TAG_SEPARATOR}{typed}" not in key, name) for key, name in keyed if typed in key]
    return [name for _, name in sorted(found, key=lambda entry: entry[0])][:limit]
