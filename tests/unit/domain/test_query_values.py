"""Dates and identifiers as values of fields."""

from datetime import date, timedelta

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


TODAY = date(2024, 2, 28)  # a Wednesday


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("today", "2024-02-28", "2024-02-28"),
        ("Yesterday", "2024-02-27", "2024-02-27"),
        ("tomorrow", "2024-02-29", "2024-02-29"),
        ("week", "2024-02-26", "2024-03-03"),
        ("month", "2024-02-01", "2024-02-29"),
        ("year", "2024-01-01", "2024-12-31"),
        ("本周", "2024-02-26", "2024-03-03"),
        ("7d", "2024-02-21", "2024-02-28"),
        ("2w", "2024-02-14", "2024-02-28"),
        ("3天", "2024-02-25", "2024-02-28"),
        ("<=week", "2023-02-28", "2024-03-03"),
        ("<today", "2023-02-28", "2024-02-27"),
        (">today", "2024-02-29", "2025-02-28"),
    ],
)
def test_words_name_days(value: str, first: str, last: str) -> None:
    asked = date_range("added", value, TODAY)
    assert asked is not None
    days = [(TODAY + timedelta(number)).isoformat() for number in range(-365, 367)]
    found = [day for day in days if asked.since <= day < asked.before]
    assert (found[0], found[-1]) == (first, last)


def test_what_is_due_is_counted_ahead() -> None:
    asked = date_range("due", "1w", TODAY)
    assert asked is not None
    assert asked.since <= "2024-02-28" < "2024-03-06" < asked.before
    assert asked.before <= "2024-03-07"


@pytest.mark.parametrize("value", ["9999y", "0d", ">=9999w"])
def test_no_span_is_too_long(value: str) -> None:
    assert date_range("due", value, date.max.replace(year=9000)) is not None


@pytest.mark.parametrize("value", ["weeks", "7", "12345", "d", "<", "<week>", "next week", "-7d"])
def test_other_words_are_no_dates(value: str) -> None:
    found = date_range("due", value, TODAY)
    assert found is None or value == "7"
