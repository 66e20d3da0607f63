"""What a name that was typed over a row of the sidebar, and Delete on it, ask for."""

from desktop.domain.ids import CollectionId, DigestId, FeedId, OwnDigestId, SearchId
from desktop.domain.labels import TAG_SEPARATOR
from desktop.ui.sidebar import wishes
from desktop.ui.sidebar.entries import Entry, Key, Kind, Section
from desktop.ui.sidebar.moves import known_tag, renamed_tag
from desktop.ui.sidebar.sidebar_model import SidebarModel
from desktop.ui.sidebar.wishes import Wish

SEARCHES = Key(Kind.SECTION, name=Section.SEARCHES.value)


def naming(model: SidebarModel, entry: Entry, text: str) -> Wish | None:
    """What is asked for by typing that name; None where a row has none of its own."""
    draft, item = model.draft, entry.key.item
    match entry.key.kind:
        case Kind.DRAFT if draft == SEARCHES:
            return wishes.SaveSearch(text)
        case Kind.DRAFT if draft is not None:
            return wishes.NewCollection(text, CollectionId(draft.item) if draft.item else None)
        case Kind.COLLECTION:
            return wishes.RenameCollection(CollectionId(item), text)
        case Kind.SEARCH:
            return wishes.EditSearch(SearchId(item), text, entry.whole)
        case Kind.FEED:
            return wishes.RenameFeed(FeedId(item), text)
        case Kind.OWN_DIGEST:
            return wishes.RenameOwnDigest(OwnDigestId(item), text)
        case Kind.TAG | Kind.LEVEL:
            levels = entry.whole.split(TAG_SEPARATOR)[:-1]
            return renamed_tag(model, entry, TAG_SEPARATOR.join((*levels, text)))
        case _:
            return None


def deletion(model: SidebarModel, entry: Entry) -> Wish | None:
    """What Delete asks for on that row; None where it means nothing."""
    item = entry.key.item
    match entry.key.kind:
        case Kind.COLLECTION:
            return wishes.DeleteCollection(CollectionId(item), entry.name)
        case Kind.SEARCH:
            return wishes.DeleteSearch(SearchId(item), entry.name)
        case Kind.FEED:
            return wishes.Unfollow(FeedId(item), entry.name)
        case Kind.OWN_DIGEST:
            return wishes.DeleteOwnDigest(OwnDigestId(item), entry.name)
        case Kind.DIGEST:
            return wishes.RemoveDigest(DigestId(item))
        case Kind.LEVEL:
            return wishes.DeleteLevel(entry.whole)
        case _:
            tag = known_tag(model, entry)
            return wishes.DeleteTag(tag) if tag is not None else None
