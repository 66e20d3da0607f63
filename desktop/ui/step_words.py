"""Steps of undo in words: behind Undo and Redo in the menu, and as they are told once they were done."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.undo import UndoKind, UndoLabel
from desktop.ui import wording
from desktop.ui.language import QT_TRANSLATE_NOOP

_Kind = UndoKind
_STEPS: dict[tuple[UndoKind, str], str] = {
    (_Kind.EDIT_TEXT, ""): QT_TRANSLATE_NOOP("Wording", "edit of {papers}"),
    (_Kind.EDIT_FACT, ""): QT_TRANSLATE_NOOP("Wording", "edit of {papers}"),
    (_Kind.REVERT_TEXT, ""): QT_TRANSLATE_NOOP("Wording", "return to the digest’s text"),
    (_Kind.SPLIT, ""): QT_TRANSLATE_NOOP("Wording", "split of a paper"),
    (_Kind.TRASH, ""): QT_TRANSLATE_NOOP("Wording", "move of {papers} to Trash"),
    (_Kind.RESTORE, ""): QT_TRANSLATE_NOOP("Wording", "restoring of {papers}"),
    (_Kind.REMOVE_DIGEST, ""): QT_TRANSLATE_NOOP("Wording", "removal of a digest"),
    (_Kind.IMPORT, ""): QT_TRANSLATE_NOOP("Wording", "import of {papers}"),
    (_Kind.ADD, ""): QT_TRANSLATE_NOOP("Wording", "adding of {papers}"),
    (_Kind.ATTACH, ""): QT_TRANSLATE_NOOP("Wording", "PDF attached to {papers}"),
    (_Kind.MATCH, ""): QT_TRANSLATE_NOOP("Wording", "arXiv id taken over for {papers}"),
    (_Kind.NEW_VERSION, ""): QT_TRANSLATE_NOOP("Wording", "newest version of {papers}"),
    (_Kind.STATUS, "inbox"): QT_TRANSLATE_NOOP("Wording", "{papers} moved to the inbox"),
    (_Kind.STATUS, "queued"): QT_TRANSLATE_NOOP("Wording", "{papers} queued"),
    (_Kind.STATUS, "reading"): QT_TRANSLATE_NOOP("Wording", "{papers} marked as reading"),
    (_Kind.STATUS, "read"): QT_TRANSLATE_NOOP("Wording", "{papers} marked as read"),
    (_Kind.STATUS, "archived"): QT_TRANSLATE_NOOP("Wording", "{papers} archived"),
    (_Kind.STATUS, "*"): QT_TRANSLATE_NOOP("Wording", "status of {papers}"),
    (_Kind.STAR, ""): QT_TRANSLATE_NOOP("Wording", "star on {papers}"),
    (_Kind.UNSTAR, ""): QT_TRANSLATE_NOOP("Wording", "star taken off {papers}"),
    (_Kind.PRIORITY, "0"): QT_TRANSLATE_NOOP("Wording", "no priority for {papers}"),
    (_Kind.PRIORITY, "1"): QT_TRANSLATE_NOOP("Wording", "low priority for {papers}"),
    (_Kind.PRIORITY, "2"): QT_TRANSLATE_NOOP("Wording", "medium priority for {papers}"),
    (_Kind.PRIORITY, "3"): QT_TRANSLATE_NOOP("Wording", "high priority for {papers}"),
    (_Kind.PRIORITY, "*"): QT_TRANSLATE_NOOP("Wording", "priority of {papers}"),
    (_Kind.DUE, ""): QT_TRANSLATE_NOOP("Wording", "no due date for {papers}"),
    (_Kind.DUE, "*"): QT_TRANSLATE_NOOP("Wording", "due date {detail} for {papers}"),
    (_Kind.QUEUE_ORDER, ""): QT_TRANSLATE_NOOP("Wording", "move of {papers} in the queue"),
    (_Kind.TAG, "*"): QT_TRANSLATE_NOOP("Wording", "tag “{detail}” on {papers}"),
    (_Kind.UNTAG, "*"): QT_TRANSLATE_NOOP("Wording", "tag “{detail}” off {papers}"),
    (_Kind.EDIT_TAG, "*"): QT_TRANSLATE_NOOP("Wording", "edit of the tag “{detail}”"),
    (_Kind.MERGE_TAGS, "*"): QT_TRANSLATE_NOOP("Wording", "merge into the tag “{detail}”"),
    (_Kind.DELETE_TAG, "*"): QT_TRANSLATE_NOOP("Wording", "deletion of the tag “{detail}”"),
    (_Kind.COLLECT, "*"): QT_TRANSLATE_NOOP("Wording", "{papers} put into “{detail}”"),
    (_Kind.UNCOLLECT, "*"): QT_TRANSLATE_NOOP("Wording", "{papers} taken out of “{detail}”"),
    (_Kind.NEW_COLLECTION, "*"): QT_TRANSLATE_NOOP("Wording", "new collection “{detail}”"),
    (_Kind.EDIT_COLLECTION, "*"): QT_TRANSLATE_NOOP("Wording", "edit of the collection “{detail}”"),
    (_Kind.DELETE_COLLECTION, "*"): QT_TRANSLATE_NOOP("Wording", "deletion of the collection “{detail}”"),
    (_Kind.SAVE_SEARCH, "*"): QT_TRANSLATE_NOOP("Wording", "saved search “{detail}”"),
    (_Kind.EDIT_SEARCH, "*"): QT_TRANSLATE_NOOP("Wording", "edit of the saved search “{detail}”"),
    (_Kind.DELETE_SEARCH, "*"): QT_TRANSLATE_NOOP("Wording", "deletion of the saved search “{detail}”"),
    (_Kind.MERGE_PAPERS, ""): QT_TRANSLATE_NOOP("Wording", "merge of {papers}"),
    (_Kind.KEEP_APART, ""): QT_TRANSLATE_NOOP("Wording", "{papers} kept apart"),
    (_Kind.EMPTY_TRASH, ""): QT_TRANSLATE_NOOP("Wording", "emptying of the Trash ({papers})"),
    (_Kind.FOLLOW_FEED, ""): QT_TRANSLATE_NOOP("Wording", "following of several feeds"),
    (_Kind.FOLLOW_FEED, "*"): QT_TRANSLATE_NOOP("Wording", "following of “{detail}”"),
    (_Kind.EDIT_FEED, "*"): QT_TRANSLATE_NOOP("Wording", "edit of the feed “{detail}”"),
    (_Kind.DELETE_FEED, "*"): QT_TRANSLATE_NOOP("Wording", "end of following “{detail}”"),
    (_Kind.NEW_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "new digest “{detail}”"),
    (_Kind.EDIT_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "edit of the digest “{detail}”"),
    (_Kind.ADD_TO_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "{papers} added to “{detail}”"),
    (_Kind.TAKE_OUT_OF_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "{papers} taken out of “{detail}”"),
    (_Kind.MOVE_IN_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "{papers} moved in “{detail}”"),
    (_Kind.DELETE_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "deletion of the digest “{detail}”"),
    (_Kind.CLEAR_TEXTS, ""): QT_TRANSLATE_NOOP("Wording", "removal of a model’s texts from {papers}"),
}
"""By kind and detail; "*" stands for any detail that has no words of its own."""


def step(label: UndoLabel) -> str:
    """A step as it stands behind Undo: "move of 3 papers to Trash"."""
    return _told(_STEPS, label)


_DONE: dict[tuple[UndoKind, str], str] = {
    (_Kind.EDIT_TEXT, ""): QT_TRANSLATE_NOOP("Wording", "Edited {papers}."),
    (_Kind.EDIT_FACT, ""): QT_TRANSLATE_NOOP("Wording", "Edited {papers}."),
    (_Kind.REVERT_TEXT, ""): QT_TRANSLATE_NOOP("Wording", "The digest’s text is back."),
    (_Kind.SPLIT, ""): QT_TRANSLATE_NOOP("Wording", "The entry is a paper of its own now."),
    (_Kind.TRASH, ""): QT_TRANSLATE_NOOP("Wording", "Moved {papers} to the Trash."),
    (_Kind.RESTORE, ""): QT_TRANSLATE_NOOP("Wording", "Restored {papers}."),
    (_Kind.REMOVE_DIGEST, ""): QT_TRANSLATE_NOOP("Wording", "Removed the digest."),
    (_Kind.IMPORT, ""): QT_TRANSLATE_NOOP("Wording", "Imported {papers}."),
    (_Kind.ADD, ""): QT_TRANSLATE_NOOP("Wording", "Added {papers}."),
    (_Kind.ATTACH, ""): QT_TRANSLATE_NOOP("Wording", "PDF attached to {papers}."),
    (_Kind.MATCH, ""): QT_TRANSLATE_NOOP("Wording", "Took over the arXiv id of {papers}."),
    (_Kind.NEW_VERSION, ""): QT_TRANSLATE_NOOP("Wording", "The newest version of {papers} is shown."),
    (_Kind.STATUS, "inbox"): QT_TRANSLATE_NOOP("Wording", "Moved {papers} to the inbox."),
    (_Kind.STATUS, "queued"): QT_TRANSLATE_NOOP("Wording", "Queued {papers}."),
    (_Kind.STATUS, "reading"): QT_TRANSLATE_NOOP("Wording", "Marked {papers} as reading."),
    (_Kind.STATUS, "read"): QT_TRANSLATE_NOOP("Wording", "Marked {papers} as read."),
    (_Kind.STATUS, "archived"): QT_TRANSLATE_NOOP("Wording", "Archived {papers}."),
    (_Kind.STATUS, "*"): QT_TRANSLATE_NOOP("Wording", "Changed the status of {papers}."),
    (_Kind.STAR, ""): QT_TRANSLATE_NOOP("Wording", "Starred {papers}."),
    (_Kind.UNSTAR, ""): QT_TRANSLATE_NOOP("Wording", "Took the star off {papers}."),
    (_Kind.PRIORITY, "0"): QT_TRANSLATE_NOOP("Wording", "No priority any more: {papers}."),
    (_Kind.PRIORITY, "1"): QT_TRANSLATE_NOOP("Wording", "Low priority: {papers}."),
    (_Kind.PRIORITY, "2"): QT_TRANSLATE_NOOP("Wording", "Medium priority: {papers}."),
    (_Kind.PRIORITY, "3"): QT_TRANSLATE_NOOP("Wording", "High priority: {papers}."),
    (_Kind.PRIORITY, "*"): QT_TRANSLATE_NOOP("Wording", "Changed the priority of {papers}."),
    (_Kind.DUE, ""): QT_TRANSLATE_NOOP("Wording", "No due date any more: {papers}."),
    (_Kind.DUE, "*"): QT_TRANSLATE_NOOP("Wording", "Due on {detail}: {papers}."),
    (_Kind.QUEUE_ORDER, ""): QT_TRANSLATE_NOOP("Wording", "Moved {papers} in the queue."),
    (_Kind.TAG, "*"): QT_TRANSLATE_NOOP("Wording", "Tagged {papers} “{detail}”."),
    (_Kind.UNTAG, "*"): QT_TRANSLATE_NOOP("Wording", "Took the tag “{detail}” off {papers}."),
    (_Kind.EDIT_TAG, "*"): QT_TRANSLATE_NOOP("Wording", "Changed the tag “{detail}”."),
    (_Kind.MERGE_TAGS, "*"): QT_TRANSLATE_NOOP("Wording", "Merged into the tag “{detail}”."),
    (_Kind.DELETE_TAG, "*"): QT_TRANSLATE_NOOP("Wording", "Deleted the tag “{detail}”."),
    (_Kind.COLLECT, "*"): QT_TRANSLATE_NOOP("Wording", "Put {papers} into “{detail}”."),
    (_Kind.UNCOLLECT, "*"): QT_TRANSLATE_NOOP("Wording", "Took {papers} out of “{detail}”."),
    (_Kind.NEW_COLLECTION, "*"): QT_TRANSLATE_NOOP("Wording", "Made the collection “{detail}”."),
    (_Kind.EDIT_COLLECTION, "*"): QT_TRANSLATE_NOOP("Wording", "Changed the collection “{detail}”."),
    (_Kind.DELETE_COLLECTION, "*"): QT_TRANSLATE_NOOP(
        "Wording", "Deleted the collection “{detail}”. Its papers are still there."
    ),
    (_Kind.SAVE_SEARCH, "*"): QT_TRANSLATE_NOOP("Wording", "Saved the search “{detail}”."),
    (_Kind.EDIT_SEARCH, "*"): QT_TRANSLATE_NOOP("Wording", "Changed the saved search “{detail}”."),
    (_Kind.DELETE_SEARCH, "*"): QT_TRANSLATE_NOOP("Wording", "Deleted the saved search “{detail}”."),
    (_Kind.MERGE_PAPERS, ""): QT_TRANSLATE_NOOP("Wording", "Merged {papers} into one."),
    (_Kind.KEEP_APART, ""): QT_TRANSLATE_NOOP("Wording", "Kept apart from now on: {papers}."),
    (_Kind.EMPTY_TRASH, ""): QT_TRANSLATE_NOOP("Wording", "Emptied the Trash: {papers}."),
    (_Kind.FOLLOW_FEED, ""): QT_TRANSLATE_NOOP("Wording", "Following several feeds from now on."),
    (_Kind.FOLLOW_FEED, "*"): QT_TRANSLATE_NOOP("Wording", "Following “{detail}” from now on."),
    (_Kind.EDIT_FEED, "*"): QT_TRANSLATE_NOOP("Wording", "Changed the feed “{detail}”."),
    (_Kind.DELETE_FEED, "*"): QT_TRANSLATE_NOOP(
        "Wording", "“{detail}” is followed no more. Its papers are still there."
    ),
    (_Kind.NEW_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "Made the digest “{detail}”."),
    (_Kind.EDIT_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "Changed the digest “{detail}”."),
    (_Kind.ADD_TO_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "Added {papers} to “{detail}”."),
    (_Kind.TAKE_OUT_OF_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "Took {papers} out of “{detail}”."),
    (_Kind.MOVE_IN_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP("Wording", "Moved {papers} in “{detail}”."),
    (_Kind.DELETE_OWN_DIGEST, "*"): QT_TRANSLATE_NOOP(
        "Wording", "Deleted the digest “{detail}”. Its papers are still there."
    ),
    (_Kind.CLEAR_TEXTS, ""): QT_TRANSLATE_NOOP("Wording", "Took a model’s texts away from {papers}."),
}


def done(label: UndoLabel) -> str:
    """A step as it is told once it was done: "Moved 3 papers to the Trash."."""
    return _told(_DONE, label)


def _told(words: dict[tuple[UndoKind, str], str], label: UndoLabel) -> str:
    kind, detail = label.kind, label.detail
    text = next(words[key] for key in ((kind, detail), (kind, "*"), (kind, "")) if key in words)
    return QCoreApplication.translate("Wording", text).format(papers=wording.papers(label.count), detail=detail)
