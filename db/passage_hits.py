"""The numbers of the pages, marks and papers that a search finds, the best first."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db.places import IN_USE
from db.saved_queries import saved_queries
from db.search import search_ids
from db.search_query import EVERY_ROW, CompiledQuery, compile_elsewhere, compile_query
from db.search_text import PAGES
from desktop.domain.ids import PaperId
from desktop.domain.passage import PassageQuery, Scope
from desktop.domain.query import EVERYTHING
from desktop.domain.query_parser import parse

MOST = 10_000
"""Of more hits than this the newest are looked at."""
_RANKED = 2_000
"""Of more hits than this the newest are ranked, at a microsecond or two a hit; the others follow."""

_OWNERS = f"""
SELECT i.id, f.paper_id, i.sha256, f.version
FROM indexed_files i JOIN files f ON f.sha256 = i.sha256 JOIN papers p ON p.id = f.paper_id
WHERE {IN_USE} AND {{where}} AND i.id IN (SELECT value FROM json_each(:q_files))
ORDER BY f.id DESC
"""
_ALLOWED = f"""
AND f.rowid / {PAGES} IN (SELECT i.id FROM indexed_files i JOIN files f ON f.sha256 = i.sha256
  JOIN papers p ON p.id = f.paper_id WHERE {{where}})
"""
_MARKS = f"""
SELECT m.id, m.paper_id FROM {{tables}} JOIN papers p ON p.id = m.paper_id
WHERE {{match}} {IN_USE} AND {{where}} AND (:q_color = 0 OR m.color = :q_color) AND (:q_tag = '' OR EXISTS
  (SELECT 1 FROM json_each(CASE WHEN json_valid(m.tags) THEN m.tags ELSE '[]' END) t WHERE t.value = :q_tag))
ORDER BY {{order}} m.changed_at DESC, m.number DESC LIMIT {MOST}
"""


@dataclass(frozen=True, slots=True)
class FilePages:
    """The pages of one file that were found."""

    sha256: str
    version: int | None
    numbers: list[int]
    """As in `pages_fts`, the best first."""


@dataclass(slots=True)
class Hits:
    """What one source found: papers in the order of their best hit, each with its hits."""

    pages: dict[PaperId, list[FilePages]] = field(default_factory=dict)
    marks: dict[PaperId, list[str]] = field(default_factory=dict)
    """Ids of marks, the best first."""
    notes: dict[PaperId, None] = field(default_factory=dict)
    capped: bool = False

    def papers(self, source: Scope) -> Sequence[PaperId]:
        """The papers that a source found."""
        return {Scope.PDFS: list(self.pages), Scope.MARKS: list(self.marks), Scope.NOTES: list(self.notes)}[source]

    def count(self, source: Scope, paper: PaperId) -> int:
        """How many hits a source has in a paper."""
        if source is Scope.PDFS:
            return sum(len(file.numbers) for file in self.pages.get(paper, ()))
        return len(self.marks.get(paper, ())) if source is Scope.MARKS else int(paper in self.notes)


def find(connection: sqlite3.Connection, asked: PassageQuery, only: PaperId | None = None) -> Hits:
    """All that is found, in any scope: the others are counted. `only`: in this paper alone."""
    query = parse(asked.text, typing=asked.typing)
    within = EVERY_ROW if only is None else f"p.rowid = {int(only)}"
    hits = Hits()
    saved = saved_queries(connection, query)
    pages, marks = compile_elsewhere(query, "pdf", saved), compile_elsewhere(query, "mark", saved)
    if pages.match is not None:
        _find_pages(connection, pages, within, hits)
    if marks.match is not None or asked.scope is Scope.MARKS:
        _find_marks(connection, marks, within, asked, hits)
    if query != EVERYTHING:
        _find_notes(connection, compile_query(query, saved), within, hits)
    return hits


def _find_pages(connection: sqlite3.Connection, compiled: CompiledQuery, within: str, hits: Hits) -> None:
    where = f"({within}) AND {compiled.where}"
    allowed = _ALLOWED.format(where=where) if where != f"({EVERY_ROW}) AND {EVERY_ROW}" else ""
    source = f"SELECT f.rowid FROM pages_fts f WHERE f.pages_fts MATCH :q_match {allowed}"
    values = {**compiled.parameters, "q_match": compiled.quick_match}
    newest = [number for (number,) in connection.execute(f"{source} ORDER BY f.rowid DESC LIMIT {MOST + 1}", values)]
    hits.capped |= len(newest) > MOST
    numbers = _ranked(connection, compiled, source, newest[:MOST])
    files = "[" + ",".join(map(str, {number // PAGES for number in numbers})) + "]"
    owners: dict[int, list[tuple[PaperId, str, int | None]]] = {}
    rows = connection.execute(_OWNERS.format(where=where), {**compiled.parameters, "q_files": files})
    for file, *owner in rows:
        owners.setdefault(file, []).append((PaperId(owner[0]), owner[1], owner[2]))
    found: dict[PaperId, dict[str, FilePages]] = {}
    for number in numbers:
        for paper, sha256, version in owners.get(number // PAGES, ()):
            of_paper = found.setdefault(paper, {})
            of_paper.setdefault(sha256, FilePages(sha256, version, [])).numbers.append(number)
    hits.pages = {paper: _newest_version(list(of_paper.values())) for paper, of_paper in found.items()}


def _ranked(connection: sqlite3.Connection, compiled: CompiledQuery, source: str, newest: list[int]) -> list[int]:
    if not compiled.rankable or len(newest) < 2:
        return newest
    last = newest[min(len(newest), _RANKED) - 1]
    best = f"{source} AND f.rowid >= :q_last ORDER BY bm25(pages_fts), f.rowid DESC"
    values = {**compiled.parameters, "q_last": last}
    return [number for (number,) in connection.execute(best, values)] + newest[_RANKED:]


def _newest_version(files: list[FilePages]) -> list[FilePages]:
    """Of the versions of a paper only the newest one that was found: their texts are much the same."""
    newest = max((file.version for file in files if file.version is not None), default=None)
    return [file for file in files if file.version in (None, newest)]


def _find_marks(
    connection: sqlite3.Connection, compiled: CompiledQuery, within: str, asked: PassageQuery, hits: Hits
) -> None:
    words = compiled.match is not None
    statement = _MARKS.format(
        tables="marks_fts w CROSS JOIN marks m ON m.number = w.rowid" if words else "marks m",
        match="w.marks_fts MATCH :q_match AND" if words else "",
        where=f"({within}) AND {compiled.where}",
        order="bm25(marks_fts)," if words and compiled.rankable else "",
    )
    values: Mapping[str, object] = {**compiled.parameters, "q_color": asked.color, "q_tag": asked.tag}
    for mark, paper in connection.execute(statement, values):
        hits.marks.setdefault(PaperId(paper), []).append(mark)


def _find_notes(connection: sqlite3.Connection, compiled: CompiledQuery, within: str, hits: Hits) -> None:
    if compiled.match is not None:
        found = search_ids(connection, compiled, f"{IN_USE} AND {within}", ranked=True, limit=MOST + 1)
        hits.capped |= len(found) > MOST
        hits.notes = dict.fromkeys(map(PaperId, found[:MOST]))
