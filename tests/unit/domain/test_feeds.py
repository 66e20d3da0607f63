"""What is followed, and which of its papers come into the library."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.feed_filter import FeedFilter, Terms
from desktop.domain.feeds import Feed, FeedChoice, FeedKind, FeedState, categories_of, named
from desktop.domain.found_paper import FoundPaper
from desktop.domain.ids import FeedId

PAPER = FoundPaper(
    arxiv_id="2411.00001",
    version=1,
    title="Latent Diffusion: 注意力 for Poincaré Maps",
    abstract="We study super-resolution. It is a survey of diffusions.",
    authors=("Geoffrey Hinton", "Björn Ångström"),
    categories=("cs.CV", "cond-mat.str-el"),
    announced="cross",
)


@pytest.mark.parametrize(
    ("field", "term", "there"),
    [
        ("words", "diffusion", True),
        ("words", "DIFFUSIONS", True),
        ("words", "fusion", False),
        ("words", "latent diffusion", True),
        ("words", "poincare", True),
        ("words", "意力", True),
        ("words", "", False),
        ("words", "resolution. it", True),
        ("authors", "hinton", True),
        ("authors", "angstrom", True),
        ("authors", "inton", False),
        ("categories", "cs.CV", True),
        ("categories", "cs", True),
        ("categories", "cond-mat", True),
        ("categories", "cs.C", False),
        ("announced", "cross", True),
        ("announced", "new", False),
    ],
)
def test_a_term_is_there_or_not(field: str, term: str, there: bool) -> None:
    assert FeedFilter(**{field: Terms((term,))}).lets(PAPER) is there
    assert FeedFilter(**{field: Terms((), (term,))}).lets(PAPER) is not there


def test_one_of_the_wanted_is_enough_and_one_unwanted_too_much() -> None:
    assert FeedFilter(words=Terms(("nothing", "diffusion"))).lets(PAPER)
    assert not FeedFilter(words=Terms(("diffusion",), ("survey",))).lets(PAPER)
    assert not FeedFilter(words=Terms(("diffusion",)), authors=Terms(("nobody",))).lets(PAPER)


def test_how_a_paper_was_announced_says_nothing_of_searches() -> None:
    assert FeedFilter(announced=Terms(("new",))).lets(replace(PAPER, announced=""))


terms = st.builds(Terms, *[st.lists(st.text(), max_size=3).map(tuple)] * 2)


@given(st.builds(FeedFilter, terms, terms, terms, terms))
def test_a_filter_is_read_as_it_was_stored(chosen: FeedFilter) -> None:
    assert FeedFilter.read(chosen.stored()) == chosen


@pytest.mark.parametrize("text", ["", "[]", '{"words": 1}', '{"other": {}}', '{"words": {"wanted": "x"}}'])
def test_what_is_no_filter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        FeedFilter.read(text)


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("cs.CV", ("cs.CV",)),
        (" cs.CV,cs.LG + hep-th ", ("cs.CV", "cs.LG", "hep-th")),
        ("cs.CV cs.CV", ("cs.CV",)),
        ("cond-mat.str-el;physics.ao-ph;q-bio.NC;math", ("cond-mat.str-el", "physics.ao-ph", "q-bio.NC", "math")),
    ],
)
def test_categories_are_codes_of_arxiv(source: str, codes: tuple[str, ...]) -> None:
    assert categories_of(source) == codes


@pytest.mark.parametrize("source", ["", "+", "cs.CV/..", "CS.CV", "cs.CV?x=1", "http://x", "cs.*", "a" * 50])
def test_what_is_no_category_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        categories_of(source)


def test_a_feed_is_due_when_it_was_never_asked_or_its_time_is_over() -> None:
    feed = Feed(FeedId(1), FeedChoice("x", FeedKind.DAILY_PAPERS, every_minutes=60))
    assert feed.next_ms == 0
    assert replace(feed, state=FeedState(asked_ms=1000)).next_ms == 1000 + 3_600_000
    assert replace(feed, state=FeedState(asked_ms=1000, retry_ms=5000)).next_ms == 5000


def test_a_feed_is_named_by_its_name_or_its_source() -> None:
    vision = Feed(FeedId(1), FeedChoice("Vision", FeedKind.ARXIV_CATEGORY, "cs.CV"))
    daily = Feed(FeedId(2), FeedChoice("Daily Papers", FeedKind.DAILY_PAPERS))
    assert named((vision, daily), "cs.cv") == (vision,)
    assert named((vision, daily), " vision ") == (vision,)
    assert named((vision, daily), "daily papers") == (daily,)
    assert named((vision, daily), "") == ()
