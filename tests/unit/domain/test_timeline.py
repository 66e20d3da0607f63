"""Digests month by month."""

from datetime import date

from desktop.domain.digest import DigestFormat
from desktop.domain.digest_dates import DigestDate, ToldBy
from desktop.domain.ids import DigestId
from desktop.domain.timeline import TimelineDigest, all_months, by_month, named


def digest(number: int, day: date, name: str = "", *, day_known: bool = True) -> TimelineDigest:
    return TimelineDigest(
        id=DigestId(number),
        name=name or f"{number}.md",
        date=DigestDate(day, ToldBy.NAME, day_known),
        category="cs.CV",
        language="zh",
        format=DigestFormat.DIGEST,
        papers=10,
        brought=7,
        inbox=4,
        read=2,
        starred=1,
    )


def test_the_newest_month_and_in_it_the_newest_day_come_first() -> None:
    days = [date(2024, 3, 1), date(2024, 5, 2), date(2024, 3, 9), date(2023, 12, 31)]
    months = by_month(digest(number, day) for number, day in enumerate(days))
    assert [month.first for month in months] == [date(2024, 5, 1), date(2024, 3, 1), date(2023, 12, 1)]
    assert [found.id for found in months[1].digests] == [2, 0]


def test_what_is_known_by_its_month_alone_comes_last_in_it() -> None:
    months = by_month([digest(0, date(2024, 3, 1), day_known=False), digest(1, date(2024, 3, 1))])
    assert [found.id for found in months[0].digests] == [1, 0]


def test_a_month_counts_the_papers_of_its_digests() -> None:
    (month,) = by_month([digest(0, date(2024, 3, 1)), digest(1, date(2024, 3, 2))])
    assert month.papers == 20
    assert (month.digests[0].known, month.digests[0].triaged) == (3, 6)


def test_months_without_digests_stand_between_the_others() -> None:
    months = all_months(by_month([digest(0, date(2024, 2, 1)), digest(1, date(2023, 11, 30))]))
    assert [(month.first, len(month.digests)) for month in months] == [
        (date(2023, 11, 1), 1),
        (date(2023, 12, 1), 0),
        (date(2024, 1, 1), 0),
        (date(2024, 2, 1), 1),
    ]
    assert all_months(()) == ()


def test_digests_are_found_by_parts_of_name_category_and_date() -> None:
    digests = (digest(0, date(2024, 3, 1), "Vision daily.md"), digest(1, date(2025, 3, 1), "Language.md"))
    assert [found.id for found in named(digests, "vision")] == [0]
    assert [found.id for found in named(digests, "2025-03 LANG")] == [1]
    assert [found.id for found in named(digests, "cs.cv")] == [0, 1]
    assert named(digests, "physics") == ()
    assert named(digests, "  ") == digests
