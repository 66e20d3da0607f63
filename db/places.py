"""Which papers the places of the sidebar hold, and the orders of their lists, as SQL about `papers p`.

Conditions that can be answered from an index alone say so by `p.rowid`: the rows of `papers` are long, and a place may
hold a million.
"""

from datetime import UTC, datetime, timedelta

from db.stored_values import TAKEN_BACK, now_ms
from desktop.domain.listing import Column, Listing, Place, Sort
from desktop.domain.reading_list import UNFINISHED, Status

RECENT_DAYS = 7
READ_DAYS = 30
_DAY_MS = 86_400_000

MARKS = """((SELECT count(*) FROM marks m WHERE m.paper_id = p.id) -
  (SELECT count(DISTINCT m.carried_from) FROM marks m JOIN marks o ON o.id = m.carried_from WHERE m.paper_id = p.id))"""
"""How many marks a person made: what was carried to another version counts once."""
LAST_READ = "(SELECT max(r.read_at) FROM reading_places r WHERE r.paper_id = p.id)"
TEXTS_WANTED = "EXISTS (SELECT 1 FROM text_wishes w WHERE w.paper_id = p.id AND w.state = 'wanted')"
"""Whether a language model is still to write a text of it (`desktop.domain.model_texts.WishState`)."""
_FINISHED = "CASE WHEN p.status = 'read' THEN p.finished_at END"
_FIRST_TAG = "(SELECT min(t.key) FROM paper_tags l JOIN tags t ON t.id = l.tag_id WHERE l.paper_id = p.id)"
_RANK = " ".join(f"WHEN '{status}' THEN {number}" for number, status in enumerate(Status))
_SORT_KEYS = {
    Column.TITLE: ("p.title COLLATE NOCASE",),
    Column.TRANSLATED_TITLE: ("p.translated_title = ''", "p.translated_title"),
    Column.AUTHORS: ("p.authors = ''", "p.authors COLLATE NOCASE"),
    Column.PUBLISHED: ("p.published",),
    Column.ADDED: ("p.added_at",),
    Column.ARXIV_ID: ("coalesce(p.arxiv_id, '')",),
    Column.CATEGORIES: ("p.categories",),
    Column.DIGESTS: ("(SELECT count(DISTINCT d.digest_id) FROM digest_entries d WHERE d.paper_id = p.id)",),
    Column.PDF: ("EXISTS (SELECT 1 FROM files f WHERE f.paper_id = p.id)",),
    Column.MARKS: (MARKS,),
    Column.STATUS: (f"CASE p.status {_RANK} END",),
    Column.STARRED: ("p.starred",),
    Column.PRIORITY: ("p.priority",),
    Column.DUE: ("p.due = ''", "p.due"),
    Column.TAGS: (f"{_FIRST_TAG} IS NULL", _FIRST_TAG),
    Column.LAST_READ: (f"{LAST_READ} IS NULL", LAST_READ),
}
"""What each column sorts by. The last term takes the direction; one before it keeps what is not known at the end."""
_OWN_ORDER = {
    Place.QUEUE: "p.queue_position, p.id",
    Place.DUE: "p.due, p.priority DESC, p.id DESC",
    Place.READING: "p.status_at DESC, p.id DESC",
    Place.RECENTLY_READ: f"max(coalesce({LAST_READ}, 0), coalesce({_FINISHED}, 0)) DESC, p.id DESC",
    Place.TRASH: "p.trashed_at DESC, p.id DESC",
}
"""Of places where the newest do not come first."""

IN_USE = "p.rowid NOT IN (SELECT t.id FROM papers t WHERE t.trashed_at IS NOT NULL)"
"""Asks the index of the Trash once; `p.trashed_at IS NULL` would read the row of every paper that a search finds."""

_UNFINISHED = ", ".join(f"'{status}'" for status in UNFINISHED)
DUE_SOON = f"t.due <> '' AND t.due <= :due AND t.status IN ({_UNFINISHED})"
"""On `papers t`: what the place DUE holds."""
RECENTLY_READ = """
SELECT r.paper_id FROM reading_places r WHERE r.read_at >= :read
UNION SELECT t.id FROM papers t WHERE t.status <> 'inbox' AND t.status = 'read' AND t.finished_at >= :read"""
"""The papers that were open in the reader, or marked as read, of late."""
_SCOPES = {
    Place.INBOX: "p.rowid NOT IN (SELECT t.id FROM papers t WHERE t.status <> 'inbox')",
    Place.QUEUE: "p.rowid IN (SELECT t.id FROM papers t WHERE t.queue_position IS NOT NULL)",
    Place.DUE: f"p.rowid IN (SELECT t.id FROM papers t WHERE {DUE_SOON})",
    Place.READING: "p.rowid IN (SELECT t.id FROM papers t WHERE t.status <> 'inbox' AND t.status = 'reading')",
    Place.RECENTLY_READ: f"p.rowid IN ({RECENTLY_READ})",
    Place.STARRED: "p.rowid IN (SELECT t.id FROM papers t WHERE t.starred)",
    Place.RECENT: "p.rowid IN (SELECT t.id FROM papers t WHERE t.trashed_at IS NULL AND t.added_at >= :added)",
    Place.NEW_VERSIONS: "p.rowid IN (SELECT t.id FROM papers t WHERE t.newer_version IS NOT NULL)",
    Place.DIGEST: "p.rowid IN (SELECT e.paper_id FROM digest_entries e WHERE e.digest_id = :item)",
    Place.FEED: "p.rowid IN (SELECT l.paper_id FROM feed_papers l WHERE l.feed_id = :item)",
    Place.OWN_DIGEST: "p.rowid IN (SELECT o.paper_id FROM own_digest_papers o WHERE o.own_digest_id = :item)",
    Place.TAG: """p.rowid IN (SELECT l.paper_id FROM paper_tags l WHERE l.tag_id IN (
        SELECT b.id FROM tags b, tags a WHERE a.id = :item AND
          (b.id = a.id OR (b.key > a.key || '/' AND b.key < a.key || '0'))))""",
    Place.COLLECTION: """p.rowid IN (SELECT l.paper_id FROM paper_collections l WHERE l.collection_id IN (
        WITH RECURSIVE below (id) AS (VALUES (:item) UNION
          SELECT c.id FROM collections c JOIN below ON c.parent_id = below.id) SELECT id FROM below))""",
}
"""'0' is the sign behind '/'. A condition of an index stands in the words of the index, from which SQLite knows it."""


def scope(listing: Listing) -> tuple[str, dict[str, object]]:
    """The condition on `papers p` that the place of a listing means, and its parameters. What a saved search means is
    not told here."""
    if listing.place is Place.TRASH:
        return f"p.trashed_at > {TAKEN_BACK}", {}
    if listing.place not in _SCOPES:
        return IN_USE, {}
    condition = _SCOPES[listing.place]
    parameters: dict[str, object] = {**bounds(), "item": listing.item}
    return f"{IN_USE} AND {condition}", {name: of for name, of in parameters.items() if f":{name}" in condition}


def bounds() -> dict[str, int | str]:
    """The parameters of places that go by time: since when papers were added or read, and until when they are due (the
    Sunday of this week, where the person is)."""
    now, today = now_ms(), datetime.now(UTC).astimezone().date()
    return {
        "added": now - RECENT_DAYS * _DAY_MS,
        "read": now - READ_DAYS * _DAY_MS,
        "due": (today + timedelta(days=6 - today.weekday())).isoformat(),
    }


def order(listing: Listing) -> str:
    """The ORDER BY terms of a listing; equal rows stay newest first."""
    return _sorted(listing.sort) if listing.sort is not None else _OWN_ORDER.get(listing.place, "p.id DESC")


def _sorted(sort: Sort) -> str:
    *first, last = _SORT_KEYS[sort.column]
    return ", ".join([*first, f"{last} {'DESC' if sort.descending else 'ASC'}", "p.id DESC"])
