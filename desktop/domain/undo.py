"""What can be undone, named so that a menu can say it in any language."""

from dataclasses import dataclass
from enum import StrEnum


class UndoKind(StrEnum):
    """What a step did."""

    EDIT_TEXT = "edit-text"
    EDIT_FACT = "edit-fact"
    REVERT_TEXT = "revert-text"
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


@dataclass(frozen=True, slots=True)
class UndoLabel:
    """A step as the menu names it: what was done to how many papers."""

    kind: UndoKind
    count: int


@dataclass(frozen=True, slots=True)
class UndoState:
    """The next step back and the next step forward; None where there is none."""

    undo: UndoLabel | None
    redo: UndoLabel | None
