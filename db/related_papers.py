"""Finding papers that have to do with a paper: by authors, by digests, by the rare words of the search index.

SQL text over the driver's connection, as all reading for the screen is.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from db.places import IN_USE
from db.search import WEIGHTS
from desktop.domain.ids import PaperId
from desktop.domain.related import ALIKE, RARE
from desktop.domain.search_words import separate

_MOST_AUTHORS = 12
"""Of papers with hundreds of authors the others are not looked for."""
_MOST_PAPERS = 60
"""Of one author, the newest; of similar texts, the best."""
_LARGEST_DIGEST = 1_000
"""Entries. What stands in a larger one says nothing about its neighbours."""
_WEIGHTS = ", ".join(map(str, WEIGHTS))

_COUNT = f"SELECT count(*) FROM (SELECT 1 FROM papers_fts WHERE papers_fts MATCH ? LIMIT {RARE + 1})"
_BY_AUTHOR = f"""
SELECT p.rowid, p.authors FROM papers_fts f CROSS JOIN papers p ON p.id = f.rowid
WHERE papers_fts MATCH ? AND p.trashed_at IS NULL ORDER BY f.rowid DESC LIMIT {_MOST_PAPERS}"""
_ALIKE = f"""
SELECT p.rowid, bm25(papers_fts, {_WEIGHTS}) FROM papers_fts p WHERE papers_fts MATCH ?
AND {IN_USE.replace("p.rowid", "+p.rowid")} ORDER BY 2 LIMIT {_MOST_PAPERS}"""
_MINE = """
SELECT DISTINCT e.digest_id, (SELECT max(x.position) FROM digest_entries x WHERE x.digest_id = e.digest_id)
FROM digest_entries e JOIN digests d ON d.id = e.digest_id WHERE e.paper_id = ? AND d.trashed_at IS NULL"""
_SHARED = f"""
WITH shared AS MATERIALIZED (SELECT e.paper_id, count(DISTINCT e.digest_id) AS digests FROM digest_entries e
  WHERE e.digest_id IN (SELECT value FROM json_each(:mine)) GROUP BY e.paper_id
  HAVING digests > 2 OR e.paper_id IN (SELECT value FROM json_each(:found)))
SELECT s.paper_id, s.digests FROM shared s CROSS JOIN papers p ON p.id = s.paper_id
WHERE p.trashed_at IS NULL AND p.id <> :paper ORDER BY s.digests DESC, p.id DESC LIMIT {4 * _MOST_PAPERS}"""
"""Those that were found by other ways are told with the one digest that they share, too."""


def paper_counts(connection: sqlite3.Connection, terms: Iterable[str]) -> dict[str, int]:
    """How many papers hold each of these words or runs of Chinese; more than `RARE` are not counted."""
    return {term: connection.execute(_COUNT, (_phrase(term),)).fetchone()[0] for term in terms}


def library_size(connection: sqlite3.Connection) -> int:
    """How many papers there are."""
    return int(connection.execute("SELECT count(*) FROM papers WHERE trashed_at IS NULL").fetchone()[0])


def by_authors(
    connection: sqlite3.Connection, paper: PaperId, authors: Sequence[str]
) -> tuple[dict[PaperId, tuple[str, ...]], dict[str, int]]:
    """The other papers of these authors, with who of them wrote each; and how many papers each author has."""
    found: dict[PaperId, tuple[str, ...]] = {}
    papers_of: dict[str, int] = {}
    for author in authors[:_MOST_AUTHORS]:
        theirs = connection.execute(_BY_AUTHOR, (f"authors : {_phrase(author)}",))
        papers = [PaperId(key) for key, names in theirs if author in names.split("; ")]
        papers_of[author] = max(len(papers), 1)
        for other in papers:
            if other != paper:
                found[other] = (*found.get(other, ()), author)
    return found, papers_of


def by_texts(connection: sqlite3.Connection, paper: PaperId, terms: Sequence[str]) -> dict[PaperId, float]:
    """The papers that have at least `ALIKE` of what these words make of the paper itself, from 0 to 1."""
    if not terms:
        return {}
    anything = " OR ".join(map(_phrase, terms))
    ranks = {PaperId(key): -rank for key, rank in connection.execute(_ALIKE, (anything,))}
    whole = max([*ranks.values()], default=0.0)
    return {key: rank / whole for key, rank in ranks.items() if key != paper and rank >= ALIKE * whole > 0}


def shared_terms(
    connection: sqlite3.Connection, papers: Sequence[PaperId], terms: Sequence[str]
) -> dict[PaperId, tuple[str, ...]]:
    """Which of the words each of these papers has."""
    found: dict[PaperId, tuple[str, ...]] = {}
    inside = ",".join(map(str, map(int, papers)))
    statement = f"SELECT rowid FROM papers_fts WHERE papers_fts MATCH ? AND +rowid IN ({inside})"
    for term in terms if papers else ():
        for (key,) in connection.execute(statement, (_phrase(term),)):
            found[PaperId(key)] = (*found.get(PaperId(key), ()), term)
    return found


def by_digests(connection: sqlite3.Connection, paper: PaperId, found: Iterable[PaperId]) -> dict[PaperId, int]:
    """In how many digests the others are together with the paper: those of `found`, and who is so in several."""
    mine = [digest for digest, entries in connection.execute(_MINE, (paper,)) if entries <= _LARGEST_DIGEST]
    values = {"paper": paper, "mine": json.dumps(mine), "found": json.dumps(list(found))}
    return {PaperId(key): shared for key, shared in connection.execute(_SHARED, values)}


def _phrase(words: str) -> str:
    plain = separate(words).replace('"', " ").replace("\0", " ")
    return f'"{plain}"'
