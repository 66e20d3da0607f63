"""A digest of one's own as RSS 2.0 (https://www.rssboard.org/rss-specification), one item a paper.

Readers take titles and descriptions for HTML, so both are HTML here: a sign of HTML in a text is escaped twice, once
for HTML, once for XML.
"""

from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from desktop.domain.arxiv_id import arxiv_link
from desktop.domain.links import web_link
from desktop.domain.own_digest import DigestContent, DigestPaper
from desktop.domain.paper import ORIGINAL
from desktop.formats.digest_words import DigestWords, authors_words, language_tag, words_of
from desktop.formats.markdown_text import clean

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_SITE = "https://arxiv.org/"
"""Where the channel leads: a digest has no address of its own."""

register_namespace("dc", _DUBLIN_CORE)


def feed(content: DigestContent) -> bytes:
    """The bytes of the feed. Characters that XML cannot hold are left out."""
    digest, words = content.digest, words_of(content.digest)
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    _add(channel, "title", escape(clean(digest.name)))
    _add(channel, "link", _SITE)
    _add(channel, "description", escape(clean(digest.choice.preface or f"{digest.name} ({content.day})")))
    _add(channel, "language", words.tag)
    _add(channel, "pubDate", _moment(content.day))
    _add(channel, "generator", "Papershelf")
    for paper in content.papers:
        _item(SubElement(channel, "item"), paper, content, words)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, "unicode")}\n'.encode()


def _item(item: Element, paper: DigestPaper, content: DigestContent, words: DigestWords) -> None:
    link = web_link(clean(paper.entry.link)) or (arxiv_link(paper.arxiv_id) if paper.arxiv_id else "")
    _add(item, "title", escape(clean(paper.entry.translated_title or paper.title) or words.no_title))
    if link:
        _add(item, "link", link)
    _add(item, "guid", link or f"papershelf:paper/{paper.id}", isPermaLink="true" if link else "false")
    if paper.authors:
        _add(item, f"{{{_DUBLIN_CORE}}}creator", clean(authors_words(paper.authors, words)))
    for category in paper.categories:
        _add(item, "category", clean(category))
    _add(item, "pubDate", _moment(content.day))
    _add(item, "description", _description(paper, language_tag(content.digest.choice.language)))


def _description(paper: DigestPaper, language: str) -> str:
    entry, original = paper.entry, language_tag(ORIGINAL)
    texts = [
        (entry.summary, language),
        (entry.summary_en, original),
        (entry.translated_abstract, language),
        (paper.title if entry.translated_title else "", original),
        (paper.abstract, original),
    ]
    return "\n".join(f'<p lang="{escape(tag)}">{escape(clean(text))}</p>' for text, tag in texts if text)


def _moment(day: str) -> str:
    return format_datetime(datetime.fromisoformat(day).replace(tzinfo=UTC))


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text
