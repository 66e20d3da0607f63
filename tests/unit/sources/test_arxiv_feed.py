"""What is no whole feed of whole entries, and that no bytes do any harm."""

import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.arxiv_id import ArxivId
from desktop.sources.arxiv_feed import check_feed
from tests.arxiv_server.atom import feed
from tests.arxiv_server.papers import made_up

PAPER = made_up("2301.00012")[0]
GOOD = feed([PAPER], total=1)


def spoilt(old: str, new: str, count: int = 1) -> bytes:
    assert old.encode() in GOOD
    return GOOD.replace(old.encode(), new.encode(), count)


def entry(old: str, new: str) -> bytes:
    """With a change behind the beginning of the entry."""
    head, tag, rest = GOOD.partition(b"<entry>")
    assert old.encode() in rest
    return head + tag + rest.replace(old.encode(), new.encode(), 1)


def test_a_whole_feed_tells_its_ids_and_its_total() -> None:
    facts = check_feed(GOOD)
    assert (facts.ids, facts.total, facts.errors) == ((ArxivId("2301.00012", 1),), 1, ())


@pytest.mark.parametrize("text", ["", "many", "-1", "1.5", "9" * 10, "٣"])
def test_a_total_that_is_no_number_is_none(text: str) -> None:
    assert check_feed(spoilt(">1</opensearch:total", f">{text}</opensearch:total")).total is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        GOOD + GOOD,
        GOOD + b"rest",
        GOOD[:-8],
        spoilt("<feed ", "<Feed ").replace(b"</feed>", b"</Feed>"),
        spoilt("http://www.w3.org/2005/Atom", "http://www.w3.org/2005/Other"),
        spoilt("<feed", "<!DOCTYPE feed><feed"),
        spoilt("<feed", '<!DOCTYPE feed [<!ENTITY a "b">]><feed'),
        entry("http://arxiv.org/abs/2301.00012v1", ""),
        entry("http://arxiv.org/abs/2301.00012v1", "http://arxiv.org/abs/2301.00012"),
        entry("http://arxiv.org/abs/2301.00012v1", "http://arxiv.org/abs/2301.00012v0"),
        entry("http://arxiv.org/abs/2301.00012v1", "http://arxiv.org/abs/../2301.00012v1"),
        entry("http://arxiv.org/abs/2301.00012v1", "http://arxiv.org:80/abs/2301.00012v1"),
        entry("http://arxiv.org/abs/2301.00012v1", "http://me@arxiv.org/abs/2301.00012v1"),
        entry("http://arxiv.org/abs/2301.00012v1", "http://notarxiv.org/abs/2301.00012v1"),
        entry("http://arxiv.org/abs/2301.00012v1", "2301.00012v1"),
        entry(PAPER.title, ""),
        entry(PAPER.title, " \u200b\u202e "),
        entry("<title>", "<title><b>half</b> "),
        entry("<title>", "<title>half<!-- a comment --> "),
        entry("<title>", "<headline>").replace(b"</title>\n    <updated", b"</headline>\n    <updated"),
        entry("<summary>", "<content>").replace(b"</summary>", b"</content>"),
        entry("<name>", "<nick>").replace(b"</name>", b"</nick>"),
        entry("<name>", "<name> : </name></author><author><n>")
        .replace(b"</name>", b"</n>")
        .replace(b": </n>", b": </name>"),
        entry("<published>2023", "<published>20X3"),
        entry("<published>2023", "<published>9999"),
        entry("<published>2023", "<published>2024"),
        entry("<published>2023", "<published>-2023"),
        entry("<published>", "<published>0001-01-01T00:00:00+14:00</published><published>"),
        entry("<published>", "<published>2023-01-01</published><published>"),
        entry("<published>", "<published>2023-01-01T00:00:00</published><published>"),
        entry("<published>", "<published></published><x>").replace(b"</published>\n", b"</x>\n"),
    ],
)
def test_anything_but_a_whole_feed_of_whole_entries_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        check_feed(content)


def test_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE f [<!ENTITY a "{}">]>'.format("A" * 10_000)
    tracemalloc.start()
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        check_feed((bomb + GOOD.decode().partition("?>")[2].replace(PAPER.title, "&a;" * 10_000)).encode())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 << 20


@settings(deadline=None)
@given(st.data())
def test_no_change_of_a_feed_raises_anything_but_its_error(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 30))
        content[start:end] = data.draw(st.binary(max_size=12) | st.sampled_from([b"&a;", b"<", b"]]>", b"\xff\xfe"]))
    with suppress(ValueError):
        assert all(id.version for id in check_feed(bytes(content)).ids)
