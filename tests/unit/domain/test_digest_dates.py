"""Which day a digest is of, by its name, its page, its papers or its import."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.digest_dates import (
    DigestDate,
    ToldBy,
    category_in_name,
    date_in_name,
    date_of_page,
    digest_date,
    month_of_ids,
)

IMPORTED = date(2026, 11, 22)


@pytest.mark.parametrize(
    "name",
    [
        "cs.CV-2025-01-15.md",
        "2025-01-15",
        "2025_01_15 cs.CL.md",
        "arxiv.2025.1.15.md",
        "digest_20250115.md",
        "2025年1月15日 cs.CL.md",
        "2025 年 1 月 15 日.md",
        "15-Jan-2025.md",
        "January 15th, 2025.txt",
        "Jan 15 2025",
        "15th January 2025",
        "２０２５－０１－１５ 摘要.md",
        "cs.AI.75f0eeab 2025-01-15.md",
        "2024-02-30 2025-01-15",
    ],
)
def test_a_name_tells_a_day(name: str) -> None:
    assert date_in_name(name) == DigestDate(date(2025, 1, 15), ToldBy.NAME)


@pytest.mark.parametrize("name", ["cs.LG 2024-03.md", "2024_03", "2024年3月 cs.LG.md", "March 2024", "Mar-2024.md"])
def test_a_name_tells_a_month(name: str) -> None:
    assert date_in_name(name) == DigestDate(date(2024, 3, 1), ToldBy.NAME, day_known=False)


@pytest.mark.parametrize(
    "name",
    ["cs.AI.75f0eeab.md", "2401.00001.md", "20241301.md", "a20240101b.md", "1066-10-14", "v2024.md"],
)
def test_a_name_without_a_date_tells_none(name: str) -> None:
    assert date_in_name(name) is None


def test_hashes_in_the_names_of_real_digests_are_no_dates(shared: Path) -> None:
    with (shared / "data" / "digests" / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        names = [Path(row["file"]).name for row in csv.DictReader(lines, delimiter="\t")]
    assert len(names) == 124
    assert [name for name in names if date_in_name(name) is not None] == []
    assert [name for name in names if not category_in_name(name)] == []


@given(st.text())
def test_any_name_is_read(name: str) -> None:
    found = date_in_name(name)
    assert found is None or 1991 <= found.day.year <= 2100
    category_in_name(name)


def test_a_page_tells_its_date_without_the_year() -> None:
    head = "Daily Papers\n\nby someone\n\nDec 31\n\n"
    assert date_of_page(head, None, IMPORTED) == DigestDate(date(2025, 12, 31), ToldBy.PAGE)
    assert date_of_page(head, 2023, IMPORTED) == DigestDate(date(2023, 12, 31), ToldBy.PAGE)


def test_a_page_of_the_last_days_is_of_this_year() -> None:
    assert date_of_page("Papers\n\nNov 20\n\n", None, IMPORTED) == DigestDate(date(2026, 11, 20), ToldBy.PAGE)


def test_the_year_that_a_page_tells_counts() -> None:
    assert date_of_page("Papers\n\nJan 11, 2023\n\n", 2020, IMPORTED) == DigestDate(date(2023, 1, 11), ToldBy.PAGE)


def test_a_leap_day_is_of_a_leap_year_or_of_none() -> None:
    assert date_of_page("Papers\n\nFeb 29\n\n", None, date(2025, 3, 1)) == DigestDate(date(2024, 2, 29), ToldBy.PAGE)
    assert date_of_page("Papers\n\nFeb 29\n\n", None, date(2027, 3, 1)) is None


def test_a_digest_without_furniture_has_no_page_date() -> None:
    assert date_of_page("", None, IMPORTED) is None


@pytest.mark.parametrize(("newest", "month"), [("2401", date(2024, 1, 1)), ("2413", None), ("", None), ("math", None)])
def test_ids_tell_their_month(newest: str, month: date | None) -> None:
    assert month_of_ids(newest) == month


def test_what_is_imported_as_it_comes_is_of_the_day_of_its_import() -> None:
    assert digest_date(None, date(2026, 11, 1), IMPORTED) == DigestDate(IMPORTED, ToldBy.IMPORT)
    assert digest_date(None, date(2026, 10, 1), IMPORTED) == DigestDate(IMPORTED, ToldBy.IMPORT)
    assert digest_date(None, None, IMPORTED) == DigestDate(IMPORTED, ToldBy.IMPORT)


def test_what_is_imported_later_is_of_the_month_of_its_newest_paper() -> None:
    expected = DigestDate(date(2024, 1, 1), ToldBy.PAPERS, day_known=False)
    assert digest_date(None, date(2024, 1, 1), IMPORTED) == expected


def test_what_the_name_tells_counts_before_all_else() -> None:
    told = DigestDate(date(2025, 1, 15), ToldBy.NAME)
    assert digest_date(told, date(2024, 1, 1), IMPORTED) is told


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("cs.CV-2025-01-15.md", "cs.CV"),
        ("2025_01_15_q-fin.md", "q-fin"),
        ("physics.data-an.12ab34cd.md", "physics.data-an"),
        ("astro-ph.CO 2024.md", "astro-ph.CO"),
        ("cond-mat.6124d018.md", "cond-mat"),
        ("mathematics.md", ""),
        ("statistics of cs papers", "cs"),
        ("papers.md", ""),
    ],
)
def test_a_name_tells_a_category(name: str, category: str) -> None:
    assert category_in_name(name) == category
