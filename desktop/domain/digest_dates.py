"""Which day a digest is of. The file does not tell it: its name may, a "Daily Papers" page does but for the year, and
the newest paper in it is of the month in which it was announced."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_FIRST_YEAR, _LAST_YEAR = 1991, 2100
"""arXiv is of 1991. Other numbers of four digits are no years."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_APART = r"(?<![0-9A-Za-z])"
_END = r"(?![0-9A-Za-z])"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_APART}(?P<year>\d{{4}})([-_./ ])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_END}",
        rf"{_APART}(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}}){_END}",
        r"(?<!\d)(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号]",
        rf"{_APART}{_MONTH}[-_ ]?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[-_ ]{{1,2}}(?P<year>\d{{4}}){_END}",
        rf"{_APART}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-_. ]?{_MONTH}[-_ ]?(?P<year>\d{{4}}){_END}",
        rf"{_APART}(?P<year>\d{{4}})[-_](?P<month>\d{{1,2}}){_END}",
        r"(?<!\d)(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月",
        rf"{_APART}{_MONTH}[-_ ]?(?P<year>\d{{4}}){_END}",
    )
)
_PAGE_DATE = re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?", re.IGNORECASE)
_ID_MONTH = re.compile(r"(?P<year>\d\d)(?P<month>0[1-9]|1[0-2])")


class ToldBy(StrEnum):
    """What told the date of a digest."""

    NAME = "name"
    PAGE = "page"
    """The page itself, and who imported it the year."""
    PAPERS = "papers"
    """The newest paper in it: nothing but the month is known."""
    IMPORT = "import"
    """Nothing but the day of its import is known."""


@dataclass(frozen=True, slots=True)
class DigestDate:
    """When a digest came out."""

    day: date
    """The first of the month where nothing but the month is known."""
    told_by: ToldBy
    day_known: bool = True


def date_in_name(name: str) -> DigestDate | None:
    """The date that a file name tells in any common form, perhaps the month alone; None if it tells none."""
    text = unicodedata.normalize("NFKC", name)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            found = _day(parts)
            if found is not None:
                return DigestDate(found, ToldBy.NAME, parts.get("day") is not None)
    return None


def date_of_page(head: str, year: int | None, imported: date) -> DigestDate | None:
    """The date of a "Daily Papers" page, which stands at the end of its furniture; a page without a year is of `year`
    or else the last one before its import. None if it has no date."""
    lines = head.split()
    match = _PAGE_DATE.fullmatch(" ".join(lines[-3:])) or _PAGE_DATE.fullmatch(" ".join(lines[-2:]))
    if match is None:
        return None
    parts = match.groupdict()
    years = [int(parts["year"])] if parts["year"] else [year] if year else [imported.year, imported.year - 1]
    days = [_day({**parts, "year": str(number)}) for number in years]
    known = [day for day in days if day is not None]
    past = [day for day in known if day <= imported]
    return DigestDate((past or known)[0], ToldBy.PAGE) if known else None


def month_of_ids(newest: str) -> date | None:
    """The first day of the month that the digits before the point of an arXiv id stand for, as 2401; None for others.

    The form is of April 2007 (https://info.arxiv.org/help/arxiv_identifier.html).
    """
    match = _ID_MONTH.fullmatch(newest)
    return date(2000 + int(match["year"]), int(match["month"]), 1) if match else None


def digest_date(told: DigestDate | None, newest_papers: date | None, imported: date) -> DigestDate:
    """The date of a digest: what name or page told; else the day of its import, unless all its papers are of months
    before the last one then: it is of the month of the newest."""
    if told is not None:
        return told
    last_month = (imported.replace(day=1) - timedelta(days=1)).replace(day=1)
    if newest_papers is not None and newest_papers < last_month:
        return DigestDate(newest_papers, ToldBy.PAPERS, day_known=False)
    return DigestDate(imported, ToldBy.IMPORT)


def _day(parts: dict[str, str | None]) -> date | None:
    """The day of these numbers, the first of the month without one; None for what no calendar has."""
    name, month = parts.get("name"), parts.get("month")
    number = _MONTHS.index(name.lower()) + 1 if name else int(month or 0)
    year = int(parts["year"] or 0)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, number, int(parts.get("day") or 1))
    except ValueError:
        return None


_ARCHIVES = (
    *("astro-ph", "cond-mat", "cs", "econ", "eess", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph"),
    *("math", "nlin", "nucl-ex", "nucl-th", "physics", "q-bio", "q-fin", "quant-ph", "stat"),
)
_CATEGORY = re.compile(
    rf"(?<![A-Za-z.-])(?:{'|'.join(_ARCHIVES)})(?:\.(?:[A-Z]{{2}}|[a-z]{{2,5}}-[a-z]{{2,5}}))?(?![A-Za-z])(?!-[a-z])"
)


def category_in_name(name: str) -> str:
    """The first category or archive of arXiv that a file name tells, as cs.CV or q-fin; empty if it tells none."""
    match = _CATEGORY.search(name)
    return match[0] if match else ""
