"""Lists of feeds go out and come in; what else feed readers follow is left out and told."""

from dataclasses import replace
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InputError, Reason
from desktop.domain.feed_filter import FeedFilter, Terms
from desktop.domain.feeds import FeedChoice, FeedKind
from desktop.formats.opml import opml_bytes, read_opml

FEEDS = (
    FeedChoice("Vision & more", FeedKind.ARXIV_CATEGORY, "cs.CV+cs.LG", every_minutes=60, writes_texts=True),
    FeedChoice("扩散", FeedKind.ARXIV_SEARCH, 'ti:"diffusion" AND cat:cs.CV', active=False),
    FeedChoice("Daily", FeedKind.DAILY_PAPERS, "", FeedFilter(words=Terms(("<b>",), ('"x"',)))),
)
READER = b"""<?xml version="1.0"?><opml version="1.0"><head/><body><outline text="Science">
<outline text="CV" type="rss" xmlUrl="http://export.arxiv.org/rss/cs.CV"/>
<outline title="Old" type="rss" xmlUrl="https://arxiv.org/rss/hep-th/"/>
<outline text="Two" type="rss" xmlUrl="https://rss.arxiv.org/rss/cs.CL%2Bcs.AI?version=2"/>
<outline type="rss" xmlUrl="http://export.arxiv.org/api/query?search_query=all:electron+AND+cat:quant-ph&amp;start=0"/>
<outline text="Nature" type="rss" xmlUrl="https://www.nature.com/nature.rss"/>
<outline text="Broken" type="rss" xmlUrl="https://rss.arxiv.org/rss/../../x"/>
<outline text="Evil" type="rss" xmlUrl="https://arxiv.org.evil.example/rss/cs.CV"/>
</outline></body></opml>"""


def test_what_goes_out_comes_in_again() -> None:
    told = read_opml(opml_bytes(FEEDS))
    assert told.choices == FEEDS
    assert told.left_out == ()


def test_lists_of_feed_readers_are_understood() -> None:
    told = read_opml(READER)
    assert [(choice.name, choice.kind, choice.source) for choice in told.choices] == [
        ("CV", FeedKind.ARXIV_CATEGORY, "cs.CV"),
        ("Old", FeedKind.ARXIV_CATEGORY, "hep-th"),
        ("Two", FeedKind.ARXIV_CATEGORY, "cs.CL+cs.AI"),
        ("all:electron AND cat:quant-ph", FeedKind.ARXIV_SEARCH, "all:electron AND cat:quant-ph"),
    ]
    assert told.left_out == ("Nature", "Broken", "Evil")


@pytest.mark.parametrize("told", ["[" * 100_000, '{"words":' * 100_000, "[]", "no JSON", '{"words": [1]}'])
def test_a_feed_whose_filter_is_none_is_left_out(told: str) -> None:
    (choice,) = FEEDS[:1]
    filter = FeedFilter(words=Terms(("a",)))
    data, stored = opml_bytes([replace(choice, filter=filter)]), escape(filter.stored()).encode()
    assert stored in data
    read = read_opml(data.replace(stored, escape(told).encode()))
    assert (read.choices, read.left_out) == ((), (choice.name,))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"cs.CV",
        b"<html/>",
        opml_bytes(FEEDS)[:-20],
        b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&x;"/></body></opml>',
    ],
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as error:
        read_opml(data)
    assert error.value.reason is Reason.NOT_A_FEED_LIST


names = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=50
)


@given(names, st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S")), min_size=1, max_size=80))
def test_any_search_comes_in_again(name: str, query: str) -> None:
    (told,) = read_opml(opml_bytes([FeedChoice(name, FeedKind.ARXIV_SEARCH, query)])).choices
    assert told.source == query
