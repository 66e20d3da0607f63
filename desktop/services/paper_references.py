"""Papers of the library as references: what a bibliography told, under what a person typed."""

import json
from collections.abc import Sequence
from dataclasses import replace

from db.described_papers import DescribedPaper
from desktop.domain.arxiv_id import arxiv_link, plain_id
from desktop.domain.bibliography import FileLink, Reference, ReferenceType
from desktop.domain.latex_text import readable
from desktop.domain.paper import ORIGINAL, Fact, OriginKind, PaperFile, TextKind
from desktop.domain.person_names import Name, name_of
from desktop.formats.csl_json import item_of, reference_of


def citation_of(reference: Reference) -> str:
    """What `papers.citation` keeps of a reference."""
    return json.dumps(item_of(without_columns(reference)), ensure_ascii=False, separators=(",", ":"))


def without_columns(reference: Reference) -> Reference:
    """A reference with all that no other column holds, and what stands in one that arXiv's answers may change."""
    return replace(
        reference,
        key="",
        abstract="",
        keywords=(),
        notes=(),
        collections=(),
        translated_title="",
        translated_abstract="",
    )


def told_by(citation: str) -> Reference:
    """The reference that `papers.citation` keeps."""
    if not citation:
        return Reference(type=ReferenceType.ARTICLE)
    item = json.loads(citation)
    return reference_of(item) if isinstance(item, dict) else Reference()


def paper_reference(
    paper: DescribedPaper, *, language: str = "zh", files: Sequence[FileLink] | None = None
) -> Reference:
    """The paper as bibliographies tell it. `files` stand for those that the library has."""
    told = told_by(paper.citation)
    arxiv_id = told.arxiv_id if plain_id(told.arxiv_id.partition("v")[0]) == paper.arxiv_id else paper.arxiv_id
    note = paper.text(TextKind.NOTE, "")
    extra = dict(told.extra)
    if paper.journal_ref and not told.venue:
        extra.setdefault("note", paper.journal_ref)
    return replace(
        told,
        type=_type(paper, told),
        key=paper.cite_key,
        title=_title(paper, told),
        authors=_authors(paper, told),
        date=paper.published if Fact.PUBLISHED in paper.typed or not told.date else told.date,
        doi=paper.doi if Fact.DOI in paper.typed or not told.doi else told.doi,
        url=_url(paper, told),
        arxiv_id=arxiv_id,
        primary_class=(told.primary_class or next(iter(paper.categories), "")) if arxiv_id else "",
        abstract=paper.text(TextKind.ABSTRACT, ORIGINAL),
        translated_title=paper.text(TextKind.TITLE, language),
        translated_abstract=paper.text(TextKind.ABSTRACT, language),
        keywords=paper.tags,
        notes=(note,) if note else (),
        collections=paper.collections,
        files=(*(map(library_link, paper.files) if files is None else files), *told.files),
        extra=extra,
    )


def _type(paper: DescribedPaper, told: Reference) -> ReferenceType:
    if not paper.citation and not paper.arxiv_id:
        return ReferenceType.DOCUMENT
    return told.type


def _title(paper: DescribedPaper, told: Reference) -> str:
    typed = any(
        text.kind is TextKind.TITLE and text.language == ORIGINAL and text.origin.kind is OriginKind.PERSON
        for text in paper.texts
    )
    return readable(paper.title) if typed or not told.title else told.title


def _authors(paper: DescribedPaper, told: Reference) -> tuple[Name, ...]:
    if told.authors and Fact.AUTHORS not in paper.typed:
        return told.authors
    given = {name.shown: name for name in told.authors}
    return tuple(given.get(shown) or name_of(shown) for shown in paper.authors)


def _url(paper: DescribedPaper, told: Reference) -> str:
    if told.url and Fact.LINK not in paper.typed:
        return told.url
    return paper.link or (arxiv_link(paper.arxiv_id) if paper.arxiv_id else "")


def library_link(file: PaperFile) -> FileLink:
    """A link to a file where the library has it."""
    return FileLink(file.path, file.name, "application/pdf")
