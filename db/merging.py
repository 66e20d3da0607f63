"""What merging papers changes: one is kept, the others are taken back and remember where they went.

Nothing that a person typed goes: notes are joined, and what is not chosen stays with the paper that was merged away,
which is kept as long as the other one. Marks and places go with their files.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from db.feed_changes import in_feeds
from db.index_documents import driver
from db.merged_files import file_changes
from db.merged_texts import MergedTexts
from db.own_digests import in_own_digests
from db.pieces import select_in
from db.rows import papers
from db.settling import FOLLOWING, is_placeholder
from db.stored_values import TAKEN_BACK, VERSION_CHOSEN
from db.undo_log import Change, RowsChange, RowValues, Values
from desktop.domain.ids import PaperId
from desktop.domain.merging import MergeField
from desktop.domain.paper import ORIGINAL, Fact, TextKind
from desktop.domain.reading_list import Status
from desktop.domain.title_key import title_hash

_COLUMNS = tuple(papers.columns.keys())
_PAPERS = f"SELECT {', '.join(_COLUMNS)} FROM papers WHERE trashed_at IS NULL AND id IN ({{}})"
_SETTLED = (*FOLLOWING, "translated_title")
_BY_ENGAGEMENT = (Status.READ, Status.READING, Status.QUEUED, Status.ARCHIVED, Status.INBOX)
_ROWS = "SELECT digest_id, position, paper_id FROM digest_entries WHERE paper_id IN ({}) ORDER BY 1, 2"

Choices = Mapping[MergeField, PaperId]


def papers_to_merge(connection: Connection, ids: Iterable[PaperId]) -> dict[PaperId, Values]:
    """The columns of those of these papers that are in use, in the order given."""
    wanted = list(dict.fromkeys(ids))
    found = {
        record[0]: dict(zip(_COLUMNS, record, strict=True)) for record in select_in(driver(connection), _PAPERS, wanted)
    }
    return {paper: found[paper] for paper in wanted if paper in found}


def merge_changes(connection: Connection, rows: Mapping[PaperId, Values], chosen: Choices) -> list[Change]:
    """Merge these papers into the first of them. `chosen` tells whose value each field takes; a field that it does not
    name stays as it is."""
    keep, *others = rows
    named = chosen.get(Fact.ARXIV_ID, keep)
    texts = MergedTexts.of(connection, rows, chosen, named)
    before, after = dict(rows[keep]), _merged(rows, chosen, named, texts)
    columns = {column for column, value in after.items() if value != before[column]} | set(_SETTLED)
    kept = RowsChange(
        *("papers", ({"id": keep},), {column: before[column] for column in sorted(columns)}),
        {column: after.get(column, before[column]) for column in sorted(columns)},
    )
    return [
        *(_taken_away(rows[other], keep, loses_id=other == named) for other in others),
        kept,
        *([_other_id(named, before["arxiv_id"])] if named != keep and before["arxiv_id"] else []),
        *texts.changes(),
        *_digest_rows(connection, keep, others),
        *file_changes(driver(connection), keep, others),
        *_labels(connection, "paper_tags", "tag_id", keep, others),
        *_labels(connection, "paper_collections", "collection_id", keep, others),
        *in_own_digests(driver(connection), keep, others),
        *in_feeds(driver(connection), keep, others),
    ]


def _taken_away(row: Values, keep: PaperId, *, loses_id: bool) -> Change:
    """A paper that gives its id to the one that is kept gets that one's in turn: both stay known."""
    before: Values = {"trashed_at": None, "merged_into": None}
    after: Values = {"trashed_at": TAKEN_BACK, "merged_into": keep}
    if loses_id:
        settled = {column: row[column] for column in _SETTLED}
        before |= {**settled, "arxiv_id": row["arxiv_id"]}
        after |= {**settled, "arxiv_id": None}
    return RowsChange("papers", ({"id": row["id"]},), before, after)


def _other_id(paper: PaperId, arxiv_id: str) -> Change:
    return RowsChange("papers", ({"id": paper},), {"arxiv_id": None}, {"arxiv_id": arxiv_id})


def _merged(rows: Mapping[PaperId, Values], chosen: Choices, named: PaperId, texts: MergedTexts) -> Values:
    """The columns of the paper that is kept."""
    keep, *_ = rows
    shown = {} if texts.shower is None else rows[texts.shower]
    title = texts.value(TextKind.TITLE, ORIGINAL) or _standing_title(rows)
    told_or_new = texts.told_title or (title if title != rows[keep]["title"] else "")
    return {
        **_facts(rows, chosen, named),
        **{column: rows[named][column] for column in ("arxiv_id", "arxiv_version", "newer_version")},
        **{column: shown.get(column, rows[keep][column]) for column in ("entry_id", "origin_digest_id", "announced")},
        **_reading(list(rows.values())),
        "shown_record": texts.shown_record,
        "title": title,
        "title_hash": title_hash(told_or_new) if told_or_new else rows[keep]["title_hash"],
        "cite_key": _cite_key(rows, chosen.get(Fact.CITE_KEY)),
        "citation": _citation([row["citation"] for row in rows.values()]),
        "added_at": min(row["added_at"] for row in rows.values()),
    }


def _cite_key(rows: Mapping[PaperId, Values], chosen: PaperId | None) -> str:
    keys = [rows[chosen]["cite_key"]] if chosen is not None else [row["cite_key"] for row in rows.values()]
    return next(filter(None, keys), "")


def _standing_title(rows: Mapping[PaperId, Values]) -> str:
    titles = [str(row["title"]) for row in rows.values()]
    return next((title for title in titles if title and not is_placeholder(title)), titles[0])


def _facts(rows: Mapping[PaperId, Values], chosen: Choices, named: PaperId) -> Values:
    """Facts as they were chosen. One that is not what arXiv tells under the paper's id counts as typed, so that the
    next answer leaves it alone."""
    keep, *_ = rows
    after: Values = {}
    typed: dict[str, None] = {}
    for fact in Fact:
        of = rows[chosen.get(fact, keep)]
        after[fact.value] = of[fact.value]
        told = rows[named][fact.value]
        if fact.value in of["typed_facts"].split() or (told and told != of[fact.value] and fact is not Fact.LINK):
            typed[fact.value] = None
    if VERSION_CHOSEN in rows[named]["typed_facts"].split():
        typed[VERSION_CHOSEN] = None
    return {**after, "typed_facts": " ".join(_in_old_order(typed, rows[keep]["typed_facts"]))}


def _in_old_order(typed: Iterable[str], before: str) -> list[str]:
    there = [fact for fact in before.split() if fact in set(typed)]
    return list(dict.fromkeys([*there, *typed]))


def _reading(rows: Sequence[Values]) -> Values:
    """As far as a person is with any of them; starred if one is; as urgent as the most urgent, due with the first."""
    first = min(rows, key=lambda row: _BY_ENGAGEMENT.index(Status(row["status"])))
    queued = first["status"] == Status.QUEUED
    places = [row["queue_position"] for row in rows if row["queue_position"] is not None]
    return {
        "status": first["status"],
        "status_at": first["status_at"],
        "finished_at": max((row["finished_at"] for row in rows if row["finished_at"] is not None), default=None),
        "starred": max(row["starred"] for row in rows),
        "priority": max(row["priority"] for row in rows),
        "queue_position": min(places, default=None) if queued else None,
        "due": min((row["due"] for row in rows if row["due"]), default=""),
    }


def _citation(told: Sequence[str]) -> str:
    """What bibliographies told of any of them, the paper that is kept first."""
    known = [text for text in told if text]
    if len(known) < 2:
        return "".join(known)
    merged: dict[str, Any] = {}
    for text in reversed(known):
        merged |= json.loads(text)
    first = json.loads(known[0])
    return json.dumps({name: merged[name] for name in [*first, *sorted(merged.keys() - first)]}, ensure_ascii=False)


def _digest_rows(connection: Connection, keep: PaperId, others: Sequence[PaperId]) -> list[Change]:
    found = list(select_in(driver(connection), _ROWS, others))
    if not found:
        return []
    keys = [(digest, position) for digest, position, _ in found]
    before, after = [(paper,) for *_, paper in found], [(keep,)] * len(found)
    return [RowValues("digest_entries", ("digest_id", "position"), ("paper_id",), keys, before, after)]


def _labels(connection: Connection, table: str, label: str, keep: PaperId, others: Sequence[PaperId]) -> list[Change]:
    """Tags and collections of all."""
    raw = driver(connection)
    statement = f"SELECT {label} FROM {table} WHERE paper_id IN ({{}})"
    theirs, own = ({key for (key,) in select_in(raw, statement, ids)} for ids in (others, [keep]))
    keys = [(keep, key) for key in sorted(theirs - own)]
    return [RowValues.pairs(table, ("paper_id", label), keys, there=True)] if keys else []


def apart_changes(pairs: Sequence[tuple[PaperId, PaperId]]) -> list[Change]:
    """Remember of these pairs, the smaller id first, that they are different papers."""
    return [RowValues.pairs("distinct_papers", ("first_id", "second_id"), pairs, there=True)] if pairs else []
