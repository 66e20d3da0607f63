"""A digest of one's own as Markdown: by the grammar of the source documents, to the byte.

With the NOTES template a preface stands before it, and below each paper, as further paragraphs of its footnote, what a
person noted and marked. Such a file is no exact digest any more, but every string of it is found where it stands
(`loose_digest`).

The table's summary is in the translation's language. An English digest has none, so its English summary stands there,
too; where both are one, an import takes it for English alone (`db.texts.entry_texts`).
"""

from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.digest import Digest, DigestFormat
from desktop.domain.own_digest import DigestContent, DigestMark, DigestPaper, Template
from desktop.formats.digest_markdown import write_digest
from desktop.formats.digest_words import DigestWords, words_of
from desktop.formats.markdown_text import block, inline

_LINE = "\n    "


def markdown(content: DigestContent) -> bytes:
    """The bytes of the file."""
    template = content.digest.choice.template
    entries = (paper.entry for paper in content.papers)
    if template is Template.ENGLISH:
        entries = (replace(entry, summary=entry.summary_en) for entry in entries)
    digest = Digest(DigestFormat.DIGEST, tuple(entries))
    if template is not Template.NOTES:
        return write_digest(digest)
    words = words_of(content.digest)
    preface = block(content.digest.choice.preface)
    return (f"{preface}\n\n" if preface else "").encode() + write_digest(
        digest, ["".join(_paragraphs(paper, words)) for paper in content.papers]
    )


def _paragraphs(paper: DigestPaper, words: DigestWords) -> Iterator[str]:
    """What stands below a paper; each paragraph ends as the paper does, in a line of four spaces."""
    if not paper.note and not paper.marks:
        return
    yield _paragraph(f"**{words.notes}**")
    if paper.note:
        yield _paragraph(block(paper.note))
    for mark in paper.marks:
        yield _paragraph(_mark(mark, words))
    yield _paragraph("* * *")


def _paragraph(text: str) -> str:
    return _LINE + text.replace("\n", _LINE) + _LINE


def _mark(noted: DigestMark, words: DigestWords) -> str:
    """As an item of a list."""
    mark = noted.mark
    page = words.page.format(page=mark.page + 1)
    quote = f"“{inline(mark.quote)}”" if mark.quote else ""
    tags = inline(" ".join(f"#{tag}" for tag in mark.tags))
    told = " · ".join(part for part in (f"**{page}**", quote, tags) if part)
    return f"- {told}" + (f"\n\n{block(mark.comment)}".replace("\n", "\n  ") if mark.comment else "")
