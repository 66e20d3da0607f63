"""Which submissions arXiv's feeds of a day announce."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from desktop.domain.announcing import is_announcing, submitted_for, today_in_new_york


@pytest.mark.parametrize(
    ("day", "begin", "end"),
    [
        ("2026-11-18", "2026-11-16 19:00", "2026-11-17 19:00"),  # a Wednesday in winter
        ("2026-11-23", "2026-11-19 19:00", "2026-11-20 19:00"),  # a Monday
        ("2026-11-24", "2026-11-20 19:00", "2026-11-23 19:00"),  # a Tuesday: a weekend long
        ("2026-07-15", "2026-07-13 18:00", "2026-07-14 18:00"),  # in summer
        ("2026-03-10", "2026-03-06 19:00", "2026-03-09 18:00"),  # over the night that has 23 hours
        ("2026-11-03", "2026-10-30 18:00", "2026-11-02 19:00"),  # over the one that has 25
    ],
)
def test_a_day_announces_what_came_by_two_in_the_afternoon(day: str, begin: str, end: str) -> None:
    told = submitted_for(date.fromisoformat(day))
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in told] == [begin, end]


def test_each_working_day_goes_on_where_the_last_one_ended() -> None:
    days = [day for number in range(738_000, 738_800) if is_announcing(day := date.fromordinal(number))]
    spans = [submitted_for(day) for day in days]
    assert all(before[1] == after[0] for before, after in pairwise(spans))


def test_there_is_nothing_at_weekends() -> None:
    assert [is_announcing(date(2026, 11, day)) for day in (20, 21, 22, 23)] == [True, False, False, True]


def test_the_day_in_new_york_begins_later() -> None:
    assert today_in_new_york(datetime(2026, 11, 20, 4, 59, tzinfo=UTC)) == date(2026, 11, 19)
    assert today_in_new_york(datetime(2026, 7, 20, 4, 1, tzinfo=UTC)) == date(2026, 7, 20)
