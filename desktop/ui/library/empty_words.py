"""What an empty list says, and what it offers."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.listing import Listing, Place, Sidebar
from desktop.domain.trash import DAYS_IN_TRASH
from desktop.ui.language import QT_TRANSLATE_NOOP

_OF_PLACE = {
    Place.INBOX: QT_TRANSLATE_NOOP("EmptyList", "The inbox is empty: all papers have been looked at."),
    Place.QUEUE: QT_TRANSLATE_NOOP("EmptyList", "Nothing is queued. Press Q on a paper to read it next."),
    Place.DUE: QT_TRANSLATE_NOOP("EmptyList", "Nothing is due this week. Press D on a paper to give it a day."),
    Place.READING: QT_TRANSLATE_NOOP("EmptyList", "No paper is being read. Opening one puts it here."),
    Place.RECENTLY_READ: QT_TRANSLATE_NOOP("EmptyList", "No paper was opened or marked as read in the last 30 days."),
    Place.STARRED: QT_TRANSLATE_NOOP("EmptyList", "No paper has a star. Press S on one that matters."),
    Place.RECENT: QT_TRANSLATE_NOOP("EmptyList", "Nothing was added in the last 7 days."),
    Place.NEW_VERSIONS: QT_TRANSLATE_NOOP("EmptyList", "No paper has a new version that you have not looked at."),
    Place.COLLECTION: QT_TRANSLATE_NOOP("EmptyList", "This collection is empty. Drag papers onto it."),
    Place.SEARCH: QT_TRANSLATE_NOOP("EmptyList", "This search finds no paper at present."),
    Place.TAG: QT_TRANSLATE_NOOP("EmptyList", "No paper has this tag. Drag papers onto it, or press T on them."),
    Place.FEED: QT_TRANSLATE_NOOP(
        "EmptyList", "This feed has not brought any papers yet. At weekends arXiv announces none."
    ),
    Place.OWN_DIGEST: QT_TRANSLATE_NOOP("EmptyList", "This digest has no papers yet. Drag papers onto it."),
    Place.DIGEST: QT_TRANSLATE_NOOP("EmptyList", "The papers of this digest are in the Trash."),
}
_FIRST = (Place.INBOX, Place.RECENT, Place.ALL)
"""In a library without papers these offer to fill it."""


def empty_words(listing: Listing, counts: Sidebar) -> tuple[str, str, str, str]:
    """Name of a drawing, a sentence, the texts of two buttons (empty for none). A search offers to be cleared, a
    library without papers to be filled, the second button by following arXiv."""
    translate = QCoreApplication.translate
    if listing.query:
        return (
            "nothing-found",
            translate("EmptyList", "No paper fits this search."),
            translate("EmptyList", "Clear search"),
            "",
        )
    if listing.place is Place.TRASH:
        sentence = translate("EmptyList", "The Trash is empty. What you move here stays for {days} days.")
        return "empty-trash", sentence.format(days=DAYS_IN_TRASH), "", ""
    if listing.place in _OF_PLACE and (counts.all or listing.place not in _FIRST):
        return "no-papers", translate("EmptyList", _OF_PLACE[listing.place]), "", ""
    sentence = translate("EmptyList", "Drop a digest here, paste arXiv links, or follow what arXiv announces.")
    return "no-papers", sentence, translate("EmptyList", "Add papers…"), translate("EmptyList", "Follow arXiv…")
