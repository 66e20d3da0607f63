"""What a library tells of a person's reading: how much came, was triaged and read, and what still waits."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from itertools import groupby, pairwise

from desktop.domain.labels import Tag
from desktop.domain.reading_list import Status

QUARTER_MS = 900_000
"""A quarter of an hour: every day of every time zone begins with one, so papers can be counted by it before it is known
where the person is."""

WEEKS_AT_MOST = 104
"""Longer spans are told by month."""

DayCounts = Mapping[date, int]


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """How many papers have that primary category; the empty one for papers without."""

    category: str
    read: int
    unread: int

    @property
    def papers(self) -> int:
        """All of them."""
        return self.read + self.unread


@dataclass(frozen=True, slots=True)
class ReadingFigures:
    """A library counted, by days as the person's calendar has them. What is in the Trash counts as triaged, and as
    added, and nowhere else."""

    today: date
    added: DayCounts
    triaged: DayCounts
    """By the day on which they first left the inbox."""
    read: DayCounts
    waiting: DayCounts
    """What is in the inbox, by the day on which it was added."""
    statuses: Mapping[Status, int]
    categories: tuple[CategoryCount, ...]
    """The most papers first."""
    tags: tuple[Tag, ...]
    """Those with the most papers, the most first."""

    @property
    def papers(self) -> int:
        """All that are in no Trash."""
        return sum(self.statuses.values())


class Period(StrEnum):
    """How far back the counts by week go."""

    QUARTER = "quarter"
    """The last 13 weeks, with this one."""
    YEAR = "year"
    """The last 53 weeks."""
    ALL = "all"
    """Since the first paper."""


_WEEK_SPAN = 6
"""Days from the first to the last; no month has so few."""
_WEEKS = {Period.QUARTER: 13, Period.YEAR: 53}


@dataclass(frozen=True, slots=True)
class Span:
    """A week (from Monday, as in ISO 8601) or a month."""

    first: date
    last: date

    @property
    def is_week(self) -> bool:
        """Whether it is a week; a month else."""
        return (self.last - self.first).days == _WEEK_SPAN


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """What has waited for at least `days` days, and less than those of the next group."""

    days: int
    until: int | None
    """The last day that counts; None: without end."""
    papers: int


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row on which a paper was read."""

    now: int
    """Up to today, or to yesterday while nothing was read today."""
    longest: int


def local_day(quarter: int, zone: tzinfo | None = None) -> date:
    """The day in that zone (the computer's own without one) of a quarter of an hour since 1970 in UTC."""
    return datetime.fromtimestamp(quarter * QUARTER_MS / 1000, zone).date()


def by_day(quarters: Mapping[int | None, int], zone: tzinfo | None = None) -> DayCounts:
    """Counts of quarters of an hour, as counts of days in that zone; what has none is left out."""
    counts: Counter[date] = Counter()
    for quarter, papers in quarters.items():
        if quarter is not None:
            counts[local_day(quarter, zone)] += papers
    return counts


def spans(figures: ReadingFigures, period: Period) -> tuple[Span, ...]:
    """The weeks of the period up to this one, the oldest first; months if there are more than `WEEKS_AT_MOST`."""
    this_week = monday(figures.today)
    if period in _WEEKS:
        return weeks(this_week - timedelta(weeks=_WEEKS[period] - 1), this_week)
    days = [*figures.added, *figures.triaged, *figures.read]
    first = min((monday(day) for day in days), default=this_week)
    found = weeks(min(first, this_week), this_week)
    return found if len(found) <= WEEKS_AT_MOST else months(min(days), figures.today)


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def weeks(first: date, last: date) -> tuple[Span, ...]:
    """The weeks of these two Mondays and those between them."""
    starts = (first + timedelta(weeks=week) for week in range((last - first).days // 7 + 1))
    return tuple(Span(start, start + timedelta(days=6)) for start in starts)


def months(first: date, last: date) -> tuple[Span, ...]:
    """The months of these two days and those between them."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    starts = [date(number // 12, number % 12 + 1, 1) for number in (*numbers, numbers.stop)]
    return tuple(Span(start, following - timedelta(days=1)) for start, following in pairwise(starts))


def per_span(counts: DayCounts, of: tuple[Span, ...]) -> tuple[int, ...]:
    """How many papers fall into each of the spans, which follow one another."""
    firsts = {span.first for span in of}
    found: Counter[date] = Counter()
    for day, papers in counts.items():
        start = monday(day) if not of or of[0].is_week else day.replace(day=1)
        if start in firsts:
            found[start] += papers
    return tuple(found[span.first] for span in of)


_AGES = (0, 1, 7, 14, 30, 91, 365)


def inbox_ages(figures: ReadingFigures) -> tuple[AgeGroup, ...]:
    """How long what is in the inbox has waited there; a clock that was wrong counts as today."""
    ages: Counter[int] = Counter()
    for day, papers in figures.waiting.items():
        age = max((figures.today - day).days, 0)
        ages[max(start for start in _AGES if start <= age)] += papers
    ends = [start - 1 for start in _AGES[1:]]
    return tuple(AgeGroup(start, end, ages[start]) for start, end in zip(_AGES, (*ends, None), strict=True))


def streak(figures: ReadingFigures) -> Streak:
    """Days in a row on which something was read."""
    days = sorted(day for day, papers in figures.read.items() if papers and day <= figures.today)
    runs = [
        [day for _, day in run] for _, run in groupby(enumerate(days), key=lambda item: item[1].toordinal() - item[0])
    ]
    current = runs[-1] if runs and (figures.today - runs[-1][-1]).days <= 1 else []
    return Streak(len(current), max(map(len, runs), default=0))


def axis_ticks(most: int, wished: int = 4) -> tuple[int, ...]:
    """Whole numbers for an axis from 0 up to `most` or a little above, about as many steps as wished.

    The steps are 1, 2 or 5 times a power of ten. An axis of nothing but zeros goes to 1.
    """
    power = 10 ** (len(str(max(most - 1, 0) // wished)) - 1)
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor * wished >= most)
    return tuple(step * number for number in range(max(-(-most // step), 1) + 1))
