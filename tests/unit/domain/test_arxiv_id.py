"""Which texts and links name a paper at arXiv."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.arxiv_id import ArxivId, arxiv_id_in_link, month_of, parse_arxiv_id

LEGAL = re.compile(r"(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]{1,9})?")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2403.02774", ArxivId("2403.02774")),
        ("2403.02774v2", ArxivId("2403.02774", 2)),
        ("0704.0001v12", ArxivId("0704.0001", 12)),
        ("hep-th/9901001", ArxivId("hep-th/9901001")),
        ("math.GT/0309136v1", ArxivId("math/0309136", 1)),
        ("math/0309136v1", ArxivId("math/0309136", 1)),
    ],
)
def test_legal_identifiers_are_read(text: str, found: ArxivId) -> None:
    assert parse_arxiv_id(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "2403",
            "2403.027",
            "2403.027745",
            "2403.02774v",
            "2403.02774 ",
            " 2403.02774",
            "2403.02774\n",
            "arXiv:2403.02774",
        ),
        *("２４０３.02774", "2403.0277٤", "hep-th/990100", "Hep-th/9901001", "math.gt/0309136", "math.GTX/0309136"),
        *(
            "../9901001",
            "..//9901001",
            "hep-th/../9901001",
            "a/b/9901001",
            "/9901001",
            "2403.02774v1/..",
            "2403.02774\x00",
        ),
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert parse_arxiv_id(text) is None


@settings(max_examples=500, deadline=None, database=None)
@given(st.from_regex(LEGAL, fullmatch=True) | st.text(alphabet="0123456789.v/-azAZ４\n ", max_size=16))
def test_what_is_read_is_what_the_pattern_allows(text: str) -> None:
    assert (parse_arxiv_id(text) is not None) == (LEGAL.fullmatch(text) is not None)


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("http://arxiv.org/abs/2210.10418", ArxivId("2210.10418")),
        ("https://rss.arxiv.org/abs/2402.00001", ArxivId("2402.00001")),
        ("https://export.arxiv.org/abs/hep-th/9901001v3", ArxivId("hep-th/9901001", 3)),
        ("https://www.ARXIV.org/pdf/2403.02774v2.pdf", ArxivId("2403.02774", 2)),
        ("HTTPS://arxiv.org/html/2403.02774v1#S1", ArxivId("2403.02774", 1)),
        ("arxiv.org/pdf/2403.02774?download=1", ArxivId("2403.02774")),
        ("https://www.alphaxiv.org/abs/2403.02774", ArxivId("2403.02774")),
        ("https://alphaxiv.org/overview/2403.02774v1", ArxivId("2403.02774", 1)),
        ("https://huggingface.co/papers/2403.02774", ArxivId("2403.02774")),
        ("https://doi.org/10.48550/arXiv.2403.02774", ArxivId("2403.02774")),
        ("doi:10.48550/ARXIV.hep-th/9901001", ArxivId("hep-th/9901001")),
    ],
)
def test_links_to_a_paper_give_its_identifier(link: str, found: ArxivId) -> None:
    assert arxiv_id_in_link(link) == found


@pytest.mark.parametrize(
    "link",
    [
        *("", "https://arxiv.org/", "https://arxiv.org/list/cs.CV/recent", "https://arxiv.org/abs/", "2403.02774"),
        *("https://arxiv.org.example.org/abs/2403.02774", "https://arxiv.org@example.org/abs/2403.02774"),
        *(
            "https://example.org/arxiv.org/abs/2403.02774",
            "file://arxiv.org/abs/2403.02774",
            "https://myarxiv.org/abs/2403.02774",
        ),
        *(
            "https://arxiv.org/abs/../../2403.02774",
            "https://arxiv.org/abs/2403.02774/../x",
            "https://arxiv.org/abs/2403.02774\n",
        ),
        *(
            "https://huggingface.co/papers",
            "https://doi.org/10.1000/arXiv.2403.02774",
            "https://arxiv.org/abs/2403.02774x",
        ),
    ],
)
def test_other_links_give_none(link: str) -> None:
    assert arxiv_id_in_link(link) is None


@pytest.mark.parametrize(
    ("arxiv_id", "month"),
    [
        ("2403.02774", "2024-03"),
        ("0704.0001", "2007-04"),
        ("9107.00001", "2091-07"),
        ("hep-th/9108001", "1991-08"),
        ("hep-th/9901001", "1999-01"),
        ("math.GT/0309136", "2003-09"),
        ("math/0703456", "2007-03"),
        ("2413.00001", ""),
        ("2400.00001", ""),
    ],
)
def test_an_identifier_tells_its_month(arxiv_id: str, month: str) -> None:
    assert month_of(arxiv_id) == month
