"""What the changes of a step touch: texts that are indexed, and what views have to refresh."""

from collections.abc import Iterable, Iterator

from db.stored_values import TAKEN_BACK
from db.undo_log import Change, Values
from desktop.domain.changes import Changes
from desktop.domain.ids import DigestId, OwnDigestId, PaperId

READING_LIST = frozenset({"status", "status_at", "finished_at", "starred", "priority", "queue_position", "due"})
_NO_TEXTS = READING_LIST | {"cite_key", "citation", "merged_into", "trashed_at"}
"""Columns of `papers` from which nothing follows: no text, nothing of what arXiv told."""
_FILING = frozenset({"paper_tags", "paper_collections"})
_LABELS = frozenset({"tags", "collections", "saved_searches"})


def papers_of(changes: Iterable[Change]) -> set[PaperId]:
    """The papers whose texts the changes may touch."""
    found: set[PaperId] = set()
    for change in changes:
        if change.table == "papers" and (None in (change.before, change.after) or not change.columns <= _NO_TEXTS):
            found.update(key["id"] for key, *_ in change.each())
        elif change.table in ("texts", "model_texts", "paper_authors"):
            found.update(key["paper_id"] for key, *_ in change.each())
    return found


def announced(changes: Iterable[Change]) -> Changes:
    """What views have to refresh after the changes."""
    added: dict[PaperId, None] = {}  # dictionaries as sets that keep their order
    removed: dict[PaperId, None] = {}
    changed: dict[PaperId, None] = {}
    digests: dict[DigestId, None] = {}
    own_digests: dict[OwnDigestId, None] = {}
    labels = moved = feeds = False
    for change in changes:
        moved = moved or change.table in _FILING or (change.table == "papers" and bool(change.columns & READING_LIST))
        if change.table in _LABELS:
            labels = True
        elif change.table == "feeds":
            feeds = True
        elif change.table in ("own_digests", "own_digest_papers"):
            column = "id" if change.table == "own_digests" else "own_digest_id"
            own_digests |= {OwnDigestId(key[column]): None for key, *_ in change.each()}
        elif change.table in ("digests", "digest_entries"):
            column = "id" if change.table == "digests" else "digest_id"
            digests |= {DigestId(key[column]): None for key, *_ in change.each()}
        elif change.table == "papers":
            for key, before, after in change.each():
                (removed if _gone(before, after) else added if _gone(after, before) else changed)[key["id"]] = None
        else:
            changed |= dict.fromkeys(_papers_in(change))
    return Changes(
        tuple(added), tuple(changed), tuple(removed), tuple(digests), labels, moved, feeds, tuple(own_digests)
    )


def _gone(before: Values | None, after: Values | None) -> bool:
    """Whether a paper with the values `before` left the place where it was to be seen."""
    if before is None or after is None:
        return after is None
    if "trashed_at" not in before or before["trashed_at"] == after["trashed_at"]:
        return False
    return before["trashed_at"] is None or after["trashed_at"] == TAKEN_BACK


def _papers_in(change: Change) -> Iterator[PaperId]:
    """The papers that rows of another table tell of. A file may go from one paper to another."""
    for key, before, after in change.each():
        for values in (before, after):
            if values is not None:
                row = {**values, **key}
                yield from (row[name] for name in ("paper_id", "first_id", "second_id") if name in row)
