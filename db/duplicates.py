"""Finding papers that may be one and the same: among all, and among what was just added.

Papers in the Trash are left out. A paper that was merged away lends its ids to the one that was kept.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from db.held_papers import similar_titles
from db.merged_papers import kept_papers
from db.pieces import select_in
from db.records import SEPARATOR
from db.row_writer import ASIDE
from desktop.domain.arxiv_id import arxiv_id_in_link
from desktop.domain.duplicates import Alike, Candidate, Likeness, likeness, named_together
from desktop.domain.ids import PaperId
from desktop.domain.title_key import title_hash, title_key

_PIECE = 4000
"""Translated titles that are read at a time: a few milliseconds."""
_MOST_SIMILAR = 200
"""Papers with a title in Chinese that are looked up among translated titles, of those just added."""
_HAN = re.compile("[\u3400-\u9fff]")
_ARXIV_DOI = "10.48550/"

_LINKS = f"""
SELECT id, link, doi FROM papers WHERE trashed_at IS NULL
AND ((link <> '' AND (arxiv_id IS NULL OR instr(link, arxiv_id) = 0)) OR doi LIKE '{_ARXIV_DOI}%')"""
_WITH_IDS = "SELECT arxiv_id, id FROM papers WHERE trashed_at IS NULL AND arxiv_id IN ({})"
_DOIS = f"SELECT lower(doi), id FROM papers WHERE doi <> '' AND trashed_at IS NULL AND doi NOT LIKE '{_ARXIV_DOI}%'"
_MERGED_NAMES = "SELECT id, arxiv_id, lower(doi) FROM papers WHERE merged_into IS NOT NULL"
_FILES = """
SELECT f.sha256, f.paper_id FROM files f JOIN papers p ON p.id = f.paper_id
WHERE p.trashed_at IS NULL AND f.sha256 IN (SELECT sha256 FROM files GROUP BY sha256 HAVING count(*) > 1)"""
_TITLES = """
SELECT title_hash, id FROM papers WHERE trashed_at IS NULL
AND title_hash IN (SELECT title_hash FROM papers GROUP BY title_hash HAVING count(*) > 1)"""
_TRANSLATED = """
SELECT id, title, translated_title FROM papers
WHERE trashed_at IS NULL AND id > ? AND (translated_title <> '' OR length(CAST(title AS BLOB)) > length(title))
ORDER BY id LIMIT ?"""
_CANDIDATES = "SELECT id, title, authors, coalesce(arxiv_id, '') FROM papers WHERE +trashed_at IS NULL AND id IN ({})"
_APART = "SELECT first_id, second_id FROM distinct_papers"

_OF_THESE = "SELECT id, title, translated_title, arxiv_id, link, doi, title_hash FROM papers WHERE id IN ({})"
_SAME_DOI = "SELECT lower(doi), id FROM papers WHERE doi <> '' AND trashed_at IS NULL AND lower(doi) IN ({})"
_SAME_FILE = """
SELECT g.sha256, g.paper_id FROM files f JOIN files g ON g.sha256 = f.sha256 JOIN papers p ON p.id = g.paper_id
WHERE p.trashed_at IS NULL AND f.paper_id IN ({})"""
_SAME_TITLE = "SELECT title_hash, id FROM papers WHERE trashed_at IS NULL AND title_hash IN ({})"

Step = Callable[[int, int], None]
"""Is told how many of how many papers are done, and may raise."""
_Named = defaultdict[str, list[PaperId]]


@dataclass(slots=True)
class _Names:
    """What papers are named by, per kind."""

    arxiv: _Named = field(default_factory=lambda: defaultdict(list))
    doi: _Named = field(default_factory=lambda: defaultdict(list))
    file: _Named = field(default_factory=lambda: defaultdict(list))
    title: _Named = field(default_factory=lambda: defaultdict(list))
    translated: _Named = field(default_factory=lambda: defaultdict(list))

    def kinds(self) -> tuple[tuple[Alike, _Named], ...]:
        """The surest first."""
        return (
            *((Alike.ARXIV_ID, self.arxiv), (Alike.DOI, self.doi), (Alike.FILE, self.file)),
            *((Alike.TITLE, self.title), (Alike.TRANSLATED_TITLE, self.translated)),
        )


def all_alike(connection: sqlite3.Connection, step: Step) -> list[Likeness]:
    """Each two papers of the library that may be one."""
    names = _Names()
    _name_by_links(names, connection.execute(_LINKS))
    _lend(connection, names)
    for arxiv_id, paper in select_in(connection, _WITH_IDS, list(names.arxiv)):
        names.arxiv[arxiv_id].append(paper)
    _add(names.doi, connection.execute(_DOIS))
    _add(names.file, connection.execute(_FILES))
    _add(names.title, ((str(hashed), paper) for hashed, paper in connection.execute(_TITLES)))
    _name_by_translations(connection, names, step)
    return _likenesses(connection, names)


def alike_to(connection: sqlite3.Connection, papers: Sequence[PaperId]) -> list[Likeness]:
    """The pairs that any of these papers is one of."""
    wanted = set(papers)
    names = _Names()
    theirs = list(select_in(connection, _OF_THESE, wanted))
    _name_by_links(names, [(paper, link, doi) for paper, _, _, _, link, doi, _ in theirs])
    own = [(arxiv_id, paper) for paper, _, _, arxiv_id, *_ in theirs if arxiv_id]
    _add(names.arxiv, own)
    _name_by_links(names, connection.execute(_LINKS))
    _lend(connection, names)
    for arxiv_id, paper in select_in(connection, _WITH_IDS, list(names.arxiv)):
        names.arxiv[arxiv_id].append(paper)
    _add(names.doi, select_in(connection, _SAME_DOI, {doi.lower() for *_, doi, _ in theirs if doi}))
    _add(names.file, select_in(connection, _SAME_FILE, wanted))
    hashes = {hashed for *_, hashed in theirs}
    _add(names.title, ((str(hashed), paper) for hashed, paper in select_in(connection, _SAME_TITLE, hashes)))
    _name_translated(connection, names, [record[:3] for record in theirs])
    found = _likenesses(connection, names)
    return [pair for pair in found if pair.first in wanted or pair.second in wanted]


def kept_apart(connection: sqlite3.Connection) -> frozenset[tuple[PaperId, PaperId]]:
    """The pairs of which a person said that they are different papers, the smaller id first. A pair of which one was
    merged away holds for the one that was kept."""
    kept = kept_papers(connection)
    pairs = ((kept.get(one, one), kept.get(other, other)) for one, other in connection.execute(_APART))
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _add(named: _Named, records: Iterable[tuple[str, PaperId]]) -> None:
    for said, paper in records:
        named[said].append(paper)


def _name_by_links(names: _Names, records: Iterable[tuple[PaperId, str, str]]) -> None:
    for paper, link, doi in records:
        for address in (link, doi):
            if (found := arxiv_id_in_link(address)) is not None:
                names.arxiv[found.value].append(paper)


def _lend(connection: sqlite3.Connection, names: _Names) -> None:
    """The ids of papers that were merged away count as those of the papers that were kept."""
    kept = kept_papers(connection)
    for paper, arxiv_id, doi in connection.execute(_MERGED_NAMES) if kept else ():
        if paper in kept and arxiv_id:
            names.arxiv[arxiv_id.partition(ASIDE)[0]].append(kept[paper])
        if paper in kept and doi:
            names.doi[doi].append(kept[paper])


def _name_by_translations(connection: sqlite3.Connection, names: _Names, step: Step) -> None:
    """Translated titles, and titles that are Chinese themselves."""
    (total,) = connection.execute("SELECT count(*) FROM papers WHERE trashed_at IS NULL").fetchone()
    done, last = 0, -1
    while piece := connection.execute(_TRANSLATED, (last, _PIECE)).fetchall():
        step(min(done, total), total)
        for paper, title, translated in piece:
            if translated:
                names.translated[title_key(translated)].append(paper)
            if _HAN.search(title):
                names.translated[title_key(title)].append(paper)
        done, last = done + len(piece), piece[-1][0]


def _name_translated(connection: sqlite3.Connection, names: _Names, theirs: Sequence[tuple[PaperId, str, str]]) -> None:
    """The same for some papers, by the indexes that there are."""
    hashed = {title_hash(translated): translated for _, _, translated in theirs if translated}
    for paper_hash, paper in select_in(connection, _SAME_TITLE, hashed):
        names.translated[title_key(hashed[paper_hash])].append(paper)
    chinese = [title for _, title, _ in theirs if _HAN.search(title)][:_MOST_SIMILAR]
    near = {held.id for title in chinese for held in similar_titles(connection, title)}
    for paper, title, translated in (*theirs, *(row[:3] for row in select_in(connection, _OF_THESE, near))):
        for said in (title, translated):
            if said and _HAN.search(said):
                names.translated[title_key(said)].append(paper)


def _likenesses(connection: sqlite3.Connection, names: _Names) -> list[Likeness]:
    pairs = [(by, *pair) for by, named in names.kinds() for pair in named_together(_shared(named))]
    wanted = {paper for _, _, *both in pairs for paper in both}
    papers = {
        PaperId(paper): Candidate(paper, title, tuple(authors.split(SEPARATOR)) if authors else (), arxiv_id)
        for paper, title, authors, arxiv_id in select_in(connection, _CANDIDATES, wanted)
    }
    found = []
    for by, said, one, other in pairs:
        if one in papers and other in papers:
            shown = papers[one].title if by in (Alike.TITLE, Alike.TRANSLATED_TITLE) else said
            if (pair := likeness(papers[one], papers[other], by, shown)) is not None:
                found.append(pair)
    return found


def _shared(named: _Named) -> dict[str, list[PaperId]]:
    return {said: papers for said, papers in named.items() if said and len(set(papers)) > 1}
