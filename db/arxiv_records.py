"""Storing what arXiv tells, and showing a paper's newest version."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, update
from sqlalchemy.dialects.sqlite import insert

from db.fetches import done, failed, wishes_for_pdfs
from db.index_documents import driver, reindexed
from db.pieces import pieces, select_in
from db.records import SEPARATOR, records_of
from db.rows import arxiv_records, papers
from db.settling import nothing_known, settle
from db.stored_values import TAKEN_BACK, VERSION_CHOSEN, now_ms
from db.undo_log import RowsChange
from desktop.domain.arxiv_id import plain_id
from desktop.domain.arxiv_paper import ArxivAnswer, ArxivPaper
from desktop.domain.changes import Changes
from desktop.domain.errors import Reason
from desktop.domain.fetching import Fetch
from desktop.domain.ids import PaperId
from desktop.domain.title_key import title_hash

_KEY = ("arxiv_id", "version")
_STILL_WANTED = "SELECT f.id, p.arxiv_id FROM fetches f JOIN papers p ON p.id = f.paper_id WHERE f.id IN ({})"
_HOLDERS = f"SELECT arxiv_id, id FROM papers WHERE arxiv_id IN ({{}}) AND trashed_at IS NOT {TAKEN_BACK}"
_SHOWN = ("shown_record", "arxiv_version", "newer_version", "typed_facts", "title_hash")
_VERSIONS = f"SELECT id, arxiv_id, {', '.join(_SHOWN)} FROM papers WHERE arxiv_id IS NOT NULL AND id IN ({{}})"


def store_answer(connection: Connection, fetches: Sequence[Fetch], answer: ArxivAnswer) -> Changes:
    """Keep what arXiv answered to these wishes for metadata. It is no step of undo.

    A wish that was cancelled meanwhile changes nothing; a paper that has got another id waits on. Papers of which a
    version newer than the one they show is told for the first time are marked. Where arXiv does not know what was
    asked, the wish has failed if nothing else is known of the paper; else it goes, and with it that for the PDF.
    """
    ids = dict(select_in(driver(connection), _STILL_WANTED, [fetch.id for fetch in fetches]))
    asked = [fetch for fetch in fetches if plain_id(ids.get(fetch.id) or "") == plain_id(fetch.arxiv_id)]
    told = {fetch: record for fetch in asked if (record := _told(fetch, answer.papers)) is not None}
    holders = dict(select_in(driver(connection), _HOLDERS, [record.arxiv_id for record in told.values()]))
    taken = [fetch for fetch, record in told.items() if holders.get(record.arxiv_id, fetch.paper) != fetch.paper]
    right = [(fetch.paper, ids[fetch.id], record) for fetch, record in told.items() if fetch not in taken]
    store_records(connection, right)
    _fail(connection, taken, Reason.ID_TAKEN, "another paper of the library has this arXiv id")
    _give_up(connection, [fetch for fetch in asked if fetch not in told])
    done(connection, [fetch.id for fetch in told if fetch not in taken])
    return Changes(papers_changed=tuple(dict.fromkeys(fetch.paper for fetch in asked)))


def _told(fetch: Fetch, told: Sequence[ArxivPaper]) -> ArxivPaper | None:
    """The record that was asked for; without a version the newest one that was told."""
    same = [record for record in told if plain_id(record.arxiv_id) == plain_id(fetch.arxiv_id)]
    if fetch.version is not None:
        same = [record for record in same if record.version == fetch.version]
    return max(same, key=lambda record: record.version, default=None)


def _give_up(connection: Connection, unknown: Sequence[Fetch]) -> None:
    """arXiv does not know these. A person can only mend the id of a paper that is nothing but its id."""
    bare = nothing_known(driver(connection), [fetch.paper for fetch in unknown])
    _fail(
        connection,
        [fetch for fetch in unknown if fetch.paper in bare],
        Reason.NOT_ON_ARXIV,
        "arXiv knows no such paper",
    )
    described = [fetch for fetch in unknown if fetch.paper not in bare]
    done(connection, [fetch.id for fetch in described])
    done(connection, wishes_for_pdfs(connection, {(fetch.paper, fetch.version) for fetch in described}))


def _fail(connection: Connection, fetches: Sequence[Fetch], reason: Reason, detail: str) -> None:
    failed(connection, [fetch.id for fetch in fetches], reason, detail, None)


def store_records(connection: Connection, told: Sequence[tuple[PaperId, str, ArxivPaper]]) -> None:
    """Write records of papers under the id that the library knows them by; the papers follow. Of papers that are told a
    newer version for the first time, that is marked."""
    if not told:
        return
    known = records_of(driver(connection), {arxiv_id for _, arxiv_id, _ in told})
    marked = {
        arxiv_id: record.version
        for _, arxiv_id, record in told
        if record.version > max((old.version for old in known.get(arxiv_id, ())), default=0)
    }
    statement = insert(arxiv_records)
    fresh = {column.name: column for column in statement.excluded if column.name not in _KEY}
    ids = sorted({paper for paper, _, _ in told})
    with reindexed(connection, ids):
        connection.execute(
            statement.on_conflict_do_update(index_elements=_KEY, set_=fresh),
            [_values(arxiv_id, record) for _, arxiv_id, record in told],
        )
        settle(connection, ids, marked)


def _values(arxiv_id: str, record: ArxivPaper) -> dict[str, Any]:
    return {
        "arxiv_id": arxiv_id,
        "version": record.version,
        "title": record.title,
        "abstract": record.abstract,
        "authors": SEPARATOR.join(name.replace(";", ",") for name in record.authors),
        "categories": " ".join(record.categories),
        "comment": record.comment,
        "journal_ref": record.journal_ref,
        "doi": record.doi,
        "published": record.published,
        "updated": record.updated,
        "withdrawn": record.withdrawn,
        "fetched_at": now_ms(),
    }


def adopt_changes(connection: Connection, ids: Sequence[PaperId]) -> list[RowsChange]:
    """A person wants these papers to show title and abstract of the newest version that arXiv told of. Papers that are
    of that version already are left out; a text that a person typed still stands over it."""
    shown = {
        paper: dict(zip(("arxiv_id", *_SHOWN), values, strict=True))
        for paper, *values in select_in(driver(connection), _VERSIONS, ids)
    }
    records = records_of(driver(connection), (before["arxiv_id"] for before in shown.values()))
    changes = []
    for paper, before in shown.items():
        told = records.get(before.pop("arxiv_id"))
        if told and told[0].version > (before["arxiv_version"] or 0):
            after = {
                "shown_record": told[0].version,
                "arxiv_version": told[0].version,
                "newer_version": None,
                "typed_facts": " ".join(dict.fromkeys([*before["typed_facts"].split(), VERSION_CHOSEN])),
                "title_hash": title_hash(told[0].title),
            }
            changes.append(RowsChange("papers", ({"id": paper},), before, after))
    return changes


def dismiss(connection: Connection, ids: Sequence[PaperId]) -> Changes:
    """A person has looked at the newer versions of these papers and stays with the old: the marks go until arXiv tells
    of a version that is newer still. It is no step of undo."""
    for piece in pieces(ids):
        connection.execute(update(papers).where(papers.c.id.in_(piece)).values(newer_version=None))
    return Changes(papers_changed=tuple(ids))
