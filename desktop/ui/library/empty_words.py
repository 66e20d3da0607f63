"""What an empty list says, and what it offers."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.listing import Listing, Place, Sidebar


def empty_words(listing: Listing, counts: Sidebar) -> tuple[str, str, str]:
    """Name of a drawing, a sentence, the text of a button (empty for none). A search offers to be cleared, a library
    without papers to be filled."""
    translate = QCoreApplication.translate
    if listing.query:
        return (
            "nothing-found",
            translate("EmptyList", "No paper fits this search."),
            translate("EmptyList", "Clear search"),
        )
    if listing.place is Place.TRASH:
        return "empty-trash", translate("EmptyList", "The Trash is empty."), ""
    if listing.place is Place.RECENT and counts.all:
        return "no-papers", translate("EmptyList", "Nothing was added in the last 7 days."), ""
    if listing.place is Place.NEW_VERSIONS:
        return "no-papers", translate("EmptyList", "No paper has a new version that you have not looked at."), ""
    sentence = translate("EmptyList", "Drop a digest here, or paste arXiv links.")
    return "no-papers", sentence, translate("EmptyList", "Add papers…")
