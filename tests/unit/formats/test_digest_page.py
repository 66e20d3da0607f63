"""The page of a digest of one's own: what it tells, in which languages, what it leads to, that it can be read."""

import re
from base64 import b64encode

import pytest
from lxml import etree, html

from desktop.domain.digest import Entry
from desktop.domain.own_digest import Template
from desktop.domain.resources import resource_path
from desktop.formats.digest_page import page
from desktop.formats.digest_words import authors_words, words_of
from tests.unit.formats.made_digests import DAY, content, mark, paper
from tests.unit.services.conftest import entry

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
PNG = b"\x89PNG\r\n\x1a\nno picture"


def parsed(*entries: Entry, **choice: object) -> html.HtmlElement:
    """The page of these papers."""
    papers = [paper(number, told) for number, told in enumerate(entries, 1)]
    return html.document_fromstring(page(content(*papers, **choice)).decode())


def texts(root: html.HtmlElement, path: str) -> list[str]:
    return ["".join(map(str, found.itertext())) for found in root.iterfind(path)]


def test_the_contents_lead_to_each_paper() -> None:
    root = parsed(entry(1), entry(2))
    links = root.findall(".//nav//a")
    assert [link.get("href") for link in links] == ["#paper-1", "#paper-2"]
    assert [link.text for link in links] == ["关于课题1的研究", "关于课题2的研究"]
    assert texts(root, ".//nav//p") == ["本文研究了课题1。", "本文研究了课题2。"]
    assert [article.get("id") for article in root.iterfind(".//article")] == ["paper-1", "paper-2"]


def test_a_paper_is_told_in_both_languages_each_under_its_own() -> None:
    root = parsed(entry(1))
    assert root.get("lang") == "zh-Hans"
    told = {(found.tag, found.get("lang")) for found in root.findall(".//article//*[@lang]")}
    assert told == {("span", "zh-Hans"), ("p", "zh-Hans"), ("p", "en")}
    assert texts(root, ".//article/p[@class='original']") == ["A study of subject 1"]
    assert texts(root, ".//article/p[@class='facts authors']") == ["Ada Lovelace, 王小云, Ruud van der Berg"]
    assert texts(root, ".//details/p") == ["We study subject 1 at length. "]
    (link,) = root.findall(".//article/p[@class='facts']/a")
    assert (link.get("href"), link.text) == ("https://arxiv.org/abs/2403.00001", "arXiv:2403.00001")


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-Hans"), ("zh-Hant", "zh-Hant"), ("ja", "en")])
def test_the_page_speaks_the_language_of_its_readers(language: str, tag: str) -> None:
    assert parsed(entry(1), language=language).get("lang") == tag
    assert parsed(entry(1), language=language, template=Template.ENGLISH).get("lang") == "en"


def test_what_is_not_known_leaves_no_trace() -> None:
    root = html.document_fromstring(
        page(content(paper(1, Entry("Alone"), authors=(), categories=(), published=""))).decode()
    )
    assert texts(root, ".//article//*")[2:] == ["Alone", "回到目录", "回到目录"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "data:text/html,x"])
def test_only_addresses_of_the_web_become_links(link: str) -> None:
    root = html.document_fromstring(page(content(paper(1, entry(1, link=link), arxiv_id=""))).decode())
    assert {found.get("href", "")[:1] for found in root.iter("a")} == {"#"}
    assert link in "".join(map(str, root.itertext()))


def test_notes_and_marks_stand_below_the_paper() -> None:
    noted = paper(1, entry(1), note="One.\n\nTwo.", marks=(mark("A quote.", "A comment."), mark("", picture=PNG)))
    root = html.document_fromstring(page(content(noted, template=Template.NOTES)).decode())
    assert texts(root, ".//section[@class='notes']/div/p") == ["One.", "Two."]
    assert texts(root, ".//blockquote") == ["A quote."]
    (picture,) = root.iter("img")
    assert picture.get("src") == f"data:image/png;base64,{b64encode(PNG).decode()}"
    assert picture.get("alt") == "第 3 页的区域"


def test_a_browser_is_forbidden_everything_but_styles_and_the_pictures_in_the_page() -> None:
    data = page(content(paper(1, entry(1)), preface="Hello"))
    root = html.document_fromstring(data.decode())
    (policy,) = root.findall(".//meta[@http-equiv]")
    assert policy.get("content") == POLICY
    assert not list(root.iter("script", "link", "iframe", "form"))
    assert b"url(" not in data
    assert b"@import" not in data


def test_headings_and_landmarks_are_named_in_order() -> None:
    root = parsed(entry(1), entry(2), preface="Hello")
    assert [found.tag for found in root.iter("header", "main", "nav", "footer")] == ["header", "main", "nav", "footer"]
    assert [found.tag for found in root.iter("h1", "h2", "h3")] == ["h1", "h2", "h2", "h3", "h2", "h3"]
    ids = [found.get("id") for found in root.findall(".//*[@id]")]
    assert len(ids) == len(set(ids))
    assert {found.get("aria-labelledby") for found in root.findall(".//*[@aria-labelledby]")} <= set(ids)
    assert [found.get("datetime") for found in root.findall("body/header//time")] == [DAY]


def test_the_page_is_whole_html() -> None:
    data = page(content(paper(1, entry(1), note="x", marks=(mark("q", "c"),)), template=Template.NOTES, preface="y"))
    body = data.decode().split("</style>")[1]
    etree.fromstring(f"<html><head>{body.partition('</head>')[0]}</head>{body.partition('</head>')[2]}")


@pytest.mark.parametrize("dark", [False, True])
def test_text_has_the_contrast_that_it_needs(dark: bool) -> None:
    style = resource_path("templates/digest_style.css").read_text("utf-8")
    colors = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", style.split(":root")[2 if dark else 1]))
    for text in ("text", "muted", "accent"):
        for surface in ("window", "surface"):
            assert contrast(colors[text], colors[surface]) >= 4.5, (text, surface)
    assert contrast(colors["text"], colors["soft"]) >= 7


def contrast(one: str, other: str) -> float:
    """As https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio has it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("many", "last"), [(13, "12, 13"), (14, "12 and 2 others"), (3000, "12 and 2988 others")])
def test_of_a_large_collaboration_some_are_named(many: int, last: str) -> None:
    names = tuple(str(number + 1) for number in range(many))
    told = authors_words(names, words_of(content().digest))
    assert told.replace(" 等，另有 ", " and ").replace(" 位作者", " others").endswith(last)
