"""Cite keys, and references as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.bibliography import Reference, ReferenceType
from desktop.domain.cite_keys import EXAMPLES, cite_key, free_key, require_template
from desktop.domain.errors import InputError
from desktop.domain.person_names import Name, name_of
from desktop.domain.reference_styles import ReferenceStyle, formatted

PAPER = Reference(
    type=ReferenceType.JOURNAL,
    title="On the Größe of *Things*",
    authors=(Name("van der Müller", "Jörg Paul"), Name("Doe", "Jane")),
    date="2021-05-04",
    venue="Journal of Things",
    volume="3",
    issue="2",
    pages="1-9",
    doi="10.1000/x",
)


@pytest.mark.parametrize(
    ("template", "key"),
    [
        ("[auth][year][title]", "vandermuller2021grosse"),
        ("[auth:keep:6]_[year]", "vanderM_2021".replace("vanderM", "vander")),
        ("[authors:upper]:[year]-[month]", "VANDERMULLERDOE:2021-05"),
        ("[venue][year]", "JT2021"),
        ("[title3]", "grossethings"),
        ("[id]", "paper"),
    ],
)
def test_a_template_makes_a_key(template: str, key: str) -> None:
    assert cite_key(PAPER, template) == key


def test_a_name_in_another_script_leaves_the_id() -> None:
    assert [cite_key(paper) for paper in EXAMPLES] == ["vaswani2017attention", "arxiv2401.00001"]


@pytest.mark.parametrize("template", ["", "always", "[nothing]", "[auth:loud]", "[auth], [year]", "[auth]{"])
def test_a_template_that_makes_no_keys_is_refused(template: str) -> None:
    with pytest.raises(InputError):
        require_template(template)


@given(st.builds(Reference, title=st.text(), authors=st.lists(st.builds(Name, st.text()), max_size=3).map(tuple)))
def test_no_key_is_empty_or_holds_what_bibtex_cannot(reference: Reference) -> None:
    key = cite_key(reference)
    assert key
    assert not set(key) & set(" ,{}()\"'%#~\\=")


def test_a_taken_key_gets_a_letter() -> None:
    taken = {"a", *(f"a{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")}
    assert [free_key("b", taken), free_key("A", {"a"}), free_key("a", taken)] == ["b", "Aa", "aaa"]


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Jan van der Berg", Name("van der Berg", "Jan")),
        ("van Rossum", Name("van Rossum")),
        ("Berg, Jan van der", Name("Berg", "Jan van der")),
        ("John Smith, Jr.", Name("Smith", "John", "Jr.")),
        ("张三", Name("张三")),
        ("Madonna", Name("Madonna")),
    ],
)
def test_names_are_told_apart(shown: str, name: Name) -> None:
    assert name_of(shown) == name


def test_references_are_written_in_each_style() -> None:
    assert formatted(PAPER, ReferenceStyle.APA) == (
        "van der Müller, J. P., & Doe, J. (2021). On the Größe of *Things*. Journal of Things, 3(2), 1–9. "
        "https://doi.org/10.1000/x"
    )
    assert formatted(PAPER, ReferenceStyle.IEEE) == (
        "J. P. van der Müller and J. Doe, “On the Größe of *Things*,” Journal of Things, vol. 3, no. 2, pp. 1–9, "
        "May 2021, doi: 10.1000/x."
    )
    assert formatted(PAPER, ReferenceStyle.GB_T_7714) == (
        "VAN DER MÜLLER J P, DOE J. On the Größe of *Things*[J/OL]. Journal of Things, 2021, 3(2): 1-9. "
        "https://doi.org/10.1000/x"
    )
    assert formatted(PAPER, ReferenceStyle.MARKDOWN) == (
        r"[On the Größe of \*Things\*](https://doi.org/10.1000/x) (van der Müller and Doe, 2021)"
    )
