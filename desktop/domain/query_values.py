"""The values of fields in a search that have a grammar of their own: dates and identifiers."""

import re
import unicodedata

from desktop.domain.arxiv_id import arxiv_id_in_link, parse_arxiv_id, plain_id
from desktop.domain.query import DateRange

_DATE = r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d{1,2})?|\d{1,4}"
_ONE_DATE = re.compile(_DATE)
_COMPARED = re.compile(rf"(>=|>|<=|<|=)({_DATE})")
_RANGE = re.compile(r"(\d{4})?(?:-|\.\.)(\d{4})?")
_DASHES = str.maketrans({**dict.fromkeys("–—−~〜至", "-"), "≥": ">=", "≤": "<="})

_FIRST, _LAST = "0", ":"  # in a comparison of text these stand before and behind all dates

_SCHEME = re.compile("arxiv:", re.IGNORECASE)


def _after(date: str) -> str:
    """The smallest text behind all that begin with the date."""
    return date[:-1] + chr(ord(date[-1]) + 1)


def date_range(field: str, value: str) -> DateRange | None:
    """2024, 202 (being typed), 2024-03, 2020-2024, 2020-, -2024, >=2023, <2024-06; None for anything else."""
    text = unicodedata.normalize("NFKC", value).translate(_DASHES)
    if _ONE_DATE.fullmatch(text):
        return DateRange(field, text, _after(text))
    if match := _COMPARED.fullmatch(text):
        sign, date = match[1], match[2]
        ranges = {
            ">=": (date, _LAST),
            ">": (_after(date), _LAST),
            "<=": (_FIRST, _after(date)),
            "<": (_FIRST, date),
            "=": (date, _after(date)),
        }
        return DateRange(field, *ranges[sign])
    if (match := _RANGE.fullmatch(text)) and (match[1] or match[2]):
        since, until = match[1] or _FIRST, match[2] or _LAST
        if match[1] and match[2] and since > until:
            since, until = until, since
        return DateRange(field, since, _after(until) if match[2] else until)
    return None


def whole_id(text: str) -> str:
    """The arXiv id, without its version, that all of the text names or links to; empty if it does neither."""
    found = parse_arxiv_id(bare_id(text)) or arxiv_id_in_link(text)
    return found.value if found else ""


def bare_id(text: str) -> str:
    """An identifier, perhaps only its beginning, without `arXiv:` and subject class."""
    return plain_id(_SCHEME.sub("", text, count=1) if _SCHEME.match(text) else text)
