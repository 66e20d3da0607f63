"""Names of files that leave the library fit every system, whatever a paper is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.shown_file_name import LONGEST, paper_file_name


@pytest.mark.parametrize(
    ("authors", "published", "title", "name"),
    [
        (("Kexin Rong", "Peter Bailis"), "2017-03-02", "ASAP", "Rong and Bailis - 2017 - ASAP.pdf"),
        (("A B", "C D", "E F"), "2017", "ASAP", "B et al. - 2017 - ASAP.pdf"),
        (("王小明",), "", "墙", "王小明 - 墙.pdf"),
        ((), "", "What? Why: a/b\\c", "What Why a b c.pdf"),
        ((), "", "", "paper.pdf"),
        ((), "", "..", "paper.pdf"),
        ((), "", "CON", "CON_.pdf"),
        ((), "", "com1.x", "com1_.x.pdf"),
        ((" ",), "", "x\n\x00y", "x y.pdf"),
    ],
)
def test_a_name_tells_authors_year_and_title(authors: tuple[str, ...], published: str, title: str, name: str) -> None:
    assert paper_file_name(authors, published, title, ".pdf") == name


@given(st.lists(st.text(max_size=50), max_size=4).map(tuple), st.text(max_size=10), st.text(max_size=300))
def test_any_paper_has_a_name_that_fits(authors: tuple[str, ...], published: str, title: str) -> None:
    name = paper_file_name(authors, published, title, ".pdf")
    assert len(name.encode("utf-8")) <= LONGEST
    assert name.endswith(".pdf")
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert not name.startswith(".")
    assert len(name) > len(".pdf")
