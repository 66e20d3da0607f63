"""Dates and identifiers as values of fields."""

import pytest

from desktop.domain.query_values import bare_id, date_range, whole_id

DATES = [
    "",
    "1999",
    "2019-12-31",
    "2020",
    "2020-01",
    "2020-06-15",
    "2022-12",
    "2023",
    "2023-01-01",
    "2024",
    "2024-03-05",
]


def _kept(value: str) -> list[str]:
    found = date_range("year", value)
    assert found is not None
    return [date for date in DATES if found.since <= date < found.before]


@pytest.mark.parametrize(
    ("value", "years"),
    [
        ("2020", {"2020"}),
        ("２０２０", {"2020"}),
        ("20", {"2019", "2020", "2022", "2023", "2024"}),
        ("2019", {"2019"}),
        (">=2023", {"2023", "2024"}),
        ("≥2023", {"2023", "2024"}),
        (">2023", {"2024"}),
        ("<=2020", {"1999", "2019", "2020"}),
        ("<2020", {"1999", "2019"}),
        ("2020-2023", {"2020", "2022", "2023"}),
        ("2020–2023", {"2020", "2022", "2023"}),
        ("2020..2023", {"2020", "2022", "2023"}),
        ("2020～2023", {"2020", "2022", "2023"}),
        ("2023-2020", {"2020", "2022", "2023"}),
        ("2023-", {"2023", "2024"}),
        ("-2019", {"1999", "2019"}),
    ],
)
def test_years_and_ranges_of_years(value: str, years: set[str]) -> None:
    assert _kept(value) == [date for date in DATES if date[:4] in years]


@pytest.mark.parametrize(
    ("value", "dates"),
    [
        ("2024-03", ["2024-03-05"]),
        ("2020-06-15", ["2020-06-15"]),
        (">=2023-01-01", ["2023-01-01", "2024", "2024-03-05"]),
    ],
)
def test_months_and_days(value: str, dates: list[str]) -> None:
    assert _kept(value) == dates


@pytest.mark.parametrize("value", ["", "soon", "20240", "-", "..", "2020-2", "2020-13", ">", "2020,2021"])
def test_other_values_are_no_dates(value: str) -> None:
    assert date_range("year", value) is None


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("2401.00001", "2401.00001"),
        ("0901.3590v7", "0901.3590"),
        ("arXiv:2401.00001", "2401.00001"),
        ("http://arxiv.org/abs/2401.00001v2", "2401.00001"),
        ("https://export.arxiv.org/pdf/2401.00001v2.pdf", "2401.00001"),
        ("math.GT/0309136", "math/0309136"),
        ("math/0309136", "math/0309136"),
        ("hep-th/9901001v1", "hep-th/9901001"),
        ("2401", ""),
        ("2401.00001 and more", ""),
        ("https://huggingface.co/papers/2401.00001", "2401.00001"),
        ("https://example.org/2401.00001", ""),
    ],
)
def test_arxiv_ids_are_recognised(text: str, identifier: str) -> None:
    assert whole_id(text) == identifier


def test_the_beginning_of_an_id_may_name_the_scheme() -> None:
    assert bare_id("arXiv:2401") == bare_id("2401") == "2401"
    assert bare_id("arXiv:math.GT/03") == bare_id("math/03") == "math/03"
