"""The values of fields in a search that have a grammar of their own: dates, identifiers and names."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

from desktop.domain.arxiv_id import arxiv_id_in_link, parse_arxiv_id, plain_id
from desktop.domain.query import DateRange

_DATE = r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d{1,2})?|\d{1,4}"
_ONE_DATE = re.compile(_DATE)
_COMPARED = re.compile(r"(>=|>|<=|<|=)(.+)")
_RANGE = re.compile(r"(\d{4})?(?:-|\.\.)(\d{4})?")
_DASHES = str.maketrans({**dict.fromkeys("–—−~〜至", "-"), "≥": ">=", "≤": "<="})

_FIRST, _LAST = "0", ":"  # in a comparison of text these stand before and behind all dates

_SPAN = re.compile("([0-9]{1,4})([dwmy天周月年])")
"""The last days, weeks, … up to today; of what is due the next ones."""
_UNITS = {"d": 1, "天": 1, "w": 7, "周": 7, "m": 30, "月": 30, "y": 365, "年": 365}
_FAR = 36_500
_WORDS = {"今天": "today", "昨天": "yesterday", "明天": "tomorrow", "本周": "week", "本月": "month", "今年": "year"}

_BARE = re.compile(r"[\w/.+#&][\w/.+#&-]*")
_QUOTES = re.compile('["“”„＂「」『』]')
_JOINING = frozenset({"OR", "AND", "或", "&", "&&"})

_SCHEME = re.compile("arxiv:", re.IGNORECASE)


def _after(date: str) -> str:
    """The smallest text behind all that begin with the date."""
    return date[:-1] + chr(ord(date[-1]) + 1)


def date_range(field: str, value: str, today: date | None = None) -> DateRange | None:
    """2024, 202 (being typed), 2024-03, 2020-2024, 2020-, -2024, today, week, 7d, >=2023, <today; None for anything
    else. `today` is the day that the words count from; None: the present one."""
    text = unicodedata.normalize("NFKC", value).translate(_DASHES).lower()
    if match := _COMPARED.fullmatch(text):
        sign, text = match[1], match[2]
        compared = _period(field, text, today)
        return DateRange(field, *_compared(sign, *compared)) if compared else None
    if (match := _RANGE.fullmatch(text)) and (match[1] or match[2]):
        since, until = match[1] or _FIRST, match[2] or _LAST
        if match[1] and match[2] and since > until:
            since, until = until, since
        return DateRange(field, since, _after(until) if match[2] else until)
    period = _period(field, text, today)
    return DateRange(field, *period) if period else None


def _compared(sign: str, since: str, before: str) -> tuple[str, str]:
    bounds = {">=": (since, _LAST), ">": (before, _LAST), "<=": (_FIRST, before), "<": (_FIRST, since)}
    return bounds.get(sign, (since, before))


def _period(field: str, text: str, today: date | None) -> tuple[str, str] | None:
    """The text of its first day, and the first text behind it."""
    if _ONE_DATE.fullmatch(text):
        return text, _after(text)
    if (days := _days(field, text, today or datetime.now(UTC).astimezone().date())) is None:
        return None
    first, last = days
    return first.isoformat(), _after(last.isoformat())


def _days(field: str, text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what a word means."""
    if match := _SPAN.fullmatch(text):
        days = timedelta(min(int(match[1]) * _UNITS[match[2]], _FAR))
        return (today, today + days) if field == "due" else (today - days, today)
    monday = today - timedelta(today.weekday())
    match _WORDS.get(text, text):
        case "today":
            return today, today
        case "yesterday":
            return today - timedelta(1), today - timedelta(1)
        case "tomorrow":
            return today + timedelta(1), today + timedelta(1)
        case "week":
            return monday, monday + timedelta(6)
        case "month":
            following = (today.replace(day=28) + timedelta(4)).replace(day=1)
            return today.replace(day=1), following - timedelta(1)
        case "year":
            return today.replace(month=1, day=1), today.replace(month=12, day=31)
    return None


def whole_id(text: str) -> str:
    """The arXiv id, without its version, that all of the text names or links to; empty if it does neither."""
    found = parse_arxiv_id(bare_id(text)) or arxiv_id_in_link(text)
    return found.value if found else ""


def bare_id(text: str) -> str:
    """An identifier, perhaps only its beginning, without `arXiv:` and subject class."""
    return plain_id(_SCHEME.sub("", text, count=1) if _SCHEME.match(text) else text)


def name_value(name: str) -> str:
    """A name as it is written behind the colon of its field: in quotes where it holds more than letters and digits."""
    bare = _BARE.fullmatch(name) and name not in _JOINING
    return name if bare else '"' + _QUOTES.sub(r"\g<0>\g<0>", name) + '"'
