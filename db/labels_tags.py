"""What tagging papers, and renaming, merging and deleting tags changes, as steps that can be undone."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from db.index_documents import driver
from db.labels_searches import following
from db.pieces import select_in
from db.stored_values import TAKEN_BACK
from db.undo_log import Change, RowsChange, RowValues
from desktop.domain.errors import InputError, Reason
from desktop.domain.ids import PaperId, TagId
from desktop.domain.labels import TAG_SEPARATOR, label_key, lies_below, moved_below, tag_name

PAIR = ("paper_id", "tag_id")


@dataclass(frozen=True, slots=True)
class StoredTag:
    """A row of `tags`."""

    id: TagId
    name: str
    key: str
    color: int

    def gone(self) -> RowsChange:
        """The change that takes it away, once no paper has it."""
        values = {"name": self.name, "key": self.key, "color": self.color}
        return RowsChange("tags", ({"id": self.id},), values, None)

    def edited(self, name: str, color: int) -> list[Change]:
        """The change of its name and colour; none if it has these."""
        before = {"name": self.name, "key": self.key, "color": self.color}
        after = {"name": name, "key": label_key(name), "color": color}
        return [RowsChange("tags", ({"id": self.id},), before, after)] if before != after else []


def all_tags(connection: Connection) -> list[StoredTag]:
    """The rows of `tags`, by key."""
    rows = driver(connection).execute("SELECT id, name, key, color FROM tags ORDER BY key")
    return [StoredTag(TagId(tag), name, key, color) for tag, name, key, color in rows]


def tag_with_id(tags: Iterable[StoredTag], tag: TagId) -> StoredTag:
    """The one with that id. Raises InputError if it is gone."""
    if (found := next((known for known in tags if known.id == tag), None)) is None:
        raise InputError(Reason.NO_SUCH_LABEL, detail="this tag is no longer in the library")
    return found


def present(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> list[PaperId]:
    """Those of the papers that are there, be it in the Trash."""
    statement = f"SELECT id FROM papers WHERE id IN ({{}}) AND trashed_at IS NOT {TAKEN_BACK}"
    return [paper for (paper,) in select_in(connection, statement, dict.fromkeys(papers))]


def tagging(connection: Connection, papers: Sequence[PaperId], names: Sequence[str]) -> list[Change]:
    """These papers get the tags with these names; those that do not exist are made. No papers, no tags."""
    raw = driver(connection)
    there = present(raw, papers)
    if not there:
        return []
    changes: list[Change] = []
    known = {tag.key: tag.id for tag in all_tags(connection)}
    (last,) = raw.execute("SELECT coalesce(max(id), 0) FROM tags").fetchone()
    for name in names:
        key = label_key(name)
        if key not in known:
            last += 1
            known[key] = TagId(last)
            changes.append(RowsChange("tags", ({"id": last},), None, {"name": name, "key": key, "color": 0}))
    for tag in dict.fromkeys(known[label_key(name)] for name in names):
        changes += _given(raw, there, tag)
    return changes


def untagging(connection: Connection, papers: Sequence[PaperId], names: Sequence[str]) -> list[Change]:
    """The tags with these names are taken off these papers. The tags stay."""
    raw = driver(connection)
    keys = {label_key(name) for name in names}
    changes: list[Change] = []
    for tag in all_tags(connection):
        if tag.key in keys:
            tagged = _tagged(raw, tag.id)
            changes += _pairs([(paper, tag.id) for paper in dict.fromkeys(papers) if paper in tagged], there=False)
    return changes


def renaming(connection: Connection, level: str, name: str, *, color: int | None = None) -> list[Change]:
    """The level of the tree with that name, whether it is a tag or not, and all below it, move to another name. Saved
    searches that name them follow.

    Raises InputError, about the name, if a tag that does not move along has one of the names that come about.
    """
    tags = all_tags(connection)
    key, target = label_key(level), label_key(name)
    moved = [tag for tag in tags if tag.key == key or lies_below(tag.key, key)]
    names = {tag.id: moved_below(tag.name, level, name) for tag in moved}
    taken = {tag.key: tag.name for tag in tags if tag.id not in names}
    for new in names.values():
        if label_key(new) in taken:
            raise InputError(Reason.NAME_TAKEN, taken[label_key(new)], "there is a tag of this name")
    # A tag may take the name of another one that moves: that one goes first.
    moved.sort(key=lambda tag: len(tag.key), reverse=lies_below(target, key))
    changes: list[Change] = []
    for tag in moved:
        changes += tag.edited(names[tag.id], tag.color if color is None or tag.key != key else color)
    goals = {key: name, **{tag.key: names[tag.id] for tag in moved}}
    return changes + (following(connection, "tag", _goal(goals)) if moved else [])


def _goal(goals: dict[str, str]) -> Callable[[str], str | None]:
    """The new name, by its key, of what is named in a search."""

    def new_name(old: str) -> str | None:
        goal = goals.get(label_key(tag_name(old)))
        return goal if goal != old else None

    return new_name


def merging(connection: Connection, sources: Sequence[TagId], into: TagId) -> list[Change]:
    """Papers with one of the sources get the tag `into`. What lies below a source moves below `into`. Saved searches
    that name them follow."""
    tags = all_tags(connection)
    target = tag_with_id(tags, into)
    from_tags = sorted(
        (tag_with_id(tags, tag) for tag in sources if tag != into), key=lambda tag: tag.key.count(TAG_SEPARATOR)
    )
    goals: dict[TagId, str] = {}
    for source in from_tags:  # the deepest last: what lies below two of them goes with the nearer one
        for tag in tags:
            rises = lies_below(source.key, target.key)
            below = lies_below(tag.key, source.key) and (rises or not lies_below(tag.key, target.key))
            if tag.id != into and (tag == source or below):
                goals[tag.id] = moved_below(tag.name, source.name, target.name)
    changes = _carried(driver(connection), tags, goals, target)
    return changes + following(connection, "tag", _goal({tag.key: goals[tag.id] for tag in tags if tag.id in goals}))


def _carried(
    connection: sqlite3.Connection, tags: Sequence[StoredTag], goals: dict[TagId, str], target: StoredTag
) -> list[Change]:
    """Tags get the names that they are to have; those that come to one name become one."""
    holders = {tag.key: tag.id for tag in tags if tag.id not in goals}
    merged: list[Change] = []
    renamed: list[Change] = []
    # What moves up below the target makes way for what comes from elsewhere.
    in_order = sorted(tags, key=lambda tag: (not lies_below(tag.key, target.key), tag.key.count(TAG_SEPARATOR)))
    for tag in in_order:
        if tag.id not in goals:
            continue
        goal = goals[tag.id]
        holder = holders.setdefault(label_key(goal), tag.id)
        if holder == tag.id:
            renamed += tag.edited(goal, tag.color)
        else:
            merged += _merged(connection, tag, holder, merged)
    return merged + renamed


def _merged(connection: sqlite3.Connection, tag: StoredTag, into: TagId, before: Sequence[Change]) -> list[Change]:
    """The papers of a tag get another one, unless they have it or get it by what was done `before`; the tag goes."""
    papers = _tagged(connection, tag.id)
    gets = {pair[0] for change in before if isinstance(change, RowValues) for pair in change.keys if pair[1] == into}
    return [
        *_pairs([(paper, tag.id) for paper in sorted(papers)], there=False),
        *_pairs([(paper, into) for paper in sorted(papers - _tagged(connection, into) - gets)], there=True),
        tag.gone(),
    ]


def deleting(connection: Connection, level: str, *, below: bool) -> list[Change]:
    """The tag of that name goes, and with `below` all tags below it. Their papers stay."""
    raw = driver(connection)
    key = label_key(level)
    gone = [tag for tag in all_tags(connection) if tag.key == key or (below and lies_below(tag.key, key))]
    changes: list[Change] = []
    for tag in gone:
        changes += _pairs([(paper, tag.id) for paper in sorted(_tagged(raw, tag.id))], there=False)
        changes.append(tag.gone())
    return changes


def _tagged(connection: sqlite3.Connection, tag: TagId) -> set[PaperId]:
    return {paper for (paper,) in connection.execute("SELECT paper_id FROM paper_tags WHERE tag_id = ?", (tag,))}


def _given(connection: sqlite3.Connection, papers: Sequence[PaperId], tag: TagId) -> list[Change]:
    tagged = _tagged(connection, tag)
    return _pairs([(paper, tag) for paper in papers if paper not in tagged], there=True)


def _pairs(keys: Sequence[tuple[PaperId, TagId]], *, there: bool) -> list[Change]:
    return [RowValues.pairs("paper_tags", PAIR, keys, there=there)] if keys else []
