"""A digest of one's own as plain text, for who reads mails without HTML.

Nothing is indented or escaped, each link stands on a line of its own, and lines are as long as their paragraphs: mail
programs wrap them to the width of the window.
"""

from collections.abc import Iterator

from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.latex_text import readable
from desktop.domain.links import web_link
from desktop.domain.own_digest import DigestContent, DigestMark, DigestPaper
from desktop.formats.digest_words import DigestWords, authors_words, words_of
from desktop.formats.markdown_text import clean

_RULE = "-" * 60


def text(content: DigestContent) -> bytes:
    """In UTF-8."""
    digest, words = content.digest, words_of(content.digest)
    count = len(content.papers)
    papers = words.one_paper if count == 1 else words.papers.format(count=count)
    head = _lines(_line(digest.name), f"{content.day} · {papers}")
    blocks = [head, clean(digest.choice.preface).strip()]
    for number, paper in enumerate(content.papers, 1):
        blocks += [_RULE, *_paper(number, paper, words)]
    return ("\n\n".join(filter(None, (*blocks, _RULE, words.made_with))) + "\n").encode()


def _paper(number: int, paper: DigestPaper, words: DigestWords) -> Iterator[str]:
    entry = paper.entry
    titles = list(filter(None, map(_shown, (entry.translated_title, paper.title)))) or [words.no_title]
    link = web_link(clean(entry.link)) or (arxiv_link(paper.arxiv_id) if paper.arxiv_id else clean(entry.link))
    facts = " · ".join(filter(None, (_line(paper.published), *map(_line, paper.categories))))
    yield _lines(f"{number}. {titles[0]}", *titles[1:], _line(authors_words(paper.authors, words)), facts, _line(link))
    yield _shown(entry.summary)
    yield _shown(entry.summary_en)
    translated, abstract = _shown(entry.translated_abstract), _shown(paper.abstract)
    if translated:
        yield _lines(words.abstract, translated)
    if abstract:
        yield _lines(words.original_abstract if translated else words.abstract, abstract)
    if paper.note or paper.marks:
        yield _lines(words.notes, clean(paper.note).strip())
        yield from (_mark(noted, words) for noted in paper.marks)


def _mark(noted: DigestMark, words: DigestWords) -> str:
    mark = noted.mark
    quote = f"“{_line(mark.quote)}”" if mark.quote else ""
    told = " ".join(filter(None, (quote, *(f"#{_line(tag)}" for tag in mark.tags))))
    return _lines(f"- {words.page.format(page=mark.page + 1)} {told}".rstrip(), clean(mark.comment).strip())


def _shown(text: str) -> str:
    """In one line, without the LaTeX that can be said in plain signs."""
    return _line(readable(clean(text)))


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))
