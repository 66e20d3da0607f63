"""Digests in the order of their dates, month by month, with what each brought."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from desktop.domain.digest import DigestFormat
from desktop.domain.digest_dates import DigestDate
from desktop.domain.ids import DigestId


@dataclass(frozen=True, slots=True)
class TimelineDigest:
    """A digest, and how far a person is with its papers; none of these numbers counts what is in the Trash."""

    id: DigestId
    name: str
    date: DigestDate
    category: str
    """Of arXiv, from the name or from what most of its papers are of; empty if neither tells."""
    language: str
    """Of its translations; empty for none."""
    format: DigestFormat
    papers: int
    brought: int
    """Papers that the library had not known before."""
    inbox: int
    read: int
    starred: int

    @property
    def known(self) -> int:
        """Papers that were there before it."""
        return self.papers - self.brought

    @property
    def triaged(self) -> int:
        """Papers that are not in the inbox any more."""
        return self.papers - self.inbox


@dataclass(frozen=True, slots=True)
class TimelineMonth:
    """The digests of a month."""

    first: date
    digests: tuple[TimelineDigest, ...]
    """The newest first; those of which nothing but the month is known at the end."""

    @property
    def papers(self) -> int:
        """Of all its digests; a paper of two counts twice."""
        return sum(digest.papers for digest in self.digests)


def by_month(digests: Iterable[TimelineDigest]) -> tuple[TimelineMonth, ...]:
    """The months that have digests, the newest first."""

    def place(digest: TimelineDigest) -> tuple[int, bool, int, str]:
        day = digest.date.day
        return -(day.year * 12 + day.month), not digest.date.day_known, -day.toordinal(), digest.name

    ordered = sorted(digests, key=place)
    months = groupby(ordered, key=lambda digest: digest.date.day.replace(day=1))
    return tuple(TimelineMonth(first, tuple(of_month)) for first, of_month in months)


def all_months(months: tuple[TimelineMonth, ...]) -> tuple[TimelineMonth, ...]:
    """The same with the months between them that have none, the oldest first."""
    if not months:
        return ()
    there = {month.first: month for month in months}
    first, last = months[-1].first, months[0].first
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = (date(number // 12, number % 12 + 1, 1) for number in numbers)
    return tuple(there.get(day, TimelineMonth(day, ())) for day in days)


def named(digests: Iterable[TimelineDigest], words: str) -> tuple[TimelineDigest, ...]:
    """The digests whose name, category or date (as 2025-01-15) holds each of the words, in any case."""
    wanted = words.casefold().split()
    return tuple(
        digest
        for digest in digests
        if all(word in f"{digest.name} {digest.category} {digest.date.day}".casefold() for word in wanted)
    )
