"""Digests of one's own for tests of what is written of them."""

from desktop.domain.derived_facts import derive
from desktop.domain.digest import Entry
from desktop.domain.ids import OwnDigestId, PaperId
from desktop.domain.mark import Mark, MarkKind
from desktop.domain.own_digest import (
    DigestChoice,
    DigestContent,
    DigestMark,
    DigestPaper,
    MadeOf,
    OwnDigest,
)

DAY = "2026-11-22"


def paper(number: int, entry: Entry, **more: object) -> DigestPaper:
    """A paper as the library tells it, with three authors."""
    facts = derive(entry)
    told: dict[str, object] = {
        "authors": ("Ada Lovelace", "王小云", "Ruud van der Berg"),
        "categories": ("cs.CV", "cs.LG"),
        "published": "2024-03-05",
        "arxiv_id": facts.arxiv_id,
        **more,
    }
    return DigestPaper(PaperId(number), entry, facts.title, facts.abstract, **told)  # type: ignore[arg-type]


def mark(text: str, comment: str = "", picture: bytes = b"") -> DigestMark:
    """A mark on the third page."""
    kind = MarkKind.AREA if picture else MarkKind.HIGHLIGHT
    return DigestMark(Mark("m", PaperId(1), "0" * 64, 2, kind, 1, quote=text, comment=comment, tags=("todo",)), picture)


def content(*papers: DigestPaper, **choice: object) -> DigestContent:
    """A digest of these papers."""
    chosen = DigestChoice(**{"name": "一周论文", **choice})  # type: ignore[arg-type]
    held = tuple(paper.id for paper in papers)
    return DigestContent(OwnDigest(OwnDigestId(1), chosen, MadeOf(), held, 1, 1), papers, DAY)
