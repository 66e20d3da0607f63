"""When arXiv announces what was submitted when: https://info.arxiv.org/help/availability.html

What comes until 14:00 in New York is announced in the evening of that working day, and stands in the feeds of the next
one. Holidays and papers that moderators hold back are not known here.
"""

from datetime import UTC, date, datetime, time, timedelta

_DEADLINE = time(14)
_DAY = timedelta(days=1)


def is_announcing(day: date) -> bool:
    """Whether feeds of that day have papers: those from Monday to Friday."""
    return day.weekday() < 5


def submitted_for(day: date) -> tuple[datetime, datetime]:
    """Since when and until when (UTC) the papers were submitted that the feeds of a working day announce."""
    end = _working_day_before(day)
    return _deadline(_working_day_before(end)), _deadline(end)


def today_in_new_york(now: datetime) -> date:
    """The date there, at a moment (with its zone)."""
    utc = now.astimezone(UTC)
    return (utc - _behind(utc.date())).date()


def _working_day_before(day: date) -> date:
    day -= _DAY
    while not is_announcing(day):
        day -= _DAY
    return day


def _deadline(day: date) -> datetime:
    return datetime.combine(day, _DEADLINE, UTC) + _behind(day)


def _behind(day: date) -> timedelta:
    """How far New York is behind UTC: summer lasts from the second Sunday of March to the first of November."""
    begin, end = _sunday(day.year, 3, 8), _sunday(day.year, 11, 1)
    return timedelta(hours=4 if begin <= day < end else 5)


def _sunday(year: int, month: int, first: int) -> date:
    """The first Sunday from that day of a month on."""
    day = date(year, month, first)
    return day + timedelta(days=6 - day.weekday())
