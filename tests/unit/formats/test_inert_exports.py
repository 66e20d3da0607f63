"""Exports are well formed and inert: whatever a title holds, it is read back as it was and nothing comes of it
(RELIABILITY promise 28)."""

import html
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from io import BytesIO

import feedparser  # type: ignore[import-untyped]
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as html_parser

from desktop.domain.bibliography import BibliographyFormat, Reference
from desktop.domain.digest import Digest, DigestFormat, Entry, entry_strings
from desktop.domain.feeds import FeedChoice, FeedKind
from desktop.domain.labels import tidy_name
from desktop.domain.latex_text import readable
from desktop.domain.mail_addresses import one_line
from desktop.domain.mails import MailDraft
from desktop.domain.own_digest import Template
from desktop.formats.bibliographies import read_bibliography, write_bibliography
from desktop.formats.digest_feed import feed
from desktop.formats.digest_mail import compose
from desktop.formats.digest_markdown import read_exact_digest, write_digest
from desktop.formats.digest_page import page
from desktop.formats.digest_text import text as plain_text
from desktop.formats.loose_digest import read_loose_digest
from desktop.formats.markdown_text import clean
from desktop.formats.opml import opml_bytes, read_opml
from desktop.formats.own_digest_markdown import markdown
from desktop.formats.title_markup import title_text
from tests.unit.formats.made_digests import content, mark, paper

_HOSTILE = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title></style></head>", "<!--", "-->", "]]>"),
    *("<b>bold</b>", "&lt;i&gt;", "&amp;", "&#60;svg onload=1&#62;", '" onmouseover="x', "' style='x", "javascript:x"),
    *("{{ 7 * 7 }}", "{% include 'x' %}", "| [^2] | [x](y) | z |", "[^2]: x", "](http://x)", "\\|", "$x<y$", "\u202e"),
    *(
        "=cmd|' /C calc'!A0",
        "\u200b",
        "\ufeff",
        "\u00a0",
        "中文",
        "🎉",
        "\x07",
        "\x1b[31m",
        "`code`",
        "# 详细",
        "`",
        "*",
    ),
)
TITLES = st.lists(
    st.sampled_from(_HOSTILE) | st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8),
    max_size=5,
).map("".join)


def _entry(title: str) -> Entry:
    line = title.replace("\n", " ")
    return Entry(title, "https://arxiv.org/abs/2403.00001", line, line, line, line, line)


def _as_digest(title: str) -> None:
    digest = Digest(DigestFormat.DIGEST, (_entry(title), _entry("The next one")))
    data = write_digest(digest)
    assert read_exact_digest(data) == digest


def _with_notes(title: str) -> None:
    """Such a file is no exact digest: what stands in a title like a row of the table would be taken for one."""
    assume("](" not in title)
    told = _entry(f"T {title}".replace("\n", " "))
    noted = paper(1, told, note=title, marks=(mark(title, title),))
    noted = replace(noted, entry=replace(told, summary_en="", abstract=""))
    data = markdown(content(noted, paper(2, _entry("The next one")), template=Template.NOTES, preface=title))
    found = read_loose_digest(data, data.decode())
    assert found is not None
    assert [entry.link for entry in found.entries] == [noted.entry.link] * 2
    assert [_stripped(entry) for entry in found.entries] == [_stripped(noted.entry), _stripped(_entry("The next one"))]


def _stripped(entry: Entry) -> tuple[str, ...]:
    return tuple(text.strip() for text in entry_strings(entry))


def _as_page(title: str) -> None:
    data = page(content(paper(1, _entry(title), note=title, marks=(mark(title, title),)), name=title, preface=title))
    root = html_parser.document_fromstring(data.decode())
    plain = page(content(paper(1, _entry("T"), note="T", marks=(mark("T", "T"),)), name="T", preface="T"))
    expected = html_parser.document_fromstring(plain.decode())
    shown = readable(clean(title.replace("\n", " ")))
    assert _inert(root) <= _inert(expected)
    heading = root.find(".//article//span[@class='title']")
    assert heading is not None
    assert "".join(map(str, heading.itertext())) == (shown or "无标题")


def _inert(root: html_parser.HtmlElement) -> set[tuple[str, ...]]:
    """Which elements with which attributes there are."""
    return {(element.tag, *sorted(element.keys())) for element in root.iter() if isinstance(element.tag, str)}


def _as_rss(title: str) -> None:
    data = feed(content(paper(1, _entry(title)), name=title, preface=title))
    line = clean(title.replace("\n", " "))
    tree = etree.fromstring(data)
    (item,) = tree.findall("channel/item")
    if line.strip():
        assert html.unescape(item.findtext("title") or "") == line
    found = feedparser.parse(BytesIO(data))
    assert not found.bozo, found
    assert len(found.entries) == 1
    for text in (found.entries[0].title, found.entries[0].description, found.feed.title):
        fragment = html_parser.fragment_fromstring(text, create_parent="div")
        assert {element.tag for element in fragment.iter()} <= {"div", "p"}


def _as_opml(title: str) -> None:
    name = tidy_name(clean(title)) or "x"
    choice = FeedChoice(name, FeedKind.ARXIV_CATEGORY, "cs.CV")
    data = opml_bytes([choice])
    (found,) = read_opml(data).choices
    assert (found.name, found.source) == (name, "cs.CV")
    assert {element.tag for element in etree.fromstring(data).iter()} <= {"opml", "head", "title", "body", "outline"}


def _as_bibliography(title: str) -> None:
    line = " ".join(clean(title).split()) or "x"
    for form in BibliographyFormat:
        reference = Reference(title=line, key="key", authors=())
        data = b"".join(write_bibliography(form, [reference, Reference(title="The next one", key="next")]))
        found = read_bibliography(data)
        assert not found.broken
        assert [title_text(one.title) for one in found.references] == [title_text(line), "The next one"]


def _as_mail(title: str) -> None:
    made = content(paper(1, _entry(title)), name=title)
    text, shown = plain_text(made).decode(), page(made).decode()
    subject = " ".join(clean(title).split())
    draft = MailDraft(None, "Ada <ada@example.org>", (), subject, "", text, shown)
    message = message_from_bytes(compose(draft, datetime(2026, 11, 22, tzinfo=UTC)), policy=policy.default)
    assert str(message["Subject"]) == one_line(subject)[:300].strip()
    assert sorted(message.keys()) == sorted({*message.keys()}), "no header of a title"
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert [part.get_content_type() for part in message.walk()][1:] == ["text/plain", "text/html"]
    assert plain.get_content().replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n")
    assert _inert(html_parser.document_fromstring(rich.get_content())) <= _inert(html_parser.document_fromstring(shown))


FORMATS = (_as_digest, _with_notes, _as_page, _as_rss, _as_opml, _as_bibliography, _as_mail)


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("check", FORMATS)
def test_titles_come_back_equal_and_nothing_of_them_is_active(check: Callable[[str], None], full_run: bool) -> None:
    runner = settings(max_examples=5000 if full_run else 500, deadline=None, database=None)
    runner(given(TITLES)(check))()
