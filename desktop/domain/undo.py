"""What can be undone, named so that a menu can say it in any language."""

from dataclasses import dataclass
from enum import StrEnum


class UndoKind(StrEnum):
    """What a step did."""

    EDIT_TEXT = "edit-text"
    """`detail`: which `TextKind`."""
    EDIT_FACT = "edit-fact"
    """`detail`: which `Fact`."""
    REVERT_TEXT = "revert-text"
    """`detail`: which `TextKind`."""
    SPLIT = "split"
    TRASH = "trash"
    RESTORE = "restore"
    REMOVE_DIGEST = "remove-digest"
    IMPORT = "import"
    ADD = "add"
    ATTACH = "attach"
    """PDFs to papers that were there."""
    MATCH = "match"
    """An arXiv id to papers that had none."""
    NEW_VERSION = "new-version"
    """A paper shows the texts of its newest version on arXiv."""
    STATUS = "status"
    """`detail`: the `Status` that was set."""
    STAR = "star"
    UNSTAR = "unstar"
    PRIORITY = "priority"
    """`detail`: the number of the `Priority`."""
    DUE = "due"
    """`detail`: the day, or empty."""
    QUEUE_ORDER = "queue-order"
    TAG = "tag"
    """`detail`: names of tags, as for the following, too."""
    UNTAG = "untag"
    EDIT_TAG = "edit-tag"
    """Its name, its colour, its place in the tree."""
    MERGE_TAGS = "merge-tags"
    DELETE_TAG = "delete-tag"
    COLLECT = "collect"
    """Papers into a collection; `detail`: its name, as for the following, too."""
    UNCOLLECT = "uncollect"
    NEW_COLLECTION = "new-collection"
    EDIT_COLLECTION = "edit-collection"
    """Its name, its place in the tree."""
    DELETE_COLLECTION = "delete-collection"
    SAVE_SEARCH = "save-search"
    """`detail`: its name, as for the following, too."""
    EDIT_SEARCH = "edit-search"
    DELETE_SEARCH = "delete-search"
    MERGE_PAPERS = "merge-papers"
    KEEP_APART = "keep-apart"
    """Papers that look alike are different ones."""
    EMPTY_TRASH = "empty-trash"
    FOLLOW_FEED = "follow-feed"
    """`detail`: its name, as for the following, too."""
    EDIT_FEED = "edit-feed"
    DELETE_FEED = "delete-feed"
    CLEAR_TEXTS = "clear-texts"
    """Texts that a model wrote are taken away."""
    NEW_OWN_DIGEST = "new-own-digest"
    """`detail`: its name, as for the following, too."""
    EDIT_OWN_DIGEST = "edit-own-digest"
    """Its name, what it shows of its papers."""
    ADD_TO_OWN_DIGEST = "add-to-own-digest"
    TAKE_OUT_OF_OWN_DIGEST = "take-out-of-own-digest"
    MOVE_IN_OWN_DIGEST = "move-in-own-digest"
    DELETE_OWN_DIGEST = "delete-own-digest"


@dataclass(frozen=True, slots=True)
class UndoLabel:
    """A step as the menu names it: what was done to how many papers."""

    kind: UndoKind
    count: int
    detail: str = ""
    """See `UndoKind`; empty where the kind says nothing of one."""


@dataclass(frozen=True, slots=True)
class UndoState:
    """The next step back and the next step forward; None where there is none."""

    undo: UndoLabel | None
    redo: UndoLabel | None
