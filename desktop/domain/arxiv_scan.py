"""Which papers of arXiv a text names: anything that a person may paste, drop or type."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice

from desktop.domain.adding import Scan
from desktop.domain.arxiv_id import ArxivId
from desktop.domain.arxiv_mentions import Mention, mentions, with_archives

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
"""Characters without width and marks of direction, which pages put into numbers and links."""
_ESCAPE = re.compile(r"%(?:25)*([2-6][0-9A-Fa-f]|7[0-9A-Ea-e])")
"""Percent-encoded ASCII, also encoded more than once."""
_BROKEN = re.compile(
    r"(?i)arxiv(?:\.org/(?:abs|pdf|html|format)/|\s?[:：]\s?(?=\S{0,40}[0-9])|(?<=10\.48550/arxiv)\.)"
    r"|(?<![\d.．])(?:[０-９]{4}[.．]|[0-9]{4}．)[0-9０-９]{4,5}(?!\d)"
)
"""Says that an identifier follows, or is one in wide digits."""
_DELIMITERS = r"\s\"'<>(){}\[\]|,;，。、；：（）【】《》「」"
_REST_OF_TOKEN = re.compile(rf"[^{_DELIMITERS}]{{0,200}}")
_BEGIN_OF_TOKEN = re.compile(rf"[{_DELIMITERS}]([^{_DELIMITERS}]*)\Z")
_ITEM = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*\{[^@]*?(?:^[ \t]*\}|\}[ \t]*\}[ \t\r]*$)|[^\r\n]+", re.MULTILINE)
"""A BibTeX entry or a line."""
_SAYS_SOMETHING = re.compile(r"\w")
_SHORT_TEXT = 12
"""So many lines are told one by one, and any number in the form of an id; of a longer text, which may be a whole page,
only if most lines name papers."""
_MOST_TOLD = 100
_LONGEST_TOLD = 200


def scan(text: str, today: date | None = None) -> Scan:
    """The papers that `text` names, and what of it was not understood. Never raises; takes time in proportion to the
    length of the text.

    `today` (the clock's date if it is left out) rules out identifiers of years to come.
    """
    text = _INVISIBLE.sub("", text).replace("\\/", "/")  # JSON may hide slashes so
    if "%" in text:
        text = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
    text = with_archives(text)
    seen = list(mentions(text, today or datetime.now(UTC).date()))
    return Scan(_each_once(mention.id for mention in seen if mention.id is not None), _not_understood(text, seen))


def merged(scans: Sequence[Scan]) -> Scan:
    """What several texts name together."""
    lines = dict.fromkeys(line for scanned in scans for line in scanned.not_understood)
    return Scan(_each_once(named for scanned in scans for named in scanned.found), tuple(lines))


def _each_once(named: Iterable[ArxivId]) -> tuple[ArxivId, ...]:
    found: dict[str, ArxivId] = {}
    for one in named:
        known = found.get(one.value)
        if known is None or (one.version or 0) > (known.version or 0):
            found[one.value] = one
    return tuple(found.values())


def _not_understood(text: str, seen: list[Mention]) -> tuple[str, ...]:
    named = [mention.start for mention in seen if mention.id is not None]
    items = [item for item in _ITEM.finditer(text) if _SAYS_SOMETHING.search(item[0])]
    silent = [item for item in items if not _any_within(named, item.start(), item.end())]
    of_papers = len(items) <= _SHORT_TEXT or len(silent) * 2 <= len(items)
    lines = [(item.start(), _first_line(item[0])) for item in silent[:_MOST_TOLD]] if of_papers else []
    told = "\n".join(line for _, line in lines)
    seen = [mention for mention in seen if of_papers or not mention.perhaps_other]
    tokens = [token for token in islice(_broken(text, seen, named), _MOST_TOLD) if token[1] not in told]
    return tuple(dict.fromkeys(words for _, words in sorted(lines + tokens)))[:_MOST_TOLD]


def _first_line(item: str) -> str:
    return item.strip().partition("\n")[0].rstrip()[:_LONGEST_TOLD]


def _broken(text: str, seen: list[Mention], named: list[int]) -> Iterator[tuple[int, str]]:
    """Words and links that look as if they named a paper and do not, with their places."""
    wrong = [(mention.start, mention.end) for mention in seen if mention.id is None]
    promised = [match.span() for match in _BROKEN.finditer(text)]
    told_to = 0
    for start, end in sorted(wrong + promised):
        if start < told_to:
            continue
        before = _BEGIN_OF_TOKEN.search(text, max(told_to, start - _LONGEST_TOLD), start)
        begin = before.start(1) if before else max(told_to, start - _LONGEST_TOLD)
        rest = _REST_OF_TOKEN.match(text, end)
        told_to = rest.end() if rest else end
        if not _any_within(named, begin, told_to):
            yield begin, text[begin:told_to].strip().rstrip(".")[:_LONGEST_TOLD]


def _any_within(places: list[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end
