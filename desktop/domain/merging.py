"""Papers side by side, and what of each a merged paper would show.

The notes of all are joined, and files, marks, tags, collections and digests put together: there is nothing to choose.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.domain.duplicates import Likeness
from desktop.domain.ids import PaperId
from desktop.domain.paper import Fact, PaperDetails, TextKind


class TextField(NamedTuple):
    """A text of a paper in a language."""

    kind: TextKind
    language: str


MergeField = TextField | Fact


@dataclass(frozen=True, slots=True)
class ComparedField:
    """What each paper has to offer for one field; those that have nothing are left out."""

    field: MergeField
    offers: Mapping[PaperId, str]
    typed: frozenset[PaperId] = frozenset()
    """Those of them whose value a person typed."""

    @property
    def differs(self) -> bool:
        """There is something to choose."""
        return len(set(self.offers.values())) > 1

    def preselected(self, keep: PaperId) -> PaperId | None:
        """Whose value to take where nobody chose: that of the paper that is kept, unless another's was typed or tells
        the same date more exactly. None if no paper has any."""
        if not self.offers:
            return None
        order = sorted(self.offers, key=lambda paper: paper != keep)
        typed = [paper for paper in order if paper in self.typed]
        if typed:
            return typed[0]
        if self.field is Fact.PUBLISHED:
            date = self.offers[order[0]]
            order.sort(key=lambda paper: -len(self.offers[paper]) if self.offers[paper].startswith(date) else 0)
        return order[0]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Papers that may be one, side by side."""

    papers: tuple[PaperDetails, ...]
    fields: tuple[ComparedField, ...]
    why: tuple[Likeness, ...]
    keep: PaperId
    """The one to keep, as far as the program can tell: the one that is known best."""

    def choices(self, keep: PaperId) -> dict[MergeField, PaperId]:
        """Per field that any paper has, whose value to take where nobody chose."""
        chosen = ((field.field, field.preselected(keep)) for field in self.fields)
        return {field: paper for field, paper in chosen if paper is not None}


def compared(
    papers: Sequence[PaperDetails], typed: Mapping[PaperId, frozenset[str]], why: Sequence[Likeness] = ()
) -> Comparison:
    """Put papers side by side. `typed` names the facts of each that a person typed."""
    fields = [_text_field(papers, field) for field in _text_fields(papers)]
    fields += [_fact_field(papers, typed, fact) for fact in Fact]
    best = max(papers, key=_knowledge)
    return Comparison(tuple(papers), tuple(field for field in fields if field.offers), tuple(why), best.row.id)


def _text_fields(papers: Sequence[PaperDetails]) -> list[TextField]:
    """The texts that there are but for notes: titles, then summaries, then abstracts; translations last."""
    there = {TextField(text.kind, text.language) for paper in papers for text in paper.texts}
    kinds = [TextKind.TITLE, TextKind.SUMMARY, TextKind.ABSTRACT]
    wanted = [field for field in there if field.kind in kinds]
    return sorted(wanted, key=lambda field: (kinds.index(field.kind), field.language != "en", field.language))


def _text_field(papers: Sequence[PaperDetails], field: TextField) -> ComparedField:
    offers, typed = {}, set()
    for paper in papers:
        for text in paper.texts:
            if (text.kind, text.language) == field and (text.value or text.locked):
                offers[paper.row.id] = text.value
                if text.locked:
                    typed.add(paper.row.id)
    return ComparedField(field, offers, frozenset(typed))


def _fact_field(papers: Sequence[PaperDetails], typed: Mapping[PaperId, frozenset[str]], fact: Fact) -> ComparedField:
    told = {paper.row.id: _FACTS[fact](paper) for paper in papers}
    by_person = frozenset(paper for paper in told if fact in typed.get(paper, ()))
    return ComparedField(fact, {paper: value for paper, value in told.items() if value}, by_person)


_FACTS: dict[Fact, Callable[[PaperDetails], str]] = {
    Fact.AUTHORS: lambda paper: "; ".join(paper.row.authors),
    Fact.CATEGORIES: lambda paper: " ".join(paper.row.categories),
    Fact.PUBLISHED: lambda paper: paper.row.published,
    Fact.ARXIV_ID: lambda paper: paper.row.arxiv_id,
    Fact.DOI: lambda paper: paper.doi,
    Fact.LINK: lambda paper: paper.link,
    Fact.CITE_KEY: lambda paper: paper.cite_key,
}


def _knowledge(paper: PaperDetails) -> tuple[int, ...]:
    """How well a paper is known: by arXiv and digests, by what a person did with it, for how long."""
    row = paper.row
    done = len(paper.marks) + len(row.tags) + sum(text.locked for text in paper.texts)
    return bool(row.arxiv_id), done, len(paper.texts), row.digest_count, row.has_pdf, -row.id
