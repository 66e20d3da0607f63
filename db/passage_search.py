"""Searching everything: what was found, by paper, with the words around it, which are made out for what is shown."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.marks import marks_by_id
from db.page_texts import text_of
from db.passage_hits import FilePages, Hits, find
from db.pieces import select_in
from db.reading_places import color_names
from db.search_text import PAGES
from db.texts import texts_of
from desktop.domain.excerpt import excerpt
from desktop.domain.ids import PaperId
from desktop.domain.latex_text import readable
from desktop.domain.page_words import one_line
from desktop.domain.paper import TextKind
from desktop.domain.passage import SOURCES, MarkLabels, PaperPassages, Passage, PassageQuery, Passages, Scope
from desktop.domain.query_parser import parse
from desktop.domain.search_marks import Needles, find_marks, needles

_SHOWN = {Scope.MARKS: 3, Scope.NOTES: 1, Scope.PDFS: 2}
"""Passages of a paper at first, in this order. In a scope of one kind there are more:"""
_SHOWN_ALONE = 5
_SHOWN_OF_ONE = 300
"""When a person wants to see all of a paper."""
_FUSION = 10
"""Sources are ranked by scales of their own, so the places of a paper in each are added up: 1 / (this + place)."""

_TITLES = """
SELECT p.id, p.title, p.translated_title, p.authors,
  (SELECT count(DISTINCT f.version) FROM files f WHERE f.paper_id = p.id)
FROM papers p WHERE p.id IN ({})
"""
_FIELDS = {
    TextKind.NOTE: "note",
    TextKind.SUMMARY: "summary",
    TextKind.ABSTRACT: "abstract",
    TextKind.TITLE: "title",
}
"""The texts of a paper in the order in which they are shown."""
_VERSIONS = "SELECT f.sha256, f.version FROM files f WHERE f.paper_id IN ({})"


def search(connection: sqlite3.Connection, asked: PassageQuery) -> Passages:
    """What a person looks for, the best papers first; nothing without words, but for the newest marks."""
    hits = find(connection, asked)
    sources = [source for source in _SHOWN if asked.scope in (Scope.ALL, source)]
    order = _fused([hits.papers(source) for source in sources])
    limit = None if asked.scope is Scope.ALL else _SHOWN_ALONE
    papers = _Shelf(connection, asked, hits, sources).passages(order[: asked.papers], limit)
    counts = tuple((source, sum(hits.count(source, paper) for paper in hits.papers(source))) for source in SOURCES)
    return Passages(papers, max(0, len(order) - asked.papers), counts, hits.capped)


def passages_of(connection: sqlite3.Connection, asked: PassageQuery, paper: PaperId) -> PaperPassages | None:
    """All that a search finds in one paper; None if that is nothing by now."""
    hits = find(connection, asked, paper)
    sources = [source for source in _SHOWN if asked.scope in (Scope.ALL, source)]
    if not any(hits.count(source, paper) for source in sources):
        return None
    return _Shelf(connection, asked, hits, sources).passages([paper], _SHOWN_OF_ONE)[0]


def mark_labels(connection: sqlite3.Connection) -> MarkLabels:
    """What the marks of the library can be told apart by."""
    counted: Counter[str] = Counter()
    statement = """SELECT t.value FROM marks m JOIN papers p ON p.id = m.paper_id,
        json_each(CASE WHEN json_valid(m.tags) THEN m.tags ELSE '[]' END) t WHERE p.trashed_at IS NULL"""
    counted.update(str(tag) for (tag,) in connection.execute(statement))
    tags = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))
    return MarkLabels(tuple(tag for tag, _ in tags), color_names(connection))


def _fused(rankings: Sequence[Sequence[PaperId]]) -> list[PaperId]:
    if len(rankings) == 1:
        return list(rankings[0])
    scores: dict[PaperId, float] = {}
    for ranking in rankings:
        for place, paper in enumerate(ranking):
            scores[paper] = scores.get(paper, 0.0) + 1 / (_FUSION + place)
    return sorted(scores, key=lambda paper: (-scores[paper], -paper))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Makes passages of hits."""

    connection: sqlite3.Connection
    asked: PassageQuery
    hits: Hits
    sources: Sequence[Scope]

    def passages(self, papers: Sequence[PaperId], limit: int | None) -> tuple[PaperPassages, ...]:
        """Those of these papers; `limit` for each source, None for the few of a first look."""
        words = needles(parse(self.asked.text, typing=self.asked.typing))
        facts = {paper: rest for paper, *rest in select_in(self.connection, _TITLES, papers)}
        found = []
        for paper in papers:
            title, translated, authors, versions = facts[paper]
            shown: list[Passage] = []
            more = 0
            for source in self.sources:
                most = limit or _SHOWN[source]
                passages = list(self._of_source(source, paper, words, authors, most, several=versions > 1))
                shown += passages
                more += max(0, self.hits.count(source, paper) - max(len(passages), most))
            found.append(PaperPassages(paper, title, translated, tuple(shown), more))
        return tuple(found)

    def _of_source(
        self, source: Scope, paper: PaperId, words: Needles, authors: str, most: int, *, several: bool
    ) -> Iterator[Passage]:
        if source is Scope.MARKS:
            return self._marks(paper, words, most, several=several)
        if source is Scope.NOTES:
            return self._notes(paper, words, authors, most)
        return self._pages(paper, words, most, several=several)

    def _pages(self, paper: PaperId, words: Needles, most: int, *, several: bool) -> Iterator[Passage]:
        files = self.hits.pages.get(paper, ())
        best = sorted(_interleaved(files)[:most])
        by_number = {number: file for file in files for number in file.numbers}
        for number in best:
            file = by_number[number]
            text = one_line(text_of(self.connection, number))
            piece, places = excerpt(text, find_marks(text, words, "pdf"))
            version = file.version if several else None
            yield Passage(Scope.PDFS, paper, piece, places, file.sha256, version, number % PAGES)

    def _marks(self, paper: PaperId, words: Needles, most: int, *, several: bool) -> Iterator[Passage]:
        ids = self.hits.marks.get(paper, [])[:most]
        marks = marks_by_id(self.connection, ids)
        versions = dict(select_in(self.connection, _VERSIONS, [paper])) if several and ids else {}
        for mark in (marks[name] for name in ids if name in marks):
            text = one_line(" — ".join(part for part in (mark.comment, mark.quote) if part))
            piece, places = excerpt(text, find_marks(text, words, "mark"))
            version = versions.get(mark.sha256)
            yield Passage(Scope.MARKS, paper, piece, places, mark.sha256, version, mark.page, mark=mark)

    def _notes(self, paper: PaperId, words: Needles, authors: str, most: int) -> Iterator[Passage]:
        if paper not in self.hits.notes:
            return
        texts = texts_of(self.connection, [paper])[paper]
        told = [(field, text.value) for kind, field in _FIELDS.items() for text in texts if text.kind is kind]
        told.append(("author", authors))
        shown = 0
        for field, value in told:
            text = one_line(readable(value) if field == "title" else value)
            if shown < most and (places := find_marks(text, words, field)):
                shown += 1
                yield Passage(Scope.NOTES, paper, *excerpt(text, places), field=field)


def _interleaved(files: Sequence[FilePages]) -> list[int]:
    """The pages of a paper's files, the best of each first."""
    ranked = [(place, number) for file in files for place, number in enumerate(file.numbers)]
    return [number for _, number in sorted(ranked)]
