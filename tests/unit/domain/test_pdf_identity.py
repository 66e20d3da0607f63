"""Which paper a first page says it is."""

import re
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.pdf_facts import PdfFacts, PdfIdentity
from desktop.domain.pdf_identity import identify

PAGE = "Attention Is All You Need\nAshish Vaswani\nAbstract\nWe propose a network.\n"


def printed(text: str) -> PdfIdentity:
    return identify(PdfFacts(pages=1, first_text=text))


@pytest.mark.parametrize(
    ("stamp", "arxiv_id", "version"),
    [
        ("arXiv:2403.02774v1  [cs.CL]  5 Mar 2024", "2403.02774", 1),
        ("arXiv:0704.0001v12 [hep-ph] 24 Jul 2007", "0704.0001", 12),
        ("arXiv:hep-th/9901001v2  4 Jan 1999", "hep-th/9901001", 2),
        ("arXiv:math/0501170v3  [math.CO]  25 Jan 2005", "math/0501170", 3),
        ("arXiv:math.GT/0309136v1 8 Sep 2003", "math/0309136", 1),
        ("arXiv:2203.00274v2  [cond-mat.mes-hall]  3 May 2022", "2203.00274", 2),
        ("arXiv:2403.02774v1\n[cs.CL]\n5 Mar 2024", "2403.02774", 1),
        ("5 Mar 2024\n[cs.CL]\narXiv:2403.02774v1", "2403.02774", 1),
        ("[cs.CL] 5 Mar 2024\narXiv:2403.02774v1", "2403.02774", 1),
        ("arXiv:2403.02774v1 [cs.CL]", "2403.02774", 1),
        ("arXiv: 2403.02774v1[cs.CL] 5Mar 2024", "2403.02774", 1),
        ("a r X i v : 2 4 0 3 . 0 2 7 7 4 v 1 [ c s . C L ] 5 M a r 2 0 2 4", "2403.02774", 1),
        ("\u2003arXiv:2403.02774v1\u00a0[cs.CL]\t5 Mar 2024 ", "2403.02774", 1),
    ],
)
def test_the_stamp_names_the_paper_wherever_it_comes(stamp: str, arxiv_id: str, version: int) -> None:
    for text in (f"{stamp}\n{PAGE}", f"{PAGE}{stamp}\n", f"{PAGE}{stamp}\n{PAGE}"):
        identity = printed(text)
        assert (identity.arxiv_id, identity.version) == (arxiv_id, version)


@pytest.mark.parametrize(
    "text",
    [
        "as in arXiv:2403.02774v1 [cs.CL] 5 Mar 2024",
        "arXiv:2403.02774v1 [cs.CL] 5 Mar 2024, which shows",
        "[3] J. Doe. arXiv:2403.02774v1 [cs.CL]",
        "arXiv:2403.02774",
        "arXiv:2403.02774v1",
        "arXiv:2403.02774 [cs.CL]",
        "arXiv:2403.02774, 5 Mar 2024",
        "arXiv:2413.02774v1 [cs.CL] 5 Mar 2024",
        "arXiv:2403.027745v1 [cs.CL] 5 Mar 2024",
        "arXiv:../9901001v1 [cs.CL] 5 Mar 2024",
        "viXra:2403.0277v1 5 Mar 2024",
        "preprint\narXiv:2403.02774\n5 Mar 2024",
    ],
)
def test_a_citation_is_no_stamp(text: str) -> None:
    assert printed(f"{PAGE}{text}\n{PAGE}").arxiv_id == ""


def test_of_two_stamps_the_one_at_the_edge_of_the_text_counts() -> None:
    shown, own = "arXiv:1706.03762v5 [cs.CL] 6 Dec 2017", "arXiv:2403.02774v1 [cs.CL] 5 Mar 2024"
    assert printed(f"{PAGE}{shown}\n{PAGE}{own}").arxiv_id == "2403.02774"
    assert printed(f"{own}\n{PAGE}{shown}\n{PAGE}").arxiv_id == "2403.02774"


@pytest.mark.parametrize(
    ("line", "doi"),
    [
        ("https://doi.org/10.1145/3292500.3330701", "10.1145/3292500.3330701"),
        ("doi:10.1103/PhysRevLett.116.061102", "10.1103/PhysRevLett.116.061102"),
        ("DOI: 10.1103/PhysRevLett.116.061102   PACS numbers: 04.30.-w", "10.1103/PhysRevLett.116.061102"),
        ("Digital Object Identifier 10.1109/ACCESS.2019.2912345", "10.1109/ACCESS.2019.2912345"),
        ("bioRxiv preprint doi: https://doi.org/10.1101/2020.01.30.927871; this version", "10.1101/2020.01.30.927871"),
        ("Nature | (2020) 11:123 | https://doi.org/10.1038/s41467-020-1.", "10.1038/s41467-020-1"),
        ("978-1-7281-1/19/$31.00 ©2019 IEEE DOI 10.1109/CVPR.2019.00123", "10.1109/CVPR.2019.00123"),
        ("(https://doi.org/10.1016/S0031-8914(53)80099-6)", "10.1016/S0031-8914(53)80099-6"),
        ("doi:10.1000/Abc\nDOI 10.1000/ABC", "10.1000/ABC"),
    ],
)
def test_a_doi_of_its_own_names_the_paper(line: str, doi: str) -> None:
    assert printed(f"{PAGE}{line}\n{PAGE}References\n[1] J. Doe\ndoi:10.9999/other\n").doi == doi


@pytest.mark.parametrize(
    "text",
    [
        "as was shown before (doi:10.1000/other) by others",
        "J. Doe, Phys. Rev. 1, 2 (2010), doi:10.1000/other",
        "[3] doi:10.1000/other",
        "REFERENCES\ndoi:10.1000/other",
        "5. References\nhttps://doi.org/10.1000/other",
        "doi:10.1000/one\ndoi:10.1000/two",
        "https://doi.org/10.5281/zenodo.1234567",
        "https://doi.org/10.1145/\n3292500.3330701",
        "https://doi.org/10.1145/3292500.\n3330701",
        "https://doi.org/10.1145/some-\nthing",
        "doi:10.1145",
        "doi:10.1145/...",
        "doi:10.1145/" + "long" * 50,
        "https://doi.org/110.1145/3292500",
    ],
)
def test_a_doi_that_may_be_of_something_else_does_not(text: str) -> None:
    assert printed(f"{PAGE}{text}\n").doi == ""


def test_the_doi_of_arxiv_tells_the_id() -> None:
    found = printed(f"{PAGE}https://doi.org/10.48550/arXiv.2403.02774\n")
    assert found == PdfIdentity("2403.02774", None, "10.48550/arXiv.2403.02774")


def test_a_stamp_and_the_doi_of_a_journal_are_both_told() -> None:
    found = printed(f"{PAGE}doi:10.1000/abc\narXiv:2403.02774v2 [cs.CL] 5 Mar 2024")
    assert found == PdfIdentity("2403.02774", 2, "10.1000/abc")


@pytest.mark.parametrize(
    "junk",
    [
        "Microsoft Word - ppcoin-paper.doc",
        "Microsoft PowerPoint - Slides",
        "PowerPoint Presentation",
        "untitled",
        "Untitled-1",
        "No Job Name",
        "Paper Title",
        "arXiv:quant-ph/9508027v2  25 Jan 1996",
        "doi:10.1000/abc",
        "https://example.org/a paper",
        "fit_hyp_M_3.00.eps",
        "My final paper.tex",
        "camera_ready",
        "paper2",
        "main",
        "1234",
        "a",
        " ",
        "Slide 1",
        "PII: S0031-8914",
    ],
)
def test_what_a_program_put_into_the_metadata_is_no_title(junk: str) -> None:
    assert identify(PdfFacts(pages=1, metadata_title=junk)).title == ""


@pytest.mark.parametrize(
    "title", ["Tilings", "Document Ranking with Models", "Template Matching", "注意力：一切", "GPT-4 Technical Report"]
)
def test_a_title_in_the_metadata_is_taken_where_the_page_shows_none(title: str) -> None:
    assert identify(PdfFacts(pages=1, metadata_title=f" {title}\n")).title == title
    assert identify(PdfFacts(pages=1, title="Printed", metadata_title=title)).title == "Printed"


PIECES = (
    "arXiv:",
    "2403.02774",
    "v1",
    "[cs.CL]",
    " ",
    "\n",
    "5 Mar 2024",
    "doi:",
    "10.1000/",
    "https://doi.org/",
    "(",
    "©",
)
TEXTS = st.text() | st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join)


@settings(max_examples=500, deadline=None, database=None)
@given(TEXTS, TEXTS)
def test_no_text_is_too_strange(text: str, title: str) -> None:
    found = identify(PdfFacts(pages=1, first_text=text, metadata_title=title))
    assert re.fullmatch(r"|[0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7}", found.arxiv_id)
    assert found.doi == "" or found.doi in text
    assert found.title in " ".join(title.split())


@pytest.mark.parametrize("piece", [*PIECES, ":", "arXiv:\n", "arXiv: ", "10.1000/(", "doi:10.1000/a\n", "| ", "a b "])
def test_long_texts_take_time_in_proportion_to_their_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        facts = PdfFacts(pages=1, first_text=text, metadata_title=text)
        times = []
        for _ in range(3):
            start = perf_counter()
            identify(facts)
            times.append(perf_counter() - start)
        return min(times)

    assert seconds(160_000) < 40 * seconds(10_000) + 0.01
