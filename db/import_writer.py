"""One import on its way into the tables.

Bulk rows go in as tuples through the driver's `executemany`: dictionaries of values cost half as much again at 65,538
papers.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert

from db.entries import published
from db.import_matching import Matched, TickedDigest, final_id, match, new_entries, numbered
from db.import_updates import updates
from db.index_documents import driver, reindexed
from db.known_papers import KnownPapers, known_papers
from db.new_again import as_new
from db.row_writer import apply
from db.rows import digests
from db.search import add_to_index
from db.search_text import index_row
from db.settling import recorded, settle
from db.stored_values import TAKEN_BACK, now_ms
from db.touched import papers_of
from db.undo_log import Change, RowsChange
from desktop.domain.digest import entry_strings
from desktop.domain.ids import EntryId, PaperId
from desktop.domain.import_plan import ImportOptions, PlannedDigest, PlannedRow
from desktop.domain.links import web_link
from desktop.domain.progress import Job

_PIECE = 1000

_INSERT_ENTRY = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_PAPER = """
INSERT INTO papers (id, title, translated_title, arxiv_id, arxiv_version, doi, link, title_hash, categories, authors,
  published, announced, entry_id, origin_digest_id, typed_facts, added_at)
VALUES (?, ?, ?, ?, ?, '', ?, ?, ?, '', ?, ?, ?, ?, '', ?)"""
_INSERT_ROW = "INSERT INTO digest_entries VALUES (?, ?, ?, ?, ?)"


class ImportWriter:
    """Writes the digests of one import."""

    def __init__(
        self,
        connection: Connection,
        planned: Sequence[tuple[PlannedDigest, frozenset[int]]],
        options: ImportOptions,
        job: Job,
    ) -> None:
        self._connection = connection
        self._raw = driver(connection)
        self._planned = planned
        self._ticked = [TickedDigest(digest.rows, unticked) for digest, unticked in planned]
        self._options = options
        self._job = job
        self._now = now_ms()
        self._done = 0
        self._total = 1

    def write(self) -> list[Change]:
        """Write all, and return what undo has to know."""
        if not self._planned:
            return []
        known = known_papers(self._raw, (row for digest in self._ticked for row in digest.rows))
        matched = match(known, self._ticked)
        rows = sum(len(digest.rows) for digest in self._ticked)
        self._total = 2 * rows + 3 * len(matched.new)
        last_digest = self._last("digests")
        last_paper = PaperId(self._last("papers"))
        self._write_digests(last_digest)
        self._write_entries(known)
        added = self._write_papers(known, matched, last_digest, last_paper)
        self._write_rows(known, matched, last_digest, last_paper)
        fresh = self._new_again(matched)
        changes = updates(self._raw, matched, known, last_digest, self._options, self._now)
        changed = [change.keys[0]["id"] for change in changes]
        told_of = recorded(self._raw, added)
        with reindexed(self._connection, [*changed, *told_of]):
            apply(self._connection, changes)
            settle(self._connection, [*told_of, *recorded(self._raw, changed)])
        return [*self._added(last_digest, added), *fresh, *changes]

    def _last(self, table: str) -> int:
        found = self._raw.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        assert isinstance(found, int)
        return found

    def _insert(self, statement: str, records: Iterable[tuple[Any, ...]], weight: int = 1) -> None:
        remaining = iter(records)
        while piece := list(islice(remaining, _PIECE)):
            self._connection.exec_driver_sql(statement, piece)
            self._step(weight * len(piece))

    def _step(self, done: int) -> None:
        self._done += done
        self._job.step(min(self._done, self._total), self._total)

    def _write_digests(self, last: int) -> None:
        for number, (planned, _) in enumerate(self._planned):
            digest = planned.digest
            self._connection.execute(
                insert(digests).values(
                    id=last + 1 + number,
                    name=planned.name,
                    format=digest.format.value,
                    generation=digest.generation,
                    language=self._options.language,
                    head=digest.head,
                    original=None if digest.original is None else zlib.compress(digest.original),
                    spans=json.dumps([(span.entry, span.field, span.start, span.end) for span in digest.spans]),
                    not_understood=json.dumps(digest.not_understood),
                    sha256=planned.sha256,
                    source_path=planned.path,
                    year=self._options.year,
                    imported_at=self._now,
                )
            )

    def _write_entries(self, known: KnownPapers) -> None:
        entries = new_entries(known, self._ticked, EntryId(self._last("entries")))
        self._insert(_INSERT_ENTRY, ((key, row.key, *entry_strings(row.entry)) for key, row in entries))

    def _write_papers(self, known: KnownPapers, matched: Matched, last_digest: int, last: PaperId) -> list[PaperId]:
        new = list(numbered(matched, last))
        self._insert(_INSERT_PAPER, (self._paper(*paper, known, last_digest) for paper in new))
        for start in range(0, len(new), _PIECE):
            piece = new[start : start + _PIECE]
            add_to_index(self._raw, ((paper, *_document(row)) for paper, _, row in piece))
            self._step(2 * len(piece))
        return [paper for paper, _, _ in new]

    def _paper(
        self, paper: PaperId, number: int, row: PlannedRow, known: KnownPapers, last_digest: int
    ) -> tuple[Any, ...]:
        facts, entry = row.facts, row.entry
        return (
            paper,
            facts.title,
            entry.translated_title,
            facts.arxiv_id or None,
            facts.arxiv_version,
            web_link(entry.link),
            row.title_hash,
            facts.category,
            published(facts),
            facts.announced,
            known.entries[row.key],
            last_digest + 1 + number,
            self._now,
        )

    def _write_rows(self, known: KnownPapers, matched: Matched, last_digest: int, last: PaperId) -> None:
        count = len(matched.new)
        for number, (digest, filed) in enumerate(zip(self._ticked, matched.filed, strict=True)):
            records = (
                (
                    last_digest + 1 + number,
                    position,
                    known.entries[row.key],
                    None if paper is None else final_id(paper, last, count),
                    by_title,
                )
                for position, (row, (paper, by_title)) in enumerate(zip(digest.rows, filed, strict=True), start=1)
            )
            self._insert(_INSERT_ROW, records)

    def _new_again(self, matched: Matched) -> list[Change]:
        changes = as_new(self._raw, matched.restored)
        with reindexed(self._connection, sorted(papers_of(changes))):
            apply(self._connection, changes)
        return changes

    def _added(self, last_digest: int, added: Sequence[PaperId]) -> list[RowsChange]:
        """What is new: undo takes it back, redo brings it again."""
        gone, there = {"trashed_at": TAKEN_BACK}, {"trashed_at": None}
        ids = range(last_digest + 1, last_digest + 1 + len(self._planned))
        changes = [RowsChange("digests", tuple({"id": key} for key in ids), gone, there)]
        if added:
            changes.append(RowsChange("papers", tuple({"id": key} for key in added), gone, there))
        return changes


def _document(row: PlannedRow) -> tuple[str, ...]:
    return index_row(
        title=row.facts.title,
        translated_title=row.entry.translated_title,
        authors="",
        summary=row.entry.summary,
        summary_en=row.entry.summary_en,
        abstract=row.facts.abstract,
        translated_abstract=row.entry.translated_abstract,
        note="",
    )
