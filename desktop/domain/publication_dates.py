"""Dates of publications, as bibliographies write them."""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d-])")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def date_of(text: str) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD of a date written in numbers ("2021/3/5/", "2021-03-05T…"), or the first year that
    the text names; empty for none."""
    found = _ISO.match(text.strip())
    if found is None:
        year = _YEAR.search(text)
        return year[0] if year else ""
    return dated(found[1], found[2] or "", found[3] or "")


def dated(year: str, month: str = "", day: str = "") -> str:
    """The date of a year, a month by name or number and a day, as far as they are real ones."""
    found = _YEAR.search(year)
    if found is None:
        return ""
    number, rest = month_of_name(month)
    if not number:
        return found[0]
    within = _DAY.search(day or rest)
    if within is None or not 1 <= int(within[0]) <= 31:
        return f"{found[0]}-{number:02}"
    return f"{found[0]}-{number:02}-{int(within[0]):02}"


def month_of_name(text: str) -> tuple[int, str]:
    """The month that the text names, from 1, and the rest of the text; 0 for none."""
    plain = text.strip().strip(".").lower()
    if plain.isascii() and plain.isdigit():
        return (int(plain), "") if 1 <= int(plain[:4]) <= 12 else (0, text)
    found = re.search(r"[a-z]{3}", plain)
    if found is None or found[0] not in MONTHS:
        return 0, text
    return MONTHS.index(found[0]) + 1, plain[: found.start()] + plain[found.end() :]
