"""A digest of one's own as one HTML page that needs nothing else: no script, no picture or font from anywhere.

Texts come from strangers and models: the templates escape every value, only http and https become links, and the page
forbids a browser everything but its own styles and the pictures it holds.
"""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.latex_text import readable
from desktop.domain.links import web_link
from desktop.domain.own_digest import DigestContent, DigestMark, DigestPaper
from desktop.domain.paper import ORIGINAL
from desktop.domain.resources import resource_path
from desktop.formats.digest_words import DigestWords, authors_words, language_tag, words_of
from desktop.formats.markdown_text import clean

_PNG = "data:image/png;base64,"


def page(content: DigestContent) -> bytes:
    """The bytes of the page."""
    digest, words = content.digest, words_of(content.digest)
    count = len(content.papers)
    return rendered(
        "digest_page.html",
        {
            "words": words,
            "name": clean(digest.name),
            "day": content.day,
            "count": words.one_paper if count == 1 else words.papers.format(count=count),
            "preface": paragraphs(digest.choice.preface),
            "papers": [_paper(paper, words) for paper in content.papers],
            "language": language_tag(digest.choice.language),
            "original": language_tag(ORIGINAL),
        },
    )


def rendered(template: str, values: Mapping[str, Any]) -> bytes:
    """A template of `resources/templates` with these values, each of which is escaped."""
    return _templates().get_template(template).render(values).encode()


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which empty lines part."""
    return [part.strip() for part in clean(text).split("\n\n") if part.strip()]


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(resource_path("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _paper(paper: DigestPaper, words: DigestWords) -> dict[str, Any]:
    entry = paper.entry
    link = web_link(clean(entry.link)) or (arxiv_link(paper.arxiv_id) if paper.arxiv_id else "")
    return {
        "title": _shown(paper.title),
        "translated_title": _shown(entry.translated_title),
        "link": link,
        "link_text": f"arXiv:{paper.arxiv_id}" if paper.arxiv_id else clean(entry.link),
        "authors": clean(authors_words(paper.authors, words)),
        "published": clean(paper.published),
        "categories": clean(" · ".join(paper.categories)),
        "summary": _shown(entry.summary),
        "summary_en": _shown(entry.summary_en),
        "translated_abstract": _shown(entry.translated_abstract),
        "abstract": _shown(paper.abstract),
        "note": paragraphs(paper.note),
        "marks": [_mark(mark, words) for mark in paper.marks],
    }


def _shown(text: str) -> str:
    """Without the LaTeX that can be said in plain signs."""
    return readable(clean(text))


def _mark(noted: DigestMark, words: DigestWords) -> dict[str, Any]:
    mark, number = noted.mark, noted.mark.page + 1
    return {
        "page": words.page.format(page=number),
        "area": words.area.format(page=number),
        "quote": clean(mark.quote),
        "comment": paragraphs(mark.comment),
        "tags": [clean(tag) for tag in mark.tags],
        "color": mark.color,
        "picture": _PNG + b64encode(noted.picture).decode() if noted.picture else "",
    }
