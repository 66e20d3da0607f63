"""Counting a person's reading: weeks, months, ages, rows of days, axes."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.reading_list import Status
from desktop.domain.statistics import (
    QUARTER_MS,
    Period,
    ReadingFigures,
    Span,
    Streak,
    axis_ticks,
    by_day,
    inbox_ages,
    local_day,
    per_span,
    spans,
    streak,
)

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


def figures(
    today: date = SUNDAY,
    *,
    added: Mapping[date, int] | None = None,
    read: Mapping[date, int] | None = None,
    waiting: Mapping[date, int] | None = None,
) -> ReadingFigures:
    return ReadingFigures(today, added or {}, {}, read or {}, waiting or {}, {Status.INBOX: 1}, (), ())


def quarter(moment: datetime) -> int:
    return round(moment.timestamp() * 1000) // QUARTER_MS


def test_a_moment_counts_for_the_day_that_the_calendar_shows_where_the_person_is() -> None:
    late = quarter(datetime(2026, 11, 22, 23, 50, tzinfo=UTC))
    assert local_day(late, UTC) == date(2026, 11, 22)
    assert local_day(late, timezone(timedelta(hours=8))) == date(2026, 11, 23)
    assert local_day(late, ZoneInfo("Asia/Kathmandu")) == date(2026, 11, 23)


def test_summer_time_moves_the_day_of_a_moment() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert local_day(quarter(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)), berlin) == date(2026, 7, 2)
    assert local_day(quarter(datetime(2026, 12, 1, 22, 30, tzinfo=UTC)), berlin) == date(2026, 12, 1)


def test_quarters_of_an_hour_add_up_to_days() -> None:
    noon = quarter(datetime(2026, 11, 22, 12, tzinfo=UTC))
    counts = by_day({noon: 3, noon + 1: 4, noon + 96: 5, None: 6}, UTC)
    assert counts == {date(2026, 11, 22): 7, date(2026, 11, 23): 5}


def test_the_last_three_months_are_thirteen_weeks_from_monday_to_sunday() -> None:
    of = spans(figures(), Period.QUARTER)
    assert len(of) == 13
    assert of[-1] == Span(date(2026, 11, 16), SUNDAY)
    assert all(span.is_week and span.first.weekday() == 0 for span in of)


def test_the_week_around_new_year_is_one() -> None:
    of = spans(figures(date(2027, 1, 2)), Period.QUARTER)
    assert of[-1] == Span(date(2026, 12, 28), date(2027, 1, 3))
    read = figures(date(2027, 1, 2), read={date(2026, 12, 31): 2, date(2027, 1, 1): 3}).read
    assert per_span(read, of)[-2:] == (0, 5)


def test_all_time_begins_with_the_first_paper() -> None:
    of = spans(figures(added={date(2026, 10, 1): 1}), Period.ALL)
    assert of[0].first == date(2026, 9, 28)


def test_many_years_are_told_by_month() -> None:
    of = spans(figures(added={date(2020, 2, 10): 1}), Period.ALL)
    assert of[0] == Span(date(2020, 2, 1), date(2020, 2, 29))
    assert of[-1].last == date(2026, 11, 30)
    assert not of[0].is_week


def test_all_time_of_an_empty_library_is_this_week() -> None:
    assert spans(figures(), Period.ALL) == (Span(date(2026, 11, 16), SUNDAY),)


@given(st.dictionaries(DAYS, st.integers(1, 99)), st.sampled_from(Period))
def test_no_paper_is_counted_twice_and_none_of_all_time_is_left_out(added: dict[date, int], period: Period) -> None:
    told = figures(date(2026, 12, 31), added=added)
    of = spans(told, period)
    counts = per_span(told.added, of)
    inside = sum(papers for day, papers in added.items() if of[0].first <= day <= of[-1].last)
    assert sum(counts) == inside
    if period is Period.ALL:
        assert inside == sum(added.values())


def test_the_inbox_is_told_by_age() -> None:
    days = {SUNDAY - timedelta(days=age): 1 for age in (0, 1, 6, 7, 13, 14, 29, 30, 90, 91, 364, 365, 5000)}
    ages = {group.days: group.papers for group in inbox_ages(figures(waiting=days))}
    assert ages == {0: 1, 1: 2, 7: 2, 14: 2, 30: 2, 91: 2, 365: 2}


def test_what_comes_from_a_clock_that_was_fast_is_of_today() -> None:
    assert inbox_ages(figures(waiting={SUNDAY + timedelta(days=3): 4}))[0].papers == 4


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ((), Streak(0, 0)),
        ((0,), Streak(1, 1)),
        ((1, 2, 3), Streak(3, 3)),
        ((2, 3), Streak(0, 2)),
        ((0, 1, 5, 6, 7, 8), Streak(2, 4)),
    ],
)
def test_a_row_of_days_holds_until_a_whole_day_passed_without_reading(ages: tuple[int, ...], expected: Streak) -> None:
    read = Counter(SUNDAY - timedelta(days=age) for age in ages)
    assert streak(figures(read=read)) == expected


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (5, (0, 2, 4, 6)),
        (41, (0, 20, 40, 60)),
        (65_538, (0, 20_000, 40_000, 60_000, 80_000)),
    ],
)
def test_an_axis_has_whole_round_numbers(most: int, ticks: tuple[int, ...]) -> None:
    assert axis_ticks(most) == ticks


@given(st.integers(0, 10**9), st.integers(2, 8))
def test_an_axis_reaches_what_it_must_with_few_steps(most: int, wished: int) -> None:
    ticks = axis_ticks(most, wished)
    assert ticks[-1] >= most
    assert 2 <= len(ticks) <= wished + 1
    assert len({after - before for before, after in pairwise(ticks)}) == 1
