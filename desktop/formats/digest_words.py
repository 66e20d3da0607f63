"""The words that a digest of one's own says itself, in the language of whoever it is handed on to."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.languages import SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE
from desktop.domain.own_digest import OwnDigest, Template
from desktop.domain.paper import ORIGINAL

_MOST_AUTHORS = 12


@dataclass(frozen=True, slots=True)
class DigestWords:
    """In one language."""

    tag: str
    """Of the language, as HTML knows it (BCP 47)."""
    contents: str
    papers: str
    """With {count}."""
    one_paper: str
    skip: str
    abstract: str
    original_abstract: str
    notes: str
    """The person's note and marks."""
    page: str
    """Of a PDF, with {page}."""
    area: str
    """A picture of a part of a page, with {page}."""
    back: str
    made_with: str
    digests: str
    days: str
    text_file: str
    subscribe: str
    no_title: str
    more_authors: str
    """Behind the first of many authors, with {count}: how many others there are."""


_ENGLISH = DigestWords(
    tag="en",
    contents="Contents",
    papers="{count} papers",
    one_paper="1 paper",
    skip="Skip to the papers",
    abstract="Abstract",
    original_abstract="Original abstract",
    notes="Notes",
    page="p. {page}",
    area="Part of page {page}",
    back="Back to the contents",
    made_with="Made with Papershelf",
    digests="Digests",
    days="By day",
    text_file="Markdown",
    subscribe="RSS",
    no_title="Untitled",
    more_authors=" and {count} others",
)
_WORDS = {
    SIMPLIFIED_CHINESE: DigestWords(
        tag="zh-Hans",
        contents="目录",
        papers="{count} 篇论文",
        one_paper="1 篇论文",
        skip="跳到论文",
        abstract="摘要",
        original_abstract="原文摘要",
        notes="笔记",
        page="第 {page} 页",
        area="第 {page} 页的区域",
        back="回到目录",
        made_with="由 Papershelf 制作",
        digests="摘要集",
        days="按日期",
        text_file="Markdown",
        subscribe="RSS",
        no_title="无标题",
        more_authors=" 等，另有 {count} 位作者",
    ),
    TRADITIONAL_CHINESE: DigestWords(
        tag="zh-Hant",
        contents="目錄",
        papers="{count} 篇論文",
        one_paper="1 篇論文",
        skip="跳到論文",
        abstract="摘要",
        original_abstract="原文摘要",
        notes="筆記",
        page="第 {page} 頁",
        area="第 {page} 頁的區域",
        back="回到目錄",
        made_with="由 Papershelf 製作",
        digests="摘要集",
        days="依日期",
        text_file="Markdown",
        subscribe="RSS",
        no_title="無標題",
        more_authors=" 等，另有 {count} 位作者",
    ),
}


def language_tag(code: str) -> str:
    """The language of a text as HTML and RSS know it (BCP 47)."""
    return _WORDS[code].tag if code in _WORDS else code


def authors_words(authors: Sequence[str], words: DigestWords) -> str:
    """The authors as one line. A large collaboration has thousands: after some it is said how many others there are."""
    named = ", ".join(authors[:_MOST_AUTHORS])
    others = len(authors) - _MOST_AUTHORS
    return named + words.more_authors.format(count=others) if others > 1 else ", ".join(authors)


def words_of(digest: OwnDigest) -> DigestWords:
    """In the language of its translations; in English where that is another one, or none is shown."""
    code = ORIGINAL if digest.choice.template is Template.ENGLISH else digest.choice.language
    return _WORDS.get(code, _ENGLISH)
