"""Papers that a person names by their arXiv ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert

from db.held_papers import known_ids
from db.index_documents import documents, driver
from db.new_again import as_new
from db.pieces import select_in
from db.rows import papers
from db.search import add_to_index
from db.settling import placeholder, settle
from db.stored_values import TAKEN_BACK, now_ms
from db.trash import trash_changes
from db.undo_log import Change, RowsChange
from desktop.domain.adding import PlannedId
from desktop.domain.arxiv_id import ArxivId, arxiv_link, month_of
from desktop.domain.ids import PaperId
from desktop.domain.title_key import title_hash


@dataclass(frozen=True, slots=True)
class AddedIds:
    """What adding ids comes to. The papers that are new stand in their tables, as yet taken back."""

    changes: list[Change]
    """Brings them out, for `steps.do`."""
    papers: dict[str, PaperId]
    """Per id (without version) its paper, be it one that was there."""
    new: tuple[PaperId, ...]
    restored: tuple[PaperId, ...]
    """From the Trash."""


def add_ids(connection: Connection, ids: Sequence[PlannedId]) -> AddedIds:
    """Make papers of the ids that the library does not hold, whatever the plan says of them: it may have been made
    long before. The first gets the highest, newest paper id.
    """
    named = {planned.id.value: planned.id for planned in reversed(ids)}
    held = known_ids(driver(connection), list(named))
    back = _taken_back(connection, [arxiv_id for arxiv_id in named if arxiv_id not in held])
    fresh = _write(connection, [name for name in named.values() if name.value not in held | back])
    restored = [paper.id for paper in held.values() if paper.in_trash]
    changes: list[Change] = [*trash_changes(connection, restored, None)]
    changes += as_new(driver(connection), back.values())
    changes += [_out_again(connection, paper, named[arxiv_id]) for arxiv_id, paper in back.items()]
    if fresh:
        keys = tuple({"id": paper} for paper in fresh.values())
        changes.append(RowsChange("papers", keys, {"trashed_at": TAKEN_BACK}, {"trashed_at": None}))
    made = fresh | back
    papers_of = made | {arxiv_id: paper.id for arxiv_id, paper in held.items()}
    in_order = [planned.id.value for planned in ids]
    return AddedIds(
        changes=changes,
        papers={arxiv_id: papers_of[arxiv_id] for arxiv_id in in_order},
        new=tuple(dict.fromkeys(made[arxiv_id] for arxiv_id in in_order if arxiv_id in made)),
        restored=tuple(restored),
    )


def _write(connection: Connection, named: Sequence[ArxivId]) -> dict[str, PaperId]:
    """Papers of which nothing is known but their ids, and what arXiv told of those before."""
    if not named:
        return {}
    (last,) = driver(connection).execute("SELECT coalesce(max(id), 0) FROM papers").fetchone()
    made = {name.value: PaperId(last + number) for number, name in enumerate(named, start=1)}
    connection.execute(
        insert(papers),
        [
            {**_columns(name), "id": made[name.value], "arxiv_id": name.value, "trashed_at": TAKEN_BACK}
            for name in named
        ],
    )
    ids = list(made.values())
    settle(connection, ids)
    add_to_index(driver(connection), ((paper, *row) for paper, row in documents(driver(connection), ids).items()))
    return made


def _columns(named: ArxivId) -> dict[str, Any]:
    title = placeholder(named.value)
    return {
        "title": title,
        "translated_title": "",
        "arxiv_version": named.version,
        "doi": "",
        "link": arxiv_link(named.value),
        "title_hash": title_hash(title),
        "categories": "",
        "authors": "",
        "published": month_of(named.value),
        "announced": "",
        "entry_id": None,
        "origin_digest_id": None,
        "typed_facts": "",
        "added_at": now_ms(),
        "shown_record": None,
        "newer_version": None,
        "merged_into": None,
    }


def _out_again(connection: Connection, paper: PaperId, named: ArxivId) -> RowsChange:
    """A paper that undo took back comes out again as if it were new."""
    after = {**_columns(named), "trashed_at": None}
    statement = f"SELECT {', '.join(after)} FROM papers WHERE id = ?"
    before = driver(connection).execute(statement, (paper,)).fetchone()
    return RowsChange("papers", ({"id": paper},), dict(zip(after, before, strict=True)), after)


def _taken_back(connection: Connection, ids: Sequence[str]) -> dict[str, PaperId]:
    statement = f"SELECT arxiv_id, id FROM papers WHERE trashed_at = {TAKEN_BACK} AND arxiv_id IN ({{}})"
    return dict(select_in(driver(connection), statement, ids))
